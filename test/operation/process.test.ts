import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { databases, type TestDatabase } from '../support/databases.ts'
import { keyFile, type ServerProcess, signInAt, startServer } from '../support/server-process.ts'

const PASSWORD = 'mật-khẩu-bí-mật'
const SECRETS = ['079185001234', '0912345678', 'Trần Thị Kín', PASSWORD]

describe.each(databases)('a server process, on $name', ({ open }) => {
  let database: TestDatabase
  let server: ServerProcess
  afterEach(async () => {
    server.process.kill('SIGKILL')
    await database.drop()
  })

  const start = async (logLevel = 'info') => {
    database = await open()
    server = await startServer({
      databaseUrl: database.url,
      secretKeyFile: keyFile(),
      demoPassword: PASSWORD,
      logLevel
    })
  }

  it('A-44 writes no personal data and no token into its log', async () => {
    await start()
    const startUp = server.said().length
    const { ask, cookie, user } = await signInAt(server.address, 'quantri', PASSWORD)
    const [, number, phone, name] = ['', ...SECRETS]
    await fetch(`${server.address}/api/v1/procedures?q=${encodeURIComponent(`${name} ${number}`)}`)
    await fetch(`${server.address}/t/${number}`)
    await ask('POST', `/api/v1/offices/${user.officeId}/counters`, { number: phone, name })
    await ask('POST', '/api/v1/accounts', { username: 'kin', name, roles: ['reception'], password: number })
    await fetch(`${server.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: phone, password: number })
    })
    await fetch(`${server.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"x":"${name}"`
    })
    await expect.poll(() => server.said().slice(startUp)).toContain('request completed')
    const log = server.said().slice(startUp)

    expect(log).toContain('/api/v1/procedures')
    for (const secret of [...SECRETS, encodeURIComponent(SECRETS[2] ?? ''), cookie.split('=')[1] ?? '']) {
      expect(log).not.toContain(secret)
    }
  })

  it('ends in good order when it is told to stop, and goes on with the same data', async () => {
    await start('error')
    const { ask, user } = await signInAt(server.address, 'quantri', PASSWORD)
    await ask('POST', `/api/v1/offices/${user.officeId}/counters`, { number: 44, name: 'Quầy cuối' })
    await server.stop()
    expect(server.process.exitCode).toBe(0)
    const counters = await database.db.selectFrom('counter').select('name').where('number', '=', 44).execute()
    expect(counters).toEqual([{ name: 'Quầy cuối' }])
  })
})

describe('starting', () => {
  const startMjs = path.resolve(import.meta.dirname, '../../server/start.mjs')

  it('says in a sentence that Node is too old, instead of crashing', () => {
    const code = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } }); await import(${JSON.stringify(startMjs)})`
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      encoding: 'utf8'
    })
    expect(status).toBe(1)
    expect(stderr.trim()).toMatch(/^Một cửa cần Node\.js 24 trở lên, máy này đang chạy Node\.js 20\.20\.2\./)
  })

  it('says what to set in production, without a stack', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'motcua-start-'))
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      SECRET_KEY_FILE: path.join(folder, 'k'),
      PUBLIC_URL: ''
    }
    const { status, stderr } = spawnSync(process.execPath, [startMjs, 'serve'], {
      encoding: 'utf8',
      cwd: folder,
      env
    })
    expect(status).toBe(1)
    expect(stderr.trim()).toMatch(/^PUBLIC_URL: [^\n]*$/)
  })
})
