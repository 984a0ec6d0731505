import { Type } from 'typebox'
import { Counter } from '../offices/schemas.ts'

export const SitDown = {
  summary: 'Open a counter; another officer’s only when it is said so',
  tags: ['queue'],
  params: Type.Object({ counterId: Type.String() }),
  body: Type.Optional(Type.Union([Type.Object({ takeOver: Type.Optional(Type.Boolean()) }), Type.Null()])),
  response: { 200: Counter }
}
