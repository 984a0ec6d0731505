import type { CalendarDay } from '../../api/calendar.ts'

/** One line of the list of decided days: a run of days of one kind and name, with the day that it hangs together with. */
export interface DecidedRun {
  days: CalendarDay[]
  /** The make-up day of a swapped day, or the compensation of a holiday. */
  partner?: CalendarDay
}

/**
 * The decided days of a year as people tell them: neighbouring days of one holiday in one line, a day off by swap
 * with its make-up day, a holiday with its compensation.
 */
export function decidedRuns(days: readonly CalendarDay[]): DecidedRun[] {
  const decided = days.filter(({ kind }) => kind !== 'undecided' && kind !== 'working')
  const partners = partnersOf(decided)
  const shownElsewhere = new Set([...partners.values()].map(({ day }) => day))
  const runs: DecidedRun[] = []
  for (const entry of decided) {
    if (shownElsewhere.has(entry.day)) continue
    const run = runs.at(-1)
    if (run && continues(run, entry) && !partners.has(entry.day)) run.days.push(entry)
    else runs.push(runOf(entry, partners.get(entry.day)))
  }
  return runs
}

function runOf(entry: CalendarDay, partner: CalendarDay | undefined): DecidedRun {
  return partner ? { days: [entry], partner } : { days: [entry] }
}

function partnersOf(days: readonly CalendarDay[]): Map<string, CalendarDay> {
  const known = new Map(days.map((entry) => [entry.day, entry]))
  const partners = new Map<string, CalendarDay>()
  for (const entry of days) {
    const main = entry.standsFor ? known.get(entry.standsFor) : undefined
    if (entry.kind === 'make_up' && main?.kind === 'swapped_off') partners.set(main.day, entry)
    if (entry.kind === 'compensation' && main?.kind === 'holiday') partners.set(main.day, entry)
  }
  return partners
}

function continues({ days, partner }: DecidedRun, { day, kind, name }: CalendarDay): boolean {
  const last = days.at(-1)
  return !partner && last?.kind === kind && last.name === name && dayAfter(last.day) === day
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
