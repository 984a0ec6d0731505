import { compiled } from './database/compiled.ts'
import type { Db } from './database/schema.ts'
import { DomainError } from './errors.ts'

/** The client's name for one request, and a hash of what it asked. Sent again, it is not done again. */
export interface Sent {
  key: string
  fingerprint: string
}

interface Claim extends Sent {
  officeId: string
  actorId: string
  createdAt: string
}

/**
 * Does `task` unless this request was answered before; then gives that answer again. The claim, the effect and
 * the answer stand in one transaction, so a crash keeps all or none.
 *
 * @throws IDEMPOTENCY_KEY_REUSED when the key named another request
 */
export async function once<Result>(db: Db, sent: Claim, task: () => Promise<Result>): Promise<Result> {
  const { numAffectedRows } = await claim(db, { ...sent })
  if (!numAffectedRows) return earlierAnswer<Result>(db, sent)

  const result = await task()
  const { officeId, actorId, key } = sent
  await keep(db, { officeId, actorId, key, response: JSON.stringify(result ?? null) })
  return result
}

async function earlierAnswer<Result>(
  db: Db,
  { officeId, actorId, key, fingerprint }: Claim
): Promise<Result> {
  const first = await db
    .selectFrom('idempotencyKey')
    .select(['fingerprint', 'response'])
    .where('officeId', '=', officeId)
    .where('actorId', '=', actorId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (first.fingerprint !== fingerprint) throw new DomainError('IDEMPOTENCY_KEY_REUSED')
  return JSON.parse(first.response ?? 'null') as Result
}

/**
 * Whether this very request was answered before: for what has to be looked at before the transaction and would look
 * different afterwards. @throws IDEMPOTENCY_KEY_REUSED
 */
export async function wasAnswered(db: Db, sent: Omit<Claim, 'createdAt'>): Promise<boolean> {
  const { officeId, actorId, key, fingerprint } = sent
  const first = await db
    .selectFrom('idempotencyKey')
    .select('fingerprint')
    .where('officeId', '=', officeId)
    .where('actorId', '=', actorId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (first && first.fingerprint !== fingerprint) throw new DomainError('IDEMPOTENCY_KEY_REUSED')
  return first !== undefined
}

/** Forgets the keys made before `before`. They are kept for longer than the longest cut after which a client repeats. */
export async function forgetKeys(db: Db, before: string): Promise<void> {
  await db.deleteFrom('idempotencyKey').where('createdAt', '<', before).execute()
}

const claim = compiled<Claim & Record<never, never>, unknown>((db, slot) =>
  db
    .insertInto('idempotencyKey')
    .values({
      officeId: slot('officeId'),
      actorId: slot('actorId'),
      key: slot('key'),
      fingerprint: slot('fingerprint'),
      response: null,
      createdAt: slot('createdAt')
    })
    .onConflict((conflict) => conflict.columns(['officeId', 'actorId', 'key']).doNothing())
)

const keep = compiled<{ officeId: string; actorId: string; key: string; response: string }, unknown>(
  (db, slot) =>
    db
      .updateTable('idempotencyKey')
      .set({ response: slot('response') })
      .where('officeId', '=', slot('officeId'))
      .where('actorId', '=', slot('actorId'))
      .where('key', '=', slot('key'))
)
