import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../server/audit/service.ts'
import { databases, type TestDatabase } from '../support/databases.ts'
import { keyFile, signInAt, startServer } from '../support/server-process.ts'

const ROUNDS = 20
const CLIENTS = 16
const PASSWORD = 'mất điện'

/** The moments at which the power goes: milliseconds after the first change of a round was acknowledged. */
const momentOf = (round: number) => (round * 37) % 120

describe.each(databases)('R-01 kill -9 in the middle of a burst, on $name', ({ open }) => {
  let database: TestDatabase
  const secretKeyFile = keyFile()
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.drop())

  it(`loses nothing acknowledged in ${ROUNDS} rounds, leaves no gap and a chain that verifies`, async () => {
    const acknowledged: string[] = []
    let officeId = ''
    for (let round = 0; round < ROUNDS; round += 1) {
      const server = await startServer({ databaseUrl: database.url, secretKeyFile, demoPassword: PASSWORD })
      const { ask, user } = await signInAt(server.address, 'quantri', PASSWORD)
      officeId = user.officeId
      const first = Promise.withResolvers<void>()
      const burst = Array.from({ length: CLIENTS }, async (_, client) => {
        for (let turn = 0; ; turn += 1) {
          const key = `r${round}-c${client}-t${turn}`
          const answer = await ask('POST', '/api/v1/tokens', { label: key }, { 'idempotency-key': key })
          if (answer.status !== 201) continue
          acknowledged.push(((await answer.json()) as { id: string }).id)
          first.resolve()
        }
      })
      const ended = Promise.allSettled(burst)
      await first.promise
      await new Promise((resolve) => setTimeout(resolve, momentOf(round)))
      await server.kill()
      await ended
    }

    const { db } = database
    const kept = new Set((await db.selectFrom('apiToken').select('id').execute()).map(({ id }) => id))
    const told = (
      await db.selectFrom('event').select('data').where('name', '=', 'token.created').execute()
    ).map(({ data }) => JSON.parse(data).tokenId as string)
    expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS)
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    expect(new Set(told)).toEqual(kept)
    expect(told).toHaveLength(kept.size)
    expect(await verifyChain(db, officeId)).toMatchObject({ intact: true })
  }, 300_000)
})
