import type { DossierTable, Paper } from './tables.ts'

/** What tells who a citizen is, or was written freely by someone: it stands in the private part of events alone. */
export type Personal =
  | 'applicantName'
  | 'idNumber'
  | 'birthDate'
  | 'sex'
  | 'address'
  | 'phone'
  | 'email'
  | 'submitter'
  | 'resultAddress'
  | 'summary'
  | 'slipReason'
  | 'supplementItems'
  | 'supplementReason'
  | 'closingReason'
  | 'returnedTo'

/** What is worked out from the rest, or from the server's key. */
export type Derived =
  | 'officeId'
  | 'id'
  | 'tokenHash'
  | 'applicantNameKey'
  | 'idNumberKey'
  | 'phoneKey'
  | 'codeKey'

export type DossierFacts = Omit<DossierTable, Personal | Derived>

export type PersonalFacts = Pick<DossierTable, Personal>

/** The new values of what a move changed. */
interface Moved extends Partial<DossierFacts> {
  dossierId: string
  code: string
  version: number
  status: DossierFacts['status']
}

interface PersonalMoved extends Partial<PersonalFacts> {
  /** The whole list, where papers came in. */
  components?: Paper[]
  /** What the officer noted. */
  note?: string
}

declare module '../events.ts' {
  interface EventMap extends Record<DossierMoveEvent, Moved> {
    'dossier.received': DossierFacts & { dossierId: string }
  }
  interface PrivateMap extends Record<DossierMoveEvent, PersonalMoved | undefined> {
    'dossier.received': PersonalFacts & { components: Paper[] }
  }
}

export type DossierMoveEvent =
  | 'dossier.slip_given'
  | 'dossier.handed_over'
  | 'dossier.hand_over_accepted'
  | 'dossier.supplement_requested'
  | 'dossier.supplement_received'
  | 'dossier.payment_requested'
  | 'dossier.payment_confirmed'
  | 'dossier.refused'
  | 'dossier.withdrawn'
  | 'dossier.stopped'
  | 'dossier.result_recorded'
  | 'dossier.returned'
  | 'dossier.due_moved'
