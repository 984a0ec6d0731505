import { Type } from 'typebox'
import { Counter } from '../offices/schemas.ts'

const counterMove = {
  tags: ['queue'],
  params: Type.Object({ counterId: Type.String() }),
  response: { 200: Counter }
}

export const SitDown = {
  summary: 'Open a counter; another officer’s only when it is said so',
  ...counterMove,
  body: Type.Optional(Type.Union([Type.Object({ takeOver: Type.Optional(Type.Boolean()) }), Type.Null()]))
}

export const CloseCounter = { summary: 'Close a counter', ...counterMove }

export const PauseCounter = {
  summary: 'Pause a counter, with the reason that the board shows',
  ...counterMove,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 100 }) })
}
