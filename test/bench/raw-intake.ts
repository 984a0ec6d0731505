import { createHmac, hash, randomBytes } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import fastify from 'fastify'
import { newId } from '../../server/ids.ts'

/**
 * The reference of a durable intake: a bare Fastify that runs the statements of one intake of the server, by hand,
 * prepared once, with the same columns and indexes, each committed durably by itself. What the server works out (due
 * date, rules, checks) stands here as it comes out.
 */
const database = new Sqlite(process.argv[2] ?? '')
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')

const COLUMNS =
  `office_id id code version status procedure_code procedure_name field_name procedure_edition decree_id
  decree_version forms_id forms_version applicant_kind applicant_name applicant_name_key id_number id_number_key birth_date
  sex address phone phone_key email submitter channel sets result_delivery result_address ticket_id summary received_at
  received_by received_by_name term_amount term_unit term_text cut_off due_at due_day due_steps provisional original_due_at
  original_due_day holder_kind holder_id holder_name holder_accepted_at slip_required supplement_times token_hash
  code_key`.split(/\s+/)

const LATER =
  `holder_due_at slip_handed_at slip_how slip_reason supplement_asked_at supplement_items supplement_reason
  payment_amount closing_reason result_outcome result_number result_signer result_signed_on processed_at returned_at
  returned_to closed_at apology_id`.split(/\s+/)

database.exec(`
  create table office_log (office_id text primary key, seq integer not null, head text not null);
  create table idempotency_key (office_id text, actor_id text, key text, fingerprint text, response text, created_at text,
    primary key (office_id, actor_id, key));
  create index idempotency_key_age on idempotency_key (created_at);
  create table event (office_id text, seq integer, id text, name text, v integer, at text, by text, data text,
    private_hash text, digest text, hash text, primary key (office_id, seq));
  create table event_private (office_id text, seq integer, private text, primary key (office_id, seq));
  create table dossier (${[...COLUMNS, ...LATER].join(', ')}, primary key (office_id, id), unique (office_id, code),
    unique (office_id, token_hash));
  create index dossier_received on dossier (office_id, received_at, id, applicant_name_key);
  create index dossier_status on dossier (office_id, status, received_at, id);
  create index dossier_person on dossier (office_id, id_number_key);
  create index dossier_phone on dossier (office_id, phone_key);
  create index dossier_code_tail on dossier (office_id, code_key);
  create index dossier_open_due on dossier (office_id, due_at, id) where closed_at is null and processed_at is null;
  create table dossier_component (office_id text, dossier_id text, ordinal integer, name text, originals integer,
    copies integer, primary key (office_id, dossier_id, ordinal));
  create table dossier_event (office_id text, dossier_id text, seq integer, primary key (office_id, dossier_id, seq));
  create table dossier_number (office_id text, day text, last integer, primary key (office_id, day));
  insert into office_log values ('o1', 0, '');`)

const statement = {
  lock: database.prepare<[string], { seq: number; head: string }>(
    'select seq, head from office_log where office_id = ?'
  ),
  claim: database.prepare('insert into idempotency_key values (?, ?, ?, ?, null, ?) on conflict do nothing'),
  number: database.prepare<[string, string], { last: number }>(
    `insert into dossier_number values (?, ?, 1)
     on conflict do update set last = dossier_number.last + 1 returning last`
  ),
  dossier: database.prepare(
    `insert into dossier (${COLUMNS.join(', ')}) values (${COLUMNS.map(() => '?').join(', ')})`
  ),
  paper: database.prepare('insert into dossier_component values (?, ?, ?, ?, ?, ?)'),
  event: database.prepare('insert into event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
  secret: database.prepare('insert into event_private values (?, ?, ?)'),
  link: database.prepare('insert into dossier_event values (?, ?, ?)'),
  head: database.prepare('update office_log set seq = ?, head = ? where office_id = ?'),
  keep: database.prepare(
    'update idempotency_key set response = ? where office_id = ? and actor_id = ? and key = ?'
  )
}

const STEPS = JSON.stringify(
  ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map((day) => ({
    day,
    counted: true,
    reason: 'ngày làm việc thứ 1'
  }))
)

interface Asked {
  applicant: { name: string; idNumber: string; birthDate: string; address: string }
}

const intake = database.transaction((asked: Asked, key: string) => {
  const now = new Date()
  const at = now.toISOString()
  const { seq, head } = statement.lock.get('o1') ?? { seq: 0, head: '' }
  statement.claim.run('o1', 'a1', key, hash('sha256', JSON.stringify(asked)), at)
  const ordinal = statement.number.get('o1', '2026-11-23')?.last ?? 1
  const id = newId(now, randomBytes)
  const code = `H01.31-261123-${String(ordinal).padStart(4, '0')}`
  const token = createHmac('sha256', 'key').update(id).digest('base64url')
  const dossier = rowOf({ asked, id, code, at, tokenHash: hash('sha256', token) })
  statement.dossier.run(...COLUMNS.map((column) => dossier[column] ?? null))
  for (const place of [1, 2, 3]) statement.paper.run('o1', id, place, 'Giấy đề nghị đăng ký', 1, 0)
  const data = JSON.stringify(dossier)
  const secret = JSON.stringify({ ...asked, salt: randomBytes(16).toString('base64url') })
  const eventId = newId(now, randomBytes)
  const privateHash = hash('sha256', secret)
  const said = ['o1', seq + 1, eventId, 'dossier.received', 1, at, '{}', data, privateHash]
  const digest = hash('sha256', JSON.stringify(said))
  const link = hash('sha256', head + digest)
  statement.event.run(...said, digest, link)
  statement.secret.run('o1', seq + 1, secret)
  statement.link.run('o1', id, seq + 1)
  statement.head.run(seq + 1, link, 'o1')
  const answer = { ...dossier, components: [1, 2, 3], dueSteps: JSON.parse(STEPS) }
  statement.keep.run(JSON.stringify(answer), 'o1', 'a1', key)
  return { ...answer, token }
})

function rowOf({
  asked: { applicant },
  id,
  code,
  at,
  tokenHash
}: {
  asked: Asked
  id: string
  code: string
  at: string
  tokenHash: string
}): Record<string, string | number> {
  return {
    office_id: 'o1',
    id,
    code,
    version: 1,
    status: 'received',
    procedure_code: '1.001612',
    procedure_name: 'Đăng ký thành lập hộ kinh doanh',
    field_name: 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
    procedure_edition: '2025-07-01',
    decree_id: 'nd-309-2026',
    decree_version: 1,
    forms_id: 'tt-04-2025',
    forms_version: 1,
    applicant_kind: 'citizen',
    applicant_name: applicant.name,
    applicant_name_key: ' nguyen thi be an',
    id_number: applicant.idNumber,
    id_number_key: [...applicant.idNumber].reverse().join(''),
    birth_date: applicant.birthDate,
    sex: 'female',
    address: applicant.address,
    phone: '+84912000678',
    phone_key: '876000219',
    channel: 'counter',
    sets: 1,
    result_delivery: 'counter',
    received_at: at,
    received_by: 'a1',
    received_by_name: 'Danh Thị Mỹ Linh',
    term_amount: 3,
    term_unit: 'working_day',
    term_text: '3 ngày làm việc',
    due_at: '2026-11-27T09:30:00.000Z',
    due_day: '2026-11-27',
    due_steps: STEPS,
    provisional: 0,
    original_due_at: '2026-11-27T09:30:00.000Z',
    original_due_day: '2026-11-27',
    holder_kind: 'office',
    holder_id: 'a1',
    holder_name: 'Danh Thị Mỹ Linh',
    holder_accepted_at: at,
    slip_required: 1,
    supplement_times: 0,
    token_hash: tokenHash,
    code_key: [...code.replace(/\W/g, '')].reverse().join('')
  }
}

const app = fastify()
app.post<{ Body: Asked }>('/intake', async ({ body, headers }) =>
  intake.immediate(body, String(headers['idempotency-key']))
)
process.send?.(await app.listen({ port: 0, host: '127.0.0.1' }))
