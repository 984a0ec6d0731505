import type { DueDate, Term } from '../calendar/due-date.ts'
import type { DueDateStep } from '../calendar/due-date-steps.ts'
import { nameKey, tailKey } from '../dossiers/search-terms.ts'
import type { DossierTable, Paper } from '../dossiers/tables.ts'
import type { CutOff } from '../regulation/cut-off.ts'
import type { DecreeParameters } from '../regulation/decree-parameters.ts'
import type { CheckedParticulars } from './applicant.ts'
import type { NewDossier } from './schemas.ts'

/** What is read and worked out before a dossier is taken in. */
export interface IntakePlan {
  receivedAt: string
  /** The day of receipt in Vietnam. */
  day: string
  officeCode: string
  procedure: { code: string; name: string; field: string; effectiveFrom: string }
  term: Term
  termText: string
  cutOff: CutOff | null
  due: DueDate & { steps: readonly DueDateStep[] }
  rules: { decreeId: string; decreeVersion: number; formsId: string; formsVersion: number }
  parameters: DecreeParameters
  slipRequired: boolean
  papers: Paper[]
  particulars: CheckedParticulars
}

/** What only the transaction knows. */
interface Numbered {
  officeId: string
  id: string
  code: string
  tokenHash: string
  officer: { id: string; name: string }
}

/** The dossier that comes of what was asked, what was planned for it and the number that it got. */
export function receivedDossier(asked: NewDossier, plan: IntakePlan, numbered: Numbered): DossierTable {
  const { officeId, id, code, tokenHash } = numbered
  const { receivedAt, slipRequired } = plan
  return {
    officeId,
    id,
    code,
    version: 1,
    status: 'received',
    ...promised(plan),
    ...applied(asked, plan.particulars),
    ticketId: asked.ticketId ?? null,
    receivedAt,
    receivedBy: numbered.officer.id,
    receivedByName: numbered.officer.name,
    holderKind: 'office',
    holderId: numbered.officer.id,
    holderName: numbered.officer.name,
    holderDueAt: null,
    holderAcceptedAt: receivedAt,
    slipRequired: slipRequired ? 1 : 0,
    ...NOTHING_YET,
    tokenHash,
    codeKey: tailKey(code)
  }
}

function promised({ procedure, rules, term, termText, cutOff, due }: IntakePlan) {
  return {
    procedureCode: procedure.code,
    procedureName: procedure.name,
    fieldName: procedure.field,
    procedureEdition: procedure.effectiveFrom,
    ...rules,
    termAmount: term.amount,
    termUnit: term.unit,
    termText,
    cutOff: cutOff && JSON.stringify(cutOff),
    dueAt: due.dueAt,
    dueDay: due.dueDay,
    dueSteps: JSON.stringify(due.steps),
    provisional: due.provisional ? 1 : 0,
    originalDueAt: due.dueAt,
    originalDueDay: due.dueDay
  }
}

function applied(asked: NewDossier, { name, idNumber, phone }: CheckedParticulars) {
  const { applicant, submitter, channel, sets, resultDelivery, resultAddress, summary } = asked
  return {
    applicantKind: applicant.kind,
    applicantName: name,
    idNumber,
    birthDate: applicant.birthDate ?? null,
    sex: applicant.sex ?? null,
    address: applicant.address,
    phone,
    email: applicant.email ?? null,
    submitter: submitter ? JSON.stringify(submitter) : null,
    channel,
    sets,
    resultDelivery,
    resultAddress: resultAddress ?? (resultDelivery === 'post' ? applicant.address : null),
    summary: summary || null,
    applicantNameKey: nameKey(name),
    idNumberKey: idNumber && tailKey(idNumber),
    phoneKey: phone && tailKey(phone.replace(/^\+84/, ''))
  }
}

const NOTHING_YET = {
  slipHandedAt: null,
  slipHow: null,
  slipReason: null,
  supplementTimes: 0,
  supplementAskedAt: null,
  supplementItems: null,
  supplementReason: null,
  paymentAmount: null,
  closingReason: null,
  resultOutcome: null,
  resultNumber: null,
  resultSigner: null,
  resultSignedOn: null,
  processedAt: null,
  returnedAt: null,
  returnedTo: null,
  closedAt: null,
  apologyId: null
} as const
