import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { keyFile, signInAt, startServer } from '../support/server-process.ts'
import { interleaved, type Measured } from './rounds.ts'

const CALLERS = 64
const SECONDS = 4
const PASSWORD = 'benchmark'

interface Target {
  address: string
  path: string
  headers: Record<string, string>
}

/**
 * One durable change over HTTP at 64 callers, with its event, chain link and idempotency record, against a bare
 * Fastify that runs the same statements raw, one durable transaction each, on the same disk. Changes a second.
 */
export async function benchDurableChange(): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-bench-'))
  const databaseUrl = `sqlite:${path.join(folder, 'bench.sqlite')}`
  const server = await startServer({ databaseUrl, secretKeyFile: keyFile(), demoPassword: PASSWORD })
  const bare = fork(fileURLToPath(new URL('./raw-change.ts', import.meta.url)), [
    path.join(folder, 'raw.sqlite')
  ])
  const bareAddress = await new Promise<string>((resolve) =>
    bare.once('message', (said) => resolve(String(said)))
  )
  const program = await programTarget(server.address)
  const reference = { address: bareAddress, path: '/change', headers: {} }
  try {
    return await interleaved({
      program: () => changesASecond(program),
      reference: () => changesASecond(reference)
    })
  } finally {
    bare.kill()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function programTarget(address: string): Promise<Target> {
  const { cookie, user, ask } = await signInAt(address, 'tiepnhan1', PASSWORD)
  const office = (await (await ask('GET', `/api/v1/offices/${user.officeId}`)).json()) as {
    counters: { id: string }[]
  }
  const counterId = office.counters[0]?.id ?? ''
  await ask('POST', `/api/v1/counters/${counterId}/open`)
  return {
    address,
    path: `/api/v1/counters/${counterId}/pause`,
    headers: { cookie, origin: address, 'x-motcua': '1' }
  }
}

let asked = 0

async function changesASecond({ address, path: target, headers }: Target): Promise<number> {
  const result = await autocannon({
    url: address,
    connections: CALLERS,
    duration: SECONDS,
    requests: [
      {
        method: 'POST',
        path: target,
        setupRequest: (request) => {
          asked += 1
          const more = { 'content-type': 'application/json', 'idempotency-key': `bench-${asked}` }
          return {
            ...request,
            headers: { ...headers, ...more },
            body: JSON.stringify({ reason: `họp lần ${asked}` })
          }
        }
      }
    ]
  })
  if (result.non2xx > 0) throw new Error(`${result.non2xx} changes were refused`)
  return result['2xx'] / result.duration
}
