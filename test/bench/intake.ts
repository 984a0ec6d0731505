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
 * A dossier taken in over HTTP at 64 callers, with code, papers, due date, event, chain link and idempotency record,
 * against a bare Fastify that runs the same statements raw, one durable transaction each, on the same disk. Intakes a
 * second.
 */
export async function benchIntake(): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-bench-'))
  const databaseUrl = `sqlite:${path.join(folder, 'bench.sqlite')}`
  const server = await startServer({ databaseUrl, secretKeyFile: keyFile(), demoPassword: PASSWORD })
  const bare = fork(fileURLToPath(new URL('./raw-intake.ts', import.meta.url)), [
    path.join(folder, 'raw.sqlite')
  ])
  const bareAddress = await new Promise<string>((resolve) =>
    bare.once('message', (said) => resolve(String(said)))
  )
  const { cookie } = await signInAt(server.address, 'tiepnhan1', PASSWORD)
  const program = {
    address: server.address,
    path: '/api/v1/dossiers',
    headers: { cookie, origin: server.address, 'x-motcua': '1' }
  }
  const reference = { address: bareAddress, path: '/intake', headers: {} }
  try {
    return await interleaved({
      program: () => intakesASecond(program),
      reference: () => intakesASecond(reference)
    })
  } finally {
    bare.kill()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

let asked = 0

async function intakesASecond({ address, path: target, headers }: Target): Promise<number> {
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
          return { ...request, headers: { ...headers, ...more }, body: JSON.stringify(intakeOf(asked)) }
        }
      }
    ]
  })
  if (result.non2xx > 0) throw new Error(`${result.non2xx} intakes were refused`)
  return result['2xx'] / result.duration
}

/** Three working days, three papers: what a counter takes in most. */
function intakeOf(ordinal: number): object {
  return {
    procedureCode: '1.001612',
    applicant: {
      kind: 'citizen',
      name: 'Nguyễn Thị Bé An',
      idNumber: `091185${String(ordinal % 1_000_000).padStart(6, '0')}`,
      birthDate: '1985-03-05',
      sex: 'female',
      address: 'Tổ 4, khu phố 2, phường Rạch Giá, tỉnh An Giang',
      phone: '0912000678'
    },
    channel: 'counter',
    components: ['1', '2', '3'].map((id) => ({ id, originals: 1, copies: 0 })),
    resultDelivery: 'counter'
  }
}
