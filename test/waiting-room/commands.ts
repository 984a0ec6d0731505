import assert from 'node:assert/strict'
import fc from 'fast-check'
import { dayInVietnam } from '../../server/regulation/day.ts'
import type { Office, Person } from './office.ts'
import {
  atDesk,
  firstAbsent,
  intoLine,
  leave,
  nextFor,
  noteCall,
  reachable,
  roleOf,
  type Seat,
  type Slip,
  seriesOf,
  today
} from './oracle.ts'
import {
  assertFair,
  compare,
  lookAtHall,
  lookAtLine,
  type Play,
  pass,
  reached,
  sameTicket,
  seatOf,
  send
} from './play.ts'

type Numbers = readonly [number, number, number, number]

/** What somebody does; the numbers say who, where and to whom, counted in what there is at that moment. */
type Deed = (parts: { play: Play; office: Office }, numbers: Numbers) => Promise<unknown>

class Step implements fc.AsyncCommand<Play, Office> {
  readonly name: keyof typeof DEEDS
  readonly numbers: Numbers
  constructor(name: keyof typeof DEEDS, numbers: Numbers) {
    this.name = name
    this.numbers = numbers
  }
  check(play: Readonly<Play>): boolean {
    return this.name !== 'nextDay' || play.daysForward < 2
  }
  async run(play: Play, office: Office): Promise<void> {
    pass(office, 1000)
    reached(play, this.name)
    await DEEDS[this.name]({ play, office }, this.numbers)
    await compare(play, office)
  }
  toString(): string {
    return `${this.name}(${this.numbers.join(',')})`
  }
}

function pick<Item>(items: readonly Item[], number: number): Item {
  return items[number % items.length] as Item
}

/** Somebody with a number of today, mostly; those of yesterday too. */
function anyone(
  { play, office }: { play: Play; office: Office },
  number: number,
  ...wanted: Slip['status'][]
) {
  const here = today(play.world, dayInVietnam(office.now()))
  const slips = wanted.length > 0 ? here.filter(({ status }) => wanted.includes(status)) : play.world.slips
  return slips[number % Math.max(slips.length, 1)]
}

const issue: Deed = async ({ play, office }, [a, b, c, d]) => {
  const { world } = play
  for (let count = 0; count <= d % 4; count += 1) {
    pass(office, 1000)
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
    if (ordinal > (world.most[service] ?? Number.POSITIVE_INFINITY)) {
      await send({ play, office }, who, asked, { status: 409, code: 'QUOTA_REACHED' })
      continue
    }
    const { body: ticket } = await send({ play, office }, who, asked, { status: 201 })
    world.given.set(series, ordinal)
    const letter = world.letters[service] ?? ''
    const slip: Slip = {
      id: ticket.id,
      day,
      number: `${letter}${`00${ordinal}`.slice(-3)}`,
      letter,
      ordinal,
      service,
      first: typeof group === 'string',
      status: 'waiting',
      issuedBy: who.id,
      issuedAt: now,
      waitingSince: now,
      back: false,
      forCounter: undefined,
      forOfficer: undefined,
      absences: 0,
      returnsAt: undefined,
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
    sameTicket(office, play, ticket, slip)
  }
}

const sit: Deed = async ({ play, office }, [a, b, c]) => {
  const who = pick(office.people, a)
  const desk = b % office.counters.length
  const takeOver = c % 3 === 0
  const at = play.world.desks[desk]
  assert.ok(at)
  const busy = atDesk(play.world, dayInVietnam(office.now()), desk)
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
  await send({ play, office }, who, request, { status: 200 })
  reached(play, 'a counter taken over', isOthers)
  at.state = 'open'
  at.officer = who.id
}

const pause: Deed = async ({ play, office }, [a, b]) => {
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

const close: Deed = async ({ play, office }, [a, b]) => {
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
  at.state = 'closed'
  at.officer = undefined
}

const call: Deed = async ({ play, office }, [a, b, c]) => {
  const own = play.world.desks.findIndex(({ officer }) => officer === pick(office.people, a).id)
  const desk = own >= 0 && c % 4 !== 0 ? own : b % office.counters.length
  await callAt({ play, office }, { who: pick(office.people, a), desk })
}

/** As a working counter does it: whoever is there leaves, the next is called. */
const serveOn: Deed = async ({ play, office }, [, b, c, d]) => {
  const desk = b % 3
  const who = pick(office.people, desk)
  for (let count = 0; count <= d % 3; count += 1) {
    pass(office, 30_000 + (c % 5) * 60_000)
    const present = atDesk(play.world, dayInVietnam(office.now()), desk)
    if (present) await moveSlip({ play, office }, { slip: present, move: 'finish', who })
    await callAt({ play, office }, { who, desk })
  }
}

const callChosen: Deed = async ({ play, office }, [a, b, c, d]) => {
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
  if (atDesk(world, seat.day, desk)) return refused(409, 'COUNTER_BUSY')

  const before = { ...at }
  at.state = 'open'
  at.officer = who.id
  const undo = () => Object.assign(at, before)
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
    ({ issuedAt }) => issuedAt < slip.issuedAt
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
  countCall(play, slip, seat.now)
  const { body: ticket } = await send({ play, office }, who, asked, { status: 200 })
  sameTicket(office, play, ticket, slip)
}

function countCall(play: Play, { day, service }: Slip, now: string): void {
  const { world } = play
  const series = seriesOf(day, service)
  world.callsOf.set(series, (world.callsOf.get(series) ?? 0) + 1)
  for (const slip of today(world, day)) {
    const calls = world.callsOf.get(seriesOf(day, slip.service)) ?? 0
    if (slip.status !== 'absent' || slip.returnsAt === undefined || slip.returnsAt > calls) continue
    intoLine(slip, now)
    reached(play, 'absent person back in line after further calls')
  }
}

function noteWhy(play: Play, seat: Seat, { slip, why }: { slip: Slip; why: string | undefined }): void {
  const { world } = play
  if (why) reached(play, `called as ${why}`)
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
  cancelled: {}
}

async function moveSlip(
  { play, office }: { play: Play; office: Office },
  { slip, move, who }: { slip: Slip; move: Move; who: Person }
) {
  const { world } = play
  const now = office.now()
  const asked = { method: 'POST', url: `/tickets/${slip.id}/${move}` } as const
  const after = AFTER[slip.status][move]
  const isOutdated = slip.day !== dayInVietnam(now)
  const isRefused = !after || (isOutdated && (after === 'waiting' || after === 'parked'))
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
  reached(play, 'a service that ended on another day', wasThere && !staysThere && isOutdated)
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

const move: Deed = async ({ play, office }, [a, b, c]) => {
  const name = pick(MOVES, b)
  const fitting = (Object.keys(AFTER) as Slip['status'][]).filter(
    (status) => AFTER[status][name] !== undefined
  )
  const slip =
    (c % 8 === 0 ? undefined : anyone({ play, office }, c, ...fitting)) ?? anyone({ play, office }, c)
  if (!slip) return
  await moveSlip({ play, office }, { slip, move: name, who: pick(office.people, a) })
}

const takeBack: Deed = async ({ play, office }, [a]) => {
  const slip = a % 3 === 0 ? anyone({ play, office }, a) : play.world.slips.at(-1)
  if (slip) await moveSlip({ play, office }, { slip, move: 'cancel', who: office.kiosk })
}

const noShow: Deed = async ({ play, office }, [a, b]) => {
  const slip = anyone({ play, office }, b, 'called')
  if (slip) await moveSlip({ play, office }, { slip, move: 'absent', who: pick(office.people, a) })
}

/** Somebody who is away whenever he is called, and turns up after all. */
const straying: Deed = async ({ play, office }, [a, b, , d]) => {
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

const transfer: Deed = async ({ play, office }, [a, b, c, d]) => {
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

const furtherService: Deed = async ({ play, office }, [a, b, c]) => {
  const slip = anyone({ play, office }, c, 'called', 'serving') ?? anyone({ play, office }, c)
  if (!slip) return
  const body = { serviceId: office.services[b % play.world.letters.length]?.id }
  const asked = { method: 'POST', url: `/tickets/${slip.id}/services`, body } as const
  const who = pick(office.people, a)
  if (slip.status !== 'called' && slip.status !== 'serving') {
    await send({ play, office }, who, asked, { status: 409, code: 'MOVE_NOT_ALLOWED' })
    return
  }
  const { body: ticket } = await send({ play, office }, who, asked, { status: 200 })
  assert.ok(ticket.services.some(({ id }: { id: string }) => id === body.serviceId))
}

/** A service that the office did not have. It stays in the database; in a run it is there once it was added in that run. */
const newService: Deed = async ({ play, office }) => {
  const { letters, most } = play.world
  if (letters.length >= 7) return
  const letter = ['N', 'S'][letters.length - 5] ?? 'S'
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

const setRules: Deed = async ({ play, office }, [a, b, c, d]) => {
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

const setCounter: Deed = async ({ play, office }, [a, b, c]) => {
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

const setLimit: Deed = async ({ play, office }, [a, b]) => {
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
const again: Deed = async ({ play, office }, [a]) => {
  if (!play.last) return
  const { who, asked, answer } = play.last
  for (let count = 0; count <= a % 3; count += 1) {
    const repeated = await office.ask(who, asked)
    assert.deepEqual([repeated.status, repeated.body], [answer.status, answer.body])
  }
}

const againOtherwise: Deed = async ({ play, office }) => {
  if (!play.last) return
  const { who, asked } = play.last
  const other = { ...asked, url: '/tickets/khac/cancel', method: 'POST' as const, body: undefined }
  const { status, body } = await office.ask(who, other)
  assert.deepEqual([status, body.code], [422, 'IDEMPOTENCY_KEY_REUSED'])
}

const look: Deed = async ({ play, office }, [a, b]) => {
  await lookAtHall(play, office)
  await lookAtLine(play, office, { who: pick(office.people, a), desk: b % office.counters.length })
}

const wait: Deed = async ({ office }, [a]) => pass(office, (1 + (a % 20)) * 60_000)

/** Whoever was at a counter at midnight is still there. */
const nextDay: Deed = async ({ play, office }, [a, b]) => {
  const here = anyone({ play, office }, a, 'called', 'serving')
  play.daysForward += 1
  pass(office, 86_400_000)
  if (here && b % 2 === 0)
    await moveSlip({ play, office }, { slip: here, move: 'finish', who: pick(office.people, b) })
}

const clockBack: Deed = async ({ play, office }, [a]) => {
  const before = office.now()
  office.time.wall -= pick(
    [3_600_000, 3_600_000, 86_400_000, Date.parse('2026-01-01') - Date.parse('2000-01-01')],
    a
  )
  assert.ok(office.now() >= before)
  assert.equal(dayInVietnam(office.now()), dayInVietnam(before))
  reached(play, 'day of the numbers kept though the clock says another', a % 4 > 1)
}

const clockRight: Deed = async ({ office }) => {
  office.time.wall = Math.max(office.time.wall, Date.parse(office.now()))
}

const restart: Deed = async ({ office }, [a]) => {
  if (a % 12 === 0) await office.restart()
}

const DEEDS = {
  issue,
  sit,
  pause,
  close,
  call,
  serveOn,
  callChosen,
  move,
  takeBack,
  noShow,
  straying,
  transfer,
  furtherService,
  newService,
  setRules,
  setCounter,
  setLimit,
  again,
  againOtherwise,
  look,
  wait,
  nextDay,
  clockBack,
  clockRight,
  restart
} as const satisfies Record<string, Deed>

/** How often each is done, of a hundred and some. */
const WEIGHTS: Record<keyof typeof DEEDS, number> = {
  issue: 18,
  sit: 4,
  pause: 2,
  close: 3,
  call: 12,
  serveOn: 12,
  callChosen: 5,
  move: 14,
  takeBack: 3,
  noShow: 5,
  straying: 3,
  transfer: 8,
  furtherService: 2,
  newService: 1,
  setRules: 3,
  setCounter: 3,
  setLimit: 1,
  again: 4,
  againOtherwise: 1,
  look: 8,
  wait: 4,
  nextDay: 1,
  clockBack: 1,
  clockRight: 1,
  restart: 1
}

const small = fc.nat({ max: 1000 })

const step = fc.oneof(
  ...Object.entries(WEIGHTS).map(([name, weight]) => ({
    weight,
    arbitrary: fc
      .tuple(small, small, small, small)
      .map((numbers): fc.AsyncCommand<Play, Office> => new Step(name as keyof typeof DEEDS, numbers))
  }))
)

/** Whatever people do, in any order. */
export const anyDay = (most: number, replayPath?: string) =>
  fc.commands([step], { maxCommands: most, size: 'max', ...(replayPath ? { replayPath } : {}) })

export const DEED_NAMES = Object.keys(DEEDS)
