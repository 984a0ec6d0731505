import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { isDatabaseAway, isPassing } from './database/failures.ts'
import type { Database, Db, Engine } from './database/schema.ts'
import { DomainError } from './errors.ts'
import { appendEvents, lockOfficeLog, type NewEvent } from './event-log.ts'
import type { Doer, RecordEvent } from './events.ts'
import { createGate, openGate } from './gate.ts'
import { once, type Sent } from './idempotency.ts'
import { newId, type RandomBytes } from './ids.ts'

/** What a service works with inside one transaction of one office. */
export interface Work {
  db: Db
  officeId: string
  actor: Doer
  now: string
  newId(): string
  randomBytes: RandomBytes
  record: RecordEvent
}

export interface Change {
  officeId: string
  actor: Doer
  /** Present when the client named its request, so that a repeat is answered alike and does nothing more. */
  sent?: Sent | undefined
  /** Makes the office itself, in the same transaction, where it does not stand yet. */
  found?: (db: Db, now: string) => Promise<unknown>
  /** Milliseconds after which the task is given up, as all others of the office wait for it. */
  deadline?: number
  /** Hears that it is durable, whatever becomes of its answer. */
  committed?: () => void
  /** When it happened, for imports and the demonstration alone; everything else happens now. */
  at?: Date | undefined
}

export type Transact = <Result>(change: Change, task: (work: Work) => Promise<Result>) => Promise<Result>

export interface TransactParts {
  db: Kysely<Database>
  engine: Engine
  clock: () => Date
  randomBytes: RandomBytes
  /** Hears of an office whose log has grown, after the commit. */
  changed: (officeId: string) => void
}

/** Long enough for a busy machine, short enough that nobody stands before a frozen screen. Milliseconds. */
const DEADLINE = 5000

/** Together some three seconds, as long as a command line may hold the database. */
const MOST_TRIES = 8
const LONGEST_WAIT = 800

/**
 * Makes `transact`, the only way to change anything: it locks the office first and no other office, runs the
 * task, writes its events and its idempotency record with it, and answers once all of it is durable.
 *
 * A refusal undoes everything, also the claim of the idempotency key: only successes are remembered.
 *
 * @throws NOT_FOUND when there is no such office
 * @throws DATABASE_UNAVAILABLE when the commit failed, so that the outcome is not known or nothing was written
 */
export function createTransact(parts: TransactParts): Transact {
  const inside = new AsyncLocalStorage<true>()
  const gate = parts.engine.rowLocks ? createGate() : openGate

  return async (change, task) => {
    if (inside.getStore()) throw new Error('transact inside transact: hand the work on instead')
    return gate(change.officeId, () =>
      retried(() => attempt(parts, change, (work) => inside.run(true, () => task(work))))
    )
  }
}

async function attempt<Result>(
  parts: TransactParts,
  change: Change,
  task: (work: Work) => Promise<Result>
): Promise<Result> {
  const { db, changed } = parts
  const events: NewEvent[] = []
  const result = await db
    .transaction()
    .execute((trx) =>
      within(change.deadline ?? DEADLINE, () => perform({ ...parts, db: trx }, change, task, events))
    )
  change.committed?.()
  if (events.length > 0) changed(change.officeId)
  return result
}

async function perform<Result>(
  { db, engine, clock, randomBytes }: Omit<TransactParts, 'db'> & { db: Db },
  { officeId, actor, sent, found, at }: Change,
  task: (work: Work) => Promise<Result>,
  events: NewEvent[]
): Promise<Result> {
  if (found) await found(db, (at ?? clock()).toISOString())
  const position = await lockOfficeLog(db, engine, officeId)
  if (!position) throw new DomainError('NOT_FOUND')
  const moment = at ?? clock()
  const now = moment.toISOString()
  const id = () => newId(moment, randomBytes)
  const salt = () => randomBytes(16).toString('base64url')
  const record: RecordEvent = (name, data, ...secrets) => {
    const [secret] = secrets as [object?]
    events.push({
      id: id(),
      name,
      data: JSON.stringify(data),
      secret: secret === undefined ? undefined : JSON.stringify({ ...secret, salt: salt() })
    })
    return position.seq + events.length
  }

  const run = async () => {
    const result = await task({ db, officeId, actor, now, newId: id, randomBytes, record })
    if (events.length > 0) await appendEvents(db, { officeId, ...position }, { events, at: now, by: actor })
    return result
  }
  return sent ? once(db, { officeId, actorId: actor.id, createdAt: now, ...sent }, run) : run()
}

/** Gives a task up when it waits for something else than the database. */
async function within<Result>(milliseconds: number, task: () => Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new DomainError('DATABASE_UNAVAILABLE')), milliseconds)
  try {
    return await Promise.race([task(), late.promise])
  } finally {
    clearTimeout(timer)
  }
}

async function retried<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run()
    } catch (error) {
      if (tries === MOST_TRIES || !isPassing(error)) throw asRefusal(error)
      await sleep(Math.min(25 * 2 ** tries, LONGEST_WAIT))
    }
  }
}

/** A commit that failed is not a commit that did not happen: the client's repeat with its key settles it. */
function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError || !isDatabaseAway(error)) return error
  return Object.assign(new DomainError('DATABASE_UNAVAILABLE'), { cause: error })
}
