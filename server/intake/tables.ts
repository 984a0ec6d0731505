declare module '../database/schema.ts' {
  interface Database {
    dossierNumber: DossierNumberTable
  }
}

/** The last ordinal that an office gave on a day. */
interface DossierNumberTable {
  officeId: string
  day: string
  last: number
}
