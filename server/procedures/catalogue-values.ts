import type { CutOff, Term, TermUnit } from '../calendar/due-date.ts'
import { normalText } from '../text-key.ts'
import type { Channel } from './edition.ts'

/** An entry of a catalogue file, or a part of one, before anything in it is known to be what it should be. */
export type Fields = Readonly<Record<string, unknown>>

const CHANNELS: ReadonlyMap<unknown, Channel> = new Map([
  ['truc_tiep', 'counter'],
  ['truc_tuyen', 'online'],
  ['buu_chinh', 'post']
])
const LEVELS: ReadonlyMap<unknown, 'commune' | 'province'> = new Map([
  ['xa', 'commune'],
  ['tinh', 'province']
])
const UNITS: readonly string[] = [
  'working_day',
  'calendar_day',
  'working_hour',
  'same_day'
] satisfies TermUnit[]
const MOST_DAYS = 1000
const LAST_MINUTE = 1439
const MOST_LAST_HOURS = 8

export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Text of at most `longest` characters, composed; `null` for everything else, and for no text. */
export function textOf(value: unknown, longest = Number.POSITIVE_INFINITY): string | null {
  const text = typeof value === 'string' ? normalText(value) : ''
  return text !== '' && text.length <= longest ? text : null
}

export function textsOf(value: unknown): string[] {
  return listOf(value).flatMap((text) => textOf(text) ?? [])
}

/** A whole number that is not less than nothing. */
export function wholeOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
}

export function channelOf(value: unknown): Channel | null {
  return CHANNELS.get(value) ?? null
}

export function levelOf(value: unknown): 'commune' | 'province' | null {
  return LEVELS.get(value) ?? null
}

export function termOf(value: unknown): Term | null {
  const { amount: stated, unit } = fieldsOf(value) ?? {}
  const amount = wholeOf(stated)
  if (!amount || amount > MOST_DAYS || !UNITS.includes(String(unit))) return null
  return { amount, unit: unit as TermUnit }
}

export function cutOffOf(value: unknown): CutOff | null {
  const fields = fieldsOf(value) ?? {}
  const [minute, hours] = [wholeOf(fields.minute), wholeOf(fields.hours)]
  if (fields.kind === 'hour' && minute !== null && minute <= LAST_MINUTE) return { kind: 'hour', minute }
  return fields.kind === 'last_hours' && hours && hours <= MOST_LAST_HOURS
    ? { kind: 'last_hours', hours }
    : null
}

/** How many originals and copies of a paper; `null` where a number is none, or none stands there at all. */
export function countsOf({ original, copy }: Fields): { originals: number; copies: number } | null {
  const [originals, copies] = [wholeOf(original ?? 0), wholeOf(copy ?? 0)]
  if (originals === null || copies === null) return null
  const stated = (original ?? null) !== null && (copy ?? null) !== null
  return stated || originals + copies > 0 ? { originals, copies } : null
}
