import { moneyText } from '../../kiosk-ui/src/text/common.ts'
import {
  deliveryText,
  dossierEventText,
  dossierFault,
  dossierNoteText,
  noFee
} from '../../kiosk-ui/src/text/dossiers.ts'
import { termText } from '../../kiosk-ui/src/text/procedures.ts'
import { receiptSlip, type SlipData } from '../../printer-templates/receipt-slip/template.ts'
import { countingBy, dueDateFor, officeDaysOf } from '../calendar/service.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import { eventsByNumber } from '../event-log.ts'
import { describeAccounts } from '../identity/service.ts'
import { getOffice } from '../offices/service.ts'
import { drawPdf } from '../printing/service.ts'
import { getEditionOn, getTermOn } from '../procedures/service.ts'
import { attachDossier, holdForSlip, releaseForSlip } from '../queue/service.ts'
import { addDays, dayInVietnam } from '../regulation/day.ts'
import type { DecreeParameters } from '../regulation/decree-parameters.ts'
import { regulationById, regulationOn } from '../regulation/service.ts'
import { isSlipRequired } from '../regulation/slip.ts'
import { termAfterSupplement } from '../regulation/supplement.ts'
import { hashOfToken, type Tokens } from '../tokens.ts'
import type { Work } from '../transact.ts'
import { checkParticulars, readIdNumber } from './applicant.ts'
import { type Paper, readPapers } from './components.ts'
import { describeDossier } from './described.ts'
import { dossierCode } from './dossier-code.ts'
import type { DossierFacts, DossierMoveEvent, PersonalFacts } from './events.ts'
import { splitFacts } from './facts.ts'
import { type IntakePlan, receivedDossier } from './intake.ts'
import { hindranceOf, mayStop } from './moves.ts'
import { compareNames } from './name-order.ts'
import {
  type DueRange,
  findDossier,
  findDossierById,
  insertAgency,
  insertDossier,
  insertEventLink,
  insertPapers,
  listAgencies,
  listDue,
  listEventNumbers,
  listOpenOfPerson,
  listPapers,
  nextOrdinal,
  type OpenDue,
  searchDossiers,
  updateDossier
} from './repository.ts'
import type {
  Agency,
  DossierQuery,
  DossierState,
  DossierSummary,
  HandedOver,
  HistoryEntry,
  NewComponent,
  NewDossier,
  Result,
  ResultTaken,
  SlipGiven,
  StopAsked,
  SupplementRequest,
  Warning
} from './schemas.ts'
import { searchTerms, tailKey } from './search-terms.ts'
import { type Move, type Status, statusAfter } from './states.ts'
import type { DossierTable } from './tables.ts'

export type { OpenDue }

/** Which dossier a move is for, and the version that the caller has seen. */
export interface MoveKey {
  code: string
  version?: number | undefined
}

/** How many working days ahead a due date counts as near. */
const SOON = 3

/**
 * Reads and works out what an intake needs, before the office is locked for it. The day of receipt decides the edition
 * of the procedure and the rules that the dossier keeps.
 *
 * @throws VALIDATION, NOT_FOUND for a procedure that is not on offer, TERM_UNKNOWN, NO_RULES_IN_FORCE,
 * CALENDAR_YEAR_MISSING
 */
export async function planIntake(
  db: Db,
  { officeId, at, asked }: { officeId: string; at: Date; asked: NewDossier }
): Promise<IntakePlan> {
  const receivedAt = at.toISOString()
  const day = dayInVietnam(receivedAt)
  const particulars = checkParticulars(asked.applicant, day)
  if (particulars.faults.length > 0) throw new DomainError('VALIDATION').withErrors(particulars.faults)
  const edition = await getEditionOn(db, asked.procedureCode, day)
  const papers = readPapers(asked.components, edition.components)
  const { code, name, field, effectiveFrom, immediate } = edition
  const { term, cutOff } = await getTermOn(db, { code, day, case: asked.case, channel: asked.channel })
  const { decree, forms } = await regulationOn(db, day)
  const due = await dueDateFor(db, {
    officeId,
    receivedAt,
    term,
    ...countingBy(decree.parameters, cutOff)
  })
  return {
    receivedAt,
    day,
    officeCode: (await getOffice(db, officeId)).code,
    procedure: { code, name, field, effectiveFrom },
    term,
    termText: termText(term),
    cutOff,
    due,
    rules: {
      decreeId: decree.id,
      decreeVersion: decree.version,
      formsId: forms.id,
      formsVersion: forms.version
    },
    parameters: decree.parameters,
    slipRequired: isSlipRequired(decree.parameters, { term, immediate, requested: asked.slipRequested }),
    papers,
    particulars
  }
}

/** Takes a dossier in. Its code is the next of the office and the day of receipt, without a gap. */
export async function receiveDossier(
  work: Work,
  { asked, plan, tokens }: { asked: NewDossier; plan: IntakePlan; tokens: Tokens }
): Promise<DossierState & { warnings: Warning[] }> {
  const { db, officeId, actor } = work
  const { officeCode, day, papers, particulars } = plan
  const id = work.newId()
  const code = dossierCode({ officeCode, day, ordinal: await nextOrdinal(db, { officeId, day }) })
  const tokenHash = hashOfToken(tokens.token('tracking', { officeId, id }))
  const dossier = receivedDossier(asked, plan, { officeId, id, code, tokenHash, officer: actor })
  await insertDossier(db, dossier)
  await insertPapers(db, { officeId, dossierId: id }, numbered(papers, 0))
  const { facts, personal } = splitFacts(dossier)
  const seq = work.record(
    'dossier.received',
    { dossierId: id, ...(facts as DossierFacts) },
    { ...(personal as PersonalFacts), components: papers }
  )
  await insertEventLink(db, { officeId, dossierId: id, seq })
  await bindTicket(work, dossier)
  return { ...describeDossier(dossier, papers, plan.parameters), warnings: particulars.warnings }
}

/** The ticket is not done with before the slip that it owes is given. */
async function bindTicket(work: Work, { id, code, ticketId, slipRequired }: DossierTable): Promise<void> {
  if (ticketId === null) return
  await attachDossier(work, { ticketId, dossierId: id, code })
  if (slipRequired === 1) await holdForSlip(work, { ticketId })
}

/** Lets the ticket go once: with the first slip, or when there is nothing left to promise. */
async function freeTicket(work: Work, { ticketId, slipRequired, slipHandedAt }: DossierTable): Promise<void> {
  if (ticketId !== null && slipRequired === 1 && slipHandedAt === null)
    await releaseForSlip(work, { ticketId })
}

/**
 * Records that the citizen has the slip, or why there is none; an intake that owes one cannot be finished before.
 *
 * @throws VALIDATION when there is none and no reason
 */
export async function giveSlip(work: Work, key: MoveKey, { how, reason }: SlipGiven): Promise<DossierState> {
  if (how === 'none' && reason === undefined) throw invalid('/reason', dossierFault.slipReason)
  return move(work, key, 'slip', async (dossier) => {
    await freeTicket(work, dossier)
    return {
      event: 'dossier.slip_given',
      changes: { slipHandedAt: work.now, slipHow: how, slipReason: reason ?? null }
    }
  })
}

/**
 * Hands a dossier over to a body or a person; it is theirs once they have taken it.
 *
 * @throws VALIDATION when it names none or both, or someone who is not there
 */
export async function handOver(work: Work, key: MoveKey, to: HandedOver): Promise<DossierState> {
  return move(work, key, 'hand-over', async () => ({
    event: 'dossier.handed_over',
    changes: { ...(await holderOf(work, to)), holderDueAt: to.dueAt ?? null, holderAcceptedAt: null },
    note: to.note
  }))
}

/** Takes what was handed over. @throws FORBIDDEN when it was handed to someone else */
export async function acceptHandOver(work: Work, key: MoveKey): Promise<DossierState> {
  return move(work, key, 'accept-hand-over', async ({ holderKind, holderId }) => {
    if (holderKind === 'user' && holderId !== work.actor.id) throw new DomainError('FORBIDDEN')
    return { event: 'dossier.hand_over_accepted', changes: { holderAcceptedAt: work.now } }
  })
}

/** Asks the citizen for papers; how often that may be, the rules of the dossier say. */
export async function requestSupplement(
  work: Work,
  key: MoveKey,
  { items, reason }: SupplementRequest
): Promise<DossierState> {
  return move(work, key, 'request-supplement', async ({ supplementTimes }) => ({
    event: 'dossier.supplement_requested',
    changes: {
      supplementTimes: supplementTimes + 1,
      supplementAskedAt: work.now,
      supplementItems: JSON.stringify(items),
      supplementReason: reason
    }
  }))
}

/**
 * Takes the papers that were asked for. The dossier is at the counter again, and its term goes on as its own rules
 * say: by decree from its beginning (NĐ 61/2018 Đ.19.4).
 */
export async function receiveSupplement(
  work: Work,
  key: MoveKey,
  given: readonly NewComponent[]
): Promise<DossierState> {
  return move(work, key, 'receive-supplement', async (dossier) => {
    const { officeId, id, procedureCode, receivedAt } = dossier
    const edition = await getEditionOn(work.db, procedureCode, dayInVietnam(receivedAt))
    const before = await listPapers(work.db, { officeId, dossierId: id })
    const papers = readPapers(given, edition.components)
    await insertPapers(work.db, { officeId, dossierId: id }, numbered(papers, before.length))
    return {
      event: 'dossier.supplement_received',
      changes: { ...(await dueAfterSupplement(work, dossier)), ...atCounter(work) },
      papers: [...before, ...papers]
    }
  })
}

/** Asks the citizen to pay. */
export async function requestPayment(work: Work, key: MoveKey, amount: number | null): Promise<DossierState> {
  return move(work, key, 'request-payment', async () => ({
    event: 'dossier.payment_requested',
    changes: { paymentAmount: amount }
  }))
}

/** Records that the citizen has paid. */
export async function confirmPayment(work: Work, key: MoveKey): Promise<DossierState> {
  return move(work, key, 'confirm-payment', async () => ({ event: 'dossier.payment_confirmed', changes: {} }))
}

/** Refuses to handle a dossier, with the reason that the citizen is told. */
export async function refuseDossier(work: Work, key: MoveKey, reason: string): Promise<DossierState> {
  return close(work, key, { name: 'refuse', event: 'dossier.refused', reason })
}

/** Gives a dossier back at the wish of the citizen, while there is no result. */
export async function withdrawDossier(
  work: Work,
  key: MoveKey,
  reason: string | null
): Promise<DossierState> {
  return close(work, key, { name: 'withdraw', event: 'dossier.withdrawn', reason })
}

/** Stops the handling, at the wish of the citizen (NĐ 118/2025 Đ.21) or by a law of the field. */
export async function stopDossier(
  work: Work,
  key: MoveKey,
  { reason, by }: StopAsked
): Promise<DossierState> {
  return close(work, key, { name: 'stop', event: 'dossier.stopped', reason, by })
}

/** Records the result that has come to the counter: the end of the handling. */
export async function recordResult(work: Work, key: MoveKey, result: Result): Promise<DossierState> {
  const { outcome, number, signer, signedOn } = result
  return move(work, key, 'record-result', async () => ({
    event: 'dossier.result_recorded',
    changes: {
      resultOutcome: outcome,
      resultNumber: number ?? null,
      resultSigner: signer ?? null,
      resultSignedOn: signedOn ?? null,
      processedAt: work.now,
      ...atCounter(work)
    }
  }))
}

/** Gives the result to the citizen, or to who comes for him with an authorisation. */
export async function returnResult(work: Work, key: MoveKey, taken: ResultTaken): Promise<DossierState> {
  return move(work, key, 'return-result', async () => ({
    event: 'dossier.returned',
    changes: { returnedAt: work.now, returnedTo: JSON.stringify(taken), closedAt: work.now }
  }))
}

/**
 * Moves the due date as an apology has told the citizen. The date of the slip is kept beside it. Whether a new date may
 * be given at all is settled by who calls.
 *
 * @throws NOT_FOUND
 */
export async function moveDueDate(
  work: Work,
  {
    dossierId,
    newDueAt,
    newDueDay,
    apologyId
  }: { dossierId: string; newDueAt: string; newDueDay: string; apologyId: string }
): Promise<DossierTable> {
  const dossier = await findDossierById(work.db, { officeId: work.officeId, dossierId })
  if (!dossier) throw new DomainError('NOT_FOUND')
  return change(work, dossier, {
    status: dossier.status,
    event: 'dossier.due_moved',
    changes: { dueAt: newDueAt, dueDay: newDueDay, apologyId }
  })
}

/** A dossier as its row. @throws NOT_FOUND */
export async function getDossierRecord(
  db: Db,
  key: { officeId: string; code: string }
): Promise<DossierTable> {
  const dossier = await findDossier(db, key)
  if (!dossier) throw new DomainError('NOT_FOUND')
  return dossier
}

/** The papers of a dossier in their order. */
export async function papersOfDossier(db: Db, { officeId, id }: DossierTable): Promise<Paper[]> {
  return listPapers(db, { officeId, dossierId: id })
}

/** A dossier as officers see it. @throws NOT_FOUND */
export async function getDossier(db: Db, key: { officeId: string; code: string }): Promise<DossierState> {
  const dossier = await getDossierRecord(db, key)
  const { decree } = await rulesOf(db, dossier)
  return describeDossier(dossier, await papersOfDossier(db, dossier), decree.parameters)
}

/**
 * The slip of a dossier as a PDF, on the form of its day of receipt. A reprint is the same paper, byte for byte, until
 * the dossier itself changes; a new date by an apology stands on the letter and not here.
 *
 * @param publicUrl where citizens reach the program
 * @throws NOT_FOUND
 */
export async function drawSlip(
  db: Db,
  { officeId, code, tokens, publicUrl }: { officeId: string; code: string; tokens: Tokens; publicUrl: string }
): Promise<Buffer> {
  const dossier = await getDossierRecord(db, { officeId, code })
  const { forms } = await rulesOf(db, dossier)
  const token = tokens.token('tracking', { officeId, id: dossier.id })
  const data = await slipData(db, dossier, publicUrl)
  return drawPdf(receiptSlip(forms, { ...data, trackingUrl: `${publicUrl}/t/${token}` }), {
    createdAt: dossier.receivedAt
  })
}

async function slipData(
  db: Db,
  dossier: DossierTable,
  publicUrl: string
): Promise<Omit<SlipData, 'trackingUrl'>> {
  const { code, sets, termText: term, receivedAt, dueAt, originalDueAt, apologyId } = dossier
  const { name, phone } = await getOffice(db, dossier.officeId)
  const state = await getDossier(db, dossier)
  const submitter = state.submitter && { idNumber: null, authorisation: null, ...state.submitter }
  return {
    office: { name, phone, lookUp: `${new URL(publicUrl).host}/tra-cuu` },
    number: null,
    code,
    applicant: state.applicant,
    submitter,
    request: dossier.procedureName,
    components: state.components,
    sets,
    termText: term,
    receivedAt,
    dueAt: apologyId === null ? dueAt : originalDueAt,
    resultDelivery: deliveryOf(dossier, name),
    register: null,
    feeText: await feeOf(db, dossier),
    receiverName: dossier.receivedByName
  }
}

function deliveryOf({ resultDelivery, resultAddress, address }: DossierTable, office: string): string {
  return deliveryText[resultDelivery](resultDelivery === 'post' ? (resultAddress ?? address) : office)
}

/** What is paid by the edition of the day of receipt, where it names one amount. */
async function feeOf(db: Db, { procedureCode, receivedAt }: DossierTable): Promise<string | null> {
  const { fee } = await getEditionOn(db, procedureCode, dayInVietnam(receivedAt))
  if (fee === null) return null
  return fee === 0 ? noFee : moneyText(fee)
}

/** The rules that a dossier was received under. */
export function rulesOf(
  db: Db,
  { decreeId, decreeVersion, formsId, formsVersion }: DossierTable
): ReturnType<typeof regulationById> {
  return regulationById(db, { decreeId, version: decreeVersion, formsId, formsVersion })
}

/** Dossiers whose term runs and that are due in a range of instants, the most pressing first. */
export async function listOpenDue(db: Db, range: DueRange): Promise<OpenDue[]> {
  return listDue(db, range)
}

/** The events of a dossier, oldest first, with their private parts. */
export async function dossierEvents(db: Db, { officeId, id }: Pick<DossierTable, 'officeId' | 'id'>) {
  const numbers = await listEventNumbers(db, { officeId, dossierId: id })
  return eventsByNumber(db, { officeId, numbers })
}

/** Puts an event of a later domain into the history of a dossier. `seq` is what `record` told. */
export async function addToHistory(
  { db, officeId }: Work,
  { dossierId, seq }: { dossierId: string; seq: number }
): Promise<void> {
  await insertEventLink(db, { officeId, dossierId, seq })
}

/** What happened to a dossier, in words, oldest first. @throws NOT_FOUND */
export async function readHistory(db: Db, key: { officeId: string; code: string }): Promise<HistoryEntry[]> {
  const events = await dossierEvents(db, await getDossierRecord(db, key))
  let status: Status = 'received'
  return events.map(({ seq, name, at, by, data, private: secret }) => {
    const said = JSON.parse(data) as Partial<DossierFacts>
    status = said.status ?? status
    return {
      seq,
      name,
      at,
      by: (JSON.parse(by) as { name: string }).name,
      text: dossierEventText[name] ?? name,
      note: noteOf(name, { ...said, ...JSON.parse(secret ?? '{}') }),
      status
    }
  })
}

/** Open dossiers of the same person and procedure, so that nothing is taken in twice, and what is odd about the person. */
export async function checkIntake(
  db: Db,
  {
    officeId,
    now,
    ...asked
  }: {
    officeId: string
    now: Date
    idNumber?: string
    procedureCode?: string
    birthDate?: string
    sex?: 'male' | 'female'
    phone?: string
  }
): Promise<{ items: DossierSummary[]; nextCursor: null; warnings: Warning[] }> {
  const { idNumber, procedureCode, birthDate, sex, phone } = asked
  const person = { kind: 'citizen', name: '', idNumber, birthDate, sex, phone } as const
  const { warnings } = checkParticulars(person, dayInVietnam(now.toISOString()))
  if (idNumber === undefined || procedureCode === undefined) return { items: [], nextCursor: null, warnings }
  const idNumberKey = tailKey(readIdNumber(idNumber))
  const open = await listOpenOfPerson(db, { officeId, idNumberKey, procedureCode })
  return { items: await summaries(db, { officeId, now }, open), nextCursor: null, warnings }
}

/** One page of the dossiers that are asked for. @throws VALIDATION for a page that is not there */
export async function listDossiers(
  db: Db,
  { officeId, now, query }: { officeId: string; now: Date; query: DossierQuery }
): Promise<{ items: DossierSummary[]; nextCursor: string | null }> {
  const { q = '', status, holder, field, from, to, limit, cursor } = query
  const rows = await searchDossiers(db, {
    officeId,
    terms: searchTerms(q),
    status,
    holder,
    field,
    from: from && midnight(from),
    before: to && midnight(addDays(to, 1)),
    due: query.due && (await dueRange(db, { officeId, now, due: query.due })),
    after: cursor === undefined ? undefined : readCursor(cursor),
    limit: limit + 1
  })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    items: await summaries(db, { officeId, now }, page),
    nextCursor: last ? `${query.due ? last.dueAt : last.receivedAt}~${last.id}` : null
  }
}

/** Late: the promised instant is past. Today: it comes yet today. Soon: within three working days after today. */
async function dueRange(
  db: Db,
  { officeId, now, due }: { officeId: string; now: Date; due: 'late' | 'today' | 'soon' }
): Promise<{ from?: string; before: string }> {
  const instant = now.toISOString()
  const today = dayInVietnam(instant)
  const tomorrow = midnight(addDays(today, 1))
  if (due === 'late') return { before: instant }
  if (due === 'today') return { from: instant, before: tomorrow }
  const days = await officeDaysOf(db, officeId)
  return { from: tomorrow, before: midnight(addDays(days.workingDayAfter(today, SOON), 1)) }
}

/** More than a commune's office has. */
const MOST_PEOPLE = 500

/** To whom a dossier can be handed over. */
export async function listHolders(
  db: Db,
  officeId: string
): Promise<{ agencies: Agency[]; people: Agency[] }> {
  const agencies = await listAgencies(db, officeId)
  const { items: accounts } = await describeAccounts(db, { officeId, limit: MOST_PEOPLE })
  const people = accounts.filter(({ kind, disabled }) => kind === 'person' && !disabled)
  const named = ({ id, name }: Agency) => ({ id, name })
  return {
    agencies: agencies.map(named),
    people: people.map(named).toSorted((one, other) => compareNames(one.name, other.name))
  }
}

/** Adds a body that handles dossiers for the office. One of the same name is the same. */
export async function addAgency({ db, officeId, newId, record }: Work, name: string): Promise<Agency> {
  const known = (await listAgencies(db, officeId)).find((agency) => agency.name === name)
  if (known) return { id: known.id, name }
  const id = newId()
  await insertAgency(db, { officeId, id, name })
  record('agency.added', { agencyId: id, name })
  return { id, name }
}

interface Outcome {
  event: DossierMoveEvent
  changes: Partial<DossierTable>
  /** The whole list, where papers came in. */
  papers?: Paper[]
  note?: string | undefined
}

/**
 * Makes a move of a dossier, if its version, its status and its rules let it.
 *
 * @throws NOT_FOUND, STALE_VERSION, MOVE_NOT_ALLOWED
 */
async function move(
  work: Work,
  { code, version }: MoveKey,
  name: Move,
  act: (dossier: DossierTable, rules: DecreeParameters) => Promise<Outcome>
): Promise<DossierState> {
  const { db, officeId } = work
  const dossier = await getDossierRecord(db, { officeId, code })
  if (version !== undefined && version !== dossier.version) throw new DomainError('STALE_VERSION')
  const rules = (await rulesOf(db, dossier)).decree.parameters
  const status = statusAfter(dossier.status, name)
  const hindrance = hindranceOf(name, dossier, rules)
  if (hindrance || !status)
    throw new DomainError('MOVE_NOT_ALLOWED', { what: hindrance ?? 'DOSSIER_STATUS_FORBIDS' })
  const outcome = await act(dossier, rules)
  const after = await change(work, dossier, { status, ...outcome })
  return describeDossier(after, outcome.papers ?? (await papersOfDossier(db, dossier)), rules)
}

/** Writes what has changed, with its event. */
async function change(
  work: Work,
  before: DossierTable,
  { status, event, changes, papers, note }: Outcome & { status: Status }
): Promise<DossierTable> {
  const { db, officeId } = work
  const changed = { ...changes, status, version: before.version + 1 }
  const key = { officeId, dossierId: before.id }
  await updateDossier(db, key, changed)
  const { facts, personal } = splitFacts(changed)
  const secret = {
    ...personal,
    ...(papers === undefined ? {} : { components: papers }),
    ...(note === undefined ? {} : { note })
  }
  const { id: dossierId, code } = before
  const seq = work.record(
    event,
    { ...facts, dossierId, code, version: changed.version, status },
    Object.keys(secret).length > 0 ? secret : undefined
  )
  await insertEventLink(db, { ...key, seq })
  return { ...before, ...changed }
}

/** Ends a dossier without a result. */
async function close(
  work: Work,
  key: MoveKey,
  {
    name,
    event,
    reason,
    by
  }: { name: Move; event: DossierMoveEvent; reason: string | null; by?: StopAsked['by'] }
): Promise<DossierState> {
  return move(work, key, name, async (dossier, rules) => {
    if (by && !mayStop(rules, by)) throw new DomainError('MOVE_NOT_ALLOWED', { what: 'STOP_NOT_REGULATED' })
    await freeTicket(work, dossier)
    return { event, changes: { closingReason: reason, closedAt: work.now } }
  })
}

function atCounter({ actor, now }: Work): Partial<DossierTable> {
  return {
    holderKind: 'office',
    holderId: actor.id,
    holderName: actor.name,
    holderDueAt: null,
    holderAcceptedAt: now
  }
}

async function holderOf(
  { db, officeId }: Work,
  { toAgencyId, toUserId }: HandedOver
): Promise<Partial<DossierTable>> {
  if ((toAgencyId === undefined) === (toUserId === undefined)) {
    throw invalid('/toAgencyId', dossierFault.oneHolder)
  }
  const { agencies, people } = await listHolders(db, officeId)
  const [kind, id, list] =
    toAgencyId === undefined
      ? (['user', toUserId, people] as const)
      : (['agency', toAgencyId, agencies] as const)
  const found = list.find((holder) => holder.id === id)
  if (!found) throw invalid(kind === 'user' ? '/toUserId' : '/toAgencyId', dossierFault.noSuchHolder)
  return { holderKind: kind, holderId: found.id, holderName: found.name }
}

/** By the rules under which the dossier was received, whatever has come into force since. */
async function dueAfterSupplement(work: Work, dossier: DossierTable): Promise<Partial<DossierTable>> {
  const { db, officeId, now } = work
  const { receivedAt, supplementAskedAt, dueAt, termAmount, termUnit, cutOff } = dossier
  const rules = (await rulesOf(db, dossier)).decree.parameters
  const askedAt = supplementAskedAt ?? receivedAt
  const after = termAfterSupplement(rules, { receivedAt, askedAt, completedAt: now, dueAt })
  if (after.mode === 'shift') return shiftedDue(work, Date.parse(dueAt) + after.byMilliseconds)
  const amount = after.mode === 'restart' ? termAmount : await amountLeft(work, dossier, after)
  const due = await dueDateFor(db, {
    officeId,
    receivedAt: after.countFrom,
    term: { amount, unit: termUnit },
    ...countingBy(rules, cutOff === null ? null : JSON.parse(cutOff))
  })
  return {
    dueAt: due.dueAt,
    dueDay: due.dueDay,
    dueSteps: JSON.stringify(due.steps),
    provisional: due.provisional ? 1 : 0
  }
}

/** What the time until the request has left of the term; never less than one of its units. */
async function amountLeft(
  { db, officeId }: Work,
  { termAmount, termUnit }: DossierTable,
  { receivedAt, askedAt }: { receivedAt: string; askedAt: string }
): Promise<number> {
  const days = await officeDaysOf(db, officeId)
  const [from, to] = [dayInVietnam(receivedAt), dayInVietnam(askedAt)]
  const used = {
    working_day: () => days.countBetween(from, to),
    calendar_day: () => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000),
    working_hour: () => Math.floor(days.minutesBetween(receivedAt, askedAt) / 60),
    same_day: () => 0
  }[termUnit]()
  return Math.max(termAmount - used, 1)
}

/** A due instant that was put off; on a day without work it waits for the return time of the next working day. */
async function shiftedDue({ db, officeId }: Work, instant: number): Promise<Partial<DossierTable>> {
  const dueAt = new Date(instant).toISOString()
  const dueDay = dayInVietnam(dueAt)
  const days = await officeDaysOf(db, officeId)
  if (days.isWorkingDay(dueDay)) return { dueAt, dueDay }
  const next = days.workingDayAfter(dueDay, 1)
  return { dueAt: days.returnTimeOn(next), dueDay: next }
}

async function summaries(
  db: Db,
  { officeId, now }: { officeId: string; now: Date },
  dossiers: readonly DossierTable[]
): Promise<DossierSummary[]> {
  const days = await officeDaysOf(db, officeId)
  const today = dayInVietnam(now.toISOString())
  return dossiers.map((dossier) => {
    const { code, status, procedureName, applicantName, dueAt, dueDay, holderName, receivedAt } = dossier
    const runs = dossier.closedAt === null && dossier.processedAt === null
    const daysLeft = runs ? days.countBetween(today, dueDay) : null
    return { code, status, procedureName, applicantName, dueAt, dueDay, holderName, receivedAt, daysLeft }
  })
}

function noteOf(
  name: string,
  said: Partial<DossierFacts & PersonalFacts> & { note?: string }
): string | null {
  const { note, closingReason, supplementReason, slipReason, holderName, dueDay } = said
  if (name === 'dossier.handed_over') {
    return [dossierNoteText.to(holderName ?? ''), note].filter(Boolean).join('. ')
  }
  if (name === 'dossier.due_moved' || name === 'dossier.received' || name === 'dossier.supplement_received') {
    return dueDay === undefined ? null : dossierNoteText.dueOn(dueDay)
  }
  return note ?? closingReason ?? supplementReason ?? slipReason ?? null
}

function numbered(papers: readonly Paper[], before: number): (Paper & { ordinal: number })[] {
  return papers.map((paper, index) => ({ ...paper, ordinal: before + index + 1 }))
}

/** The instant at which a day begins in Vietnam. */
function midnight(day: string): string {
  return new Date(`${day}T00:00:00+07:00`).toISOString()
}

function readCursor(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = cursor.split('~')
  if (Number.isNaN(Date.parse(at)) || id === '') throw invalid('/cursor', dossierFault.cursor)
  return { at, id }
}

function invalid(path: string, message: string): DomainError {
  return new DomainError('VALIDATION').withErrors([{ path, message }])
}
