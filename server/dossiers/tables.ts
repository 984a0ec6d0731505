import type { Channel } from '../procedures/edition.ts'
import type { Status } from './states.ts'

declare module '../database/schema.ts' {
  interface Database {
    dossier: DossierTable
    dossierComponent: DossierComponentTable
    dossierEvent: DossierEventTable
  }
}

/** A dossier as it stands now; all of it but the search keys can be built again from its events. */
export interface DossierTable {
  officeId: string
  id: string
  /** `<office code>-<YYMMDD>-<NNNN>`, the ordinal of that office and day. */
  code: string
  /** 1 at receipt, one more with each move. */
  version: number
  status: Status
  procedureCode: string
  procedureName: string
  fieldName: string
  /** The day of effect of the edition of the procedure. */
  procedureEdition: string
  decreeId: string
  decreeVersion: number
  formsId: string
  formsVersion: number
  applicantKind: 'citizen' | 'organisation'
  applicantName: string
  /** 12 digits; of organisations the tax code. */
  idNumber: string | null
  birthDate: string | null
  sex: 'male' | 'female' | null
  address: string
  /** E.164. */
  phone: string | null
  email: string | null
  /** Who brought it for someone else, as JSON: name, idNumber, authorisation. */
  submitter: string | null
  channel: Channel
  sets: number
  resultDelivery: Channel
  resultAddress: string | null
  ticketId: string | null
  summary: string | null
  receivedAt: string
  receivedBy: string
  receivedByName: string
  termAmount: number
  termUnit: 'working_day' | 'calendar_day' | 'working_hour' | 'same_day'
  termText: string
  /** The procedure's hour from which receipt counts as of the next working day, as JSON. */
  cutOff: string | null
  dueAt: string
  dueDay: string
  /** Day by day how the due date came about, as JSON. */
  dueSteps: string
  /** 1 when a day that nobody has decided lay between receipt and due date. */
  provisional: number
  /** What the slip promised first; the apology moves `dueAt` alone. */
  originalDueAt: string
  originalDueDay: string
  holderKind: 'office' | 'agency' | 'user'
  holderId: string
  holderName: string
  /** When the holder is to be done with his part; instant. */
  holderDueAt: string | null
  /** Null while a hand-over waits to be taken. */
  holderAcceptedAt: string | null
  slipRequired: number
  slipHandedAt: string | null
  slipHow: 'printed' | 'sent' | 'none' | null
  slipReason: string | null
  supplementTimes: number
  supplementAskedAt: string | null
  /** The papers asked for, as JSON. */
  supplementItems: string | null
  supplementReason: string | null
  /** Whole đồng. */
  paymentAmount: number | null
  /** Why it was refused, withdrawn or stopped. */
  closingReason: string | null
  resultOutcome: 'granted' | 'rejected' | null
  resultNumber: string | null
  resultSigner: string | null
  resultSignedOn: string | null
  /** When the result was ready at the counter: the end of the handling. */
  processedAt: string | null
  returnedAt: string | null
  /** Who took the result, as JSON: name, idNumber, authorisation. */
  returnedTo: string | null
  /** Null until there is nothing more to do. */
  closedAt: string | null
  /** The apology that moved the due date. */
  apologyId: string | null
  tokenHash: string
  /** Folded name, with a space before each word. */
  applicantNameKey: string
  /** Reversed, so that the last digits are found by an index. */
  idNumberKey: string | null
  phoneKey: string | null
  codeKey: string
}

/** A paper that was handed in. */
export interface Paper {
  name: string
  originals: number
  copies: number
}

interface DossierComponentTable extends Paper {
  officeId: string
  dossierId: string
  ordinal: number
}

/** Which events of the office's log are a dossier's. */
export interface DossierEventTable {
  officeId: string
  dossierId: string
  seq: number
}
