declare module '../database/schema.ts' {
  interface Database {
    office: OfficeTable
    counter: CounterTable
    service: ServiceTable
  }
}

export interface OfficeTable {
  id: string
  /** The identifier that dossier codes begin with, e.g. `H01.31`. */
  code: string
  name: string
  /** 1 for the one office whose administrators keep what all share: calendar, catalogue, rule sets. */
  lead: number
  createdAt: string
  /** Whom citizens call, as it is read out, e.g. `0297 3 860 215`. */
  phone: string | null
}

export type CounterState = 'closed' | 'open' | 'paused'

export interface CounterTable {
  officeId: string
  id: string
  number: number
  name: string
  state: CounterState
  pauseReason: string | null
  officerId: string | null
  /** Until then it is open or paused; afterwards it is closed, as its day is over. Nothing: of a day before there was this. */
  openUntil: string | null
}

/** What a ticket is taken for; its letter begins the ticket's number. */
export interface ServiceTable {
  officeId: string
  id: string
  letter: string
  name: string
  /** How many numbers it gives on a day; null: as many as people come. */
  mostPerDay: number | null
}
