import { type Static, Type } from 'typebox'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const Clip = Type.Object({
  id: Type.String(),
  text: Type.String(),
  /** Where it lies, and where the shipped one does should it be broken. An address changes when the recording does. */
  urls: Type.Array(Type.String()),
  seconds: Nullable(Type.Number()),
  source: Type.Enum(['office', 'shipped'])
})

export const VoicePack = Type.Object({
  speaker: Type.String(),
  /** Whether the office has a manifest that cannot be read. */
  manifestUnreadable: Type.Boolean(),
  clips: Type.Array(Clip)
})
export type VoicePack = Static<typeof VoicePack>

export const GetVoice = {
  hide: true,
  response: { 200: VoicePack }
}

export const GetClip = {
  hide: true,
  params: Type.Object({ source: Type.Enum(['office', 'shipped']), file: Type.String({ maxLength: 90 }) })
}
