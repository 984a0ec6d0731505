import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { keyFile, startServer } from '../support/server-process.ts'
import { interleaved, type Measured } from './rounds.ts'

/** From the start of the process to the first answer, on a database that is set up, against `node -e 0`. Milliseconds. */
export async function benchStart(): Promise<Measured> {
  const databaseUrl = `sqlite:${path.join(mkdtempSync(path.join(tmpdir(), 'motcua-bench-')), 'bench.sqlite')}`
  const parts = { databaseUrl, secretKeyFile: keyFile() }
  const first = await startServer({ ...parts, demoPassword: 'benchmark' })
  await first.stop()
  return interleaved({
    program: async () => {
      const began = performance.now()
      const server = await startServer(parts)
      const took = performance.now() - began
      await server.stop()
      return took
    },
    reference: async () => {
      const began = performance.now()
      spawnSync(process.execPath, ['-e', '0'])
      return performance.now() - began
    }
  })
}
