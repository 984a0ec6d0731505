import { hash, randomBytes } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import fastify from 'fastify'
import { newId } from '../../server/ids.ts'

/**
 * The reference of a durable change: a bare Fastify that runs the statements that one change of the server runs, by
 * hand, prepared once, each change committed durably by itself.
 */
const database = new Sqlite(process.argv[2] ?? '')
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec(`
  create table office_log (office_id text primary key, seq integer not null, head text not null);
  create table counter (office_id text, id text, number integer, name text, state text, pause_reason text, officer_id text,
    open_until text,
    primary key (office_id, id));
  create table event (office_id text, seq integer, id text, name text, v integer, at text, by text, data text,
    private_hash text, digest text, hash text, primary key (office_id, seq));
  create table idempotency_key (office_id text, actor_id text, key text, fingerprint text, response text, created_at text,
    primary key (office_id, actor_id, key));
  create index idempotency_key_age on idempotency_key (created_at);
  insert into office_log values ('o1', 0, '');
  insert into counter values ('o1', 'c1', 1, 'Quầy 1', 'open', null, 'a1', '9999');`)

const statement = {
  lock: database.prepare<[string], { seq: number; head: string }>(
    'select seq, head from office_log where office_id = ?'
  ),
  claim: database.prepare('insert into idempotency_key values (?, ?, ?, ?, null, ?) on conflict do nothing'),
  left: database.prepare(
    "select * from counter where office_id = ? and state <> 'closed' and (open_until is null or open_until <= ?) order by number"
  ),
  counter: database.prepare('select * from counter where office_id = ? and id = ?'),
  pause: database.prepare(
    'update counter set state = ?, pause_reason = ?, officer_id = ?, open_until = ? where office_id = ? and id = ?'
  ),
  event: database.prepare('insert into event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
  head: database.prepare('update office_log set seq = ?, head = ? where office_id = ?'),
  keep: database.prepare(
    'update idempotency_key set response = ? where office_id = ? and actor_id = ? and key = ?'
  )
}

const change = database.transaction((reason: string, key: string) => {
  const now = new Date()
  const at = now.toISOString()
  const { seq, head } = statement.lock.get('o1') ?? { seq: 0, head: '' }
  statement.claim.run('o1', 'a1', key, hash('sha256', reason), at)
  statement.left.all('o1', at)
  statement.counter.get('o1', 'c1')
  statement.pause.run('paused', reason, 'a1', '9999', 'o1', 'c1')
  const data = JSON.stringify({ counterId: 'c1', number: 1, state: 'paused', reason })
  const id = newId(now, randomBytes)
  const digest = hash('sha256', JSON.stringify(['o1', seq + 1, id, 'counter.paused', 1, at, '{}', data, '']))
  const link = hash('sha256', head + digest)
  statement.event.run('o1', seq + 1, id, 'counter.paused', 1, at, '{}', data, '', digest, link)
  statement.head.run(seq + 1, link, 'o1')
  const answer = { id: 'c1', number: 1, name: 'Quầy 1', open: false, state: 'paused', pauseReason: reason }
  statement.keep.run(JSON.stringify(answer), 'o1', 'a1', key)
  return answer
})

const app = fastify()
app.post<{ Body: { reason: string } }>('/change', async ({ body, headers }) =>
  change.immediate(body.reason, String(headers['idempotency-key']))
)
process.send?.(await app.listen({ port: 0, host: '127.0.0.1' }))
