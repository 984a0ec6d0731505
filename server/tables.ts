declare module './database/schema.ts' {
  interface Database {
    officeLog: OfficeLogTable
    event: EventTable
    eventPrivate: EventPrivateTable
    idempotencyKey: IdempotencyKeyTable
  }
}

/** Where an office's log stands. Every change of the office locks this row first. */
export interface OfficeLogTable {
  officeId: string
  seq: number
  head: string
}

/** The one event log. Rows are only ever added; triggers refuse everything else. */
export interface EventTable {
  officeId: string
  /** Without gaps in an office, from 1. */
  seq: number
  id: string
  name: string
  /** Version of the shape of `data`. */
  v: number
  at: string
  /** Who did it, as JSON: id and the name as it was. */
  by: string
  data: string
  /** SHA-256 of the private part, or empty; it stays when the private part is erased. */
  privateHash: string
  digest: string
  hash: string
}

/** Names, numbers and addresses of an event, apart so that retention can erase them and the chain still verifies. */
interface EventPrivateTable {
  officeId: string
  seq: number
  private: string
}

interface IdempotencyKeyTable {
  officeId: string
  actorId: string
  key: string
  fingerprint: string
  response: string | null
  createdAt: string
}
