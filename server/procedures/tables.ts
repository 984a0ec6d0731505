declare module '../database/schema.ts' {
  interface Database {
    procedureCatalogue: ProcedureCatalogueTable
    procedureEdition: ProcedureEditionTable
    procedureComponent: ProcedureComponentTable
  }
}

/** One row: what the catalogue is now, by a name that changes with every change of it. */
export interface ProcedureCatalogueTable {
  id: 'catalogue'
  version: string
}

/**
 * A procedure as it stands from a day on. Shared by all offices, so no office leads its key; only the lead
 * office's transactions write it, one after the other.
 */
export interface ProcedureEditionTable {
  code: string
  effectiveFrom: string
  decision: string
  name: string
  field: string
  level: 'commune' | 'province'
  agency: string | null
  termAmount: number | null
  termUnit: string | null
  termSource: string | null
  /** Whole đồng; `null` is not known. */
  fee: number | null
  feeText: string | null
  result: string | null
  immediate: number
  abolished: number
  /** JSON, as is everything below. */
  cutOff: string
  variants: string
  notes: string
  channels: string
  legalBasis: string
  attention: string
  settled: string
}

export interface ProcedureComponentTable {
  code: string
  effectiveFrom: string
  position: number
  name: string
  originals: number
  copies: number
  groupName: string | null
  presented: number
  detail: string | null
}
