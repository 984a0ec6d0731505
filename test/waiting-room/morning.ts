import assert from 'node:assert/strict'
import { chance } from '../pace/simulation.ts'
import type { Answer } from '../support/app.ts'
import type { Asked, Office, Person } from './office.ts'
import { pass } from './play.ts'

/** What the simulation itself writes down of each time that somebody stands at a counter. */
export interface BookedVisit {
  number: string
  service: number
  counter: number
  waitingSince: number
  calledAt: number
  servingAt: number | null
  endedAt: number
  outcome: 'finished' | 'absent' | 'parked' | 'transferred'
  calls: number
  skipReason: string | null
}

export interface Visitor {
  comesAt: number
  service: number
  priority: boolean
  /** How often nobody comes when the number is called; endless for those who went home. */
  misses: number
  /** Was away so often that the number is done with, and turns up after all. */
  turnsUp: boolean
  cancels: 'at once' | 'later' | undefined
  sentTo: 'service' | 'counter' | 'officer' | undefined
  fetches: boolean
  id: string
  number: string
  state: 'coming' | 'waiting' | 'at counter' | 'absent' | 'parked' | 'served' | 'gone' | 'cancelled'
  waitingSince: number
  /** At this call of the service the number comes back into line. */
  /** By the calls of his service, and by those of the counter that had called him. */
  returnsAt: { calls: number; desk: number; callsThere: number } | undefined
  /** The range that was told, in minutes, as long as it still holds. */
  told: { lowMinutes: number; highMinutes: number } | undefined
  absences: number
}

export interface Book {
  visitors: Visitor[]
  visits: BookedVisit[]
  /** Waits whose range was told beforehand, in minutes. */
  estimates: { lowMinutes: number; highMinutes: number; waited: number }[]
  helped: number
  end: number
}

interface Morning {
  office: Office
  officers: Person[]
  counters: { id: string; number: number }[]
  /** An instant; the doors open. */
  from: number
  people: number
  seed: number
}

const MINUTE = 60_000
const HOURS = 4

/** Minutes that one person of each service takes. */
const MEANS = [4.2, 5.4, 3.8, 4.6, 2.2, 6]

/** Which services a counter serves, and with which it helps out; the last opens for the busiest hours only. */
export const DUTIES: readonly { serves: readonly number[]; helps: readonly number[] }[] = [
  { serves: [0], helps: [] },
  { serves: [0], helps: [1] },
  { serves: [0, 3], helps: [] },
  { serves: [1], helps: [0] },
  { serves: [1], helps: [] },
  { serves: [2], helps: [0, 4] },
  { serves: [3], helps: [2] },
  { serves: [4, 5], helps: [0] },
  { serves: [0, 1, 2], helps: [5] },
  { serves: [0, 1, 2, 3, 4, 5], helps: [] }
]

const SHARES = [0.36, 0.2, 0.14, 0.12, 0.12, 0.06]

/** Everything that may happen in a morning, one thing after another, through HTTP; the book is kept beside the server. */
export async function playMorning(morning: Morning): Promise<Book> {
  const { office, officers, counters, from, people, seed } = morning
  const random = chance(seed)
  const book: Book = {
    visitors: invite(random, { from, people }),
    visits: [],
    estimates: [],
    helped: 0,
    end: 0
  }
  const callsOf = new Map<number, number>()
  const callsAt = new Map<number, number>()
  const agenda: { at: number; what: () => Promise<void> }[] = []
  const later = (milliseconds: number, what: () => Promise<void>) =>
    agenda.push({ at: now() + Math.round(milliseconds), what })
  const now = () => office.time.wall
  /** Free, busy, or away. */
  const desks = counters.map(() => 'away' as 'free' | 'busy' | 'away')

  const ask = async (who: Person, asked: Asked, status: number): Promise<Answer['body']> => {
    const answer = await office.ask(who, asked)
    assert.equal(answer.status, status, `${asked.url}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const move = (desk: number, { id }: Visitor, what: string, body?: object) =>
    ask(officers[desk] as Person, { method: 'POST', url: `/tickets/${id}/${what}`, body }, 200)

  async function arrive(visitor: Visitor) {
    const serviceId = office.services[visitor.service]?.id
    const priorityGroup = visitor.priority ? 'elderly' : null
    const url = `/offices/${office.officeId}/tickets`
    const ticket = await ask(office.kiosk, { method: 'POST', url, body: { serviceId, priorityGroup } }, 201)
    const told = ticket.estimate ?? undefined
    Object.assign(visitor, {
      id: ticket.id,
      number: ticket.number,
      state: 'waiting',
      waitingSince: now(),
      told
    })
    if (visitor.cancels === 'at once') later(20_000, () => takeBack(visitor, office.kiosk))
    if (visitor.cancels === 'later') later(8 * MINUTE, () => takeBack(visitor, officers[0] as Person))
    await callToFree()
  }

  async function takeBack(visitor: Visitor, who: Person) {
    if (visitor.state !== 'waiting') return
    await ask(who, { method: 'POST', url: `/tickets/${visitor.id}/cancel` }, 200)
    visitor.state = 'cancelled'
  }

  async function callToFree() {
    for (const desk of counters.keys()) if (desks[desk] === 'free') await callTo(desk)
  }

  async function callTo(desk: number) {
    const who = officers[desk] as Person
    const url = `/counters/${counters[desk]?.id}`
    const chosen = random() < 0.02 ? await someoneFurtherBack(desk) : undefined
    const { status, body } = await office.ask(who, { method: 'POST', url: `${url}/calls`, body: chosen })
    if (status === 404) {
      desks[desk] = 'free'
      return
    }
    assert.equal(status, 200, JSON.stringify(body))
    const visitor = book.visitors.find(({ id }) => id === body.id)
    assert.ok(
      visitor && ['waiting', 'absent'].includes(visitor.state),
      `${body.number} called while ${visitor?.state}`
    )
    desks[desk] = 'busy'
    if (visitor.state === 'absent') visitor.waitingSince = now()
    visitor.state = 'at counter'
    noteCall(visitor.service, desk)
    if (visitor.told)
      book.estimates.push({ ...visitor.told, waited: (now() - visitor.waitingSince) / MINUTE })
    visitor.told = undefined
    if (DUTIES[desk]?.helps.includes(visitor.service)) book.helped += 1
    const visit: BookedVisit = {
      number: visitor.number,
      service: visitor.service,
      counter: desk,
      waitingSince: visitor.waitingSince,
      calledAt: now(),
      servingAt: null,
      endedAt: 0,
      outcome: 'finished',
      calls: 1,
      skipReason: chosen?.reason ?? null
    }
    if (visitor.misses > 0) later(45_000, () => callAgain(desk, visitor, visit))
    else later(10_000 + random() * 40_000, () => serve(desk, visitor, visit))
  }

  async function someoneFurtherBack(desk: number) {
    const url = `/counters/${counters[desk]?.id}/line`
    const { next } = await ask(officers[desk] as Person, { method: 'GET', url }, 200)
    return next[2] && { ticketId: next[2].id, reason: 'người bệnh nặng' }
  }

  /** Whoever was away is in line again once his service, or the counter that had called him, has called three times more. */
  function noteCall(service: number, desk: number) {
    const calls = (callsOf.get(service) ?? 0) + 1
    callsOf.set(service, calls)
    const callsThere = (callsAt.get(desk) ?? 0) + 1
    callsAt.set(desk, callsThere)
    for (const other of book.visitors) {
      if (other.state !== 'absent' || other.returnsAt === undefined) continue
      const isDue = other.service === service && other.returnsAt.calls <= calls
      const isDueThere = other.returnsAt.desk === desk && other.returnsAt.callsThere <= callsThere
      if (isDue || isDueThere)
        Object.assign(other, { state: 'waiting', waitingSince: now(), returnsAt: undefined })
    }
  }

  async function callAgain(desk: number, visitor: Visitor, visit: BookedVisit) {
    await move(desk, visitor, 'recall')
    visit.calls += 1
    later(40_000, async () => {
      await move(desk, visitor, 'absent')
      visitor.misses -= 1
      visitor.absences += 1
      visitor.state = 'absent'
      const isFinal = visitor.absences >= 2
      visitor.returnsAt = isFinal
        ? undefined
        : {
            calls: (callsOf.get(visitor.service) ?? 0) + 3,
            desk,
            callsThere: (callsAt.get(desk) ?? 0) + 3
          }
      if (isFinal && !visitor.turnsUp) visitor.state = 'gone'
      if (isFinal && visitor.turnsUp) later(6 * MINUTE, () => comeBack(visitor))
      await leave(desk, visit, 'absent')
    })
  }

  async function comeBack(visitor: Visitor) {
    await ask(officers[0] as Person, { method: 'POST', url: `/tickets/${visitor.id}/resume` }, 200)
    Object.assign(visitor, { state: 'waiting', waitingSince: now() })
    await callToFree()
  }

  async function serve(desk: number, visitor: Visitor, visit: BookedVisit) {
    await move(desk, visitor, 'serve')
    visit.servingAt = now()
    const minutes = lognormal(random, MEANS[visitor.service] ?? 4)
    if (visitor.fetches) later((minutes * MINUTE) / 3, () => park(desk, visitor, visit))
    else if (visitor.sentTo) later((minutes * MINUTE) / 2, () => sendOn(desk, visitor, visit))
    else
      later(minutes * MINUTE, async () => {
        await move(desk, visitor, 'finish')
        visitor.state = 'served'
        await leave(desk, visit, 'finished')
      })
  }

  async function park(desk: number, visitor: Visitor, visit: BookedVisit) {
    await move(desk, visitor, 'park')
    visitor.fetches = false
    visitor.state = 'parked'
    later((3 + random() * 9) * MINUTE, () => comeBack(visitor))
    await leave(desk, visit, 'parked')
  }

  async function sendOn(desk: number, visitor: Visitor, visit: BookedVisit) {
    const open = [...counters.keys()].filter((other) => other !== desk && other !== counters.length - 1)
    const [target = 0] = [...open].toSorted(() => random() - 0.5)
    const service = (visitor.service + 1) % MEANS.length
    const where = {
      service: { serviceId: office.services[service]?.id },
      counter: { counterId: counters[target]?.id },
      officer: { officerId: officers[target]?.id }
    }[visitor.sentTo ?? 'service']
    if (visitor.sentTo === 'service') visitor.service = service
    await move(desk, visitor, 'transfer', { ...where, note: 'Đã xem giấy tờ' })
    Object.assign(visitor, { sentTo: undefined, state: 'waiting', waitingSince: now() })
    await leave(desk, visit, 'transferred')
  }

  async function leave(desk: number, visit: BookedVisit, outcome: BookedVisit['outcome']) {
    book.visits.push({ ...visit, endedAt: now(), outcome })
    desks[desk] = 'free'
    await callToFree()
  }

  const sitDown = (desk: number) => async () => {
    desks[desk] = 'free'
    await ask(officers[desk] as Person, { method: 'POST', url: `/counters/${counters[desk]?.id}/open` }, 200)
    await callTo(desk)
  }

  for (const desk of counters.keys()) later(desk === counters.length - 1 ? 70 * MINUTE : 0, sitDown(desk))
  for (const visitor of book.visitors) later(visitor.comesAt - now(), () => arrive(visitor))
  while (agenda.length > 0) {
    agenda.sort((one, other) => one.at - other.at)
    const next = agenda.shift()
    if (!next) break
    pass(office, Math.max(next.at - now(), 0))
    await next.what()
  }
  book.end = now()
  return book
}

/** Everybody who comes, with what will happen to him: few at first, most in the second hour. */
function invite(random: () => number, { from, people }: { from: number; people: number }): Visitor[] {
  return Array.from({ length: people }, () => {
    const hour = arrivalHour(random)
    const misses = random() < 0.05 ? pickOne(random, [1, 1, 2, Number.POSITIVE_INFINITY]) : 0
    return {
      comesAt: from + Math.round(hour * 60 * MINUTE),
      service: serviceOf(random()),
      priority: random() < 0.08,
      misses,
      turnsUp: misses === 2,
      cancels: random() < 0.03 ? pickOne(random, ['at once', 'later'] as const) : undefined,
      sentTo: random() < 0.05 ? pickOne(random, ['service', 'counter', 'officer'] as const) : undefined,
      fetches: random() < 0.05,
      id: '',
      number: '',
      state: 'coming' as const,
      waitingSince: 0,
      returnsAt: undefined,
      told: undefined,
      absences: 0
    }
  }).sort((one, other) => one.comesAt - other.comesAt)
}

/** A triangle with its top after an hour and a quarter. */
function arrivalHour(random: () => number): number {
  const top = 1.25
  const at = random()
  return at < top / HOURS ? Math.sqrt(at * HOURS * top) : HOURS - Math.sqrt((1 - at) * HOURS * (HOURS - top))
}

function serviceOf(at: number): number {
  let sum = 0
  return Math.max(
    SHARES.findIndex((share) => {
      sum += share
      return at < sum
    }),
    0
  )
}

function lognormal(random: () => number, mean: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const sigma = Math.sqrt(Math.log(1 + 0.6 ** 2))
  return Math.max(mean * Math.exp(sigma * normal - sigma ** 2 / 2), 0.3)
}

function pickOne<Item>(random: () => number, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item
}
