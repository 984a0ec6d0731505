import { fork } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { keyFile, type ServerProcess, signInAt, startServer } from '../support/server-process.ts'
import { interleaved, type Measured } from './rounds.ts'

const SECONDS = 3

const PASSWORD = 'benchmark'

/** The public page of a procedure, read by its key, against a bare Fastify that says hello. Requests a second. */
export function benchPageRead(): Promise<Measured> {
  return againstHello(async () => ['/thu-tuc/1.001193'])
}

/** The citizen's page, by the tokens of all dossiers of the demonstration in turn, against the same. */
export function benchStatusPage(): Promise<Measured> {
  return againstHello(async (server) => {
    const { ask } = await signInAt(server.address, 'tiepnhan1', PASSWORD)
    const read = async (url: string) => (await ask('GET', `/api/v1${url}`)).json()
    const { items } = (await read('/dossiers?limit=100')) as { items: { code: string }[] }
    const dossiers = await Promise.all(items.map(({ code }) => read(`/dossiers/${code}`)))
    return dossiers.map((dossier) => new URL((dossier as { trackingUrl: string }).trackingUrl).pathname)
  })
}

async function againstHello(pathsOf: (server: ServerProcess) => Promise<string[]>): Promise<Measured> {
  const databaseUrl = `sqlite:${path.join(mkdtempSync(path.join(tmpdir(), 'motcua-bench-')), 'bench.sqlite')}`
  const server = await startServer({ databaseUrl, secretKeyFile: keyFile(), demoPassword: PASSWORD })
  const bare = fork(fileURLToPath(new URL('./hello.ts', import.meta.url)))
  const helloAddress = await new Promise<string>((resolve) =>
    bare.once('message', (address) => resolve(String(address)))
  )
  try {
    const paths = await pathsOf(server)
    return await interleaved({
      program: () => requestsASecond(server.address, paths),
      reference: () => requestsASecond(helloAddress, ['/'])
    })
  } finally {
    bare.kill()
    await server.stop()
  }
}

async function requestsASecond(address: string, paths: readonly string[]): Promise<number> {
  const requests = paths.map((one) => ({ path: one }))
  const result = await autocannon({ url: address, requests, connections: 64, duration: SECONDS })
  if (result.non2xx > 0) throw new Error(`${address} answered ${result.non2xx} times with an error`)
  return result['2xx'] / result.duration
}
