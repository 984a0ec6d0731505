import { type Static, Type } from 'typebox'
import { CAUSES, CONFIRMS, PRINT_STATES } from './job-states.ts'
import { PAPER_STATES, PRINTER_STATES } from './printer-states.ts'

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
  /** An appointment whose time had not come. */
  appointmentAt?: string
  estimate: { lowMinutes: number; highMinutes: number; pastClosing?: true } | null
  /**
   * The numbers of the counters near which to wait, not how they are now: a paper cannot take that back. Null on a paper of
   * nobody's number.
   */
  waitNear: number[] | null
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
  requestedByName: Type.String(),
  attempts: Type.Integer(),
  /** The server is at it, or about to be: `sent` may still become `confirmed`. */
  running: Type.Boolean(),
  /** The server tries again by itself. */
  retries: Type.Boolean(),
  confirmedBy: Nullable(Type.Union([Type.Literal('printer'), Type.Literal('person')])),
  /** Since when somebody is asked whether the paper came out. */
  askedSince: Nullable(Type.String())
})
export type PrintJob = Static<typeof PrintJob>

const Kiosk = Type.Object({ id: Type.String(), name: Type.String() })

export const Printer = Type.Object({
  id: Type.String(),
  name: Type.String(),
  address: Type.String(),
  port: Type.Integer(),
  state: Type.Enum(PRINTER_STATES),
  paper: Type.Enum(PAPER_STATES),
  /** How many tickets the roll still gives, about; known only when it is nearly empty. */
  papersLeft: Nullable(Type.Integer()),
  stateSince: Nullable(Type.String()),
  lastAnswerAt: Nullable(Type.String()),
  probedAt: Nullable(Type.String()),
  tellsStatus: Type.Boolean(),
  confirms: Type.Enum(CONFIRMS),
  kiosks: Type.Array(Kiosk)
})
export type Printer = Static<typeof Printer>

const Printers = Type.Object({
  items: Type.Array(Printer),
  /** The kiosks whose tickets come out nowhere yet. */
  kiosksWithout: Type.Array(Kiosk),
  /** Where printers may stand, as the one who runs the server has set it. */
  network: Type.Object({ ranges: Type.Array(Type.String()), ports: Type.Array(Type.Integer()) }),
  nextCursor: Type.Null()
})
export type Printers = Static<typeof Printers>

/** What whoever works beside a printer has to know of it: nothing of where it is on the network. */
const PrinterStanding = Type.Object({
  printerId: Type.String(),
  name: Type.String(),
  state: Type.Enum(PRINTER_STATES),
  paper: Type.Enum(PAPER_STATES),
  papersLeft: Nullable(Type.Integer())
})
export type PrinterStanding = Static<typeof PrinterStanding>

export const ListPrinterStates = {
  summary: 'How the ticket printers of the office are, without their addresses; a kiosk is told of its own',
  tags: ['printers'],
  response: { 200: Type.Object({ items: Type.Array(PrinterStanding), nextCursor: Type.Null() }) }
}

const Name = Type.String({ minLength: 1, maxLength: 100 })
const Address = Type.String({ minLength: 7, maxLength: 15 })
const Port = Type.Integer({ minimum: 1, maximum: 65_535 })

const NewPrinter = Type.Object({ name: Name, address: Address, port: Type.Optional(Port) })
export type NewPrinter = Static<typeof NewPrinter>

const PrinterChange = Type.Object({
  name: Type.Optional(Name),
  address: Type.Optional(Address),
  port: Type.Optional(Port)
})
export type PrinterChange = Static<typeof PrinterChange>

const printerId = Type.Object({ printerId: Type.String() })
const jobId = Type.Object({ jobId: Type.String() })

export const ListPrinters = {
  summary: 'The ticket printers of the office, as they are now',
  tags: ['printers'],
  response: { 200: Printers }
}

export const AddPrinter = {
  summary: 'Add a ticket printer: an IPv4 address in the allowed network, no name',
  tags: ['printers'],
  body: NewPrinter,
  response: { 201: Printer }
}

export const ChangePrinter = {
  summary: "Change a printer's name or address; a printer at a new address is to be probed anew",
  tags: ['printers'],
  params: printerId,
  body: PrinterChange,
  response: { 200: Printer }
}

export const RemovePrinter = {
  summary: 'Remove a printer; what waits for it is printed no more',
  tags: ['printers'],
  params: printerId,
  response: { 204: Type.Null() }
}

export const ProbePrinter = {
  summary: 'Find out whether a printer answers and how it proves that a paper came out',
  tags: ['printers'],
  params: printerId,
  response: { 200: Printer }
}

export const PrintTest = {
  summary: 'Print a test paper',
  tags: ['printers'],
  params: printerId,
  response: { 201: PrintJob }
}

export const SetKiosks = {
  summary: 'Say which kiosks print here; a kiosk prints at one printer',
  tags: ['printers'],
  params: printerId,
  body: Type.Object({
    deviceIds: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 50, uniqueItems: true })
  }),
  response: { 200: Printer }
}

export const ListPrintJobs = {
  summary: 'Papers of today, the latest first; `asked` are those that somebody is to look after',
  tags: ['printers'],
  querystring: Type.Object({
    state: Type.Optional(Type.Union([Type.Enum(PRINT_STATES), Type.Literal('asked')])),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 })
  }),
  response: { 200: Type.Object({ items: Type.Array(PrintJob), nextCursor: Type.Null() }) }
}

export const GetPrintJob = {
  summary: 'How a paper stands; a kiosk sees those of its own tickets',
  tags: ['printers'],
  params: jobId,
  response: { 200: PrintJob }
}

export const Reprint = {
  summary: 'Print a paper once more, marked as such, because somebody asks for it',
  tags: ['printers'],
  params: jobId,
  response: { 201: PrintJob }
}

export const AnswerOutcome = {
  summary: 'Say whether a paper came out, where the printer did not',
  tags: ['printers'],
  params: jobId,
  body: Type.Object({ printed: Type.Boolean() }),
  response: { 200: PrintJob }
}

export const TicketPreview = {
  summary: 'A ticket as it comes out of the printer, as a picture',
  tags: ['printers'],
  querystring: Type.Object({
    number: Type.Optional(Type.String({ minLength: 1, maxLength: 8 })),
    serviceName: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    reprint: Type.Boolean({ default: false })
  })
}
