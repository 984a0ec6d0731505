import type { Hall } from '../queue/hall.ts'

/** What the story itself knows of one visit to a counter; instants in milliseconds. */
export interface KnownVisit {
  number: string
  service: number
  counter: number
  since: number
  calledAt: number
  servingAt: number | null
  endedAt: number
  outcome: 'finished' | 'absent' | 'parked' | 'transferred' | 'cancelled'
}

export interface Told {
  visits: KnownVisit[]
  /** Numbers taken by service. */
  taken: number[]
  /** Numbers cancelled in line, of which there is no visit. */
  cancelled: number
  /** When each person who still waits took his number. */
  waiting: Map<string, { number: string; takenAt: number }>
}

interface Person {
  id: string
  number: string
  service: number
  takenAt: number
  since: number
}

interface AtCounter extends Person {
  calledAt: number
  servingAt: number | null
}

/** A stretch of a day in the hall, as chance plays it, told to the server over HTTP and written down by itself. */
export async function playStory(hall: Hall, steps: number, seed: number): Promise<Told> {
  const random = seeded(seed)
  const pick = (count: number) => Math.floor(random() * count)
  const told: Told = { visits: [], taken: hall.services.map(() => 0), cancelled: 0, waiting: new Map() }
  const people = new Map<string, Person>()
  const parked: Person[] = []
  const at = new Map<number, AtCounter>()
  const now = () => hall.clock.now.getTime()

  const leave = (counter: number, outcome: KnownVisit['outcome']) => {
    const person = at.get(counter)
    if (!person) throw new Error('nobody is there')
    const { number, service, since, calledAt, servingAt } = person
    told.visits.push({ number, service, counter, since, calledAt, servingAt, endedAt: now(), outcome })
    at.delete(counter)
    return person
  }
  const waits = (person: Person) => {
    people.set(person.id, person)
    told.waiting.set(person.id, person)
  }
  const must = <Given extends { status: number; body: unknown }>(answer: Given) => {
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
    return answer
  }

  const moves: Record<string, () => Promise<void>> = {
    issue: async () => {
      const service = pick(3)
      const { body } = must(await hall.issue(service))
      told.taken[service] = (told.taken[service] ?? 0) + 1
      waits({ id: body.id, number: body.number, service, takenAt: now(), since: now() })
    },
    call: async () => {
      const counter = pick(4)
      if (at.has(counter) || told.waiting.size === 0) return
      const { body, status } = await hall.call(counter)
      if (status === 404) return
      const person = people.get(body.id)
      if (!person) throw new Error(`nobody knows ${body.number}`)
      told.waiting.delete(body.id)
      at.set(counter, { ...person, calledAt: now(), servingAt: null })
    },
    serve: async () => {
      for (const person of at.values()) {
        if (person.servingAt !== null) continue
        must(await hall.move(person.id, 'serve'))
        person.servingAt = now()
        return
      }
    },
    finish: async () => {
      const [counter] = [...at.keys()].sort(() => random() - 0.5)
      if (counter === undefined) return
      must(await hall.move(at.get(counter)?.id ?? '', 'finish'))
      leave(counter, 'finished')
    },
    absent: async () => {
      const found = [...at].find(([, { servingAt }]) => servingAt === null)
      if (!found || random() < 0.5) return
      must(await hall.move(found[1].id, 'absent'))
      leave(found[0], 'absent')
    },
    park: async () => {
      const [found] = at
      if (!found || random() < 0.5) return
      must(await hall.move(found[1].id, 'park'))
      parked.push(leave(found[0], 'parked'))
    },
    resume: async () => {
      const person = parked.shift()
      if (!person) return
      must(await hall.move(person.id, 'resume'))
      waits({ ...person, since: now() })
    },
    cancel: async () => {
      const [id] = told.waiting.keys()
      if (id === undefined || random() < 0.5) return
      must(await hall.move(id, 'cancel'))
      told.waiting.delete(id)
      told.cancelled += 1
    },
    transfer: async () => {
      const [found] = at
      if (!found || random() < 0.5) return
      const service = pick(3)
      const url = `/api/v1/tickets/${found[1].id}/transfer`
      must(await hall.officer('POST', url, { serviceId: hall.services[service]?.id }))
      waits({ ...leave(found[0], 'transferred'), service, since: now() })
    }
  }
  const weighted = [
    'issue',
    'issue',
    'call',
    'call',
    'serve',
    'serve',
    'finish',
    'finish',
    'absent',
    'park',
    'resume',
    'transfer',
    'cancel'
  ]
  for (let step = 0; step < steps; step += 1) {
    hall.clock.now = new Date(now() + 1000 * (1 + pick(70)))
    await moves[weighted[pick(weighted.length)] ?? 'issue']?.()
  }
  return told
}

/** The same chance in each run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The smallest of the values that at least this percent of them do not exceed. */
export function percentile(values: readonly number[], percent: number): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? null
}
