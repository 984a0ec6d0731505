import { dossierFault } from '../../kiosk-ui/src/text/dossiers.ts'
import { countingBy, dueDateFor, officeDaysOf } from '../calendar/service.ts'
import type { Db } from '../database/schema.ts'
import { describeDossier } from '../dossiers/described.ts'
import type { DossierMoveEvent } from '../dossiers/events.ts'
import { hindranceOf, mayStop } from '../dossiers/moves.ts'
import type { DossierState } from '../dossiers/schemas.ts'
import {
  addPapers,
  changeDossier,
  type DossierChange,
  getDossierRecord,
  papersOfDossier,
  rulesOf
} from '../dossiers/service.ts'
import { type Move, statusAfter } from '../dossiers/states.ts'
import type { DossierTable } from '../dossiers/tables.ts'
import { DomainError } from '../errors.ts'
import { COUNTER_ROLES, hasRole } from '../identity/roles.ts'
import { describeAccounts } from '../identity/service.ts'
import { readPapers } from '../intake/components.ts'
import type { NewComponent } from '../intake/schemas.ts'
import { getEditionOn } from '../procedures/service.ts'
import { releaseForSlip } from '../queue/service.ts'
import { dayInVietnam } from '../regulation/day.ts'
import type { DecreeParameters } from '../regulation/decree-parameters.ts'
import { termAfterSupplement } from '../regulation/supplement.ts'
import type { Work } from '../transact.ts'
import { compareNames } from './name-order.ts'
import { insertAgency, listAgencies } from './repository.ts'
import type {
  Agency,
  HandedOver,
  Holder,
  Result,
  ResultTaken,
  SlipGiven,
  StopAsked,
  SupplementRequest
} from './schemas.ts'

/** Which dossier a move is for, and the version that the caller has seen. */
export interface MoveKey {
  code: string
  version?: number | undefined
}

/**
 * Records that the citizen has the slip, or why there is none; an intake that owes one cannot be finished before.
 *
 * @throws VALIDATION when there is none and no reason
 */
export async function giveSlip(work: Work, key: MoveKey, { how, reason }: SlipGiven): Promise<DossierState> {
  if (how === 'none' && reason === undefined) throw invalid('/reason', dossierFault.slipReason)
  return move(work, key, 'slip', async (dossier) => {
    await freeTicket(work, dossier)
    return {
      event: 'dossier.slip_given',
      changes: { slipHandedAt: work.now, slipHow: how, slipReason: reason ?? null }
    }
  })
}

/** Lets the ticket go once: with the first slip, or when there is nothing left to promise. */
async function freeTicket(work: Work, { ticketId, slipRequired, slipHandedAt }: DossierTable): Promise<void> {
  if (ticketId !== null && slipRequired === 1 && slipHandedAt === null)
    await releaseForSlip(work, { ticketId })
}

/**
 * Hands a dossier over to a body or a person; it is theirs once they have taken it.
 *
 * @throws VALIDATION when it names none or both, or someone who is not there
 */
export async function handOver(work: Work, key: MoveKey, to: HandedOver): Promise<DossierState> {
  return move(work, key, 'hand-over', async () => ({
    event: 'dossier.handed_over',
    changes: { ...(await holderOf(work, to)), holderDueAt: to.dueAt ?? null, holderAcceptedAt: null },
    note: to.note
  }))
}

/** Takes what was handed over. @throws FORBIDDEN when it was handed to someone else */
export async function acceptHandOver(work: Work, key: MoveKey): Promise<DossierState> {
  return move(work, key, 'accept-hand-over', async ({ holderKind, holderId }) => {
    if (holderKind === 'user' && holderId !== work.actor.id) throw new DomainError('FORBIDDEN')
    return { event: 'dossier.hand_over_accepted', changes: { holderAcceptedAt: work.now } }
  })
}

/** Asks the citizen for papers; how often that may be, the rules of the dossier say. */
export async function requestSupplement(
  work: Work,
  key: MoveKey,
  { items, reason }: SupplementRequest
): Promise<DossierState> {
  return move(work, key, 'request-supplement', async ({ supplementTimes }) => ({
    event: 'dossier.supplement_requested',
    changes: {
      supplementTimes: supplementTimes + 1,
      supplementAskedAt: work.now,
      supplementItems: JSON.stringify(items),
      supplementReason: reason
    }
  }))
}

/**
 * Takes the papers that were asked for. The dossier is at the counter again, and its term goes on as its own rules
 * say: by decree from its beginning (NĐ 61/2018 Đ.19.4).
 */
export async function receiveSupplement(
  work: Work,
  key: MoveKey,
  given: readonly NewComponent[]
): Promise<DossierState> {
  return move(work, key, 'receive-supplement', async (dossier) => {
    const { procedureCode, receivedAt } = dossier
    const edition = await getEditionOn(work.db, procedureCode, dayInVietnam(receivedAt))
    const papers = await addPapers(work, dossier, readPapers(given, edition.components))
    return {
      event: 'dossier.supplement_received',
      changes: { ...(await dueAfterSupplement(work, dossier)), ...atCounter(work) },
      papers
    }
  })
}

/** Asks the citizen to pay. */
export async function requestPayment(work: Work, key: MoveKey, amount: number | null): Promise<DossierState> {
  return move(work, key, 'request-payment', async () => ({
    event: 'dossier.payment_requested',
    changes: { paymentAmount: amount }
  }))
}

/** Records that the citizen has paid. */
export async function confirmPayment(work: Work, key: MoveKey): Promise<DossierState> {
  return move(work, key, 'confirm-payment', async () => ({ event: 'dossier.payment_confirmed', changes: {} }))
}

/** Refuses to handle a dossier, with the reason that the citizen is told. */
export async function refuseDossier(work: Work, key: MoveKey, reason: string): Promise<DossierState> {
  return close(work, key, { name: 'refuse', event: 'dossier.refused', reason })
}

/** Gives a dossier back at the wish of the citizen, while there is no result. */
export async function withdrawDossier(
  work: Work,
  key: MoveKey,
  reason: string | null
): Promise<DossierState> {
  return close(work, key, { name: 'withdraw', event: 'dossier.withdrawn', reason })
}

/** Stops the handling, at the wish of the citizen (NĐ 118/2025 Đ.21) or by a law of the field. */
export async function stopDossier(
  work: Work,
  key: MoveKey,
  { reason, by }: StopAsked
): Promise<DossierState> {
  return close(work, key, { name: 'stop', event: 'dossier.stopped', reason, by })
}

/** Records the result that has come to the counter: the end of the handling. */
export async function recordResult(work: Work, key: MoveKey, result: Result): Promise<DossierState> {
  const { outcome, number, signer, signedOn } = result
  return move(work, key, 'record-result', async () => ({
    event: 'dossier.result_recorded',
    changes: {
      resultOutcome: outcome,
      resultNumber: number ?? null,
      resultSigner: signer ?? null,
      resultSignedOn: signedOn ?? null,
      processedAt: work.now,
      ...atCounter(work)
    }
  }))
}

/** Gives the result to the citizen, or to who comes for him with an authorisation. */
export async function returnResult(work: Work, key: MoveKey, taken: ResultTaken): Promise<DossierState> {
  return move(work, key, 'return-result', async () => ({
    event: 'dossier.returned',
    changes: { returnedAt: work.now, returnedTo: JSON.stringify(taken), closedAt: work.now }
  }))
}

/** More than a commune's office has. */
const MOST_PEOPLE = 500

/** To whom a dossier can be handed over. */
export async function listHolders(
  db: Db,
  officeId: string
): Promise<{ agencies: Agency[]; people: Holder[] }> {
  const agencies = await listAgencies(db, officeId)
  const { items: accounts } = await describeAccounts(db, { officeId, limit: MOST_PEOPLE })
  const people = accounts.filter(({ kind, disabled }) => kind === 'person' && !disabled)
  const named = ({ id, name }: Agency) => ({ id, name })
  return {
    agencies: agencies.map(named),
    people: people
      .map(({ id, name, roles }) => ({ id, name, mayCall: hasRole({ roles }, COUNTER_ROLES) }))
      .toSorted((one, other) => compareNames(one.name, other.name))
  }
}

/** Adds a body that handles dossiers for the office. One of the same name is the same. */
export async function addAgency({ db, officeId, newId, record }: Work, name: string): Promise<Agency> {
  const known = (await listAgencies(db, officeId)).find((agency) => agency.name === name)
  if (known) return { id: known.id, name }
  const id = newId()
  await insertAgency(db, { officeId, id, name })
  record('agency.added', { agencyId: id, name })
  return { id, name }
}

type Outcome = Omit<DossierChange, 'status'>

/**
 * Makes a move of a dossier, if its version, its status and its rules let it.
 *
 * @throws NOT_FOUND, STALE_VERSION, MOVE_NOT_ALLOWED
 */
async function move(
  work: Work,
  { code, version }: MoveKey,
  name: Move,
  act: (dossier: DossierTable, rules: DecreeParameters) => Promise<Outcome>
): Promise<DossierState> {
  const { db, officeId } = work
  const dossier = await getDossierRecord(db, { officeId, code })
  if (version !== undefined && version !== dossier.version) throw new DomainError('STALE_VERSION')
  const rules = (await rulesOf(db, dossier)).decree.parameters
  const status = statusAfter(dossier.status, name)
  const hindrance = hindranceOf(name, dossier, rules)
  if (hindrance || !status)
    throw new DomainError('MOVE_NOT_ALLOWED', { what: hindrance ?? 'DOSSIER_STATUS_FORBIDS' })
  const outcome = await act(dossier, rules)
  const after = await changeDossier(work, dossier, { status, ...outcome })
  return describeDossier(after, outcome.papers ?? (await papersOfDossier(db, dossier)), rules)
}

/** Ends a dossier without a result. */
async function close(
  work: Work,
  key: MoveKey,
  {
    name,
    event,
    reason,
    by
  }: { name: Move; event: DossierMoveEvent; reason: string | null; by?: StopAsked['by'] }
): Promise<DossierState> {
  return move(work, key, name, async (dossier, rules) => {
    if (by && !mayStop(rules, by)) throw new DomainError('MOVE_NOT_ALLOWED', { what: 'STOP_NOT_REGULATED' })
    await freeTicket(work, dossier)
    return { event, changes: { closingReason: reason, closedAt: work.now } }
  })
}

function atCounter({ actor, now }: Work): Partial<DossierTable> {
  return {
    holderKind: 'office',
    holderId: actor.id,
    holderName: actor.name,
    holderDueAt: null,
    holderAcceptedAt: now
  }
}

async function holderOf(
  { db, officeId }: Work,
  { toAgencyId, toUserId }: HandedOver
): Promise<Partial<DossierTable>> {
  if ((toAgencyId === undefined) === (toUserId === undefined)) {
    throw invalid('/toAgencyId', dossierFault.oneHolder)
  }
  const { agencies, people } = await listHolders(db, officeId)
  const [kind, id, list] =
    toAgencyId === undefined
      ? (['user', toUserId, people] as const)
      : (['agency', toAgencyId, agencies] as const)
  const found = list.find((holder) => holder.id === id)
  if (!found) throw invalid(kind === 'user' ? '/toUserId' : '/toAgencyId', dossierFault.noSuchHolder)
  return { holderKind: kind, holderId: found.id, holderName: found.name }
}

/** By the rules under which the dossier was received, whatever has come into force since. */
async function dueAfterSupplement(work: Work, dossier: DossierTable): Promise<Partial<DossierTable>> {
  const { db, officeId, now } = work
  const { receivedAt, supplementAskedAt, dueAt, termAmount, termUnit, cutOff } = dossier
  const rules = (await rulesOf(db, dossier)).decree.parameters
  const askedAt = supplementAskedAt ?? receivedAt
  const after = termAfterSupplement(rules, { receivedAt, askedAt, completedAt: now, dueAt })
  if (after.mode === 'shift') return shiftedDue(work, Date.parse(dueAt) + after.byMilliseconds)
  const amount = after.mode === 'restart' ? termAmount : await amountLeft(work, dossier, after)
  const due = await dueDateFor(db, {
    officeId,
    receivedAt: after.countFrom,
    term: { amount, unit: termUnit },
    ...countingBy(rules, cutOff === null ? null : JSON.parse(cutOff))
  })
  return {
    dueAt: due.dueAt,
    dueDay: due.dueDay,
    dueSteps: JSON.stringify(due.steps),
    provisional: due.provisional ? 1 : 0
  }
}

/** What the time until the request has left of the term; never less than one of its units. */
async function amountLeft(
  { db, officeId }: Work,
  { termAmount, termUnit }: DossierTable,
  { receivedAt, askedAt }: { receivedAt: string; askedAt: string }
): Promise<number> {
  const days = await officeDaysOf(db, officeId)
  const [from, to] = [dayInVietnam(receivedAt), dayInVietnam(askedAt)]
  const used = {
    working_day: () => days.countBetween(from, to),
    calendar_day: () => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000),
    working_hour: () => Math.floor(days.minutesBetween(receivedAt, askedAt) / 60),
    same_day: () => 0
  }[termUnit]()
  return Math.max(termAmount - used, 1)
}

/** A due instant that was put off; on a day without work it waits for the return time of the next working day. */
async function shiftedDue({ db, officeId }: Work, instant: number): Promise<Partial<DossierTable>> {
  const dueAt = new Date(instant).toISOString()
  const dueDay = dayInVietnam(dueAt)
  const days = await officeDaysOf(db, officeId)
  if (days.isWorkingDay(dueDay)) return { dueAt, dueDay }
  const next = days.workingDayAfter(dueDay, 1)
  return { dueAt: days.returnTimeOn(next), dueDay: next }
}

function invalid(path: string, message: string): DomainError {
  return new DomainError('VALIDATION').withErrors([{ path, message }])
}
