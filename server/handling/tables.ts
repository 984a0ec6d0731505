declare module '../database/schema.ts' {
  interface Database {
    agency: AgencyTable
  }
}

/** A body that handles dossiers for the office. */
export interface AgencyTable {
  officeId: string
  id: string
  name: string
}
