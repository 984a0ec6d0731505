import { type Static, Type } from 'typebox'
import { EIGHT_DIGITS } from '../../kiosk-ui/src/text/validation.ts'
import { ROLES, STAFF_ROLES } from './roles.ts'

const RoleName = Type.Enum(ROLES)
const StaffRoleName = Type.Enum(STAFF_ROLES)

/** Passwords are typed at desks with a Vietnamese input tool on; 8 is the least, and no composition rules (ASVS 6.2). */
const NewPassword = Type.String({ minLength: 8, maxLength: 200 })
const Username = Type.String({ minLength: 3, maxLength: 50, pattern: '^[a-z0-9._-]+$' })

export const User = Type.Object({
  id: Type.String(),
  name: Type.String(),
  username: Type.Union([Type.String(), Type.Null()]),
  roles: Type.Array(RoleName),
  officeId: Type.String()
})
export type User = Static<typeof User>

export const SessionAnswer = Type.Object({ user: User })
export type SessionAnswer = Static<typeof SessionAnswer>

export const SignIn = {
  summary: 'Sign in with name and password',
  tags: ['session'],
  body: Type.Object({
    username: Type.String({ minLength: 1, maxLength: 50 }),
    password: Type.String({ minLength: 1, maxLength: 200 })
  }),
  response: { 200: SessionAnswer }
}

export const GetSession = { summary: 'Who is signed in', tags: ['session'], response: { 200: SessionAnswer } }

export const SignOut = { summary: 'Sign out', tags: ['session'], response: { 204: Type.Null() } }

export const ChangePassword = {
  summary: 'Change the own password; all other sessions of the account end',
  tags: ['session'],
  body: Type.Object({ current: Type.String({ minLength: 1, maxLength: 200 }), next: NewPassword }),
  response: { 204: Type.Null() }
}

export const EnrolDevice = {
  summary: 'Let a kiosk or a display in with the code that the administrator was shown',
  tags: ['session'],
  body: Type.Object({ code: Type.String({ pattern: EIGHT_DIGITS }) }),
  response: { 200: SessionAnswer }
}

export const Account = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('person'), Type.Literal('device')]),
  username: Type.Union([Type.String(), Type.Null()]),
  name: Type.String(),
  roles: Type.Array(RoleName),
  disabled: Type.Boolean()
})
export type Account = Static<typeof Account>

export const ListAccounts = {
  summary: 'People and devices of the office',
  tags: ['accounts'],
  querystring: Type.Object({
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
    cursor: Type.Optional(Type.String({ maxLength: 100 }))
  }),
  response: {
    200: Type.Object({ items: Type.Array(Account), nextCursor: Type.Union([Type.String(), Type.Null()]) })
  }
}

export const CreateAccount = {
  summary: 'Add a person to the office',
  tags: ['accounts'],
  body: Type.Object({
    username: Username,
    name: Type.String({ minLength: 1, maxLength: 200 }),
    roles: Type.Array(StaffRoleName, { minItems: 1, maxItems: 4 }),
    password: NewPassword
  }),
  response: { 201: Account }
}

const accountId = Type.Object({ accountId: Type.String() })

export const ChangeAccount = {
  summary: 'Change name, roles or password, or let a person or device in no longer; its sessions end at once',
  tags: ['accounts'],
  params: accountId,
  body: Type.Object({
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    roles: Type.Optional(Type.Array(StaffRoleName, { minItems: 1, maxItems: 4 })),
    disabled: Type.Optional(Type.Boolean()),
    password: Type.Optional(NewPassword)
  }),
  response: { 200: Account }
}

export const RegisterDevice = {
  summary: 'Register a kiosk or a display; the code lets it in once, within fifteen minutes',
  tags: ['accounts'],
  body: Type.Object({
    kind: Type.Union([Type.Literal('kiosk'), Type.Literal('display')]),
    name: Type.String({ minLength: 1, maxLength: 200 })
  }),
  response: {
    201: Type.Object({
      id: Type.String(),
      name: Type.String(),
      code: Type.String(),
      expiresAt: Type.String()
    })
  }
}

export const CreateToken = {
  summary: 'Make a token with which a program acts as the caller; it is shown in this answer only',
  tags: ['accounts'],
  body: Type.Object({ label: Type.String({ minLength: 1, maxLength: 100 }) }),
  response: { 201: Type.Object({ id: Type.String(), label: Type.String(), token: Type.String() }) }
}

export const RevokeToken = {
  summary: 'Revoke a token of the own account, or of anyone in the office for an administrator',
  tags: ['accounts'],
  params: Type.Object({ tokenId: Type.String() }),
  response: { 204: Type.Null() }
}
