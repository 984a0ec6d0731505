import { type Static, Type } from 'typebox'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const Sound = Type.Union([Type.Literal('on'), Type.Literal('off')])

const Sign = Type.Object({
  version: Type.String({ minLength: 1, maxLength: 40 }),
  screen: Type.Union([Type.Literal('kiosk'), Type.Literal('display'), Type.Literal('counter')]),
  /** How far the device's own clock is ahead of the server's. */
  clockSkewMs: Type.Integer({ minimum: -4_000_000_000_000, maximum: 4_000_000_000_000 }),
  sound: Type.Optional(Sound),
  printer: Type.Optional(Type.String({ maxLength: 40 })),
  unprinted: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 }))
})
export type Sign = Static<typeof Sign>

export const GiveSign = {
  summary: 'A device says each ten seconds that it is well; the answer tells which version the server runs',
  tags: ['devices'],
  body: Sign,
  response: { 200: Type.Object({ version: Type.String() }) }
}

export const DeviceStanding = Type.Object({
  deviceId: Type.String(),
  name: Type.String(),
  kind: Type.Union([Type.Literal('kiosk'), Type.Literal('display')]),
  /** Null until the device has been heard once. */
  lastSeenAt: Nullable(Type.String()),
  /** Heard before, and not in the last half minute. */
  silent: Type.Boolean(),
  version: Nullable(Type.String()),
  sound: Nullable(Sound),
  clockSkewMs: Nullable(Type.Integer()),
  printer: Nullable(Type.String()),
  unprinted: Nullable(Type.Integer())
})
export type DeviceStanding = Static<typeof DeviceStanding>

export const ListSigns = {
  summary: 'The devices of the office, when each was last heard, and which are silent',
  tags: ['devices'],
  response: { 200: Type.Object({ items: Type.Array(DeviceStanding), nextCursor: Type.Null() }) }
}
