import type { KyselyPlugin } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeQueue } from '../../server/board/service.ts'
import type { Queue } from '../../server/queue/schemas.ts'
import { signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { type Hall, openHall } from './hall.ts'

/** Every screen of the hall reads a snapshot after every event. */
const MOST_QUERIES = 16

describe.each(databases)('what a snapshot of the hall costs, on $name', ({ open }) => {
  let hall: Hall
  beforeEach(async () => {
    hall = await openHall(open)
  })
  afterEach(() => hall.close())

  const snapshot = async (): Promise<{ queue: Queue; queries: number }> => {
    let queries = 0
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        queries += 1
        return result
      }
    }
    const { database, officeId, clock } = hall
    const at = clock.now.toISOString()
    const queue = await describeQueue(database.db.withPlugin(counting), { officeId, at, seq: 0 })
    return { queue, queries }
  }

  it('reads as little with many services, counters, officers and people as with few', async () => {
    await hall.issue(0)
    await hall.call(0)
    await snapshot()
    const few = await snapshot()
    expect(few.queries).toBeGreaterThan(5)
    expect(few.queries).toBeLessThanOrEqual(MOST_QUERIES)

    const administrator = await signIn(hall.app, 'quantri')
    const office = `/api/v1/offices/${hall.officeId}`
    for (const letter of ['M', 'Q', 'X']) {
      expect((await administrator('POST', `${office}/services`, { letter, name: letter })).status).toBe(201)
    }
    for (const number of [91, 92, 93]) {
      const name = `Quầy ${number}`
      expect((await administrator('POST', `${office}/counters`, { number, name })).status).toBe(201)
    }
    for (const service of [0, 0, 1, 1, 2, 2]) await hall.issue(service)
    for (const counter of [1, 2]) expect((await hall.call(counter)).status).toBe(200)

    const many = await snapshot()
    expect(many.queue.services).toHaveLength(few.queue.services.length + 3)
    expect(many.queue.counters).toHaveLength(few.queue.counters.length + 3)
    expect(many.queue.counters.filter(({ officerName }) => officerName !== null)).toHaveLength(3)
    expect(many.queue.called).toHaveLength(3)
    expect(many.queries).toBe(few.queries)
  })
})
