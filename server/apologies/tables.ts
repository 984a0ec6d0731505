import type { ApologyStatus } from './status.ts'

declare module '../database/schema.ts' {
  interface Database {
    apology: ApologyTable
    apologyNumber: ApologyNumberTable
    lateReason: LateReasonTable
  }
}

/** A letter that says sorry for a late dossier and gives a new day; from `issued` on nobody changes what it says. */
export interface ApologyTable {
  officeId: string
  id: string
  dossierId: string
  dossierCode: string
  status: ApologyStatus
  reasonCode: string
  /** The name of the reason as it was in the catalogue. */
  reasonName: string
  /** In the words of who drafted it; printed in the letter. */
  reason: string
  /** Who handles the dossier and says sorry for it, as it was called then. */
  agencyName: string
  /** What was promised before this letter. */
  previousDueAt: string
  previousDueDay: string
  newDueAt: string
  newDueDay: string
  /** The last day on which it may go out to be in time, by the rules of the dossier. */
  sendBy: string
  /** As it stands in the letter, e.g. `05`; null in a draft. */
  number: string | null
  /** The year whose letters it is numbered with. */
  numberYear: number | null
  /** Name and office of who signs. */
  signer: string | null
  signerTitle: string | null
  signedOn: string | null
  createdAt: string
  createdByName: string
  issuedAt: string | null
  sentAt: string | null
  channel: string | null
}

/** The last number that an office gave to a letter in a year. */
interface ApologyNumberTable {
  officeId: string
  year: number
  last: number
}

/** Why dossiers are late, as reports group them; shared by all offices. */
export interface LateReasonTable {
  code: string
  name: string
  position: number
}
