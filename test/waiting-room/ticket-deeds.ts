import assert from 'node:assert/strict'
import { dayInVietnam } from '../../server/regulation/day.ts'
import { anyone, type Deed, pick } from './deeds.ts'
import type { Office, Person } from './office.ts'
import { intoLine, isLeftOver, leave, type Slip, seriesOf, type World } from './oracle.ts'
import { letPass, type Play, reached, sameTicket, send } from './play.ts'

export const issue: Deed = async ({ play, office }, [a, b, c, d]) => {
  const { world } = play
  for (let count = 0; count <= d % 4; count += 1) {
    letPass({ play, office }, 1000)
    const issuers = [office.kiosk, office.people[0], office.people[3]] as Person[]
    const who = pick(issuers, a)
    const service = (b + (count > 1 ? count : 0)) % world.letters.length
    const group = pick([undefined, undefined, null, 'elderly', 'pregnant', undefined, 'vip'], c + count * 5)
    const body = {
      serviceId: office.services[service]?.id,
      ...(group === undefined ? {} : { priorityGroup: group })
    }
    const asked = { method: 'POST', url: `/offices/${office.officeId}/tickets`, body } as const
    const now = office.now()
    const day = dayInVietnam(now)
    const series = seriesOf(day, service)
    const ordinal = (world.given.get(series) ?? 0) + 1
    if (group === 'vip') {
      await send({ play, office }, who, asked, { status: 422, code: 'PRIORITY_GROUP_UNKNOWN' })
      continue
    }
    if (who === office.kiosk && isHoarded(world, who.id, now)) {
      await send({ play, office }, who, asked, { status: 429, code: 'TOO_MANY_NUMBERS' })
      continue
    }
    if (ordinal > (world.most[service] ?? Number.POSITIVE_INFINITY)) {
      await send({ play, office }, who, asked, { status: 409, code: 'QUOTA_REACHED' })
      continue
    }
    const { body: ticket } = await send({ play, office }, who, asked, { status: 201 })
    const slip = newSlip(world, { id: ticket.id, service, now, day, issuedBy: who.id })
    slip.first = typeof group === 'string'
    sameTicket(office, play, ticket, slip)
  }
}

/** Whether a kiosk has given ten numbers within a minute that nobody has taken back. */
function isHoarded({ slips, appointments }: World, kioskId: string, now: string): boolean {
  const since = new Date(Date.parse(now) - 60_000).toISOString()
  const given = slips.filter((slip) => {
    const { issuedBy, issuedAt, status, day } = slip
    if (appointments.some((one) => one.slip === slip)) return false
    return issuedBy === kioskId && issuedAt > since && status !== 'cancelled' && day === dayInVietnam(now)
  })
  return given.length >= 10
}

interface Given {
  id: string
  service: number
  now: string
  day: string
  issuedBy: string
}

/** Writes down that the next number of a service was given. */
export function newSlip(world: World, { id, service, now, day, issuedBy }: Given): Slip {
  const series = seriesOf(day, service)
  const ordinal = (world.given.get(series) ?? 0) + 1
  world.given.set(series, ordinal)
  const letter = world.letters[service] ?? ''
  const slip: Slip = {
    id,
    day,
    number: `${letter}${`00${ordinal}`.slice(-3)}`,
    letter,
    ordinal,
    service,
    first: false,
    status: 'waiting',
    issuedBy,
    issuedAt: now,
    turnAt: now,
    notBefore: undefined,
    waitingSince: now,
    back: false,
    forCounter: undefined,
    forOfficer: undefined,
    absences: 0,
    returnsAt: undefined,
    returnsThere: undefined,
    counter: undefined,
    officer: undefined,
    firstCalledAt: undefined,
    calledAt: undefined,
    calls: 0,
    servingAt: undefined,
    skippedOver: 0,
    skipReason: undefined,
    note: null
  }
  world.slips.push(slip)
  return slip
}

const MOVES = ['recall', 'serve', 'finish', 'absent', 'park', 'resume', 'cancel'] as const
type Move = (typeof MOVES)[number]

const AFTER: Record<Slip['status'], Partial<Record<Move, Slip['status']>>> = {
  waiting: { cancel: 'cancelled' },
  called: {
    recall: 'called',
    serve: 'serving',
    finish: 'finished',
    absent: 'absent',
    park: 'parked',
    cancel: 'cancelled'
  },
  serving: { finish: 'finished', park: 'parked' },
  parked: { resume: 'waiting', cancel: 'cancelled' },
  absent: { resume: 'waiting' },
  finished: {},
  cancelled: {},
  unfinished: {}
}

/** Moves somebody on, or is refused, as the oracle says. */
export async function moveSlip(
  { play, office }: { play: Play; office: Office },
  { slip, move, who }: { slip: Slip; move: Move; who: Person }
) {
  const { world } = play
  const now = office.now()
  const asked = { method: 'POST', url: `/tickets/${slip.id}/${move}` } as const
  const after = AFTER[slip.status][move]
  const today = dayInVietnam(now)
  const isOutdated = slip.day !== today
  const isRefused =
    !after || isLeftOver(slip, today) || (isOutdated && (after === 'waiting' || after === 'parked'))
  const isKiosk = who === office.kiosk
  const isFresh = Date.parse(now) - Date.parse(slip.issuedAt) <= 60_000
  const kioskMay = slip.issuedBy === who.id && slip.status === 'waiting' && isFresh
  if (isRefused || (isKiosk && !kioskMay)) {
    reached(play, 'a number of yesterday is not called again', isOutdated && after !== undefined)
    await send({ play, office }, who, asked, { status: 409, code: 'MOVE_NOT_ALLOWED' })
    return
  }
  const wasThere = slip.status === 'called' || slip.status === 'serving'
  const staysThere = after === 'called' || after === 'serving'
  if (wasThere && !staysThere) leave(world, slip, { outcome: after, now })
  if (move === 'recall') {
    slip.calls += 1
    slip.calledAt = now
  }
  if (move === 'serve') slip.servingAt = now
  if (move === 'absent') {
    const { absentReturnsAfter, mostAbsences } = world.rules
    slip.absences += 1
    const returns = absentReturnsAfter !== null && slip.absences < mostAbsences
    const calls = world.callsOf.get(seriesOf(slip.day, slip.service)) ?? 0
    slip.returnsAt = returns ? calls + absentReturnsAfter : undefined
    const there = world.desks[slip.counter ?? -1]?.calls.get(slip.day) ?? 0
    slip.returnsThere = returns ? there + absentReturnsAfter : undefined
    reached(play, 'absent for good', !returns)
  }
  if (move === 'resume') {
    const desk = slip.status === 'parked' ? slip.counter : undefined
    reached(play, 'absent twice, then there after all', slip.status === 'absent' && slip.absences > 1)
    intoLine(slip, now)
    slip.back = true
    slip.forCounter = desk
    slip.forOfficer = undefined
  }
  slip.status = after
  const { body } = await send({ play, office }, who, asked, { status: 200 })
  sameTicket(office, play, body, slip)
}

export const move: Deed = async ({ play, office }, [a, b, c]) => {
  const name = pick(MOVES, b)
  const fitting = (Object.keys(AFTER) as Slip['status'][]).filter(
    (status) => AFTER[status][name] !== undefined
  )
  const slip =
    (c % 8 === 0 ? undefined : anyone({ play, office }, c, ...fitting)) ?? anyone({ play, office }, c)
  if (!slip) return
  await moveSlip({ play, office }, { slip, move: name, who: pick(office.people, a) })
}

export const takeBack: Deed = async ({ play, office }, [a]) => {
  const slip = a % 3 === 0 ? anyone({ play, office }, a) : play.world.slips.at(-1)
  if (slip) await moveSlip({ play, office }, { slip, move: 'cancel', who: office.kiosk })
}

export const noShow: Deed = async ({ play, office }, [a, b]) => {
  const slip = anyone({ play, office }, b, 'called')
  if (slip) await moveSlip({ play, office }, { slip, move: 'absent', who: pick(office.people, a) })
}

export const transfer: Deed = async ({ play, office }, [a, b, c, d]) => {
  const { world } = play
  const slip =
    (c % 6 === 0 ? undefined : anyone({ play, office }, c, 'called', 'serving', 'parked', 'waiting')) ??
    anyone({ play, office }, c)
  if (!slip) return
  const who = pick(office.people, a)
  const way = d % 8
  const service = way === 0 || way === 4 ? b % world.letters.length : undefined
  const counter = way === 1 || way === 4 || way === 5 ? b % office.counters.length : undefined
  const officer = way === 2 || way === 5 ? pick(office.people, b).id : undefined
  const unknown = way === 6 ? pick([{ counterId: 'x' }, { serviceId: 'x' }, { officerId: 'x' }], b) : {}
  const note = d % 2 === 0 ? 'Cần xem lại giấy ủy quyền' : null
  const body = {
    ...(service === undefined ? {} : { serviceId: office.services[service]?.id }),
    ...(counter === undefined ? {} : { counterId: office.counters[counter]?.id }),
    ...(officer === undefined ? {} : { officerId: officer }),
    ...unknown,
    note
  }
  const asked = { method: 'POST', url: `/tickets/${slip.id}/transfer`, body } as const
  const now = office.now()
  const mayGo = ['waiting', 'called', 'serving', 'parked'].includes(slip.status)
  const refused = (status: number, code: string) => send({ play, office }, who, asked, { status, code })
  if (!mayGo || slip.day !== dayInVietnam(now)) return refused(409, 'MOVE_NOT_ALLOWED')
  if (way === 3 || way === 7) return refused(422, 'TRANSFER_NOWHERE')
  if (way === 6) return refused(404, 'NOT_FOUND')
  if (slip.status === 'waiting' && note === null) return refused(422, 'TRANSFER_REASON_REQUIRED')
  if (slip.status === 'called' || slip.status === 'serving')
    leave(world, slip, { outcome: 'transferred', now })
  const { waitingSince, status } = slip
  intoLine(slip, now)
  if (status === 'waiting') slip.waitingSince = waitingSince
  slip.service = service ?? slip.service
  slip.back = false
  slip.forCounter = counter
  slip.forOfficer = officer
  slip.note = note
  reached(play, 'sent to a closed counter', counter !== undefined && world.desks[counter]?.state === 'closed')
  reached(play, 'sent on while parked', status === 'parked')
  const { body: ticket } = await send({ play, office }, who, asked, { status: 200 })
  sameTicket(office, play, ticket, slip)
}

export const furtherService: Deed = async ({ play, office }, [a, b, c]) => {
  const slip = anyone({ play, office }, c, 'called', 'serving') ?? anyone({ play, office }, c)
  if (!slip) return
  const body = { serviceId: office.services[b % play.world.letters.length]?.id }
  const asked = { method: 'POST', url: `/tickets/${slip.id}/services`, body } as const
  const who = pick(office.people, a)
  const isThere = slip.status === 'called' || slip.status === 'serving'
  if (!isThere || isLeftOver(slip, dayInVietnam(office.now()))) {
    await send({ play, office }, who, asked, { status: 409, code: 'MOVE_NOT_ALLOWED' })
    return
  }
  const { body: ticket } = await send({ play, office }, who, asked, { status: 200 })
  assert.ok(ticket.services.some(({ id }: { id: string }) => id === body.serviceId))
}
