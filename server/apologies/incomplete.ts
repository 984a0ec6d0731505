import { apologyFault } from '../../kiosk-ui/src/text/apologies.ts'
import type { OfficeDays } from '../calendar/office-days.ts'
import type { FieldError } from '../errors.ts'
import { dayInVietnam, isDay } from '../regulation/day.ts'

/** What the draft is judged by: the dossier as promised, the catalogue of reasons, the office's days. */
export interface DraftGround {
  now: string
  dueDay: string
  address: string
  reasonCodes: ReadonlySet<string>
  days: Pick<OfficeDays, 'isWorkingDay' | 'workingDayAfter' | 'returnTimeOn'>
}

export interface DraftWords {
  reasonCode: string
  reason: string
  newDueDay: string
}

/**
 * What an apology lacks before it can be drafted. It must give the reason and the new date (NĐ 61/2018 Đ.19.9) and is
 * never filled with a guess, so that each gap is named. The new day must be one on which the office works, later than
 * the day promised now, and its return time must still be ahead.
 *
 * @throws CALENDAR_YEAR_MISSING for a new day of a year without a calendar
 */
export function draftFaults(draft: DraftWords, ground: DraftGround): FieldError[] {
  return [
    ...fault('/reasonCode', reasonCodeFault(draft.reasonCode, ground.reasonCodes)),
    ...fault('/reason', draft.reason === '' ? apologyFault.reason : undefined),
    ...fault('/newDueDay', newDueDayFault(draft.newDueDay, ground)),
    ...fault('/applicant/address', ground.address === '' ? apologyFault.applicantAddress : undefined)
  ]
}

export interface SignatureWords {
  number: string
  signer: string
  signerTitle: string
  signedOn: string
}

/** What a signature lacks: a letter is the agency head's, with name, office and day. A number is given when none is. */
export function signatureFaults(
  { number, signer, signerTitle, signedOn }: SignatureWords,
  { now, receivedAt }: { now: string; receivedAt: string }
): FieldError[] {
  return [
    ...fault('/number', number === '' || isNumber(number) ? undefined : apologyFault.number),
    ...fault('/signer', signer === '' ? apologyFault.signer : undefined),
    ...fault('/signerTitle', signerTitle === '' ? apologyFault.signerTitle : undefined),
    ...fault('/signedOn', signedOnFault(signedOn, dayInVietnam(now), dayInVietnam(receivedAt)))
  ]
}

function reasonCodeFault(code: string, known: ReadonlySet<string>): string | undefined {
  if (code === '') return apologyFault.reasonCode
  return known.has(code) ? undefined : apologyFault.reasonCodeUnknown(code)
}

function newDueDayFault(day: string, { now, dueDay, days }: DraftGround): string | undefined {
  if (day === '') return apologyFault.newDueDay
  if (!isDay(day)) return apologyFault.newDueDayNoDay
  if (day <= dueDay) return apologyFault.newDueDayNotLater(dueDay)
  if (!days.isWorkingDay(day)) return apologyFault.newDueDayOff(day, days.workingDayAfter(day, 1))
  return days.returnTimeOn(day) <= now ? apologyFault.newDueDayPast : undefined
}

function signedOnFault(day: string, today: string, receivedDay: string): string | undefined {
  if (day === '') return apologyFault.signedOn
  if (!isDay(day)) return apologyFault.signedOnNoDay
  if (day > today) return apologyFault.signedOnAhead
  return day < receivedDay ? apologyFault.signedOnEarly(receivedDay) : undefined
}

function isNumber(number: string): boolean {
  return /^[\p{Lu}\d/.-]{1,40}$/u.test(number) && /\d/.test(number)
}

function fault(path: string, message: string | undefined): FieldError[] {
  return message === undefined ? [] : [{ path, message }]
}
