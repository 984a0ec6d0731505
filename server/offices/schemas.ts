import { type Static, Type } from 'typebox'
import { LETTER, OFFICE_PHONE } from '../../kiosk-ui/src/text/validation.ts'

export const Office = Type.Object({
  id: Type.String(),
  code: Type.String(),
  name: Type.String(),
  /** Whom citizens call; on slips and on their pages. */
  phone: Type.Union([Type.String(), Type.Null()])
})
export type Office = Static<typeof Office>

export const Counter = Type.Object({
  id: Type.String(),
  number: Type.Integer({ minimum: 1 }),
  name: Type.String(),
  open: Type.Boolean(),
  state: Type.Union([Type.Literal('closed'), Type.Literal('open'), Type.Literal('paused')]),
  pauseReason: Type.Union([Type.String(), Type.Null()])
})
export type Counter = Static<typeof Counter>

export const Service = Type.Object({
  id: Type.String(),
  letter: Type.String(),
  name: Type.String(),
  /** How many numbers it gives on a day, if that is limited. */
  mostPerDay: Type.Union([Type.Integer(), Type.Null()])
})
export type Service = Static<typeof Service>

export interface OfficeLayout extends Office {
  counters: Pick<Counter, 'id' | 'number' | 'name'>[]
  services: Service[]
}

export const OfficeDetail = Type.Object({
  ...Office.properties,
  counters: Type.Array(Counter),
  services: Type.Array(Service)
})
export type OfficeDetail = Static<typeof OfficeDetail>

/** A counter, and who sits at it. */
export interface Seat extends Counter {
  officerId: string | null
}

/** An office, and who sits where. */
export interface StaffedOffice extends OfficeDetail {
  counters: Seat[]
}

export const ListOffices = {
  summary: 'The offices that the caller may see',
  tags: ['offices'],
  response: { 200: Type.Object({ items: Type.Array(Office), nextCursor: Type.Null() }) }
}

export const GetOffice = {
  summary: 'An office with its counters and services',
  tags: ['offices'],
  params: Type.Object({ officeId: Type.String() }),
  response: { 200: OfficeDetail }
}

const Name = Type.String({ minLength: 1, maxLength: 200 })

export const AddCounter = {
  summary: 'Add a counter to the office',
  tags: ['offices'],
  params: Type.Object({ officeId: Type.String() }),
  body: Type.Object({ number: Type.Integer({ minimum: 1, maximum: 99 }), name: Name }),
  response: { 201: Counter }
}

export const AddService = {
  summary: 'Add a service that tickets are taken for',
  tags: ['offices'],
  params: Type.Object({ officeId: Type.String() }),
  body: Type.Object({ letter: Type.String({ pattern: LETTER }), name: Name }),
  response: { 201: Service }
}

export const RenameCounter = {
  summary: 'Give a counter another name',
  tags: ['offices'],
  params: Type.Object({ counterId: Type.String() }),
  body: Type.Object({ name: Name }),
  response: { 200: Counter }
}

export const RenameService = {
  summary: 'Give a service another name; numbers that were given keep the one of their time',
  tags: ['offices'],
  params: Type.Object({ serviceId: Type.String() }),
  body: Type.Object({ name: Name }),
  response: { 200: Service }
}

export const SetPhone = {
  summary: 'Set the phone number that citizens call',
  tags: ['offices'],
  params: Type.Object({ officeId: Type.String() }),
  body: Type.Object({
    phone: Type.Union([Type.String({ pattern: OFFICE_PHONE }), Type.Null()])
  }),
  response: { 200: Office }
}
