import { pickUpText } from '../../kiosk-ui/src/text/kiosk-pick-up.ts'
import type { Db } from '../database/schema.ts'
import { getDossierRecord } from '../dossiers/service.ts'
import { DomainError } from '../errors.ts'
import { hallRules } from '../hall/service.ts'
import type { OfficeLayout } from '../offices/schemas.ts'
import { describeLayout } from '../offices/service.ts'
import type { IssuedTicket } from '../queue/schemas.ts'
import { findOpenPickUp, getTicket, keepTicket } from '../queue/service.ts'
import { addDays, dayInVietnam } from '../regulation/day.ts'
import { searchKey } from '../text-key.ts'
import { describeTicket, issueTicket } from '../tickets/service.ts'
import { officeOfToken, type Tokens } from '../tokens.ts'
import { findByCode, findTracked, findTrackedCode, type TrackedDossier } from '../tracking/service.ts'
import type { Work } from '../transact.ts'
import { languageFaults } from './language-faults.ts'
import { missedWords } from './missed-words.ts'
import {
  countMiss,
  deleteLanguage,
  findPlace,
  forgetMisses,
  listLanguageRows,
  listMisses,
  saveLanguage,
  savePlace
} from './repository.ts'
import type { KioskDossier, KioskLanguage, NewLanguage, ResultPlace, SlipAsked } from './schemas.ts'
import { fullCode, tokenOnSlip } from './slip.ts'
import type { KioskLanguageTable } from './tables.ts'

interface Asked {
  officeId: string
  asked: SlipAsked
  tokens: Tokens
  /** Where phones reach the public pages: only such an address is a slip's. */
  publicUrl: string
  now: string
}

interface FoundDossier {
  code: string
  dossier: TrackedDossier
}

/**
 * The dossier of a slip, or of a code with the last four digits of the phone or id number in it. A slip of another office, an
 * old one, a wrong code and wrong digits are one answer.
 *
 * @throws NOT_FOUND
 */
async function getDossierOfSlip(db: Db, parts: Asked): Promise<FoundDossier> {
  const { officeId, now } = parts
  const token = await tokenOf(db, parts)
  if (token === undefined || officeOfToken(token) !== officeId) throw new DomainError('NOT_FOUND')
  const dossier = await findTracked(db, token, now)
  const code = await findTrackedCode(db, token, now)
  if (!dossier || code === undefined) throw new DomainError('NOT_FOUND')
  return { code, dossier }
}

async function tokenOf(
  db: Db,
  { officeId, asked, tokens, publicUrl, now }: Asked
): Promise<string | undefined> {
  if ('scan' in asked) return tokenOnSlip(asked.scan, publicUrl)
  const office = await describeLayout(db, officeId)
  const code = fullCode(asked.code, office.code)
  const found = await findByCode(db, { code, digits: asked.lastFour, now })
  return found && tokens.token('tracking', found)
}

/** What the kiosk may show of a dossier. @throws NOT_FOUND */
export async function lookUpDossier(db: Db, parts: Asked): Promise<KioskDossier> {
  const { code, dossier } = await getDossierOfSlip(db, parts)
  const { counterNumber } = await describePlace(db, { officeId: parts.officeId, dossierCode: code })
  const { shortCode, procedure, applicant, status, standing, due, ready, delivery, supplement } = dossier
  return {
    shortCode,
    procedure,
    applicant,
    status,
    late: standing !== 'on_time',
    due,
    ready,
    collectable: isCollectable(dossier),
    delivery,
    counterNumber,
    toBring: supplement?.items ?? [],
    paymentAmount: status === 'awaiting_payment' ? dossier.paymentAmount : null
  }
}

function isCollectable({ status, delivery }: TrackedDossier): boolean {
  return status === 'ready' && delivery === 'counter'
}

/**
 * Gives a number for fetching a result, for the counter that holds it. Asking again gives the same number, until that one is
 * over: else whoever asks twice would stand in line twice.
 *
 * @throws NOT_FOUND
 * @throws RESULT_NOT_READY with when it will be, or why there is nothing to fetch
 * @throws PICK_UP_SERVICE_MISSING, and what `issueTicket` throws
 */
export async function takePickUpTicket(
  work: Work,
  { asked, tokens, publicUrl }: Pick<Asked, 'asked' | 'tokens' | 'publicUrl'>
): Promise<{ ticket: Omit<IssuedTicket, 'followUrl'>; first: boolean }> {
  const { db, officeId, now } = work
  const { code, dossier } = await getDossierOfSlip(db, { officeId, asked, tokens, publicUrl, now })
  if (!isCollectable(dossier)) throw new DomainError('RESULT_NOT_READY', { text: whyNot(dossier) })
  const ticketId = await findOpenPickUp(db, { officeId, day: dayInVietnam(now), dossierCode: code })
  const { counterId } = await describePlace(db, { officeId, dossierCode: code })
  const serviceId = await findPickUpService(db, officeId)
  if (ticketId !== undefined) {
    if (counterId !== null) await sendToPlace(work, { ticketId, serviceId, counterId })
    return {
      ticket: { ...(await describeTicket(db, { officeId, ticketId, now })), printJob: null },
      first: false
    }
  }
  if (serviceId === undefined) throw new DomainError('PICK_UP_SERVICE_MISSING')
  const ticket = await issueTicket(work, {
    serviceId,
    purpose: 'pick_up',
    dossierCodes: [code],
    forCounterId: counterId,
    tokens
  })
  return { ticket, first: true }
}

/** Where the result lies was not known when the number was taken. Whom an officer has sent elsewhere stays there. */
async function sendToPlace(
  work: Work,
  { ticketId, serviceId, counterId }: { ticketId: string; serviceId: string | undefined; counterId: string }
): Promise<void> {
  const ticket = await getTicket(work.db, { officeId: work.officeId, ticketId })
  const isSent =
    ticket.forCounterId !== null || ticket.forOfficerId !== null || ticket.serviceId !== serviceId
  if (ticket.status !== 'waiting' || isSent) return
  await keepTicket(work, 'ticket.transferred', { ...ticket, forCounterId: counterId })
}

function whyNot({ status, due }: TrackedDossier): string {
  if (status === 'ready') return pickUpText.otherWay
  if (status === 'returned') return pickUpText.returned
  return status === 'received' || status === 'processing' ? pickUpText.dueAt(due) : pickUpText.nothing
}

/** What every service that gives results back is called, folded. */
const PICK_UP_NAME = 'ket qua'

/** The service that gives results back: as the office has set it, else as it is named. */
export async function findPickUpService(db: Db, officeId: string): Promise<string | undefined> {
  const { pickUpServiceId } = await hallRules(db, officeId)
  const { services } = await describeLayout(db, officeId)
  const set = services.find(({ id }) => id === pickUpServiceId)
  const named = services.find(({ name }) => searchKey(name).includes(PICK_UP_NAME))
  return (set ?? named)?.id
}

/** Which counter holds a result; a counter that is gone holds none. */
export async function describePlace(
  db: Db,
  key: { officeId: string; dossierCode: string }
): Promise<ResultPlace> {
  const counterId = await findPlace(db, key)
  const counter = counterId && counterOf(await describeLayout(db, key.officeId), counterId)
  return {
    dossierCode: key.dossierCode,
    counterId: counter ? counter.id : null,
    counterNumber: counter ? counter.number : null
  }
}

/** Says which counter holds a result. @throws NOT_FOUND for an unknown dossier or counter */
export async function placeResult(
  { db, officeId, record }: Work,
  { dossierCode, counterId }: { dossierCode: string; counterId: string | null }
): Promise<ResultPlace> {
  await getDossierRecord(db, { officeId, code: dossierCode })
  const counter = counterId === null ? null : counterOf(await describeLayout(db, officeId), counterId)
  if (counter === undefined) throw new DomainError('NOT_FOUND')
  await savePlace(db, { officeId, dossierCode }, counterId)
  const place = { dossierCode, counterId, counterNumber: counter?.number ?? null }
  record('result.placed', place)
  return place
}

function counterOf({ counters }: OfficeLayout, counterId: string) {
  return counters.find(({ id }) => id === counterId)
}

export async function listLanguages(db: Db, officeId: string): Promise<KioskLanguage[]> {
  return (await listLanguageRows(db, officeId)).map(asLanguage)
}

function asLanguage({ code, name, texts, serviceNames, groupNames }: KioskLanguageTable): KioskLanguage {
  return {
    code,
    name,
    texts: JSON.parse(texts),
    serviceNames: JSON.parse(serviceNames),
    groupNames: JSON.parse(groupNames)
  }
}

/** Adds or changes a language of the kiosks. @throws VALIDATION naming each text that is not right */
export async function setLanguage(
  { db, officeId, record }: Work,
  { code, name, texts, serviceNames, groupNames }: NewLanguage & { code: string }
): Promise<KioskLanguage> {
  const faults = languageFaults(code, texts)
  if (faults.length > 0) throw new DomainError('VALIDATION').withErrors(faults)
  const language = { code, name, texts, serviceNames, groupNames }
  await saveLanguage(db, {
    officeId,
    code,
    name,
    texts: JSON.stringify(texts),
    serviceNames: JSON.stringify(serviceNames),
    groupNames: JSON.stringify(groupNames)
  })
  record('kiosk_language.set', language)
  return language
}

/** @throws NOT_FOUND */
export async function removeLanguage({ db, officeId, record }: Work, code: string): Promise<void> {
  if (!(await deleteLanguage(db, { officeId, code }))) throw new DomainError('NOT_FOUND')
  record('kiosk_language.removed', { code })
}

/** Whoever keeps the catalogue looks at it each quarter at least; what people typed is kept no longer than that. Days. */
const MISSES_KEPT = 90

/**
 * Notes what nobody found, for whoever keeps the catalogue's everyday words (check K-12), and forgets what has not been looked
 * for since long. It is no event: it changes nothing.
 */
export async function noteMiss({ db, officeId, now }: Work, typed: string): Promise<void> {
  const words = missedWords(typed)
  if (words === undefined) return
  const today = dayInVietnam(now)
  await forgetMisses(db, { officeId, before: addDays(today, -MISSES_KEPT) })
  await countMiss(db, { officeId, words, lastDay: today })
}

/** How many an administrator is shown. */
const MOST_MISSES = 50

export async function describeMisses(
  db: Db,
  officeId: string
): Promise<{ words: string; times: number; lastDay: string }[]> {
  const rows = await listMisses(db, officeId, MOST_MISSES)
  return rows.map(({ words, times, lastDay }) => ({ words, times, lastDay }))
}
