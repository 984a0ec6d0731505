import { type Static, Type } from 'typebox'
import { REASONS } from '../queue/line.ts'
import { Absent, LineRule, Parked } from '../queue/schemas.ts'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

export const Line = Type.Object({
  /** How many people this counter may call. */
  waiting: Type.Integer(),
  /** Since when the one waits who took his number first: as `waitingSince` below. */
  longestSince: Nullable(Type.String()),
  /** In the order in which this counter calls them. */
  next: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      serviceId: Type.String(),
      serviceName: Type.String(),
      priorityGroupName: Nullable(Type.String()),
      /** Of the person: from taking the number, for an appointment from its time, also after he was sent elsewhere. */
      waitingSince: Type.String(),
      why: Type.Enum(REASONS)
    })
  ),
  parked: Type.Array(Parked),
  absent: Type.Array(Absent),
  rule: LineRule,
  services: Type.Array(Type.Object({ serviceId: Type.String(), helps: Type.Boolean() }))
})
export type Line = Static<typeof Line>

export const GetLine = {
  summary: 'Whom a counter calls next, and why; no names',
  tags: ['queue'],
  params: Type.Object({ counterId: Type.String() }),
  response: { 200: Line }
}
