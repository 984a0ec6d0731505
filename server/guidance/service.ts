import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import type { Actor } from '../identity/roles.ts'
import type { Work } from '../transact.ts'
import { endOfCall, keptSince } from './how-long.ts'
import { findCall, forgetCalls, insertCall, listOpenCalls, saveCall } from './repository.ts'
import type { HelpCall } from './schemas.ts'
import type { HelpCallTable } from './tables.ts'

/** Calls a person to the kiosk that asks. As long as its last call is not over, that one stands: a press more calls nobody twice. */
export async function callForHelp({
  db,
  officeId,
  actor,
  now,
  newId,
  record
}: Work): Promise<{ call: HelpCall; first: boolean }> {
  const [open] = await listOpenCalls(db, { officeId, now, deviceId: actor.id })
  if (open) return { call: described(open, actor.id), first: false }
  const asked = { deviceId: actor.id, deviceName: actor.name, askedAt: now }
  const call: HelpCallTable = {
    officeId,
    id: newId(),
    ...asked,
    answeredAt: null,
    answeredBy: null,
    answeredByName: null,
    endsAt: endOfCall({ askedAt: now, answeredAt: null })
  }
  await forgetCalls(db, { officeId, before: keptSince(now) })
  await insertCall(db, call)
  record('help.called', { callId: call.id, ...asked, endsAt: call.endsAt })
  return { call: described(call, actor.id), first: true }
}

/**
 * An officer says that he comes. Saying so twice is one answer.
 *
 * @throws NOT_FOUND
 * @throws HELP_CALL_OVER when somebody else comes already, or nobody waits any more
 */
export async function answerHelp(work: Work, callId: string): Promise<HelpCall> {
  const { db, officeId, actor, now, record } = work
  const call = await getCall(work, callId)
  if (call.endsAt > now && call.answeredBy === actor.id) return described(call, actor.id)
  if (call.endsAt <= now || call.answeredAt !== null) throw new DomainError('HELP_CALL_OVER')
  const endsAt = endOfCall({ askedAt: call.askedAt, answeredAt: now })
  const answered = { ...call, answeredAt: now, answeredBy: actor.id, answeredByName: actor.name, endsAt }
  await saveCall(db, { ...answered, officeId })
  const { deviceId, deviceName, askedAt } = call
  record('help.answered', {
    callId,
    deviceId,
    deviceName,
    askedAt,
    answeredAt: now,
    officerId: actor.id,
    officerName: actor.name,
    endsAt
  })
  return described(answered, actor.id)
}

/** Ends a call at the kiosk that made it; one that is over stays over. @throws NOT_FOUND also for that of another kiosk */
export async function endHelp(work: Work, callId: string): Promise<void> {
  const { db, actor, now, record } = work
  const call = await getCall(work, callId)
  const { deviceId, deviceName, askedAt } = call
  if (deviceId !== actor.id) throw new DomainError('NOT_FOUND')
  if (call.endsAt <= now) return
  await saveCall(db, { ...call, endsAt: now })
  record('help.ended', { callId, deviceId, deviceName, askedAt, endsAt: now })
}

/** The calls that are not over, the oldest first: of a kiosk its own, for staff those of every kiosk. */
export async function describeHelpCalls(
  db: Db,
  { actor, now }: { actor: Actor; now: string }
): Promise<HelpCall[]> {
  const { officeId, id } = actor
  const deviceId = actor.kind === 'device' ? id : undefined
  return (await listOpenCalls(db, { officeId, now, deviceId })).map((call) => described(call, id))
}

async function getCall({ db, officeId }: Work, callId: string): Promise<HelpCallTable> {
  const call = await findCall(db, { officeId, callId })
  if (!call) throw new DomainError('NOT_FOUND')
  return call
}

function described(call: HelpCallTable, actorId: string): HelpCall {
  const { id, deviceId, deviceName, askedAt, answeredAt, answeredBy, endsAt } = call
  return { id, deviceName, askedAt, answeredAt, endsAt, own: deviceId === actorId || answeredBy === actorId }
}
