declare module '../database/schema.ts' {
  interface Database {
    kioskLanguage: KioskLanguageTable
    resultPlace: ResultPlaceTable
    searchMiss: SearchMissTable
  }
}

/** A language that the office has added to its kiosks, or names of its own for one that is shipped. */
export interface KioskLanguageTable {
  officeId: string
  /** As in BCP 47, e.g. `km`. */
  code: string
  /** As its speakers write it. */
  name: string
  /** JSON: each text of the kiosk by its key; empty for a language that is shipped. */
  texts: string
  /** JSON: names of services by id. */
  serviceNames: string
  /** JSON: names of priority groups by code. */
  groupNames: string
}

/** The counter that holds a result. */
interface ResultPlaceTable {
  officeId: string
  dossierCode: string
  counterId: string
}

/** What people have looked for and not found; folded words without long numbers. */
export interface SearchMissTable {
  officeId: string
  words: string
  times: number
  lastDay: string
}
