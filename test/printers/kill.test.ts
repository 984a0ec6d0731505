import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD } from '../support/app.ts'
import { databases, type TestDatabase } from '../support/databases.ts'
import { type FakePrinter, startFakePrinter } from '../support/fake-printer.ts'
import { keyFile, type ServerProcess, signInAt, startServer } from '../support/server-process.ts'

interface Job {
  id: string
  state: string
  cause: string | null
}

describe.each(databases)('R-01 the server is killed while it prints, on $name', ({ name, open }) => {
  let database: TestDatabase
  let printer: FakePrinter
  let server: ServerProcess | undefined
  const secretKeyFile = keyFile()
  beforeAll(async () => {
    database = await open('offices')
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    printer = await startFakePrinter()
  })
  afterEach(async () => {
    await server?.stop()
    await printer.close()
  })

  const start = () =>
    startServer({
      databaseUrl: database.url,
      secretKeyFile,
      env: { PRINTER_NETWORK: '127.0.0.1/32', PRINTER_PORTS: String(printer.port) }
    })

  /** A server with a printer whose proofs are known. */
  async function printing() {
    server = await start()
    const { ask } = await signInAt(server.address, 'quantri', PASSWORD)
    const added = (await (
      await ask('POST', '/api/v1/printers', {
        name: `Máy ${printer.port}`,
        address: '127.0.0.1',
        port: printer.port
      })
    ).json()) as { id: string }
    await ask('POST', `/api/v1/printers/${added.id}/probe`)
    return { ask, printerId: added.id }
  }

  const jobs = async (): Promise<Job[]> =>
    database.db.selectFrom('printJob').select(['id', 'state', 'cause']).orderBy('requestedAt').execute()

  const stateOf = async (id: string) => (await jobs()).find((job) => job.id === id)

  // On PostgreSQL each costs the time for which a printer is held.
  const moments = [
    ['when all was sent and nothing proved', { proofDelay: 60_000 }, 'sent', 1],
    ['before the printer has answered', { busy: true }, 'sending', 0]
  ] as const

  it.each(moments.slice(0, name === 'SQLite' ? 2 : 1))(
    '%s: unknown after the restart, and no second paper',
    async (_, faults, state, came) => {
      const { ask, printerId } = await printing()
      printer.set(faults)
      const { id } = (await (await ask('POST', `/api/v1/printers/${printerId}/test`)).json()) as Job
      await expect.poll(async () => (await stateOf(id))?.state, { interval: 5, timeout: 5000 }).toBe(state)
      await server?.kill()
      expect(await stateOf(id)).toMatchObject({ state })

      printer.set({ busy: false, proofDelay: 0 })
      server = await start()
      // On PostgreSQL another process could still be at the printer: its time has to run out first.
      const timeout = name === 'SQLite' ? 10_000 : 45_000
      await expect
        .poll(() => stateOf(id), { timeout })
        .toMatchObject({ state: 'unknown', cause: 'server_ended' })
      const next = await signInAt(server.address, 'quantri', PASSWORD)
      const after = (await (await next.ask('POST', `/api/v1/printers/${printerId}/test`)).json()) as Job
      await expect.poll(async () => (await stateOf(after.id))?.state, { timeout: 10_000 }).toBe('confirmed')
      expect(await stateOf(id)).toMatchObject({ state: 'unknown' })
      expect(printer.papers).toHaveLength(came + 1)
    },
    90_000
  )

  it('ends what it prints before it stops, when it is asked to stop', async () => {
    const { ask, printerId } = await printing()
    printer.set({ proofDelay: 700 })
    const { id } = (await (await ask('POST', `/api/v1/printers/${printerId}/test`)).json()) as Job
    await expect.poll(async () => (await stateOf(id))?.state, { interval: 5, timeout: 5000 }).toBe('sent')
    await server?.stop()
    expect(await stateOf(id)).toMatchObject({ state: 'confirmed' })
    server = await start()
    expect(printer.papers).toHaveLength(1)
  }, 60_000)
})
