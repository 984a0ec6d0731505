import { moneyText } from '../../kiosk-ui/src/text/common.ts'
import { deliveryText, noFee } from '../../kiosk-ui/src/text/dossiers.ts'
import { termText } from '../../kiosk-ui/src/text/procedures.ts'
import { receiptSlip, type SlipData } from '../../printer-templates/receipt-slip/template.ts'
import { countingBy, dueDateFor } from '../calendar/service.ts'
import type { Db } from '../database/schema.ts'
import { describeDossier } from '../dossiers/described.ts'
import type { DossierState, DossierSummary } from '../dossiers/schemas.ts'
import { tailKey } from '../dossiers/search-terms.ts'
import { addDossier, getDossier, getDossierRecord, rulesOf, summaries } from '../dossiers/service.ts'
import type { DossierTable } from '../dossiers/tables.ts'
import { DomainError } from '../errors.ts'
import { getOffice } from '../offices/service.ts'
import { drawPdf } from '../printing/service.ts'
import { getEditionOn, getTermOn } from '../procedures/service.ts'
import { attachDossier, holdForSlip } from '../queue/service.ts'
import { dayInVietnam } from '../regulation/day.ts'
import { regulationOn } from '../regulation/service.ts'
import { isSlipRequired } from '../regulation/slip.ts'
import { hashOfToken, type Tokens } from '../tokens.ts'
import type { Work } from '../transact.ts'
import { checkParticulars, readIdNumber } from './applicant.ts'
import { readPapers } from './components.ts'
import { dossierCode } from './dossier-code.ts'
import { type IntakePlan, receivedDossier } from './received-dossier.ts'
import { listOpenOfPerson, nextOrdinal } from './repository.ts'
import type { NewDossier, Warning } from './schemas.ts'

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
  await addDossier(work, dossier, papers)
  await bindTicket(work, dossier)
  return { ...describeDossier(dossier, papers, plan.parameters), warnings: particulars.warnings }
}

/** The ticket is not done with before the slip that it owes is given. */
async function bindTicket(work: Work, { id, code, ticketId, slipRequired }: DossierTable): Promise<void> {
  if (ticketId === null) return
  await attachDossier(work, { ticketId, dossierId: id, code })
  if (slipRequired === 1) await holdForSlip(work, { ticketId })
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
