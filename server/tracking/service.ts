import { trackingText } from '../../kiosk-ui/src/text/tracking.ts'
import type { OfficeDays } from '../calendar/office-days.ts'
import { clock, localMoment, plainDate } from '../calendar/plain-date.ts'
import { officeDaysOf } from '../calendar/service.ts'
import type { Db } from '../database/schema.ts'
import { getDossierRecord } from '../dossiers/service.ts'
import type { Status } from '../dossiers/states.ts'
import type { DossierTable } from '../dossiers/tables.ts'
import { DomainError, unlessMissing } from '../errors.ts'
import { findOfficeOfCode } from '../offices/service.ts'
import { dayInVietnam } from '../regulation/day.ts'
import { findTicketOfToken } from '../tickets/service.ts'
import { hashOfToken, officeOfToken } from '../tokens.ts'
import sensitive from './data/sensitive-procedures.json' with { type: 'json' }
import { maskedName } from './masked-name.ts'
import { type Hidden, maskedWords } from './masked-words.ts'
import { findTrackedRow, type TrackedRow } from './repository.ts'
import type { ScanRead } from './schemas.ts'
import { sensitiveNames } from './sensitive.ts'
import { type Standing, secondsToNextReading, standingAt } from './standing.ts'

/** A minute on the clock in Vietnam: day `YYYY-MM-DD`, time `HH:mm`. */
interface Moment {
  day: string
  time: string
}

/** All that the citizen's page may show of a dossier. What is not here cannot get onto the page. */
export interface TrackedDossier {
  officeName: string
  officePhone: string | null
  procedure: string
  applicant: string
  shortCode: string
  status: Status
  standing: Standing
  received: Moment
  due: Moment
  /** What was promised before the letter that gave the present date. */
  firstDue: Moment
  /** Whether that was the very first promise. */
  firstDueIsOriginal: boolean
  /** Working days until the due day, or since it when the dossier is late. */
  days: number
  /** The body or office that handles it; never a person. */
  holder: string
  apology: { number: string; signedOn: string; reason: string } | null
  supplement: { items: string[]; reason: string | null; asked: Moment } | null
  /** Whole đồng. */
  paymentAmount: number | null
  closingReason: string | null
  delivery: DossierTable['resultDelivery']
  ready: Moment | null
  ended: Moment | null
  asOf: Moment
  /** Seconds until a page left open is to be read again; null when nothing changes any more. */
  readAgain: number | null
}

const isSensitive = sensitiveNames(sensitive.words)

/** How long a finished dossier can be seen: whoever finds the slip years later learns nothing. Milliseconds. */
const SEEN_AFTER_END = 90 * 86_400_000

/** A token is its office and 128 bits in base64url; nothing else is worth a look into the database. */
const TOKEN = /^[\w-]{1,64}\.[\w-]{22}$/

/** The dossier that a token opens; undefined for any token that opens none, for whatever reason. */
export async function findTracked(db: Db, token: string, now: string): Promise<TrackedDossier | undefined> {
  if (!TOKEN.test(token)) return undefined
  const row = await findTrackedRow(db, { officeId: officeOfToken(token), tokenHash: hashOfToken(token) })
  return row && !hasExpired(row, now) ? track(db, row, now) : undefined
}

/** The code of the dossier that a token opens, which the page shows only in part; undefined as in `findTracked`. */
export async function findTrackedCode(db: Db, token: string, now: string): Promise<string | undefined> {
  if (!TOKEN.test(token)) return undefined
  const row = await findTrackedRow(db, { officeId: officeOfToken(token), tokenHash: hashOfToken(token) })
  return row && !hasExpired(row, now) ? row.code : undefined
}

/**
 * What the QR code of a paper of the office stands for.
 *
 * @throws NOT_FOUND for what opens nothing, and for papers of another office
 */
export async function readScan(
  db: Db,
  {
    officeId,
    kind,
    token,
    now
  }: { officeId: string; kind: 'tracking' | 'ticket'; token: string; now: string }
): Promise<ScanRead> {
  if (officeOfToken(token) !== officeId) throw new DomainError('NOT_FOUND')
  if (kind === 'tracking') {
    const code = await findTrackedCode(db, token, now)
    if (!code) throw new DomainError('NOT_FOUND')
    return { kind: 'dossier', code }
  }
  const found = await findTicketOfToken(db, token, now)
  if (!found) throw new DomainError('NOT_FOUND')
  const { id: ticketId, number, status, counterNumber } = found.ticket
  return { kind, ticketId, number, status, today: found.day === dayInVietnam(now), counterNumber }
}

/**
 * The dossier of a code, for who also knows the last four digits of the phone or id number that stand in it. A wrong
 * code and wrong digits are one answer, as codes can be counted up.
 */
export async function findByCode(
  db: Db,
  { code, digits, now }: { code: string; digits: string; now: string }
): Promise<{ officeId: string; id: string } | undefined> {
  const [officeCode = ''] = code.split('-')
  const office = await findOfficeOfCode(db, officeCode)
  const dossier = office && (await getDossierRecord(db, { officeId: office.id, code }).catch(unlessMissing))
  if (!dossier || hasExpired(dossier, now)) return undefined
  const known = [dossier.phone, dossier.idNumber].some((number) => number?.endsWith(digits))
  return known ? { officeId: dossier.officeId, id: dossier.id } : undefined
}

function hasExpired({ closedAt }: Pick<TrackedRow, 'closedAt'>, now: string): boolean {
  return closedAt !== null && Date.parse(now) - Date.parse(closedAt) > SEEN_AFTER_END
}

async function track(db: Db, row: TrackedRow, now: string): Promise<TrackedDossier> {
  const { status, dueAt, originalDueAt, procedureName, applicantKind, applicantName, officeName } = row
  const apology = apologyOf(row)
  const firstDueAt = (apology && row.letterPreviousDueAt) ?? dueAt
  const masked = maskOf(row)
  return {
    officeName,
    officePhone: row.officePhone,
    procedure: isSensitive(procedureName) ? trackingText.someProcedure : procedureName,
    applicant: applicantKind === 'citizen' ? maskedName(applicantName) : trackingText.organisation,
    shortCode: row.code.split('-').slice(-2).join('-'),
    status,
    standing: standingAt(now, { status, dueAt, firstDueAt, apologised: apology !== null }),
    received: momentOf(row.receivedAt),
    due: momentOf(dueAt),
    firstDue: momentOf(firstDueAt),
    firstDueIsOriginal: firstDueAt === originalDueAt,
    days: row.closedAt === null ? await daysBetween(db, row, now) : 0,
    holder: row.holderKind === 'agency' ? row.holderName : officeName,
    apology: apology && { ...apology, reason: masked(apology.reason) },
    supplement: supplementOf(row, masked),
    paymentAmount: row.paymentAmount,
    closingReason: row.closingReason && masked(row.closingReason),
    delivery: row.resultDelivery,
    ready: maybeMoment(row.processedAt),
    ended: maybeMoment(row.closedAt),
    asOf: momentOf(now),
    readAgain: row.closedAt === null ? secondsToNextReading(now, [firstDueAt, dueAt]) : null
  }
}

/** Takes from an officer's words whoever applied or brought the papers. */
function maskOf(row: TrackedRow): (words: string) => string {
  const { applicantKind, applicantName, idNumber, phone } = row
  const submitter: { name: string; idNumber?: string | null } | null = JSON.parse(row.submitter ?? 'null')
  const shown = applicantKind === 'citizen' ? maskedName(applicantName) : trackingText.organisation
  const hidden: Hidden = {
    names: [
      { name: applicantName, shown },
      ...(submitter ? [{ name: submitter.name, shown: maskedName(submitter.name) }] : [])
    ],
    numbers: [idNumber, phone, submitter?.idNumber ?? null],
    hiddenNumber: trackingText.hiddenNumber
  }
  return (words) => maskedWords(words, hidden)
}

/**
 * The letter that gave the present date: what is only drafted is not said, and papers that came after a letter set the
 * term anew, so that its date is no longer promised (as supervision counts).
 */
function apologyOf(row: TrackedRow): TrackedDossier['apology'] {
  const { letterNumber, letterSignedOn, letterReason, letterNewDueAt, dueAt } = row
  if (letterNewDueAt !== dueAt) return null
  if (letterNumber === null || letterSignedOn === null || letterReason === null) return null
  return { number: letterNumber, signedOn: letterSignedOn, reason: letterReason }
}

async function daysBetween(db: Db, { officeId, dueAt, dueDay }: TrackedRow, now: string): Promise<number> {
  const days = await daysOf(db, officeId, now)
  return now > dueAt ? days.wholeDaysBetween(dueAt, now) : days.countBetween(dayInVietnam(now), dueDay)
}

/** How old the office's days may be on a page that promises nothing by them. Milliseconds. */
const FRESH = 1000

const keptDays = new WeakMap<Db, Map<string, { at: number; days: OfficeDays }>>()

/** The days of an office, looked up once a second: a page that thousands open must not ask for them each time. */
async function daysOf(db: Db, officeId: string, now: string): Promise<OfficeDays> {
  const offices = keptDays.get(db) ?? new Map<string, { at: number; days: OfficeDays }>()
  keptDays.set(db, offices)
  const at = Date.parse(now)
  const known = offices.get(officeId)
  if (known && Math.abs(at - known.at) < FRESH) return known.days
  const days = await officeDaysOf(db, officeId)
  offices.set(officeId, { at, days })
  return days
}

function supplementOf(row: TrackedRow, masked: (words: string) => string): TrackedDossier['supplement'] {
  const { status, supplementItems, supplementReason, supplementAskedAt } = row
  if (status !== 'awaiting_supplement' || supplementItems === null || supplementAskedAt === null) return null
  const items: string[] = JSON.parse(supplementItems)
  return {
    items: items.map(masked),
    reason: supplementReason && masked(supplementReason),
    asked: momentOf(supplementAskedAt)
  }
}

function maybeMoment(instant: string | null): Moment | null {
  return instant === null ? null : momentOf(instant)
}

function momentOf(instant: string): Moment {
  const { day, minute } = localMoment(instant)
  return { day: plainDate(day), time: clock(minute) }
}
