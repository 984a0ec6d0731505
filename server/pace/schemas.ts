import { type Static, Type } from 'typebox'

/** How often the ranges that people were told held. */
export const Score = Type.Object({
  /** Ranges whose wait has ended. */
  made: Type.Integer(),
  within: Type.Integer(),
  /** Called sooner than the range said. */
  below: Type.Integer(),
  /** Called later than the range said. */
  above: Type.Integer(),
  /** Percent of the waits that lay within; 60 is what the ranges are made for. Null while there is none. */
  share: Type.Union([Type.Integer(), Type.Null()]),
  /** Minutes between the waits and the middle of their ranges, on average, to a tenth. */
  meanError: Type.Union([Type.Number(), Type.Null()])
})
export type Score = Static<typeof Score>
