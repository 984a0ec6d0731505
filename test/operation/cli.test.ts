import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases, type TestDatabase } from '../support/databases.ts'
import { keyFile } from '../support/server-process.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

describe.each(databases)('the command line, on $name', ({ open, name }) => {
  let database: TestDatabase
  const secretKeyFile = keyFile()
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-cli-'))
  beforeEach(async () => {
    database = await open('offices')
  })
  afterEach(() => database.drop())

  const cli = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['server/start.mjs', 'cli', ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: database.url, SECRET_KEY_FILE: secretKeyFile, LOG_LEVEL: 'error' }
    })
    return { status, said: stdout + stderr }
  }
  const document = (content: string | Buffer) => {
    const file = path.join(folder, 'document.json')
    writeFileSync(file, content)
    return file
  }

  it('verifies the log, and says where it is broken', async () => {
    expect(cli('audit', 'verify')).toMatchObject({ status: 0, said: expect.stringContaining('nguyên vẹn') })
    const run = (text: string) => database.db.transaction().execute((trx) => sql.raw(text).execute(trx))
    await run(
      name === 'SQLite' ? 'drop trigger event_refuses_update' : 'alter table event disable trigger all'
    )
    await run(`update event set data = '{}' where seq = 7`)
    const broken = cli('audit', 'verify')
    expect(broken.status).toBe(1)
    expect(broken.said).toContain('chuỗi gãy ở sự kiện số 7 (nội dung đã bị sửa)')
    expect(cli('doctor').status).toBe(1)
  })

  it('adds a person and makes a token, and refuses a name that could never sign in', async () => {
    const added = cli('user', 'add', '--username', 'moi.den', '--name', 'Người Mới', '--role', 'reception')
    expect(added).toMatchObject({ status: 0, said: expect.stringMatching(/Mật khẩu dùng lần đầu: \S{12}/) })
    expect(cli('token', 'create', '--user', 'moi.den')).toMatchObject({ status: 0 })
    expect(cli('user', 'add', '--username', 'Admin', '--name', 'X', '--role', 'reception')).toMatchObject({
      status: 1
    })
    expect(cli('user', 'add', '--username', 'abc', '--name', 'X', '--role', 'boss').said).toContain(
      'Không có vai trò'
    )
  })

  it('imports a catalogue once it was looked at, also as Windows saves it', async () => {
    const procedure = {
      code: '9.999999',
      name: 'Thủ tục thử',
      field: 'Thử',
      level: 'xa',
      termText: '03 ngày làm việc'
    }
    const text = JSON.stringify([{ ...procedure, term: { amount: 3, unit: 'working_day' }, components: [] }])
    const file = document(`\uFEFF${text}`)
    const look = cli('catalogue', 'import', file, '--dry-run')
    expect(look.said).toContain('Thêm mới: 1')
    expect(look.said).toContain('Chưa ghi gì')
    expect(cli('catalogue', 'import', file).said).toContain('Thêm mới: 1')
    expect(cli('catalogue', 'import', document(Buffer.from(`\uFEFF${text}`, 'utf16le'))).said).toContain(
      'Giữ nguyên: 1'
    )
  })

  it('says in words what is wrong with a command or a file', () => {
    expect(cli('nope')).toMatchObject({ status: 1, said: expect.stringContaining('Không có lệnh «nope»') })
    expect(cli('toString').status).toBe(1)
    expect(cli('calendar', 'import', '/không/có.json').said).toContain('không có tệp này')
    expect(cli('calendar', 'import', document('{"years":')).said).toContain('không phải JSON')
    expect(cli('calendar', 'import', document('{"years":[2028]}')).status).toBe(1)
    expect(cli('--help').said).toContain('catalogue import')
  })
})
