import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callNext, moveTicket } from '../../server/calls/service.ts'
import type { Actor } from '../../server/identity/roles.ts'
import { describeScore } from '../../server/pace/service.ts'
import { issueTicket } from '../../server/tickets/service.ts'
import type { Work } from '../../server/transact.ts'
import { type Hall, openHall } from '../queue/hall.ts'
import { databases } from '../support/databases.ts'
import { chance } from './simulation.ts'

interface AtCounter {
  ticketId: string
  until: number
}

/** The counter at which somebody is done first; -1 when nobody is at any. */
function firstDone(busy: readonly (AtCounter | undefined)[]): number {
  const first = Math.min(...busy.map((one) => one?.until ?? Number.POSITIVE_INFINITY))
  return busy.findIndex((one) => one?.until === first)
}

/** Minutes that the people of each service take on average, all at the same four counters. */
const MEANS = [4, 9, 18]
const COUNTERS = 4
const PEOPLE = 90
const DAYS = ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20']
const MINUTE = 60_000

/** On one engine: what the ranges are made of is read and written on both by the other tests. */
describe.each(databases.slice(0, 1))('a hall that is simulated as it is used, on $name', ({ open }) => {
  let hall: Hall
  beforeAll(async () => {
    hall = await openHall(open)
    for (const [index, day] of DAYS.entries()) await passDay(day, index + 11)
  }, 120_000)
  afterAll(() => hall.close())

  const change = <Result>(
    at: number,
    actor: { id: string; name: string },
    task: (work: Work) => Promise<Result>
  ) => hall.app.transact({ officeId: hall.officeId, actor, at: new Date(at) }, task)

  /** People come by chance to three services; each counter calls whoever is next as soon as it is free. */
  async function passDay(day: string, seed: number) {
    const random = chance(seed)
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const busy = Array<AtCounter | undefined>(COUNTERS).fill(undefined)
    const took = new Map<string, number>()
    const officers = hall.counters.slice(0, COUNTERS).map((id) => ({ id: `officer-${id}`, name: 'Cán bộ' }))
    let arrival = Date.parse(`${day}T00:30:00.000Z`)
    let coming = PEOPLE

    const call = async (counter: number, at: number) => {
      const officer = officers[counter] ?? { id: '', name: '' }
      const called = await change(at, officer, (work) => callNext(work, hall.counters[counter] ?? '')).catch(
        () => undefined
      )
      if (called) busy[counter] = { ticketId: called.id, until: at + (took.get(called.id) ?? 0) }
    }
    while (coming > 0 || busy.some(Boolean)) {
      const counter = firstDone(busy)
      const done = busy[counter]
      if (!done || (coming > 0 && arrival <= done.until)) {
        const service = Math.floor(random() * MEANS.length)
        const ticket = await change(arrival, { id: 'kiosk', name: 'Ki-ốt' }, (work) =>
          issueTicket(work, { serviceId: hall.services[service]?.id ?? '', tokens: hall.app.tokens })
        )
        took.set(ticket.id, (MEANS[service] ?? 0) * MINUTE * Math.exp(0.6 * normal() - 0.18))
        coming -= 1
        const free = officers.findIndex((_, index) => !busy[index])
        if (free >= 0) await call(free, arrival)
        arrival += -Math.log(1 - random()) * (10.3 / COUNTERS / 1.1) * MINUTE
      } else {
        const { ticketId, until } = done
        const actor = officers[counter] as unknown as Actor
        await change(until, actor, (work) => moveTicket(work, { ticketId, move: 'finish', actor }))
        busy[counter] = undefined
        await call(counter, until)
      }
    }
  }

  it('keeps its word: about six waits in ten lie within what was told, and the rest on both sides', async () => {
    const period = { officeId: hall.officeId, from: '2026-11-18', to: '2026-11-20' }
    const { all } = await describeScore(hall.database.db, period)
    expect(all.made).toBeGreaterThan(150)
    expect(all.share).toBeGreaterThan(50)
    expect(all.share).toBeLessThan(80)
    expect(all.below).toBeLessThan(all.made * 0.35)
    expect(all.above).toBeLessThan(all.made * 0.35)
  })
})
