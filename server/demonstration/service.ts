import type { FastifyInstance } from 'fastify'
import { demonstrationText } from '../../kiosk-ui/src/text/demonstration.ts'
import { draftApology, issueApology, latestApologies, sendApology } from '../apologies/service.ts'
import type { OfficeDays } from '../calendar/office-days.ts'
import { officeDaysOf } from '../calendar/service.ts'
import { getDossierRecord } from '../dossiers/service.ts'
import { DomainError } from '../errors.ts'
import type { Doer } from '../events.ts'
import { setAlwaysOpen } from '../hall/service.ts'
import type { HandedOver } from '../handling/schemas.ts'
import {
  acceptHandOver,
  addAgency,
  giveSlip,
  handOver,
  listHolders,
  recordResult,
  refuseDossier,
  requestPayment,
  requestSupplement,
  returnResult,
  stopDossier,
  withdrawDossier
} from '../handling/service.ts'
import type { Actor, StaffRole } from '../identity/roles.ts'
import { createAccount, getActorByUsername, hashOfPassword, registerDevice } from '../identity/service.ts'
import { newId } from '../ids.ts'
import type { IntakePlan } from '../intake/received-dossier.ts'
import type { NewDossier } from '../intake/schemas.ts'
import { planIntake, receiveDossier } from '../intake/service.ts'
import { addCounter, addService, describeLayout, findOfficeOfCode, setPhone } from '../offices/service.ts'
import type { ProcedureComponent } from '../procedures/edition.ts'
import type { StoredEdition } from '../procedures/edition-change.ts'
import { getEditionOn } from '../procedures/service.ts'
import { dayInVietnam } from '../regulation/day.ts'
import { appointmentsOn, arrangeHall, type Happening, hallDay } from '../rehearsal/service.ts'
import { setLanguage } from '../self-service/service.ts'
import { furnishOffice, SYSTEM, setUpOffice } from '../setup/service.ts'
import { issueTicket } from '../tickets/service.ts'
import type { Work } from '../transact.ts'
import { type Case, casesOf, type Desk, OFFERS } from './cases.ts'
import { DEMONSTRATION, type DemonstrationOffice, ENGLISH_GROUPS } from './offices.ts'
import { type Chance, chanceOf, citizenOf, organisationOf, pick } from './people.ts'
import { clock, type Step, stepsOf } from './timeline.ts'

/** Of “Nhận kết quả”. */
const PICK_UP_LETTER = 'L'

/** How long the offices have stood when the demonstration begins, so that their log is older than their dossiers. Milliseconds. */
const FOUNDED_BEFORE = 80 * 86_400_000

/**
 * Sets the demonstration offices up, with one password for all their accounts.
 *
 * @param founded when; now, unless dossiers of past weeks are to come into them
 */
export async function furnishDemonstration(
  app: FastifyInstance,
  password: string,
  founded?: Date
): Promise<void> {
  for (const office of DEMONSTRATION) {
    const { code, name, administrator, people } = office
    const officeId = newId(app.clock(), app.randomBytes)
    const hashes = await Promise.all(people.map(() => hashOfPassword(password)))
    const parts = {
      officeId,
      code,
      name,
      administrator: { ...administrator, passwordHash: await hashOfPassword(password) }
    }
    await setUpOffice((change, task) => app.transact({ ...change, at: founded }, task), parts, {
      furnish: async (work, founded) => {
        await furnishOffice(work, founded)
        await fillOffice(work, office, hashes)
      }
    })
  }
}

/** Whoever tries the demonstration out may first read for a while. Milliseconds. */
const DEMONSTRATION_ENROLMENT = 7 * 86_400_000

/** Registers a kiosk and a display of the first office. Answers the codes that let them in, once each. */
export async function registerDemonstrationDevices(
  app: FastifyInstance
): Promise<Record<'kiosk' | 'display', string>> {
  const { db, tokens } = app
  const office = await findOfficeOfCode(db, DEMONSTRATION[0].code)
  if (!office) throw new Error('The demonstration is not set up')
  const { id: officeId } = office
  const register = async (role: 'kiosk' | 'display', name: string) => {
    const parts = { role, name, tokens, term: DEMONSTRATION_ENROLMENT }
    const { id } = await app.transact({ officeId, actor: SYSTEM }, (work) => registerDevice(work, parts))
    return tokens.code('enrolment', { officeId, id })
  }
  return {
    kiosk: await register('kiosk', 'Ki-ốt sảnh'),
    display: await register('display', 'Bảng gọi số sảnh')
  }
}

/** Sets the offices up as they would be after some weeks of work, with dossiers in all states. */
export async function furnishWorkingDemonstration(app: FastifyInstance, password: string): Promise<void> {
  await furnishDemonstration(app, password, new Date(app.clock().getTime() - FOUNDED_BEFORE))
  for (const office of DEMONSTRATION) await furnishWork(app, office).catch(whereCalendarEnds)
}

async function fillOffice(
  work: Work,
  { phone, people, counters, services, agencies }: DemonstrationOffice,
  hashes: string[]
) {
  await setPhone(work, phone)
  for (const [index, person] of people.entries()) {
    await createAccount(work, { ...person, passwordHash: hashes[index] ?? '' })
  }
  for (const counter of counters) await addCounter(work, counter)
  const names: [string, string][] = []
  for (const { english, ...service } of services) names.push([(await addService(work, service)).id, english])
  const english = { code: 'en', name: 'English', texts: {}, groupNames: ENGLISH_GROUPS }
  await setLanguage(work, { ...english, serviceNames: Object.fromEntries(names) })
  for (const name of Object.values(agencies)) await addAgency(work, name)
  await setAlwaysOpen(work, true)
}

/** A dossier of the demonstration, with all that will have happened to it. */
interface Story {
  asked: NewDossier
  plan: IntakePlan
  desk: Desk
  officer: Doer
  steps: Step[]
  /** Once it has been taken in. */
  code: string
}

interface Stage {
  app: FastifyInstance
  officeId: string
  officers: [Actor, ...Actor[]]
  specialist: Doer
  supervisor: Doer
  holderOf: Record<Desk, HandedOver>
  days: OfficeDays
}

/**
 * Lets the dossiers of several weeks happen again, and this morning's numbers, through the same services as every day
 * and each at its own time. A story that the calendar cannot tell, as its years are not known, is left out.
 */
async function furnishWork(app: FastifyInstance, office: DemonstrationOffice): Promise<void> {
  const stage = await setStage(app, office)
  const stories = await tellStories(stage, office)
  const happenings = [
    ...(await arrangements(stage, office)),
    ...stories.flatMap((story) => happeningsOf(stage, story)),
    ...(await pastDaysInHall(stage, office)),
    ...(await peopleWaiting(stage, office))
  ].toSorted((one, other) => (one.at < other.at ? -1 : 1))
  for (const group of groupsOf(happenings)) {
    await Promise.all(
      group.map(({ at, by, act: does }) =>
        app.transact({ officeId: stage.officeId, actor: by, at: new Date(at) }, does)
      )
    )
  }
}

/** What is set up before anybody comes, and who has an appointment today and on the next working day. */
async function arrangements(
  { app, officeId, officers, days }: Stage,
  { counters, perDay, ward }: DemonstrationOffice
): Promise<Happening[]> {
  if (perDay === 0) return []
  const office = await describeLayout(app.db, officeId)
  const now = app.clock()
  const today = dayInVietnam(now.toISOString())
  const chance = chanceOf(SEED + 1)
  const madeAt = new Date(clock(daysBefore(days, today, 1), 900)).toISOString()
  const serves = new Map(counters.map(({ number, serves }) => [number, serves]))
  const { announcements } = demonstrationText
  const arranging: Happening = {
    at: new Date(now.getTime() - FOUNDED_BEFORE).toISOString(),
    by: SYSTEM,
    subject: {},
    act: (work) => arrangeHall(work, { office, serves, pickUp: PICK_UP_LETTER, announcements })
  }
  const appointmentDays = [...(days.isWorkingDay(today) ? [today] : []), days.workingDayAfter(today, 1)]
  const appointments = appointmentDays.flatMap((day) => {
    const people = Array.from({ length: 5 }, () => citizenOf(chance, ward)).map(({ name, phone }) => ({
      name,
      phone: phone ?? NO_PHONE
    }))
    return appointmentsOn({ office, officers, system: SYSTEM }, { day, madeAt, people })
  })
  return [arranging, ...appointments]
}

/** Of whoever has none in the story of a dossier, but needs one for an appointment. */
const NO_PHONE = '0297 3 860 200'

/** How many working days the hall remembers: enough for waiting times to be told and for pictures of them. */
const DAYS_IN_HALL = 5

async function pastDaysInHall(
  { app, officeId, officers, days }: Stage,
  { perDay }: DemonstrationOffice
): Promise<Happening[]> {
  if (perDay === 0) return []
  const office = await describeLayout(app.db, officeId)
  const today = dayInVietnam(app.clock().toISOString())
  const hall = { office, officers, system: SYSTEM, tokens: app.tokens, chance: chanceOf(SEED) }
  const pastDays = Array.from({ length: DAYS_IN_HALL }, (_, back) =>
    daysBefore(days, today, DAYS_IN_HALL - back)
  )
  return pastDays.flatMap((day) => hallDay(hall, { day, until: END_OF_DAY }))
}

/** Minutes after midnight. */
const END_OF_DAY = 1440

/** Whoever took a number and was not called yet, as long as it is the same day. */
async function peopleWaiting(
  { app, officeId }: Stage,
  { waiting }: DemonstrationOffice
): Promise<Happening[]> {
  const { services } = await describeLayout(app.db, officeId)
  const now = app.clock()
  return waiting.flatMap(({ letter, minutesAgo, priorityGroup }) => {
    const service = services.find((known) => known.letter === letter)
    const at = new Date(now.getTime() - minutesAgo * 60_000).toISOString()
    if (!service || dayInVietnam(at) !== dayInVietnam(now.toISOString())) return []
    const ticket = { serviceId: service.id, priorityGroup, tokens: app.tokens }
    return [{ at, by: SYSTEM, subject: {}, act: (work: Work) => issueTicket(work, ticket) }]
  })
}

async function setStage(app: FastifyInstance, office: DemonstrationOffice): Promise<Stage> {
  const { db } = app
  const found = await findOfficeOfCode(db, office.code)
  if (!found) throw new Error('The demonstration is not set up')
  const { id: officeId } = found
  const { agencies } = await listHolders(db, officeId)
  const idOf = (name: string) => agencies.find((agency) => agency.name === name)?.id ?? ''
  const people = await Promise.all(
    office.people.map(({ username, roles }) =>
      getActorByUsername(db, username).then((actor) => ({ ...actor, roles }))
    )
  )
  const holding = (role: StaffRole) => people.filter(({ roles }) => roles.includes(role))
  const [first, ...others] = holding('reception')
  if (!first) throw new Error(`Nobody receives at ${office.code}`)
  const specialist = holding('specialist')[0]
  const { registry, economy, society, police } = office.agencies
  return {
    app,
    officeId,
    officers: [first, ...others],
    specialist: specialist ?? first,
    supervisor: holding('supervisor')[0] ?? first,
    holderOf: {
      registry: specialist ? { toUserId: specialist.id } : { toAgencyId: idOf(registry) },
      economy: { toAgencyId: idOf(economy) },
      society: { toAgencyId: idOf(society) },
      police: { toAgencyId: idOf(police) }
    },
    days: await officeDaysOf(db, officeId)
  }
}

/** The same people and procedures at each start, so that pictures and stories stay true. */
const SEED = 20261120

async function tellStories(stage: Stage, office: DemonstrationOffice): Promise<Story[]> {
  const { app, officeId, days } = stage
  const chance = chanceOf(SEED + office.perDay)
  const today = dayInVietnam(app.clock().toISOString())
  const editions = await Promise.all(OFFERS.map(({ code }) => getEditionOn(app.db, code, today)))
  const known = new Map(editions.map((edition) => [edition.code, edition]))
  const stories: Story[] = []
  for (const one of casesOf(chance, (code) => termDays(known.get(code)), office.perDay)) {
    const asked = askedBy(chance, {
      one,
      ward: office.ward,
      papers: known.get(one.offer.code)?.components ?? []
    })
    const receivedDay = daysBefore(days, today, one.daysAgo)
    const at = new Date(clock(receivedDay, one.minute))
    const officer = pick(chance, stage.officers)
    if (at > app.clock() || !days.isWorkingDay(receivedDay)) continue
    const plan = await planIntake(app.db, { officeId, at, asked }).catch(whereCalendarEnds)
    if (!plan) continue
    const { receivedAt, due, slipRequired } = plan
    const promised = { receivedAt, receivedDay, dueDay: due.dueDay, slipRequired, fate: one.fate }
    const steps = stepsOf(promised, { days, now: app.clock().toISOString() })
    stories.push({ asked, plan, desk: one.offer.desk, officer, steps, code: '' })
  }
  return stories
}

function whereCalendarEnds(error: unknown): undefined {
  if (error instanceof DomainError && error.code === 'CALENDAR_YEAR_MISSING') return undefined
  throw error
}

/** Working days of a procedure; calendar days are about seven for five. */
function termDays(edition: StoredEdition | undefined): number {
  const term = edition?.term
  if (!term || term.unit === 'same_day' || term.unit === 'working_hour') return 0
  return term.unit === 'working_day' ? term.amount : Math.ceil((term.amount * 5) / 7)
}

function daysBefore(days: OfficeDays, today: string, count: number): string {
  let day = today
  for (let left = count; left > 0; left -= 1) day = days.previousWorkingDay(day)
  return day
}

function askedBy(
  chance: Chance,
  { one, ward, papers }: { one: Case; ward: string; papers: readonly ProcedureComponent[] }
): NewDossier {
  const applicant = one.offer.organisation ? organisationOf(chance, ward) : citizenOf(chance, ward)
  const kept = papers.flatMap(({ presented, originals, copies }, place) =>
    presented ? [] : [{ id: String(place + 1), originals: originals || (copies ? 0 : 1), copies }]
  )
  const roll = chance(10)
  return {
    procedureCode: one.offer.code,
    applicant,
    channel: roll === 0 ? 'post' : 'counter',
    components: kept.slice(0, 4),
    sets: 1,
    resultDelivery: roll < 2 ? 'post' : 'counter',
    slipRequested: false
  }
}

/** Neighbours that are about different things share one commit; their order stays. */
function groupsOf(happenings: readonly Happening[]): Happening[][] {
  const groups: Happening[][] = []
  let seen = new Set<object>()
  for (const happening of happenings) {
    const group = groups.at(-1)
    if (!group || seen.has(happening.subject)) {
      groups.push([happening])
      seen = new Set([happening.subject])
    } else {
      group.push(happening)
      seen.add(happening.subject)
    }
  }
  return groups
}

const BY_SPECIALIST: ReadonlySet<Step['what']> = new Set(['accept', 'ask-papers', 'ask-money'])
const BY_SUPERVISOR: ReadonlySet<Step['what']> = new Set(['draft', 'issue', 'send'])

function happeningsOf(stage: Stage, story: Story): Happening[] {
  const doerOf = (what: Step['what']) => {
    if (BY_SUPERVISOR.has(what)) return stage.supervisor
    return BY_SPECIALIST.has(what) ? stage.specialist : story.officer
  }
  return story.steps.map(({ at, what }) => ({
    at,
    by: doerOf(what),
    subject: story,
    act: (work) => act(work, what, { stage, story })
  }))
}

async function act(
  work: Work,
  what: Step['what'],
  { stage, story }: { stage: Stage; story: Story }
): Promise<unknown> {
  const { asked, plan, desk, code } = story
  const key = { code }
  switch (what) {
    case 'receive': {
      const received = await receiveDossier(work, { asked, plan, tokens: stage.app.tokens })
      story.code = received.code
      return received
    }
    case 'slip':
      return giveSlip(work, key, { how: 'printed' })
    case 'hand-over':
      return handOver(work, key, stage.holderOf[desk])
    case 'accept':
      return acceptHandOver(work, key)
    case 'ask-papers':
      return requestSupplement(work, key, {
        items: [...demonstrationText.supplement.items],
        reason: demonstrationText.supplement.reason
      })
    case 'ask-money':
      return requestPayment(work, key, 50_000)
    case 'result':
      return recordResult(work, key, { outcome: 'granted' })
    case 'return':
      return returnResult(work, key, { to: asked.applicant.name })
    case 'refuse':
      return refuseDossier(work, key, demonstrationText.refusal)
    case 'withdraw':
      return withdrawDossier(work, key, demonstrationText.withdrawal)
    case 'stop':
      return stopDossier(work, key, { reason: demonstrationText.stop, by: 'citizen' })
    default:
      return apologise(work, what, { code, newDueDay: stage.days.workingDayAfter(plan.due.dueDay, 5) })
  }
}

async function apologise(
  work: Work,
  what: 'draft' | 'issue' | 'send',
  { code, newDueDay }: { code: string; newDueDay: string }
): Promise<unknown> {
  if (what === 'draft') return draftApology(work, { code, newDueDay, ...demonstrationText.apology })
  const { id } = await getDossierRecord(work.db, { officeId: work.officeId, code })
  const apology = (await latestApologies(work.db, { officeId: work.officeId, dossierIds: [id] })).get(id)
  if (!apology) throw new Error(`${code} has no apology`)
  if (what === 'send') return sendApology(work, { apologyId: apology.id, channel: 'phone' })
  const signedOn = dayInVietnam(work.now)
  return issueApology(work, { apologyId: apology.id, signedOn, ...demonstrationText.signature })
}
