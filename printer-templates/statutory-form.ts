import { BLANK, letterDay, papersText } from '../kiosk-ui/src/text/papers.ts'
import { clock, localMoment, plainDate } from '../server/calendar/plain-date.ts'
import { officeNameParts } from '../server/offices/office-name.ts'
import type { Head } from '../server/printing/blocks.ts'
import type { FormHead, FormKind } from '../server/regulation/forms.ts'
import { findForm, type PrintedForm } from '../server/regulation/rule-set.ts'

/** The forms that a dossier stands under; `regulationById(…).forms` is one. */
export interface FormsInForce {
  head: FormHead
  forms: readonly PrintedForm[]
}

/** Who issues a paper. */
export interface Issuer {
  /** In full, e.g. `Trung tâm Phục vụ hành chính công phường Rạch Giá`. */
  name: string
  /** Who it belongs to; worked out from the name where it is not given. */
  above?: string | null
  /** Where its papers are dated; worked out from the name where it is not given. */
  place?: string | null
}

/** The form of a set for a purpose, which every set that ships has. */
export function getForm({ forms }: FormsInForce, kind: FormKind): PrintedForm {
  const form = findForm(forms, kind)
  if (!form) throw new Error(`the set has no form ${kind}`)
  return form
}

/**
 * The head of a form: names in capitals, the number with its marks, place and day. What is not known yet stays
 * open, to be written by hand.
 *
 * @param day `YYYY-MM-DD`, or null for a draft that has none
 */
export function headOf(
  { head, form }: { head: FormHead; form: PrintedForm },
  { issuer, number, day, year }: { issuer: Issuer; number: string | null; day: string | null; year: string }
): Head {
  const parts = officeNameParts(issuer.name)
  const above = issuer.above ?? parts.above
  const place = issuer.place ?? parts.place ?? BLANK
  const [country = '', motto = ''] = head.right
  const dated = day ? letterDay(day) : papersText.openDay(year)
  return {
    kind: 'head',
    above: above?.toLocaleUpperCase('vi') ?? null,
    issuer: (above ? parts.own : issuer.name).toLocaleUpperCase('vi'),
    country,
    motto,
    number: numberOf(form, number),
    placeAndDay: filled(head.placeAndDay, { place, day: dated })
  }
}

/** The number with its marks, e.g. `Số: 15/TNHS-TTPVHCC`; a mark that the circular leaves open is left out. */
function numberOf({ numberPattern, numberMark, counterMark }: PrintedForm, number: string | null): string {
  const pattern = numberPattern
    .replace('/{mark}', numberMark ? `/${numberMark}` : '')
    .replace('-{counterMark}', counterMark ? `-${counterMark}` : '')
  return filled(pattern, { number: number ?? BLANK })
}

/** A sentence of a form with its blanks filled in; one that nobody knows stays open. */
function filled(pattern: string, values: Readonly<Record<string, string | null>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] || BLANK)
}

/** An instant as the day and time on the clock in Vietnam. */
export function momentIn(instant: string): { day: string; time: string } {
  const { day, minute } = localMoment(instant)
  return { day: plainDate(day), time: clock(minute) }
}

/** @example instantText('2026-12-01T09:30:00.000Z') // '16 giờ 30 phút, ngày 01 tháng 12 năm 2026' */
export function instantText(instant: string): string {
  const { day, time } = momentIn(instant)
  return papersText.when(time, day)
}

/** Keeps the parts of a number or a name on one line. */
export function onOneLine(words: string): string {
  return words.replaceAll(' ', '\u00a0')
}

/** An office's name with its place kept in one piece. */
export function nameOnOneLine(name: string): string {
  const { place } = officeNameParts(name)
  return place ? name.slice(0, -place.length) + onOneLine(place) : name
}
