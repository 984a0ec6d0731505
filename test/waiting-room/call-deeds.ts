import assert from 'node:assert/strict'
import { dayInVietnam } from '../../server/regulation/day.ts'
import { anyone, type Deed, pick } from './deeds.ts'
import { assertFair } from './fairness.ts'
import type { Office, Person } from './office.ts'
import {
  atDesk,
  closeDesk,
  type Desk,
  firstAbsent,
  formerDesks,
  intoLine,
  nextFor,
  noteCall,
  reachable,
  roleOf,
  type Seat,
  type Slip,
  seriesOf,
  today
} from './oracle.ts'
import { letPass, type Play, reached, sameTicket, seatOf, send } from './play.ts'
import { moveSlip } from './ticket-deeds.ts'

export const sit: Deed = async ({ play, office }, [a, b, c]) => {
  const who = pick(office.people, a)
  const desk = b % office.counters.length
  const takeOver = c % 3 === 0
  const at = play.world.desks[desk]
  assert.ok(at)
  const today = dayInVietnam(office.now())
  const busy = atDesk(play.world, today, desk)
  const isOthers = at.state !== 'closed' && at.officer !== who.id
  const asked = { method: 'POST', url: `/counters/${office.counters[desk]?.id}/open` } as const
  const request = takeOver ? { ...asked, body: { takeOver } } : asked
  if (takeOver && busy) {
    reached(play, 'a counter taken over while somebody is there', isOthers)
    await send({ play, office }, who, request, { status: 409, code: 'COUNTER_BUSY' })
    return
  }
  if (isOthers && !takeOver) {
    await send({ play, office }, who, request, { status: 409, code: 'COUNTER_TAKEN' })
    return
  }
  const former = formerDesks(play.world, who.id, desk)
  if (former.some((index) => atDesk(play.world, today, index))) {
    await send({ play, office }, who, request, { status: 409, code: 'SEAT_BUSY' })
    return
  }
  await send({ play, office }, who, request, { status: 200 })
  reached(play, 'a counter taken over', isOthers)
  reached(play, 'an officer who changed his counter', former.length > 0)
  for (const index of former) closeDesk(play.world.desks[index] as Desk)
  Object.assign(at, { state: 'open', officer: who.id, day: today })
}

export const pause: Deed = async ({ play, office }, [a, b]) => {
  const who = pick(office.people, a)
  const desk = b % office.counters.length
  const at = play.world.desks[desk]
  assert.ok(at)
  const url = `/counters/${office.counters[desk]?.id}/pause`
  const asked = { method: 'POST', url, body: { reason: 'nghỉ giải lao' } } as const
  if (at.state === 'closed') {
    await send({ play, office }, who, asked, { status: 409, code: 'MOVE_NOT_ALLOWED' })
    return
  }
  await send({ play, office }, who, asked, { status: 200 })
  at.state = 'paused'
}

export const close: Deed = async ({ play, office }, [a, b]) => {
  const who = pick(office.people, a)
  const desk = b % office.counters.length
  const at = play.world.desks[desk]
  assert.ok(at)
  const asked = { method: 'POST', url: `/counters/${office.counters[desk]?.id}/close` } as const
  if (atDesk(play.world, dayInVietnam(office.now()), desk)) {
    await send({ play, office }, who, asked, { status: 409, code: 'COUNTER_BUSY' })
    return
  }
  await send({ play, office }, who, asked, { status: 200 })
  closeDesk(at)
}

export const call: Deed = async ({ play, office }, [a, b, c]) => {
  const own = play.world.desks.findIndex(({ officer }) => officer === pick(office.people, a).id)
  const desk = own >= 0 && c % 4 !== 0 ? own : b % office.counters.length
  await callAt({ play, office }, { who: pick(office.people, a), desk })
}

/** As a working counter does it: whoever is there leaves, the next is called. */
export const serveOn: Deed = async ({ play, office }, [, b, c, d]) => {
  const desk = b % 3
  const who = pick(office.people, desk)
  for (let count = 0; count <= d % 3; count += 1) {
    letPass({ play, office }, 30_000 + (c % 5) * 60_000)
    const present = atDesk(play.world, dayInVietnam(office.now()), desk)
    if (present) await moveSlip({ play, office }, { slip: present, move: 'finish', who })
    await callAt({ play, office }, { who, desk })
  }
}

export const callChosen: Deed = async ({ play, office }, [a, b, c, d]) => {
  const who = pick(office.people, a)
  const slip = d % 5 === 0 ? anyone({ play, office }, c) : anyone({ play, office }, c, 'waiting')
  if (!slip) return
  const reason = d % 3 === 0 ? undefined : 'có con nhỏ đang khóc'
  await callAt({ play, office }, { who, desk: b % office.counters.length, chosen: { slip, reason } })
}

interface Calling {
  who: Person
  desk: number
  chosen?: { slip: Slip; reason: string | undefined }
}

async function callAt({ play, office }: { play: Play; office: Office }, { who, desk, chosen }: Calling) {
  const { world } = play
  const seat = seatOf(office, desk, who.id)
  const at = world.desks[desk]
  assert.ok(at)
  const body = chosen && {
    ticketId: chosen.slip.id,
    ...(chosen.reason === undefined ? {} : { reason: chosen.reason })
  }
  const asked = { method: 'POST', url: `/counters/${office.counters[desk]?.id}/calls`, body } as const
  const refused = (status: number, code: string) => send({ play, office }, who, asked, { status, code })
  if (at.state !== 'closed' && at.officer !== who.id) return refused(409, 'COUNTER_TAKEN')
  const former = formerDesks(world, who.id, desk)
  if (former.some((index) => atDesk(world, seat.day, index))) return refused(409, 'SEAT_BUSY')
  if (atDesk(world, seat.day, desk)) return refused(409, 'COUNTER_BUSY')

  const before = world.desks.map((one) => ({ ...one }))
  for (const index of former) closeDesk(world.desks[index] as Desk)
  Object.assign(at, { state: 'open', officer: who.id, day: seat.day })
  const undo = () => {
    for (const [index, one] of world.desks.entries()) Object.assign(one, before[index])
  }
  const next = nextFor(world, seat)
  const absent = next ? undefined : firstAbsent(world, seat)
  const turn = next?.slip ?? absent
  const slip = chosen?.slip ?? turn
  if (!slip) {
    undo()
    return refused(404, 'NO_TICKET_WAITING')
  }
  if (chosen && slip !== absent && (slip.status !== 'waiting' || slip.day !== seat.day)) {
    undo()
    return refused(409, 'MOVE_NOT_ALLOWED')
  }
  if (chosen && slip !== turn && chosen.reason === undefined) {
    undo()
    return refused(422, 'SKIP_REASON_REQUIRED')
  }
  if (absent) {
    intoLine(absent, seat.now)
    reached(play, 'absent person called again as nobody else waits', !chosen)
  }
  const passed = reachable(world, seat, { role: 'serves' }).filter(
    ({ turnAt }) => turnAt < slip.turnAt
  ).length
  const skippedOver = slip === turn ? 0 : Math.max(passed, 1)
  assertFair(play, seat, slip, slip === turn ? 'next' : 'chosen')
  noteWhy(play, seat, { slip, why: slip === next?.slip ? next.why : undefined })
  noteCall(world, seat, slip)
  Object.assign(slip, {
    status: 'called',
    back: false,
    counter: desk,
    officer: who.id,
    firstCalledAt: seat.now,
    calledAt: seat.now,
    calls: 1,
    servingAt: undefined,
    skippedOver,
    skipReason: skippedOver > 0 ? chosen?.reason : undefined
  })
  reached(play, 'called out of turn', skippedOver > 0)
  countCall(play, seat, slip)
  const { body: ticket } = await send({ play, office }, who, asked, { status: 200 })
  sameTicket(office, play, ticket, slip)
}

function countCall(play: Play, { desk, now }: Seat, { day, service }: Slip): void {
  const { world } = play
  const series = seriesOf(day, service)
  world.callsOf.set(series, (world.callsOf.get(series) ?? 0) + 1)
  for (const slip of today(world, day)) {
    const calls = world.callsOf.get(seriesOf(day, slip.service)) ?? 0
    if (slip.status !== 'absent' || slip.returnsAt === undefined) continue
    const callsThere = world.desks[desk]?.calls.get(day) ?? 0
    const isDueThere = slip.counter === desk && (slip.returnsThere ?? 0) <= callsThere
    if (slip.returnsAt > calls && !isDueThere) continue
    reached(play, 'absent person back in line as his counter went on', slip.returnsAt > calls)
    intoLine(slip, now)
    reached(play, 'absent person back in line after further calls')
  }
}

function noteWhy(play: Play, seat: Seat, { slip, why }: { slip: Slip; why: string | undefined }): void {
  const { world } = play
  if (why) reached(play, `called as ${why}`)
  reached(play, 'an appointment called before its time', (slip.notBefore ?? '') > seat.now)
  reached(
    play,
    'called for a counter that has closed',
    slip.forCounter !== undefined && slip.forCounter !== seat.desk
  )
  reached(play, 'called for this counter', slip.forCounter === seat.desk)
  reached(play, 'called for this officer', slip.forOfficer === seat.officer)
  reached(
    play,
    'called for an officer who has gone',
    slip.forOfficer !== undefined && slip.forOfficer !== seat.officer
  )
  reached(play, 'called after two absences', slip.absences >= 2)
  const helps = world.desks[seat.desk]?.serves?.get(slip.service) === 'helps'
  reached(
    play,
    'served by a helper as nobody else does',
    helps && roleOf(world, seat.desk, slip.service) === 'serves'
  )
}

/** Somebody who is away whenever he is called, and turns up after all. */
export const straying: Deed = async ({ play, office }, [a, b, , d]) => {
  const slip = anyone({ play, office }, b, 'called', 'absent')
  const desk = slip?.counter
  if (!slip || desk === undefined) return
  const who = office.people.find(({ id }) => id === play.world.desks[desk]?.officer) ?? pick(office.people, a)
  for (let count = 0; count <= d % 3; count += 1) {
    if (slip.status === 'called') await moveSlip({ play, office }, { slip, move: 'absent', who })
    if (slip.status === 'absent') await moveSlip({ play, office }, { slip, move: 'resume', who })
    await callAt({ play, office }, { who, desk })
  }
}
