import assert from 'node:assert/strict'
import { dayInVietnam } from '../../server/regulation/day.ts'
import { type Deed, pick } from './deeds.ts'
import type { Person } from './office.ts'
import { reached, sameTicket, send } from './play.ts'
import { newSlip } from './ticket-deeds.ts'

const MINUTE = 60_000

/** How long before its time, and how long after it, somebody may come for his appointment. */
const EARLIEST = 60 * MINUTE
const GRACE = 15 * MINUTE

/** Made for somebody who telephones: for a time of today within the hours, if today is a working day. */
export const book: Deed = async ({ play, office }, [a, b, c, d]) => {
  const { world } = play
  const service = a % world.letters.length
  const now = Date.parse(office.now())
  const at = Math.floor(now / MINUTE) * MINUTE + (1 + (b % pick([4, 20, 100], d))) * MINUTE
  const day = dayInVietnam(office.now())
  const isToday = dayInVietnam(new Date(at).toISOString()) === day
  const minute = (at / MINUTE + 7 * 60) % 1440
  const two = (part: number) => String(part).padStart(2, '0')
  const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  const time = clock(minute)
  const serviceId = office.services[service]?.id
  const body = { serviceId, day, time, name: 'Lê Văn Tư', phone: '0912345678' }
  const asked = { method: 'POST', url: '/appointments', body } as const
  const who = pick(office.people, c)
  // When the office works is the calendar's, and no part of this game.
  const url = `/appointments/times?serviceId=${serviceId}&day=${day}`
  const { status, body: opening } = await office.ask(who, { method: 'GET', url })
  if (status !== 200) return
  const slot = clock(minute - (minute % 30))
  const isWorking = opening.times.some((one: { time: string }) => one.time === slot)
  if (!isToday || !isWorking) {
    await send({ play, office }, who, asked, { status: 400, code: 'VALIDATION' })
    return
  }
  const { body: made } = await send({ play, office }, who, asked, { status: 201 })
  const instant = new Date(at).toISOString()
  assert.deepEqual([made.at, made.state], [instant, 'expected'])
  const { id, code } = made
  world.appointments.push({
    ...{ id, code, service, day, at: instant },
    isCancelled: false,
    hasCome: false,
    slip: undefined
  })
}

export const unbook: Deed = async ({ play, office }, [a, b]) => {
  const { appointments } = play.world
  const one = appointments[a % Math.max(appointments.length, 1)]
  if (!one) return
  const asked = { method: 'POST', url: `/appointments/${one.id}/cancel` } as const
  if (one.hasCome && !one.isCancelled) {
    await send({ play, office }, pick(office.people, b), asked, { status: 409, code: 'MOVE_NOT_ALLOWED' })
    return
  }
  await send({ play, office }, pick(office.people, b), asked, { status: 200 })
  one.isCancelled = true
}

/** Somebody comes for his appointment: early, in time, too late, or once more as he has lost his paper. */
export const arrive: Deed = async ({ play, office }, [a, b]) => {
  const { world } = play
  const one = world.appointments[a % Math.max(world.appointments.length, 1)]
  if (!one) return
  const who = pick([office.kiosk, office.people[0], office.people[2]] as Person[], b)
  const asked = { method: 'POST', url: '/appointments/check-in', body: { code: one.code } } as const
  const now = office.now()
  const day = dayInVietnam(now)
  const ahead = Date.parse(one.at) - Date.parse(now)
  if (one.isCancelled || one.day !== day || ahead > EARLIEST) {
    await send({ play, office }, who, asked, { status: 409, code: 'APPOINTMENT_NOT_NOW' })
    return
  }
  if (one.slip && one.slip.status !== 'cancelled') {
    const { body } = await send({ play, office }, who, asked, { status: 200 })
    reached(play, 'came twice for one appointment')
    sameTicket(office, play, body, one.slip)
    return
  }
  const { body } = await send({ play, office }, who, asked, { status: 201 })
  const slip = newSlip(world, { id: body.id, service: one.service, now, day, issuedBy: who.id })
  const isLate = -ahead > GRACE
  reached(play, 'too late for an appointment', isLate)
  reached(play, 'came again after his number was cancelled', one.slip !== undefined)
  if (!isLate) Object.assign(slip, { first: true, turnAt: one.at, notBefore: one.at })
  Object.assign(one, { hasCome: true, slip })
  sameTicket(office, play, body, slip)
}
