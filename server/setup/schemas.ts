import { type Static, Type } from 'typebox'

const Filled = Type.String({ minLength: 1, maxLength: 200 })

/** An office code begins every dossier code: `H01.31` (QĐ 20/2020/QĐ-TTg), or the older `000.00.31.H01`. */
export const NewOffice = Type.Object({
  code: Type.String({ pattern: '^[A-Z0-9]{2,3}(\\.[A-Z0-9]{2,3}){0,3}$' }),
  name: Filled,
  administrator: Type.Object({
    username: Type.String({ minLength: 3, maxLength: 50, pattern: '^[a-z0-9._-]+$' }),
    name: Filled,
    password: Type.String({ minLength: 8, maxLength: 200 })
  })
})
export type NewOffice = Static<typeof NewOffice>

const Made = Type.Object({ officeId: Type.String(), administratorId: Type.String() })

export const SetUp = {
  summary: 'Set the first office and its administrator up, with the one-time code that the server printed',
  tags: ['setup'],
  body: Type.Object({ setupCode: Type.String({ maxLength: 100 }), ...NewOffice.properties }),
  response: { 201: Made }
}

export const FoundOffice = {
  summary: 'Found a further office with its administrator; for administrators of the lead office',
  tags: ['setup'],
  body: NewOffice,
  response: { 201: Made }
}
