import type { Compilable, CompiledQuery, DialectAdapter, QueryResult } from 'kysely'
import type { Db } from './schema.ts'

/** Stands for a value until the query runs. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/**
 * A query that is built once per database and then only filled in: for the few that every request makes,
 * as building one with Kysely costs several times what SQLite needs to run it.
 */
export function compiled<Values extends { [Name in keyof Values]: string | number | null }, Row>(
  build: (db: Db, slot: <Name extends string & keyof Values>(name: Name) => Values[Name]) => Compilable<Row>
): (db: Db, values: Values) => Promise<QueryResult<Row>> {
  const queries = new WeakMap<DialectAdapter, CompiledQuery<Row>>()
  return (db, values) => {
    const { adapter } = db.getExecutor()
    const query = queries.get(adapter) ?? build(db, (name) => new Slot(name) as never).compile()
    queries.set(adapter, query)
    const parameters = query.parameters.map((value) =>
      value instanceof Slot ? values[value.name as keyof Values] : value
    )
    return db.executeQuery({ ...query, parameters })
  }
}
