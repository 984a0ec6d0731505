import { apologyLetter } from '../../printer-templates/apology-letter/template.ts'
import { officeDaysOf } from '../calendar/service.ts'
import type { Context } from '../context.ts'
import type { Db } from '../database/schema.ts'
import { addToHistory, getDossierRecord, moveDueDate, rulesOf } from '../dossiers/service.ts'
import { TERM_RUNS } from '../dossiers/states.ts'
import type { DossierTable } from '../dossiers/tables.ts'
import { DomainError, type FieldError } from '../errors.ts'
import { getOffice } from '../offices/service.ts'
import type { Paper } from '../printing/sheet.ts'
import { apologyDeadline, mayGiveNewDate } from '../regulation/apology.ts'
import { normalText } from '../text-key.ts'
import type { Work } from '../transact.ts'
import shippedReasons from './data/late-reasons.json' with { type: 'json' }
import { draftFaults, signatureFaults } from './incomplete.ts'
import { formsFor, letterData } from './letter.ts'
import { findOrdinal, letterNumber } from './letter-number.ts'
import {
  findApology,
  findLastNewDueDay,
  insertApology,
  insertReasons,
  isNumberTaken,
  listApologies,
  listReasons,
  takeOrdinal,
  updateApology
} from './repository.ts'
import type { ApologiesOfDossier, Apology, ApologyChannel, Draft, Signature } from './schemas.ts'
import type { ApologyTable } from './tables.ts'

/** Adds the reasons that come with the program and that the database does not have yet. */
export async function seedLateReasons({ db, record }: Work): Promise<void> {
  const present = await listReasons(db)
  const codes = new Set(present.map(({ code }) => code))
  const reasons = shippedReasons.filter(({ code }) => !codes.has(code))
  if (reasons.length === 0) return
  await insertReasons(
    db,
    reasons.map((reason, index) => ({ ...reason, position: present.length + index + 1 }))
  )
  record('late_reasons.shipped', { reasons })
}

export async function describeLateReasons(db: Db): Promise<{ code: string; name: string }[]> {
  return (await listReasons(db)).map(({ code, name }) => ({ code, name }))
}

/**
 * Drafts the apology for a dossier. A draft counts as the new date that the rules of the dossier allow: it is changed,
 * not made again.
 *
 * @throws NOT_FOUND
 * @throws MOVE_NOT_ALLOWED for a dossier whose handling has ended or waits for the citizen
 * @throws SECOND_NEW_DATE when the dossier has had the new dates that its rules allow (NĐ 61/2018 Đ.19.9)
 * @throws APOLOGY_INCOMPLETE with everything that is missing
 */
export async function draftApology(
  work: Work,
  { code, ...draft }: Draft & { code: string }
): Promise<Apology> {
  const { db, officeId, actor, now } = work
  const dossier = await getDossierRecord(db, { officeId, code })
  assertRunning(dossier)
  const { decree } = await rulesOf(db, dossier)
  const given = await listApologies(db, { officeId, dossierIds: [dossier.id] })
  if (!mayGiveNewDate(decree.parameters, given.length)) {
    throw new DomainError('SECOND_NEW_DATE', { code, draft: given.at(-1)?.status === 'draft' })
  }
  const words = await readDraft(work, dossier, draft)
  const apology: ApologyTable = {
    officeId,
    id: work.newId(),
    dossierId: dossier.id,
    dossierCode: dossier.code,
    status: 'draft',
    ...words,
    ...UNSIGNED,
    createdAt: now,
    createdByName: actor.name
  }
  await insertApology(db, apology)
  await note(work, apology, work.record('apology.drafted', stateOf(apology), secretOf(apology)))
  return described(apology)
}

/**
 * Changes what a draft says; what is left out stays.
 *
 * @throws NOT_FOUND, MOVE_NOT_ALLOWED for a letter that is signed, APOLOGY_INCOMPLETE
 */
export async function redraftApology(
  work: Work,
  { apologyId, ...draft }: Draft & { apologyId: string }
): Promise<Apology> {
  const before = await getRow(work, apologyId)
  assertDraft(before)
  const dossier = await dossierOf(work.db, before)
  assertRunning(dossier)
  const { reasonCode, reason, newDueDay } = before
  const words = await readDraft(work, dossier, { reasonCode, reason, newDueDay, ...draft })
  const apology = { ...before, ...words }
  await updateApology(work.db, apology)
  await note(work, apology, work.record('apology.redrafted', stateOf(apology), secretOf(apology)))
  return described(apology)
}

/**
 * Records that the letter is signed: it gets its number, and the due date of the dossier moves to the new day while
 * the one that was promised first is kept.
 *
 * @throws NOT_FOUND, LETTER_NUMBER_TAKEN
 * @throws MOVE_NOT_ALLOWED for a letter that is signed, or a dossier whose handling has ended meanwhile
 * @throws APOLOGY_INCOMPLETE also when the new day of the draft has gone by
 */
export async function issueApology(
  work: Work,
  { apologyId, ...given }: Signature & { apologyId: string }
): Promise<Apology> {
  const { db, now } = work
  const draft = await getRow(work, apologyId)
  assertDraft(draft)
  const dossier = await dossierOf(db, draft)
  assertRunning(dossier)
  const signature = {
    number: normalText(given.number ?? ''),
    signer: normalText(given.signer ?? ''),
    signerTitle: normalText(given.signerTitle ?? ''),
    signedOn: given.signedOn?.trim() ?? ''
  }
  const faults = signatureFaults(signature, { now, receivedAt: dossier.receivedAt })
  const words = await readDraft(work, dossier, draft, faults)
  const { signer, signerTitle, signedOn } = signature
  const { number, numberYear } = await numbered(work, signature)
  const signed = { number, numberYear, signer, signerTitle, signedOn }
  const apology: ApologyTable = { ...draft, ...words, ...signed, status: 'issued', issuedAt: now }
  await updateApology(db, apology)
  const { newDueAt, newDueDay } = apology
  await moveDueDate(work, { dossierId: dossier.id, newDueAt, newDueDay, apologyId })
  const told = { number, signer, signerTitle, signedOn }
  const seq = work.record('apology.issued', { ...stateOf(apology), ...told }, secretOf(apology))
  await note(work, apology, seq)
  return described(apology)
}

/** Records that the letter went out. @throws NOT_FOUND; MOVE_NOT_ALLOWED for a draft and for one that went out */
export async function sendApology(
  work: Work,
  { apologyId, channel }: { apologyId: string; channel: ApologyChannel }
): Promise<Apology> {
  const issued = await getRow(work, apologyId)
  if (issued.status === 'draft') throw new DomainError('MOVE_NOT_ALLOWED', { what: 'APOLOGY_IS_DRAFT' })
  if (issued.status === 'sent') throw new DomainError('MOVE_NOT_ALLOWED', { what: 'APOLOGY_IS_SENT' })
  const apology: ApologyTable = { ...issued, status: 'sent', channel, sentAt: work.now }
  await updateApology(work.db, apology)
  const told = { number: apology.number, channel, sentAt: work.now }
  const seq = work.record('apology.sent', { ...stateOf(apology), ...told }, secretOf(apology))
  await note(work, apology, seq)
  return described(apology)
}

/** @throws NOT_FOUND */
export async function getApology(db: Db, key: { officeId: string; apologyId: string }): Promise<Apology> {
  return described(await getRow({ db, officeId: key.officeId }, key.apologyId))
}

/**
 * The letter on paper, by the forms of the dossier. What is not known yet stays blank: number, day and name of a draft.
 *
 * @throws NOT_FOUND
 */
export async function letterOf(
  { db, tokens, config }: Pick<Context, 'db' | 'tokens' | 'config'>,
  { officeId, apologyId }: { officeId: string; apologyId: string }
): Promise<{ paper: Paper; fileName: string; createdAt: string }> {
  const apology = await getRow({ db, officeId }, apologyId)
  const dossier = await dossierOf(db, apology)
  const { forms } = await rulesOf(db, dossier)
  const { name: officeName } = await getOffice(db, officeId)
  const token = tokens.token('tracking', { officeId, id: dossier.id })
  const trackingUrl = `${config.publicUrl}/t/${token}`
  return {
    paper: apologyLetter(
      formsFor(forms, apology.number),
      letterData(apology, dossier, { officeName, trackingUrl })
    ),
    fileName: `phieu-xin-loi-${dossier.code}`,
    createdAt: apology.issuedAt ?? apology.createdAt
  }
}

/** The apologies for a dossier, oldest first, and what its rules still allow. @throws NOT_FOUND */
export async function describeApologies(
  db: Db,
  { officeId, code }: { officeId: string; code: string }
): Promise<ApologiesOfDossier> {
  const dossier = await getDossierRecord(db, { officeId, code })
  const { decree } = await rulesOf(db, dossier)
  const days = await officeDaysOf(db, officeId)
  const apologies = await listApologies(db, { officeId, dossierIds: [dossier.id] })
  return {
    items: apologies.map(described),
    nextCursor: null,
    sendBy: apologyDeadline(decree.parameters, dossier.dueDay, days),
    newDatesLeft: Math.max(0, decree.parameters.apologyMaxNewDates.value - apologies.length)
  }
}

/** The latest apology of each of these dossiers that has one. */
export async function latestApologies(
  db: Db,
  { officeId, dossierIds }: { officeId: string; dossierIds: readonly string[] }
): Promise<Map<string, Apology>> {
  const apologies = await listApologies(db, { officeId, dossierIds })
  return new Map(apologies.map((apology) => [apology.dossierId, described(apology)]))
}

/** The last of the new days that letters have given from a day on; empty when there is none. */
export async function lastNewDueDay(db: Db, key: { officeId: string; from: string }): Promise<string> {
  return findLastNewDueDay(db, key)
}

type Words = Pick<
  ApologyTable,
  | 'reasonCode'
  | 'reasonName'
  | 'reason'
  | 'agencyName'
  | 'previousDueAt'
  | 'previousDueDay'
  | 'newDueAt'
  | 'newDueDay'
  | 'sendBy'
>

const UNSIGNED = {
  number: null,
  numberYear: null,
  signer: null,
  signerTitle: null,
  signedOn: null,
  issuedAt: null,
  sentAt: null,
  channel: null
} as const

/** What a draft says, once nothing is missing. @throws APOLOGY_INCOMPLETE with `more`, too */
async function readDraft(
  { db, officeId, now }: Work,
  dossier: DossierTable,
  given: Draft,
  more: readonly FieldError[] = []
): Promise<Words> {
  const reasons = await listReasons(db)
  const days = await officeDaysOf(db, officeId)
  const { dueAt, dueDay, address } = dossier
  const draft = {
    reasonCode: given.reasonCode?.trim() ?? '',
    reason: normalText(given.reason ?? ''),
    newDueDay: given.newDueDay?.trim() ?? ''
  }
  const reasonCodes = new Set(reasons.map(({ code }) => code))
  const faults = [...draftFaults(draft, { now, dueDay, address, reasonCodes, days }), ...more]
  if (faults.length > 0) throw new DomainError('APOLOGY_INCOMPLETE').withErrors(faults)
  const { decree } = await rulesOf(db, dossier)
  const { name: officeName } = await getOffice(db, officeId)
  return {
    ...draft,
    agencyName: dossier.holderKind === 'agency' ? dossier.holderName : officeName,
    reasonName: reasons.find(({ code }) => code === draft.reasonCode)?.name ?? '',
    previousDueAt: dueAt,
    previousDueDay: dueDay,
    newDueAt: days.returnTimeOn(draft.newDueDay),
    sendBy: apologyDeadline(decree.parameters, dueDay, days)
  }
}

/** The number that was given, or the next of the year; numbers that were given by hand are passed over. */
async function numbered(
  { db, officeId }: Work,
  { number: given, signedOn }: { number: string; signedOn: string }
): Promise<{ number: string; numberYear: number }> {
  const numberYear = Number(signedOn.slice(0, 4))
  const key = { officeId, year: numberYear }
  if (given !== '') {
    const ordinal = findOrdinal(given)
    const number = ordinal === undefined ? given : letterNumber(ordinal)
    if (await isNumberTaken(db, { ...key, number })) throw new DomainError('LETTER_NUMBER_TAKEN', { number })
    return { number, numberYear }
  }
  for (;;) {
    const number = letterNumber(await takeOrdinal(db, key))
    if (!(await isNumberTaken(db, { ...key, number }))) return { number, numberYear }
  }
}

async function dossierOf(db: Db, { officeId, dossierCode }: ApologyTable): Promise<DossierTable> {
  return getDossierRecord(db, { officeId, code: dossierCode })
}

async function getRow({ db, officeId }: Pick<Work, 'db' | 'officeId'>, id: string): Promise<ApologyTable> {
  const apology = await findApology(db, { officeId, id })
  if (!apology) throw new DomainError('NOT_FOUND')
  return apology
}

function assertRunning({ status }: DossierTable): void {
  if (TERM_RUNS.includes(status)) return
  throw new DomainError('MOVE_NOT_ALLOWED', { what: 'NO_TERM_RUNS' })
}

function assertDraft({ status }: ApologyTable): void {
  if (status !== 'draft') throw new DomainError('MOVE_NOT_ALLOWED', { what: 'APOLOGY_IS_ISSUED' })
}

async function note(work: Work, { dossierId }: ApologyTable, seq: number): Promise<void> {
  await addToHistory(work, { dossierId, seq })
}

function secretOf({ reason }: ApologyTable) {
  return { reason }
}

function stateOf(apology: ApologyTable) {
  const { id, dossierId, dossierCode, status, reasonCode, reasonName } = apology
  const { previousDueDay, newDueDay, newDueAt } = apology
  const state = {
    dossierId,
    dossierCode,
    status,
    reasonCode,
    reasonName,
    previousDueDay,
    newDueDay,
    newDueAt
  }
  return { apologyId: id, ...state }
}

function described({
  officeId: _office,
  dossierId: _dossier,
  numberYear: _year,
  channel,
  ...apology
}: ApologyTable): Apology {
  const letter = `/api/v1/apologies/${apology.id}/letter`
  return {
    ...apology,
    channel: channel as ApologyChannel | null,
    letterUrls: { pdf: `${letter}.pdf`, docx: `${letter}.docx` }
  }
}
