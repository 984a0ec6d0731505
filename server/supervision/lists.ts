import type { ApologyStatus } from '../apologies/status.ts'

export const SUPERVISION_LISTS = [
  'late',
  'today',
  'soon',
  'without-apology',
  'without-reason',
  'redated'
] as const

export type SupervisionList = (typeof SUPERVISION_LISTS)[number]

/** How many working days ahead of today count as soon. */
export const SOON_WORKING_DAYS = 3

/** What the lists look at of a dossier whose term runs. */
export interface Promised {
  dueAt: string
  dueDay: string
  /** What was promised before an apology moved it; else the same as `dueAt`. */
  firstDueAt: string
  /** Of its latest apology, a draft included; null without one. */
  apologyStatus: ApologyStatus | null
}

export interface Moment {
  now: string
  today: string
  /** The last day that counts as soon. */
  soonUntil: string
}

/**
 * The lists that a dossier stands in. Late is what has passed the date promised now (TT 01/2020: quá hạn); a dossier
 * is late, due today or due soon, never two of them. A draft has told the citizen nothing, so it is no apology yet, but
 * it does say the reason.
 *
 * @example listsOf({ dueAt: '2026-11-20T09:30:00.000Z', … , apologyStatus: 'draft' }, moment) // ['late', 'without-apology']
 */
export function listsOf(promised: Promised, moment: Moment): SupervisionList[] {
  const { dueAt, firstDueAt, apologyStatus } = promised
  if (dueAt < moment.now) return ['late', ...lacksOf(apologyStatus)]
  return [...comingOf(promised, moment), ...(firstDueAt < moment.now ? (['redated'] as const) : [])]
}

function comingOf({ dueDay }: Promised, { today, soonUntil }: Moment): SupervisionList[] {
  if (dueDay === today) return ['today']
  return dueDay > today && dueDay <= soonUntil ? ['soon'] : []
}

function lacksOf(apologyStatus: Promised['apologyStatus']): SupervisionList[] {
  if (apologyStatus === null) return ['without-apology', 'without-reason']
  return apologyStatus === 'draft' ? ['without-apology'] : []
}
