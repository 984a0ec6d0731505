import { type Static, Type } from 'typebox'
import { CAUSES, PRINT_STATES } from './job-states.ts'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

/**
 * What stands on a ticket. Its public address is not in it: that is worked out from the ticket's id under the server's key
 * when it is printed, as the database holds no token.
 */
export interface TicketPaper {
  officeName: string
  number: string
  serviceName: string
  issuedAt: string
  waitingAhead: number
  priority: boolean
  estimate: { lowMinutes: number; highMinutes: number } | null
}

/** What whoever took a ticket hears of its paper. */
export const TicketPrint = Type.Object({ id: Type.String(), state: Type.Enum(PRINT_STATES) })
export type TicketPrint = Static<typeof TicketPrint>

export const PrintJob = Type.Object({
  ...TicketPrint.properties,
  printerId: Type.String(),
  printerName: Type.String(),
  subject: Type.Union([Type.Literal('ticket'), Type.Literal('test')]),
  ticketId: Nullable(Type.String()),
  number: Nullable(Type.String()),
  cause: Nullable(Type.Enum(CAUSES)),
  reprintOf: Nullable(Type.String()),
  requestedAt: Type.String(),
  attempts: Type.Integer(),
  /** The server tries again by itself. */
  retries: Type.Boolean(),
  confirmedBy: Nullable(Type.Union([Type.Literal('printer'), Type.Literal('person')])),
  /** Since when somebody is asked whether the paper came out. */
  askedSince: Nullable(Type.String())
})
export type PrintJob = Static<typeof PrintJob>
