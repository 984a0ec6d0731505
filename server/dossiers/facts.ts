import type { Derived, DossierFacts, Personal, PersonalFacts } from './events.ts'
import type { DossierTable, Paper } from './tables.ts'

const PERSONAL: Record<Personal, true> = {
  applicantName: true,
  idNumber: true,
  birthDate: true,
  sex: true,
  address: true,
  phone: true,
  email: true,
  submitter: true,
  resultAddress: true,
  summary: true,
  slipReason: true,
  supplementItems: true,
  supplementReason: true,
  closingReason: true,
  returnedTo: true
}

const DERIVED: Record<Derived, true> = {
  officeId: true,
  id: true,
  tokenHash: true,
  applicantNameKey: true,
  idNumberKey: true,
  phoneKey: true,
  codeKey: true
}

/** Tells what may stand in the open part of an event from what tells who a citizen is. */
export function splitFacts<Columns extends Partial<DossierTable>>(
  columns: Columns
): { facts: Partial<DossierFacts>; personal: Partial<PersonalFacts> } {
  const facts: Record<string, unknown> = {}
  const personal: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(columns)) {
    if (name in PERSONAL) personal[name] = value
    else if (!(name in DERIVED)) facts[name] = value
  }
  return { facts, personal }
}

/** An event of a dossier as the log has it; the private part may have been erased. */
interface LoggedEvent {
  data: string
  private: string | null
}

/** The dossier that its events tell of, oldest first: each carries the new values of what it changed. */
export function dossierFromEvents(events: readonly LoggedEvent[]): {
  facts: Partial<DossierFacts & PersonalFacts>
  components: Paper[]
} {
  const { components = [], ...said } = Object.assign(
    {},
    ...events.map(({ data, private: secret }) => ({ ...JSON.parse(data), ...JSON.parse(secret ?? '{}') }))
  )
  const { dossierId: _id, note: _note, salt: _salt, ...facts } = said
  return { facts, components }
}
