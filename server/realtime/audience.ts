import type { EventMap, EventName } from '../events.ts'
import type { Screen } from './screens.ts'

/** The fields of an event that a screen may see. What is not listed is not sent; the private part never is. */
type Projection = { [Name in EventName]?: readonly (keyof EventMap[Name] & string)[] }

const COUNTERS_FOR_ALL = {
  'counter.opened': ['counterId', 'number', 'state', 'officerName'],
  'counter.paused': ['counterId', 'number', 'state', 'reason'],
  'counter.closed': ['counterId', 'number', 'state']
} as const satisfies Projection

const COUNTERS_FOR_STAFF = {
  ...COUNTERS_FOR_ALL,
  'counter.opened': ['counterId', 'number', 'state', 'officerId', 'officerName']
} as const satisfies Projection

/** In the hall everyone sees the number, never the person or what priority he has. */
const TICKET_FOR_ALL = ['number', 'serviceId', 'counterId', 'counterNumber'] as const

const TICKET_FOR_STAFF = [
  ...TICKET_FOR_ALL,
  'ticketId',
  'serviceName',
  'priorityGroup',
  'status',
  'waitingSince',
  'forCounterId',
  'calls',
  'absences',
  'skippedOver'
] as const

const TICKETS_FOR_ALL = {
  'ticket.issued': TICKET_FOR_ALL,
  'ticket.called': TICKET_FOR_ALL,
  'ticket.recalled': TICKET_FOR_ALL,
  'ticket.serving': TICKET_FOR_ALL,
  'ticket.finished': TICKET_FOR_ALL,
  'ticket.absent': TICKET_FOR_ALL,
  'ticket.unfinished': TICKET_FOR_ALL,
  'ticket.parked': TICKET_FOR_ALL,
  'ticket.resumed': TICKET_FOR_ALL,
  'ticket.transferred': TICKET_FOR_ALL,
  'ticket.cancelled': TICKET_FOR_ALL
} as const satisfies Projection

const TICKETS_FOR_STAFF = {
  'ticket.issued': TICKET_FOR_STAFF,
  'ticket.called': TICKET_FOR_STAFF,
  'ticket.recalled': TICKET_FOR_STAFF,
  'ticket.serving': TICKET_FOR_STAFF,
  'ticket.finished': TICKET_FOR_STAFF,
  'ticket.absent': TICKET_FOR_STAFF,
  'ticket.unfinished': TICKET_FOR_STAFF,
  'ticket.parked': TICKET_FOR_STAFF,
  'ticket.resumed': TICKET_FOR_STAFF,
  'ticket.transferred': TICKET_FOR_STAFF,
  'ticket.cancelled': TICKET_FOR_STAFF
} as const satisfies Projection

/** What everyone in the hall reads or is told. */
const HALL_FOR_ALL = {
  'counter.renamed': ['counterId', 'name'],
  'service.renamed': ['serviceId', 'name'],
  'announcement.set': ['texts'],
  'emergency.raised': ['text'],
  'emergency.ended': []
} as const satisfies Projection

/** Whether the paper of a ticket came out: a kiosk follows its own by the job that it was told of. */
const PRINTS_FOR_ALL = {
  'print.changed': ['jobId', 'ticketId', 'printerId', 'state', 'cause'],
  'printer.changed': ['printerId', 'name', 'state', 'paper']
} as const satisfies Projection

/** Staff also hear which number it is, and how long the roll still lasts. */
const PRINTS_FOR_STAFF = {
  'print.changed': [...PRINTS_FOR_ALL['print.changed'], 'number', 'reprintOf'],
  'printer.changed': [...PRINTS_FOR_ALL['printer.changed'], 'papersLeft']
} as const satisfies Projection

/** Staff read the applicant's name from the dossier itself; what goes over the line names nobody. */
const DOSSIER_FOR_STAFF = [
  'dossierId',
  'code',
  'version',
  'status',
  'procedureName',
  'fieldName',
  'dueAt',
  'dueDay',
  'holderName'
] as const

const DOSSIERS_FOR_STAFF = {
  'dossier.received': DOSSIER_FOR_STAFF,
  'dossier.slip_given': DOSSIER_FOR_STAFF,
  'dossier.handed_over': DOSSIER_FOR_STAFF,
  'dossier.hand_over_accepted': DOSSIER_FOR_STAFF,
  'dossier.supplement_requested': DOSSIER_FOR_STAFF,
  'dossier.supplement_received': DOSSIER_FOR_STAFF,
  'dossier.payment_requested': DOSSIER_FOR_STAFF,
  'dossier.payment_confirmed': DOSSIER_FOR_STAFF,
  'dossier.refused': DOSSIER_FOR_STAFF,
  'dossier.withdrawn': DOSSIER_FOR_STAFF,
  'dossier.stopped': DOSSIER_FOR_STAFF,
  'dossier.result_recorded': DOSSIER_FOR_STAFF,
  'dossier.returned': DOSSIER_FOR_STAFF,
  'dossier.due_moved': DOSSIER_FOR_STAFF
} as const satisfies Projection

/** What was written of the case stays in the private part: a screen reads the letter itself. */
const APOLOGY_FOR_STAFF = [
  'apologyId',
  'dossierId',
  'dossierCode',
  'status',
  'reasonCode',
  'newDueDay'
] as const

const APOLOGIES_FOR_STAFF = {
  'apology.drafted': APOLOGY_FOR_STAFF,
  'apology.redrafted': APOLOGY_FOR_STAFF,
  'apology.issued': APOLOGY_FOR_STAFF,
  'apology.sent': APOLOGY_FOR_STAFF
} as const satisfies Projection

/** That something has become of a call for help: each kiosk reads its own anew. */
const HELP_FOR_KIOSKS = {
  'help.called': [],
  'help.answered': [],
  'help.ended': []
} as const satisfies Projection

const HELP_FOR_STAFF = {
  'help.called': ['callId', 'deviceName', 'askedAt', 'endsAt'],
  'help.answered': ['callId', 'deviceName', 'officerName', 'endsAt'],
  'help.ended': ['callId', 'deviceName']
} as const satisfies Projection

/** That the words of the kiosks have changed: each reads them anew. */
const LANGUAGES_FOR_KIOSKS = {
  'kiosk_language.set': ['code'],
  'kiosk_language.removed': ['code']
} as const satisfies Projection

/** Which kind of screen hears which events, and what of them. */
const AUDIENCE: Record<Screen, Projection> = {
  display: { ...COUNTERS_FOR_ALL, ...TICKETS_FOR_ALL, ...HALL_FOR_ALL },
  kiosk: {
    ...COUNTERS_FOR_ALL,
    ...TICKETS_FOR_ALL,
    ...HALL_FOR_ALL,
    ...PRINTS_FOR_ALL,
    ...LANGUAGES_FOR_KIOSKS,
    ...HELP_FOR_KIOSKS
  },
  counter: {
    ...COUNTERS_FOR_STAFF,
    ...TICKETS_FOR_STAFF,
    ...DOSSIERS_FOR_STAFF,
    ...APOLOGIES_FOR_STAFF,
    ...HALL_FOR_ALL,
    ...PRINTS_FOR_STAFF,
    ...HELP_FOR_STAFF
  },
  supervisor: {
    ...COUNTERS_FOR_STAFF,
    ...TICKETS_FOR_STAFF,
    ...DOSSIERS_FOR_STAFF,
    ...APOLOGIES_FOR_STAFF,
    ...HALL_FOR_ALL,
    ...PRINTS_FOR_STAFF,
    ...HELP_FOR_STAFF
  }
}

/** What a screen hears of an event: the listed fields of its data, or nothing. */
export function heardBy(screen: Screen, { name, data }: { name: string; data: string }): object | undefined {
  const fields: readonly string[] | undefined = AUDIENCE[screen][name as EventName]
  if (!fields) return undefined
  const said = JSON.parse(data) as Record<string, unknown>
  return Object.fromEntries(fields.filter((field) => field in said).map((field) => [field, said[field]]))
}
