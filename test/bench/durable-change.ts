import { hash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import autocannon from 'autocannon'
import Sqlite from 'better-sqlite3'
import { newId } from '../../server/ids.ts'
import { keyFile, type ServerProcess, signInAt, startServer } from '../support/server-process.ts'
import { interleaved, type Measured } from './rounds.ts'

const CALLERS = 64
const SECONDS = 3
const PASSWORD = 'benchmark'

/**
 * One durable change over HTTP at 64 callers, with its event, chain link and idempotency record, against a loop that
 * runs the same statements raw, one durable transaction each, on the same disk. Changes a second.
 */
export async function benchDurableChange(): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-bench-'))
  const databaseUrl = `sqlite:${path.join(folder, 'bench.sqlite')}`
  const server = await startServer({ databaseUrl, secretKeyFile: keyFile(), demoPassword: PASSWORD })
  const caller = await callerOf(server)
  const raw = rawTransactions(path.join(folder, 'raw.sqlite'))
  try {
    return await interleaved({
      program: () => changesOverHttp(server, caller),
      reference: async () => raw.rate()
    })
  } finally {
    raw.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function callerOf({ address }: ServerProcess) {
  const { cookie, user, ask } = await signInAt(address, 'tiepnhan1', PASSWORD)
  const office = (await (await ask('GET', `/api/v1/offices/${user.officeId}`)).json()) as {
    counters: { id: string }[]
  }
  const counterId = office.counters[0]?.id ?? ''
  await ask('POST', `/api/v1/counters/${counterId}/open`)
  return { cookie, url: `/api/v1/counters/${counterId}/pause` }
}

let asked = 0

async function changesOverHttp({ address }: ServerProcess, { cookie, url }: { cookie: string; url: string }) {
  const before = asked
  const result = await autocannon({
    url: address,
    connections: CALLERS,
    duration: SECONDS,
    requests: [
      {
        method: 'POST',
        path: url,
        setupRequest: (request) => {
          asked += 1
          return {
            ...request,
            headers: {
              cookie,
              origin: address,
              'x-motcua': '1',
              'content-type': 'application/json',
              'idempotency-key': `bench-${asked}`
            },
            body: JSON.stringify({ reason: `họp lần ${asked}` })
          }
        }
      }
    ]
  })
  if (result.non2xx > 0 || asked === before) throw new Error(`${result.non2xx} changes were refused`)
  return result['2xx'] / result.duration
}

/** The statements that one change of the server runs, prepared once and each change committed by itself. */
function rawTransactions(file: string) {
  const database = new Sqlite(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(`
    create table office_log (office_id text primary key, seq integer not null, head text not null);
    create table counter (office_id text, id text, number integer, name text, state text, pause_reason text, officer_id text,
      primary key (office_id, id));
    create table event (office_id text, seq integer, id text, name text, v integer, at text, by text, data text,
      private_hash text, digest text, hash text, primary key (office_id, seq));
    create table idempotency_key (office_id text, actor_id text, key text, fingerprint text, response text, created_at text,
      primary key (office_id, actor_id, key));
    create index idempotency_key_age on idempotency_key (created_at);
    insert into office_log values ('o1', 0, '');
    insert into counter values ('o1', 'c1', 1, 'Quầy 1', 'open', null, 'a1');`)
  const statement = {
    lock: database.prepare<[string], { seq: number; head: string }>(
      'select seq, head from office_log where office_id = ?'
    ),
    claim: database.prepare(
      'insert into idempotency_key values (?, ?, ?, ?, null, ?) on conflict do nothing'
    ),
    counter: database.prepare('select * from counter where office_id = ? and id = ?'),
    pause: database.prepare(
      'update counter set state = ?, pause_reason = ?, officer_id = ? where office_id = ? and id = ?'
    ),
    event: database.prepare('insert into event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    head: database.prepare('update office_log set seq = ?, head = ? where office_id = ?'),
    keep: database.prepare(
      'update idempotency_key set response = ? where office_id = ? and actor_id = ? and key = ?'
    )
  }
  let done = 0
  const change = database.transaction(() => {
    done += 1
    const now = new Date()
    const at = now.toISOString()
    const key = `bench-${done}`
    const position = statement.lock.get('o1') ?? { seq: 0, head: '' }
    statement.claim.run('o1', 'a1', key, hash('sha256', key), at)
    statement.counter.get('o1', 'c1')
    statement.pause.run('paused', `họp lần ${done}`, 'a1', 'o1', 'c1')
    const data = JSON.stringify({ counterId: 'c1', number: 1, state: 'paused', reason: `họp lần ${done}` })
    const id = newId(now, randomBytes)
    const digest = hash(
      'sha256',
      JSON.stringify(['o1', position.seq + 1, id, 'counter.paused', 1, at, '{}', data, ''])
    )
    const link = hash('sha256', position.head + digest)
    statement.event.run('o1', position.seq + 1, id, 'counter.paused', 1, at, '{}', data, '', digest, link)
    statement.head.run(position.seq + 1, link, 'o1')
    statement.keep.run(data, 'o1', 'a1', key)
  })
  const rate = () => {
    const start = performance.now()
    const before = done
    while (performance.now() - start < SECONDS * 1000) change.immediate()
    return (done - before) / SECONDS
  }
  return { rate, close: () => database.close() }
}
