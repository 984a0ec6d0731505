import type { PlainDate } from './plain-date.ts'

/**
 * Why a day differs from the ordinary week:
 * - `holiday`: a public holiday (BLLĐ 2019, Đ.112; NQ 28/2026/QH16), listed on a weekend too;
 * - `compensation`: the working day off for a holiday that fell on a weekend (BLLĐ 2019, Đ.111.3);
 * - `swapped_off`: a weekday off by swap, worked on another day;
 * - `make_up`: the weekend day worked for a swapped one.
 */
export type DecidedKind = 'holiday' | 'compensation' | 'swapped_off' | 'make_up'

/** `working`: a question was closed, the day is an ordinary one. `undecided`: its question is still open. */
export type DayKind = DecidedKind | 'working' | 'undecided'

/** What an undecided day is taken for until somebody decides. */
export type Assumption = 'off' | 'working'

/** Whom a day concerns: every employee in the country, or the officials of state agencies. */
export type DayScope = 'everyone' | 'officials'

/** One day that differs, or may differ, from the ordinary week. */
export interface OfficialDay {
  day: PlainDate
  kind: DayKind
  /** In Vietnamese, as it follows the word "nghỉ": `Giỗ Tổ Hùng Vương`. */
  name: string
  legalBasis: string
  scope: DayScope
  /** Of a make-up day the weekday whose hours it has, of a swapped day its make-up day, of a compensation its holiday. */
  standsFor: PlainDate | null
  /** Only of an undecided day. */
  assumed: Assumption | null
  /** The question that the day belongs or belonged to. */
  questionId: string | null
}

/** Something about the calendar that has not been decided. Its days are assumed, and every due date over them says so. */
export interface CalendarQuestion {
  id: string
  title: string
  /** What is known, what is assumed, and who decides. */
  note: string
}

/** The kinds on which nobody works. */
export function isDayOff({ kind, assumed }: OfficialDay): boolean {
  if (kind === 'undecided') return assumed === 'off'
  return kind === 'holiday' || kind === 'compensation' || kind === 'swapped_off'
}

/** Swaps concern officials only; holidays and their compensation concern everyone. */
export function scopeOf(kind: DayKind): DayScope {
  return kind === 'holiday' || kind === 'compensation' ? 'everyone' : 'officials'
}
