import { calendarFileText, decisionText } from '../../kiosk-ui/src/text/calendar.ts'
import { DomainError, type FieldError } from '../errors.ts'
import { dayFaults, swapFaults } from './day-faults.ts'
import { type DecidedKind, type OfficialDay, scopeOf } from './official-days.ts'
import { type PlainDate, yearOf } from './plain-date.ts'

/** What was decided about one day; `working` says that nothing comes of the question for it. */
export interface DecidedDay {
  day: PlainDate
  kind: DecidedKind | 'working'
  name: string
  standsFor?: PlainDate | undefined
}

export interface Decision {
  questionId: string
  legalBasis: string
  days: readonly DecidedDay[]
}

/** What the decision falls on: the days that are listed, and the years that have a calendar. */
export interface Listed {
  days: readonly OfficialDay[]
  years: readonly number[]
}

/**
 * The days that a decision makes. It must speak of every day of its question, and may speak of others, as the Saturday
 * that makes up for a swapped day. Where there is one day of each, they stand for each other without being told.
 *
 * @throws DomainError `VALIDATION`, each fault naming its day
 */
export function decidedDays({ questionId, legalBasis, days }: Decision, listed: Listed): OfficialDay[] {
  const asked = listed.days.filter((day) => day.kind === 'undecided' && day.questionId === questionId)
  const swaps = days.filter(({ kind }) => kind === 'swapped_off')
  const makeUps = days.filter(({ kind }) => kind === 'make_up')
  const pair = swaps.length === 1 && makeUps.length === 1
  const partner = (kind: DecidedDay['kind']): PlainDate | undefined => {
    if (!pair) return undefined
    if (kind === 'swapped_off') return makeUps[0]?.day
    return kind === 'make_up' ? swaps[0]?.day : undefined
  }
  const made = days.map(
    ({ day, kind, name, standsFor }): OfficialDay => ({
      day,
      kind,
      name,
      legalBasis,
      scope: scopeOf(kind),
      standsFor: standsFor ?? partner(kind) ?? null,
      assumed: null,
      questionId: asked.some((entry) => entry.day === day) ? questionId : null
    })
  )
  const errors = [...missing(asked, made), ...faults(made, { questionId, listed })]
  if (errors.length > 0) throw new DomainError('VALIDATION').withErrors(errors)
  return made
}

function missing(asked: readonly OfficialDay[], made: readonly OfficialDay[]): FieldError[] {
  return asked
    .filter(({ day }) => !made.some((entry) => entry.day === day))
    .map(({ day }) => ({ path: '/days', message: decisionText.missing(day) }))
}

function faults(made: readonly OfficialDay[], given: { questionId: string; listed: Listed }): FieldError[] {
  return made.flatMap((entry, index) => {
    const name = decisionText.entry(entry.day)
    const partner = partnerOf(entry, [...made, ...given.listed.days])
    const found = [
      ...placeFaults(name, entry, given),
      ...(made.findIndex(({ day }) => day === entry.day) < index
        ? [{ path: '/day', message: calendarFileText.repeatedDay(name) }]
        : []),
      ...dayFaults(name, entry),
      ...swapFaults(name, entry, partner)
    ]
    return found.map(({ path, message }) => ({ path: `/days/${index}${path}`, message }))
  })
}

function placeFaults(
  name: string,
  { day, kind, questionId }: OfficialDay,
  { questionId: decided, listed }: { questionId: string; listed: Listed }
): FieldError[] {
  const known = listed.days.find((entry) => entry.day === day)
  if (!listed.years.includes(yearOf(day))) {
    return [{ path: '/day', message: calendarFileText.unlistedYear(name, yearOf(day)) }]
  }
  if (known?.kind === 'undecided' && known.questionId !== decided) {
    return [{ path: '/day', message: decisionText.ofAnotherQuestion(name) }]
  }
  if (kind === 'working' && questionId === null)
    return [{ path: '/kind', message: decisionText.notAsked(name) }]
  return []
}

function partnerOf({ standsFor }: OfficialDay, days: readonly OfficialDay[]): OfficialDay | undefined {
  return days.find(({ day }) => day === standsFor)
}
