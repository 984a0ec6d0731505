import { fork } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { keyFile, startServer } from '../support/server-process.ts'
import { interleaved, type Measured } from './rounds.ts'

const SECONDS = 3

/** The public page of a procedure, read by its key, against a bare Fastify that says hello. Requests a second. */
export async function benchPageRead(): Promise<Measured> {
  const databaseUrl = `sqlite:${path.join(mkdtempSync(path.join(tmpdir(), 'motcua-bench-')), 'bench.sqlite')}`
  const server = await startServer({ databaseUrl, secretKeyFile: keyFile(), demoPassword: 'benchmark' })
  const bare = fork(fileURLToPath(new URL('./hello.ts', import.meta.url)))
  const helloAddress = await new Promise<string>((resolve) =>
    bare.once('message', (address) => resolve(String(address)))
  )
  try {
    return await interleaved({
      program: () => requestsASecond(`${server.address}/thu-tuc/1.001193`),
      reference: () => requestsASecond(helloAddress)
    })
  } finally {
    bare.kill()
    await server.stop()
  }
}

async function requestsASecond(url: string): Promise<number> {
  const result = await autocannon({ url, connections: 64, duration: SECONDS })
  if (result.non2xx > 0) throw new Error(`${url} answered ${result.non2xx} times with an error`)
  return result['2xx'] / result.duration
}
