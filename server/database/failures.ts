import { AbortedTransactionError } from 'kysely'

/** SQLSTATE classes and codes of PostgreSQL, and codes of the line to it, that mean "the database is away". */
const AWAY =
  /^(08...|57P0.|53...|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|SQLITE_(FULL|IOERR|CANTOPEN|READONLY).*)$/

/** What the PostgreSQL client says without a code when its line breaks or nothing answers. */
const AWAY_IN_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable/i

/**
 * Refusals that the next try may not meet: another transaction was in the way, or has just taken what must be unique, so
 * that the task will find it taken and can say so.
 */
const PASSING = new Set([
  '40001',
  '40P01',
  '55P03',
  '23505',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_CONSTRAINT_UNIQUE'
])

/** Whether the next try may pass. Nothing was written. */
export function isPassing(error: unknown): boolean {
  return PASSING.has(codeOf(error))
}

/** Whether the database could not answer, or nobody knows whether it has: the commit may have happened or not. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof AbortedTransactionError || isBusy(error)) return true
  return AWAY.test(codeOf(error)) || AWAY_IN_WORDS.test(String((error as Error)?.message ?? ''))
}

function isBusy(error: unknown): boolean {
  return isPassing(error) && !/^23505$|CONSTRAINT/.test(codeOf(error))
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown })?.code ?? '')
}
