import { setImmediate } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler
} from 'kysely'

/** Before 3.51.3 two connections that write and checkpoint at once can corrupt the file (the WAL-reset bug). */
const OLDEST_SQLITE = '3.51.3'

/**
 * SQLite for Kysely. Prepared statements are kept; transactions that arrive together share one durable
 * commit; a query outside a transaction sees the last commit, on a connection that cannot write.
 */
export function sqliteDialect(file: string): Dialect {
  return {
    createDriver: () => new GroupCommitDriver(file),
    createAdapter: () => new ManyLeases(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db)
  }
}

/** Kysely would let one caller in at a time; here the driver decides whose turn it is. */
class ManyLeases extends SqliteAdapter {
  override get supportsMultipleConnections() {
    return true
  }

  /** SQLite undoes schema changes with their transaction, so an interrupted migration leaves nothing half done. */
  override get supportsTransactionalDdl() {
    return true
  }
}

/** Bounds how long one group keeps the event loop from everything else. */
const LARGEST_GROUP = 64

/**
 * Runs transactions one after another, each in a savepoint, and commits them in groups: what arrives
 * during a commit makes up the next group. A transaction that fails is undone alone. All of a group are
 * answered after its commit, in the order in which they ran.
 */
class GroupCommitDriver implements Driver {
  readonly #writer: Connection
  readonly #reader: Connection
  readonly #waiting: Lease[] = []
  #running: Promise<void> | undefined

  constructor(file: string) {
    this.#writer = new Connection(file, { readonly: false })
    this.#reader = new Connection(file, { readonly: true })
  }

  async init() {}

  async acquireConnection() {
    return new Lease(this.#reader)
  }

  async releaseConnection() {}

  async beginTransaction(lease: Lease) {
    this.#waiting.push(lease)
    this.#running ??= this.#run()
    await lease.turn.granted.promise
  }

  async commitTransaction(lease: Lease) {
    lease.end('keep')
    await lease.turn.answered.promise
  }

  /** Waits too: what made this transaction fail may be a change that the group has yet to keep or lose. */
  async rollbackTransaction(lease: Lease) {
    lease.end('undo')
    await lease.turn.answered.promise.catch(() => {})
  }

  /** The reader goes first, as only the last connection to close tidies up the write-ahead log. */
  async destroy() {
    await this.#running
    this.#reader.close()
    this.#writer.close()
  }

  /** Lets the event loop go round before each group, so that requests which came in meanwhile join it. */
  async #run() {
    while (this.#waiting.length > 0) {
      await setImmediate()
      await this.#commitGroup()
    }
    this.#running = undefined
  }

  async #commitGroup() {
    const group: Lease[] = []
    try {
      while (group.length < LARGEST_GROUP) {
        const lease = this.#waiting.shift()
        if (!lease) break
        group.push(lease)
        if (group.length === 1) this.#writer.run('begin immediate')
        await this.#runAlone(lease)
      }
      this.#writer.run('commit')
      for (const { turn } of group) turn.answered.resolve()
    } catch (error) {
      this.#writer.abandon()
      for (const lease of group) lease.fail(error)
    }
  }

  async #runAlone(lease: Lease) {
    this.#writer.run('savepoint task')
    if ((await lease.use(this.#writer)) === 'undo') this.#writer.run('rollback to task')
    this.#writer.run('release task')
  }
}

/** What Kysely holds for one query or one transaction. It reads, and writes while its transaction has its turn. */
class Lease implements DatabaseConnection {
  #connection: Connection | undefined
  #turn: Turn | undefined

  constructor(reader: Connection) {
    this.#connection = reader
  }

  get turn() {
    this.#turn ??= new Turn()
    return this.#turn
  }

  use(writer: Connection) {
    this.#connection = writer
    this.turn.granted.resolve()
    return this.turn.ended.promise
  }

  end(how: 'keep' | 'undo') {
    this.#connection = undefined
    this.turn.ended.resolve(how)
  }

  fail(cause: unknown) {
    const { granted, answered } = this.turn
    this.#connection = undefined
    granted.reject(cause)
    answered.promise.catch(() => {})
    answered.reject(new AbortedTransactionError({ cause }))
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (!this.#connection) throw new Error('The transaction of this query has ended')
    return this.#connection.execute<Row>(query)
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query)
  }
}

/** The three moments of a transaction: it may start, it has ended, its outcome is durable. */
class Turn {
  readonly granted = Promise.withResolvers<void>()
  readonly ended = Promise.withResolvers<'keep' | 'undo'>()
  readonly answered = Promise.withResolvers<void>()
}

const MOST_STATEMENTS = 500

/** Waiting for another process here stops everything else, so it is short; `transact` waits longer, without blocking. Milliseconds. */
const BUSY_TIMEOUT = 50

class Connection {
  readonly #database: Sqlite.Database
  readonly #statements = new Map<string, Sqlite.Statement<unknown[]>>()

  constructor(file: string, { readonly }: { readonly: boolean }) {
    this.#database = new Sqlite(file, { readonly, timeout: BUSY_TIMEOUT })
    this.#database.pragma('foreign_keys = ON')
    this.#database.pragma('trusted_schema = OFF')
    this.#database.pragma('cell_size_check = ON')
    if (readonly) return
    refuseOldSqlite(this.#database)
    this.#database.pragma('journal_mode = WAL')
    this.#database.pragma('synchronous = FULL')
  }

  /** Refuses to write when SQLite has given up the transaction by itself, as it does when the disk is full. */
  execute<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    if (!this.#database.readonly && !this.#database.inTransaction)
      throw new Error('SQLite gave up the transaction')
    const statement = this.#prepare(sql)
    if (statement.reader) return { rows: statement.all(parameters) as Row[] }
    return { rows: [], numAffectedRows: BigInt(statement.run(parameters).changes) }
  }

  run(sql: string) {
    this.#prepare(sql).run()
  }

  abandon() {
    if (this.#database.inTransaction) this.#database.exec('rollback')
  }

  close() {
    this.#database.close()
  }

  #prepare(sql: string) {
    const kept = this.#statements.get(sql)
    if (kept) return kept
    if (this.#statements.size === MOST_STATEMENTS) this.#statements.clear()
    const statement = this.#database.prepare<unknown[]>(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

function refuseOldSqlite(database: Sqlite.Database) {
  const version = String(database.prepare('select sqlite_version()').pluck().get())
  if (isOlder(version, OLDEST_SQLITE)) {
    throw new Error(`SQLite ${version} can corrupt its file; ${OLDEST_SQLITE} or newer is needed`)
  }
}

/** Whether `version` stands before `than`, part by part. @example isOlder('3.51.2', '3.51.3') // true */
function isOlder(version: string, than: string): boolean {
  const [mine, other] = [version, than].map((text) => text.split('.').map(Number))
  const differs = [0, 1, 2].find((part) => mine?.[part] !== other?.[part])
  return differs !== undefined && (mine?.[differs] ?? 0) < (other?.[differs] ?? 0)
}
