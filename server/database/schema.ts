import type { Kysely, Transaction } from 'kysely'

/**
 * All tables. Each domain declares its own into this interface (`declare module '../database/schema.ts'`), so
 * that the ground floor knows no domain.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in the domains' tables.ts
export interface Database {}

/** A database to read from: outside a transaction a write is refused. */
export type Db = Kysely<Database> | Transaction<Database>

/** What differs between the engines, as capabilities; made in `open.ts` and nowhere else. */
export interface Engine {
  name: 'sqlite' | 'postgres'
  /** Whether a transaction has to lock the office's row itself; SQLite's BEGIN IMMEDIATE has locked already. */
  rowLocks: boolean
}
