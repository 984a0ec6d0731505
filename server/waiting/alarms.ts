import { hallAlarmText as text } from '../../kiosk-ui/src/text/hall-figures.ts'
import type { PaperState, PrinterState } from '../printers/printer-states.ts'

export const ALARM_KINDS = [
  'device_silent',
  'printer_stopped',
  'paper_low',
  'sound_off',
  'clock_wrong',
  'promise_broken',
  'unserved',
  'serving_long',
  'called_long',
  'kiosk_paper'
] as const

export type AlarmKind = (typeof ALARM_KINDS)[number]

/** What somebody has to look after now. */
export interface Alarm {
  kind: AlarmKind
  /** The device, printer, service or counter; empty for the hall as a whole. */
  subjectId: string
  text: string
  /** Instant since when, where it is known. */
  since: string | null
}

export interface DeviceFacts {
  deviceId: string
  name: string
  lastSeenAt: string | null
  silent: boolean
  sound: 'on' | 'off' | null
  clockSkewMs: number | null
  /** What keeps the kiosk from printing, as it says itself. */
  printer: string | null
  /** Tickets that were not printed. */
  unprinted: number | null
}

export interface PrinterFacts {
  id: string
  name: string
  state: PrinterState
  paper: PaperState
  papersLeft: number | null
  stateSince: string | null
}

/** A device whose clock is out by more shows wrong times. Milliseconds. */
const SKEW_SEEN = 60_000

/** Whoever is served for so many times the usual time was perhaps forgotten at the counter (C-27). */
const TIMES_MEDIAN = 3

/** What is wrong with kiosks and boards, silence first: of a silent device nothing else is known (K-19). `now`: instant. */
export function deviceAlarms(devices: readonly DeviceFacts[], now: string): Alarm[] {
  return devices.flatMap(
    ({ deviceId: subjectId, name, lastSeenAt, silent, sound, clockSkewMs, ...paper }) => {
      if (silent)
        return [
          { kind: 'device_silent', subjectId, text: text.silent(name, lastSeenAt, now), since: lastSeenAt }
        ]
      const alarms: Alarm[] = []
      if (sound === 'off')
        alarms.push({ kind: 'sound_off', subjectId, text: text.soundOff(name), since: null })
      if (Math.abs(clockSkewMs ?? 0) > SKEW_SEEN)
        alarms.push({
          kind: 'clock_wrong',
          subjectId,
          text: text.clockWrong(name, clockSkewMs ?? 0),
          since: null
        })
      if (paper.printer !== null || (paper.unprinted ?? 0) > 0)
        alarms.push({ kind: 'kiosk_paper', subjectId, text: text.kioskPaper(name, paper), since: null })
      return alarms
    }
  )
}

/** Printers that print nothing now, and those that soon will not. One that was never asked is no alarm. */
export function printerAlarms(printers: readonly PrinterFacts[]): Alarm[] {
  return printers.flatMap(({ id: subjectId, name, state, paper, papersLeft, stateSince: since }): Alarm[] => {
    if (state !== 'ready' && state !== 'unknown')
      return [{ kind: 'printer_stopped', subjectId, text: text.printers[state](name), since }]
    return paper === 'near_end'
      ? [{ kind: 'paper_low', subjectId, text: text.paperLow(name, papersLeft), since: null }]
      : []
  })
}

/** Whether someone is being served for much longer than people of the service usually are. Seconds. */
export function isServedLong(seconds: number, median: number | null): boolean {
  return median !== null && median > 0 && seconds > TIMES_MEDIAN * median
}

/** Whoever was called for so long, where nobody knows how long people are usually served, has hardly just not come yet. Seconds. */
const CALLED_LONG = 1800

/** Whether somebody was called so long ago, and never marked as served, that he was forgotten or the key was. Seconds. */
export function isCalledLong(seconds: number, median: number | null): boolean {
  return median === null || median <= 0 ? seconds > CALLED_LONG : isServedLong(seconds, median)
}

/** The middle one; nothing of fewer than five, as one long case would then call every other one short. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length < 5) return null
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null
}

/**
 * For how long people of a service are usually served. Where the key that a service has begun is hardly ever pressed, from the call
 * on: an office that forgets it always would else be told of nobody. Seconds.
 */
export function usualOf(
  visits: readonly { calledAt: string; servingAt: string | null; endedAt: string }[]
): number | null {
  const begun = visits.flatMap(({ servingAt, endedAt }) =>
    servingAt === null ? [] : (Date.parse(endedAt) - Date.parse(servingAt)) / 1000
  )
  return (
    medianOf(begun) ??
    medianOf(visits.map(({ calledAt, endedAt }) => (Date.parse(endedAt) - Date.parse(calledAt)) / 1000))
  )
}
