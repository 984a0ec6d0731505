import assert from 'node:assert/strict'
import { dayInVietnam } from '../../server/regulation/day.ts'
import { lookAtHall, lookAtLine } from './comparisons.ts'
import { anyone, type Deed, pick } from './deeds.ts'
import { letPass, reached, send } from './play.ts'
import { moveSlip } from './ticket-deeds.ts'

/** A service that the office did not have. It stays in the database; in a run it is there once it was added in that run. */
export const newService: Deed = async ({ play, office }) => {
  const { letters, most } = play.world
  if (letters.length >= 7) return
  const letter = ['M', 'S'][letters.length - 5] ?? 'S'
  if (!office.services[letters.length]) {
    const body = { letter, name: `Lĩnh vực ${letter}` }
    const administrator = pick(office.people, 3)
    const url = `/offices/${office.officeId}/services`
    const answer = await send({ play, office }, administrator, { method: 'POST', url, body }, { status: 201 })
    play.last = undefined
    office.services.push(answer.body)
  }
  letters.push(letter)
  most.push(null)
}

export const setRules: Deed = async ({ play, office }, [a, b, c, d]) => {
  const rules = {
    priorityMode: a % 2 === 0 ? ('strict' as const) : ('interleaved' as const),
    ordinaryPerPriority: 1 + (b % 4),
    mostOrdinaryWait: pick([5, 10, 60], c),
    absentReturnsAfter: pick([1, 2, 3, null], d),
    mostAbsences: 1 + (a % 3)
  }
  const full = {
    alwaysOpen: true,
    promisedWait: 15,
    promisedShare: 80,
    appointmentGrace: 15,
    pickUpServiceId: null
  }
  const asked = { method: 'PUT', url: '/hall/rules', body: { ...full, ...rules } } as const
  await send({ play, office }, pick(office.people, 3), asked, { status: 200 })
  play.world.rules = rules
  play.overtaken.clear()
}

export const setCounter: Deed = async ({ play, office }, [a, b, c]) => {
  const desk = a % office.counters.length
  const roles = new Map<number, 'serves' | 'helps'>()
  play.world.letters.forEach((_, service) => {
    const role = Math.floor(b / 3 ** service) % 3
    if (role > 0) roles.set(service, role === 1 ? 'serves' : 'helps')
  })
  if (c % 4 === 0) roles.clear()
  const services = [...roles].map(([service, role]) => ({
    serviceId: office.services[service]?.id,
    helps: role === 'helps'
  }))
  const url = `/hall/counters/${office.counters[desk]?.id}/services`
  await send(
    { play, office },
    pick(office.people, 3),
    { method: 'PUT', url, body: { services } },
    { status: 200 }
  )
  const at = play.world.desks[desk]
  if (at) at.serves = roles.size > 0 ? roles : undefined
  play.overtaken.clear()
}

export const setLimit: Deed = async ({ play, office }, [a, b]) => {
  const service = a % play.world.letters.length
  const mostPerDay = pick([null, 1, 3, 5], b)
  const url = `/hall/services/${office.services[service]?.id}`
  await send(
    { play, office },
    pick(office.people, 3),
    { method: 'PUT', url, body: { mostPerDay } },
    { status: 200 }
  )
  play.world.most[service] = mostPerDay
}

/** The answer was lost on its way and the screen asks again, perhaps after a while: the same answer, and nothing more. */
export const again: Deed = async ({ play, office }, [a]) => {
  if (!play.last) return
  const { who, asked, answer } = play.last
  for (let count = 0; count <= a % 3; count += 1) {
    const repeated = await office.ask(who, asked)
    assert.deepEqual([repeated.status, repeated.body], [answer.status, answer.body])
  }
}

export const againOtherwise: Deed = async ({ play, office }) => {
  if (!play.last) return
  const { who, asked } = play.last
  const other = { ...asked, url: '/tickets/khac/cancel', method: 'POST' as const, body: undefined }
  const { status, body } = await office.ask(who, other)
  assert.deepEqual([status, body.code], [422, 'IDEMPOTENCY_KEY_REUSED'])
}

export const look: Deed = async ({ play, office }, [a, b]) => {
  await lookAtHall(play, office)
  await lookAtLine(play, office, { who: pick(office.people, a), desk: b % office.counters.length })
}

export const wait: Deed = async (parts, [a]) => letPass(parts, (1 + (a % 20)) * 60_000)

/** Counters close with their day, and nobody says any more how it went with whoever was there. */
export const nextDay: Deed = async ({ play, office }, [a, b]) => {
  const here = anyone({ play, office }, a, 'called', 'serving')
  play.daysForward += 1
  letPass({ play, office }, 86_400_000)
  if (here && b % 2 === 0)
    await moveSlip({ play, office }, { slip: here, move: 'finish', who: pick(office.people, b) })
}

export const clockBack: Deed = async ({ play, office }, [a]) => {
  const before = office.now()
  office.time.wall -= pick(
    [3_600_000, 3_600_000, 86_400_000, Date.parse('2026-01-01') - Date.parse('2000-01-01')],
    a
  )
  assert.ok(office.now() >= before)
  assert.equal(dayInVietnam(office.now()), dayInVietnam(before))
  reached(play, 'day of the numbers kept though the clock says another', a % 4 > 1)
}

export const clockRight: Deed = async ({ office }) => {
  office.time.wall = Math.max(office.time.wall, Date.parse(office.now()))
}

export const restart: Deed = async ({ office }, [a]) => {
  if (a % 12 === 0) await office.restart()
}
