import { type Static, Type } from 'typebox'
import { TICKET_STATUSES } from '../queue/states.ts'

/** Whatever was typed comes in as text; what is wrong with it is said on the page. */
export const LookUp = {
  hide: true,
  body: Type.Object({
    ma: Type.Optional(Type.String({ maxLength: 100 })),
    so: Type.Optional(Type.String({ maxLength: 100 }))
  })
}

const Token = Type.String({ minLength: 20, maxLength: 120 })

/** The token in the body, not in the address: addresses are kept in logs. */
export const ReadScan = {
  summary: 'What the QR code of a slip or of a ticket stands for, for officers who scan it',
  tags: ['tracking'],
  body: Type.Object({ kind: Type.Enum(['tracking', 'ticket']), token: Token }),
  response: {
    200: Type.Union([
      Type.Object({ kind: Type.Literal('dossier'), code: Type.String() }),
      Type.Object({
        kind: Type.Literal('ticket'),
        ticketId: Type.String(),
        number: Type.String(),
        status: Type.Enum(TICKET_STATUSES),
        /** Whether the number is of today. */
        today: Type.Boolean(),
        counterNumber: Type.Union([Type.Integer(), Type.Null()])
      })
    ])
  }
}
export type ScanRead = Static<(typeof ReadScan.response)[200]>
