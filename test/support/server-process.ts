import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A server in a process of its own, started as a person would start it. */
export interface ServerProcess {
  address: string
  process: ChildProcess
  /** What it wrote so far, log and words. */
  said(): string
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  stop(): Promise<void>
}

const ROOT = path.resolve(import.meta.dirname, '../..')

/** A folder with the server's key, which processes on one database share. */
export function keyFile(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'motcua-key-')), 'secret.key')
}

export async function startServer({
  databaseUrl,
  secretKeyFile,
  demoPassword,
  port: wanted,
  logLevel = 'error',
  env = {}
}: {
  databaseUrl: string
  secretKeyFile: string
  demoPassword?: string
  /** Of a server that comes back at its address. */
  port?: number
  logLevel?: string
  /** Further settings. */
  env?: Record<string, string>
}): Promise<ServerProcess> {
  const port = wanted ?? (await freePort())
  const program = demoPassword === undefined ? 'serve' : 'demo'
  const child = spawn(process.execPath, ['server/start.mjs', program], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      SECRET_KEY_FILE: secretKeyFile,
      LOG_LEVEL: logLevel,
      ...env,
      ...(demoPassword === undefined ? {} : { DEMO_PASSWORD: demoPassword })
    }
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const address = `http://127.0.0.1:${port}`
  await untilHealthy(
    address,
    () => child.exitCode !== null,
    () => said
  )
  const ended = once(child, 'exit')
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return { address, process: child, said: () => said, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

/** A demonstration on PostgreSQL takes a second to found, on a machine that does ten other things a minute. Milliseconds. */
const STARTS_WITHIN = 100_000

async function untilHealthy(address: string, exited: () => boolean, said: () => string): Promise<void> {
  const patience = Date.now() + STARTS_WITHIN
  while (Date.now() < patience) {
    if (exited()) throw new Error(`the server ended: ${said()}`)
    const healthy = await fetch(`${address}/healthz`).then(
      ({ ok }) => ok,
      () => false
    )
    if (healthy) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`the server did not answer: ${said()}`)
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Signs in over HTTP and answers a way to ask as that person. */
export async function signInAt(address: string, username: string, password: string) {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ username, password })
  })
  if (response.status !== 200) throw new Error(`sign-in of ${username}: ${response.status}`)
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { user } = (await response.json()) as { user: { id: string; officeId: string } }
  const ask = (method: string, url: string, body?: object, more: Record<string, string> = {}) =>
    fetch(`${address}${url}`, {
      method,
      headers: { cookie, 'x-motcua': '1', origin: address, ...(body ? headers : {}), ...more },
      ...(body ? { body: JSON.stringify(body) } : {})
    })
  return { cookie, user, ask }
}
