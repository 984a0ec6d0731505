import { type Static, Type } from 'typebox'

/** A call for help that is not over. It names neither who asked nor who comes. */
export const HelpCall = Type.Object({
  id: Type.String(),
  deviceName: Type.String(),
  askedAt: Type.String(),
  /** When somebody said that he comes; null while nobody has. */
  answeredAt: Type.Union([Type.String(), Type.Null()]),
  /** Until when it is shown. */
  endsAt: Type.String(),
  /** Whether it is the caller's own: of a kiosk that it asked, of an officer that he answered. */
  own: Type.Boolean()
})
export type HelpCall = Static<typeof HelpCall>

const callId = Type.Object({ callId: Type.String({ minLength: 1, maxLength: 60 }) })

export const CallForHelp = {
  summary: 'Somebody at this kiosk asks for a person; while a call is open, asking again changes nothing',
  tags: ['self-service'],
  response: { 200: HelpCall, 201: HelpCall }
}

export const ListHelpCalls = {
  summary: 'Calls for help that are not over, the oldest first; a kiosk sees its own',
  tags: ['self-service'],
  response: { 200: Type.Object({ items: Type.Array(HelpCall), nextCursor: Type.Null() }) }
}

export const AnswerHelpCall = {
  summary: 'Say that one comes; of two who say so at once the second is told that somebody does',
  tags: ['self-service'],
  params: callId,
  response: { 200: HelpCall }
}

export const EndHelpCall = {
  summary: 'Whoever asked has been helped or needs nobody any more',
  tags: ['self-service'],
  params: callId,
  response: { 204: Type.Null() }
}
