import { Type } from 'typebox'
import { SCREENS } from './screens.ts'

export const Live = {
  summary: 'The events of an office as they happen, over a websocket',
  tags: ['live'],
  querystring: Type.Object({
    officeId: Type.String(),
    screen: Type.Enum(SCREENS),
    after: Type.Optional(Type.Integer({ minimum: 0 }))
  })
}
