import { type Static, Type } from 'typebox'
import { SAYS_SOMETHING } from '../../kiosk-ui/src/text/reason.ts'
import { Ticket, ticketOf } from '../queue/schemas.ts'

const Id = Type.String({ minLength: 1, maxLength: 60 })

/** Somebody in particular: a reason is needed when he is not next. */
export const Chosen = Type.Object({
  ticketId: Type.Optional(Id),
  reason: Type.Optional(Type.String({ maxLength: 200, pattern: SAYS_SOMETHING }))
})
export type Chosen = Static<typeof Chosen>

export const CallNext = {
  summary:
    'Call whoever is next to a counter, or somebody else with a reason; a counter that is not open is opened',
  tags: ['queue'],
  params: Type.Object({ counterId: Type.String() }),
  body: Type.Optional(Type.Union([Chosen, Type.Null()])),
  response: { 200: Ticket }
}

export const MoveTicket = {
  recall: { summary: 'Call the same number once more', ...ticketOf },
  serve: { summary: 'The person has come', ...ticketOf },
  finish: { summary: 'The service is over', ...ticketOf },
  absent: { summary: 'Nobody came; the number comes back into line as the office has set', ...ticketOf },
  park: { summary: 'Let somebody fetch or fill in what is missing, and serve others meanwhile', ...ticketOf },
  resume: { summary: 'Whoever was parked or absent is there again, and goes first', ...ticketOf },
  cancel: { summary: 'Take a number back; a kiosk its own ones within a minute', ...ticketOf }
}

export const Transfer = Type.Object({
  serviceId: Type.Optional(Type.Union([Id, Type.Null()])),
  counterId: Type.Optional(Type.Union([Id, Type.Null()])),
  officerId: Type.Optional(Type.Union([Id, Type.Null()])),
  /** For the next officer; of somebody in line also why, for the supervisor. */
  note: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 300 }), Type.Null()]))
})
export type Transfer = Static<typeof Transfer>

export const TransferTicket = {
  summary: 'Send somebody to another service, counter or officer; number and turn stay',
  ...ticketOf,
  body: Type.Optional(Type.Union([Transfer, Type.Null()]))
}

export const AddTicketService = {
  summary: 'Note that somebody came for one more service',
  ...ticketOf,
  body: Type.Object({ serviceId: Id })
}
