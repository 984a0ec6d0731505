import { type Static, Type } from 'typebox'
import {
  CALENDAR_DAY,
  FOUR_DIGITS,
  PERSONAL_PHONE,
  SIX_DIGITS,
  TIME_OF_DAY
} from '../../kiosk-ui/src/text/validation.ts'
import { IssuedTicket } from '../queue/schemas.ts'
import { APPOINTMENT_STATES } from './standing.ts'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const Id = Type.String({ minLength: 1, maxLength: 60 })
const Day = Type.String({ pattern: CALENDAR_DAY })
const Time = Type.String({ pattern: TIME_OF_DAY })

export const Appointment = Type.Object({
  id: Type.String(),
  serviceId: Type.String(),
  serviceName: Type.String(),
  day: Type.String(),
  time: Type.String(),
  at: Type.String(),
  state: Type.Enum(APPOINTMENT_STATES),
  /** Who comes, how to reach him, and his code: hidden from officers until his number is called. */
  name: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  code: Nullable(Type.String()),
  phoneLastFour: Type.String(),
  ticketId: Nullable(Type.String()),
  ticketNumber: Nullable(Type.String()),
  arrivedAt: Nullable(Type.String()),
  madeByName: Type.String()
})
export type Appointment = Static<typeof Appointment>

export const NewAppointment = Type.Object({
  serviceId: Id,
  day: Day,
  time: Time,
  name: Type.String({ minLength: 2, maxLength: 100 }),
  phone: Type.String({ pattern: PERSONAL_PHONE })
})
export type NewAppointment = Static<typeof NewAppointment>

const tags = ['appointments']
const params = Type.Object({ appointmentId: Type.String() })

export const MakeAppointment = {
  summary: 'Make an appointment for somebody',
  tags,
  body: NewAppointment,
  response: { 201: Appointment }
}

export const ListAppointments = {
  summary: 'The appointments of a day, with where they stand',
  tags,
  querystring: Type.Object({ day: Day }),
  response: { 200: Type.Object({ items: Type.Array(Appointment), nextCursor: Type.Null() }) }
}

export const GetAppointment = {
  summary: 'An appointment with the name; for officers once its number is called',
  tags,
  params,
  response: { 200: Appointment }
}

export const CancelAppointment = {
  summary: 'Cancel an appointment',
  tags,
  params,
  response: { 200: Appointment }
}

export const ListTimes = {
  summary: 'The half hours of a day in which a service takes appointments',
  tags,
  querystring: Type.Object({ serviceId: Id, day: Day }),
  response: {
    200: Type.Object({
      /** Why there are none. */
      closedText: Nullable(Type.String()),
      times: Type.Array(
        Type.Object({
          time: Type.String(),
          taken: Type.Integer(),
          most: Nullable(Type.Integer()),
          past: Type.Boolean()
        })
      )
    })
  }
}
export type Times = Static<(typeof ListTimes.response)[200]>

export const ListLimits = {
  summary: 'How many appointments each service takes in half an hour',
  tags,
  response: {
    200: Type.Object({ items: Type.Array(Type.Object({ serviceId: Type.String(), most: Type.Integer() })) })
  }
}

export const SetLimit = {
  summary: 'Set how many appointments a service takes in half an hour; null: as many as are asked for',
  tags,
  params: Type.Object({ serviceId: Type.String() }),
  body: Type.Object({ most: Nullable(Type.Integer({ minimum: 0, maximum: 50 })) }),
  response: ListLimits.response
}

export const CheckInWay = Type.Object({
  code: Type.Optional(Type.String({ pattern: SIX_DIGITS })),
  phoneLast4: Type.Optional(Type.String({ pattern: FOUR_DIGITS })),
  time: Type.Optional(Time),
  /** For staff, who see the list. */
  appointmentId: Type.Optional(Id)
})
export type CheckInWay = Static<typeof CheckInWay>

export const CheckIn = {
  summary:
    'Check in for an appointment: by its code, by phone and time, or from the list; again gives the same number',
  tags,
  body: CheckInWay,
  response: { 200: IssuedTicket, 201: IssuedTicket }
}
