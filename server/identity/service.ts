import { hash as hashPassword, verify } from '@node-rs/argon2'
import { accountText } from '../../kiosk-ui/src/text/account.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import { closeCounter, listSeats } from '../offices/service.ts'
import { normalText } from '../text-key.ts'
import { hashOfToken, officeOfToken, type Tokens } from '../tokens.ts'
import type { Work } from '../transact.ts'
import {
  endSession,
  endSessionsOf,
  findAccount,
  findAccountByUsername,
  findApiToken,
  findApiTokenById,
  findEnrolment,
  findSession,
  insertAccount,
  insertApiToken,
  insertEnrolment,
  insertSession,
  listAccounts,
  listNames,
  markEnrolmentUsed,
  revokeApiToken,
  touchSession,
  updateAccount
} from './repository.ts'
import { type Actor, COUNTER_ROLES, type DeviceRole, hasRole, type Role, type StaffRole } from './roles.ts'
import type { Account, User } from './schemas.ts'
import { isSessionAlive, needsSignOfLife } from './session-limits.ts'
import type { AccountTable } from './tables.ts'

/** OWASP's least for argon2id: 19 MiB, two passes. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** An enrolment code is short, so it lives shortly. Milliseconds. */
const ENROLMENT_TERM = 15 * 60_000

/** Names of sign-in are typed with whatever input tool is on, so they hold nothing that one would change. */
const USERNAME = /^[a-z0-9._-]{3,50}$/

/** A hash of nothing anyone types, verified for an unknown name so that it takes as long as a wrong password. */
let nobodysHash: Promise<string> | undefined

/** Hashes a password exactly as typed. Slow by design: never inside a transaction. */
export function hashOfPassword(password: string): Promise<string> {
  return hashPassword(password, ARGON2)
}

/**
 * The person who signs in with this name and password.
 *
 * @throws WRONG_CREDENTIALS, alike for an unknown name, a wrong password and an account that is disabled
 */
export async function checkCredentials(
  db: Db,
  { username, password }: { username: string; password: string }
): Promise<Actor> {
  const account = await findAccountByUsername(db, username.trim().toLowerCase())
  nobodysHash ??= hashOfPassword('')
  const right = await verify(account?.passwordHash ?? (await nobodysHash), password)
  if (!account?.passwordHash || !right || account.disabledAt !== null)
    throw new DomainError('WRONG_CREDENTIALS')
  return asActor(account)
}

/** Starts a session and answers its id, from which its token is worked out. */
export async function startSession(
  work: Work,
  { actor, tokens }: { actor: Actor; tokens: Tokens }
): Promise<string> {
  const { db, officeId, now } = work
  const id = work.newId()
  const tokenHash = hashOfToken(tokens.token('session', { officeId, id }))
  await insertSession(db, {
    officeId,
    tokenHash,
    accountId: actor.id,
    createdAt: now,
    lastSeenAt: now,
    endedAt: null
  })
  work.record('session.started', { accountId: actor.id, sessionId: id })
  return id
}

export interface LiveSession {
  actor: Actor
  /** Whether the sign of life is stale and should be written. */
  stale: boolean
}

/** Who a session's token stands for, or nobody when it is unknown, over, or the account is disabled. */
export async function findActorOfSession(db: Db, token: string, now: Date): Promise<LiveSession | undefined> {
  const session = await findSession(db, { officeId: officeOfToken(token), tokenHash: hashOfToken(token) })
  if (!session || session.disabledAt !== null || !isSessionAlive(session, now)) return undefined
  return { actor: asActor({ ...session, id: session.accountId }), stale: needsSignOfLife(session, now) }
}

/** Who an API token stands for. */
export async function findActorOfApiToken(db: Db, token: string): Promise<Actor | undefined> {
  const found = await findApiToken(db, { officeId: officeOfToken(token), tokenHash: hashOfToken(token) })
  if (!found || found.revokedAt !== null || found.disabledAt !== null) return undefined
  return asActor({ ...found, id: found.accountId })
}

export async function giveSignOfLife({ db, officeId, now }: Work, token: string): Promise<void> {
  await touchSession(db, { officeId, tokenHash: hashOfToken(token) }, now)
}

export async function signOut({ db, officeId, actor, now, record }: Work, token: string): Promise<void> {
  await endSession(db, { officeId, tokenHash: hashOfToken(token) }, now)
  record('session.ended', { accountId: actor.id })
}

/** Sets a new password, already hashed, and ends all other sessions of the account. */
export async function changePassword(
  { db, officeId, actor, now, record }: Work,
  { passwordHash, but }: { passwordHash: string; but?: string | undefined }
): Promise<void> {
  const account = await getAccount(db, { officeId, accountId: actor.id })
  await updateAccount(db, { ...account, passwordHash })
  const keep = but === undefined ? undefined : hashOfToken(but)
  await endSessionsOf(db, { officeId, accountId: actor.id, but: keep }, now)
  record('account.password-changed', { accountId: actor.id })
}

/** People and devices of an office, the oldest first, a page at a time. */
export async function describeAccounts(
  db: Db,
  { officeId, limit, cursor = '' }: { officeId: string; limit: number; cursor?: string | undefined }
): Promise<{ items: Account[]; nextCursor: string | null }> {
  const rows = await listAccounts(db, { officeId, after: cursor, limit: limit + 1 })
  const items = rows.slice(0, limit).map(asAccount)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/**
 * Adds a person to the office. Names of sign-in are unique in the whole installation.
 *
 * @throws USERNAME_TAKEN
 */
export async function createAccount(
  work: Work,
  {
    username,
    name,
    roles,
    passwordHash
  }: { username: string; name: string; roles: readonly StaffRole[]; passwordHash: string }
): Promise<Account> {
  if (!USERNAME.test(username)) throw invalid('/username', accountText.username)
  if (normalText(name) === '') throw invalid('/name', accountText.name)
  if (await findAccountByUsername(work.db, username)) throw new DomainError('USERNAME_TAKEN', { username })
  return addAccount(work, {
    id: work.newId(),
    kind: 'person',
    username,
    name: normalText(name),
    roles,
    passwordHash
  })
}

/**
 * Registers a device and makes the enrolment that lets it in once, within `term` milliseconds. Answers ids; the code is
 * worked out from them.
 */
export async function registerDevice(
  work: Work,
  {
    role,
    name,
    tokens,
    term = ENROLMENT_TERM
  }: { role: DeviceRole; name: string; tokens: Tokens; term?: number | undefined }
): Promise<{ id: string; name: string; expiresAt: string }> {
  const { db, officeId, now } = work
  const account = await addAccount(work, {
    id: work.newId(),
    kind: 'device',
    username: null,
    name: normalText(name),
    roles: [role],
    passwordHash: null
  })
  const expiresAt = new Date(Date.parse(now) + term).toISOString()
  const codeHash = hashOfToken(tokens.code('enrolment', { officeId, id: account.id }))
  await insertEnrolment(db, { officeId, codeHash, accountId: account.id, expiresAt, usedAt: null })
  return { id: account.id, name: account.name, expiresAt }
}

/**
 * The device that a typed code lets in.
 *
 * @throws WRONG_CREDENTIALS when the code is unknown, used or too old
 */
export async function checkEnrolment(db: Db, code: string, now: string): Promise<Actor> {
  const enrolment = await findEnrolment(db, hashOfToken(code), now)
  if (!enrolment) throw new DomainError('WRONG_CREDENTIALS')
  return asActor(await getAccount(db, enrolment))
}

/** Uses the code up. @throws WRONG_CREDENTIALS when another device was quicker */
export async function enrolDevice(
  work: Work,
  { device, code, tokens }: { device: Actor; code: string; tokens: Tokens }
): Promise<string> {
  const { db, officeId, now, record } = work
  const first = await markEnrolmentUsed(db, { officeId, codeHash: hashOfToken(code) }, now)
  if (!first) throw new DomainError('WRONG_CREDENTIALS')
  record('device.enrolled', { accountId: device.id, name: device.name })
  return startSession(work, { actor: device, tokens })
}

export interface AccountChange {
  accountId: string
  name?: string | undefined
  roles?: readonly StaffRole[] | undefined
  disabled?: boolean | undefined
  /** Of a new password, for someone who has forgotten the old one. */
  passwordHash?: string | undefined
}

/**
 * Changes an account; one that is disabled or gets a new password loses its sessions at once. A counter where somebody sits who
 * may not call any more is closed: nobody would call whoever waits for it.
 *
 * @throws NOT_FOUND; MOVE_NOT_ALLOWED for taking one's own rights away, so that an office keeps an administrator
 */
export async function changeAccount(
  work: Work,
  { accountId, name, roles, disabled, passwordHash }: AccountChange
): Promise<Account> {
  const { db, officeId, actor, now, record } = work
  const before = await getAccount(db, { officeId, accountId })
  if (accountId === actor.id && (disabled || roles))
    throw new DomainError('MOVE_NOT_ALLOWED', { what: 'NOT_YOURSELF' })
  if (before.kind === 'device' && roles)
    throw new DomainError('MOVE_NOT_ALLOWED', { what: 'DEVICE_KEEPS_ITS_ROLE' })
  const after = {
    ...before,
    name: name === undefined ? before.name : normalText(name),
    roles: roles === undefined ? before.roles : JSON.stringify([...new Set(roles)]),
    passwordHash: passwordHash ?? before.passwordHash,
    disabledAt: disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? now) : null
  }
  await updateAccount(db, after)
  if (after.disabledAt !== null || passwordHash) await endSessionsOf(db, { officeId, accountId }, now)
  record('account.changed', stateOf(after))
  if (!mayCall(after)) await leaveSeats(work, accountId)
  return asAccount(after)
}

async function leaveSeats(work: Work, accountId: string): Promise<void> {
  for (const { id, officerId } of await listSeats(work.db, work.officeId, work.now))
    if (officerId === accountId) await closeCounter(work, id)
}

function mayCall({ roles, disabledAt }: Pick<AccountTable, 'roles' | 'disabledAt'>): boolean {
  return disabledAt === null && hasRole({ roles: JSON.parse(roles) as Role[] }, COUNTER_ROLES)
}

/** Makes a token for a program that acts as the account. Answers its id, from which the token is worked out. */
export async function createApiToken(
  work: Work,
  { accountId, label, tokens }: { accountId: string; label: string; tokens: Tokens }
): Promise<{ id: string; label: string }> {
  const { db, officeId, now, record } = work
  const id = work.newId()
  const tokenHash = hashOfToken(tokens.token('api', { officeId, id }))
  await insertApiToken(db, { officeId, tokenHash, id, accountId, label, createdAt: now, revokedAt: null })
  record('token.created', { tokenId: id, accountId, label })
  return { id, label }
}

/** @throws NOT_FOUND also for another's token, unless an administrator asks */
export async function revokeToken(
  { db, officeId, now, record }: Work,
  { tokenId, actor }: { tokenId: string; actor: Actor }
): Promise<void> {
  const token = await findApiTokenById(db, { officeId, id: tokenId })
  const allowed = token && (token.accountId === actor.id || actor.roles.includes('administrator'))
  if (!allowed) throw new DomainError('NOT_FOUND')
  await revokeApiToken(db, { officeId, id: tokenId }, now)
  record('token.revoked', { tokenId })
}

/** The person with this sign-in name, for commands typed at the server. @throws NOT_FOUND */
export async function getActorByUsername(db: Db, username: string): Promise<Actor> {
  const account = await findAccountByUsername(db, username)
  if (!account) throw new DomainError('NOT_FOUND')
  return asActor(account)
}

/** The name under which an account works, for what shows who sits where. */
export async function findAccountName(
  db: Db,
  key: { officeId: string; accountId: string }
): Promise<string | undefined> {
  return (await findAccount(db, key))?.name
}

/** Somebody of the office and whether he calls people: not once his account is disabled. @throws NOT_FOUND */
export async function getOfficer(
  db: Db,
  key: { officeId: string; accountId: string }
): Promise<{ name: string; mayCall: boolean }> {
  const account = await getAccount(db, key)
  return { name: account.name, mayCall: mayCall(account) }
}

/** The names under which accounts work, by id; one that there is not has none. */
export async function listAccountNames(
  db: Db,
  { officeId, accountIds }: { officeId: string; accountIds: readonly string[] }
): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map()
  const accounts = await listNames(db, { officeId, accountIds })
  return new Map(accounts.map(({ id, name }) => [id, name]))
}

export function asUser({ id, name, username, roles, officeId }: Actor): User {
  return { id, name, username, roles: [...roles], officeId }
}

async function addAccount(
  { db, officeId, now, record }: Work,
  {
    roles,
    ...account
  }: Pick<AccountTable, 'id' | 'kind' | 'username' | 'name' | 'passwordHash'> & { roles: readonly Role[] }
): Promise<Account> {
  const row = {
    officeId,
    ...account,
    roles: JSON.stringify([...new Set(roles)]),
    disabledAt: null,
    createdAt: now
  }
  await insertAccount(db, row)
  record('account.created', stateOf(row))
  return asAccount(row)
}

async function getAccount(db: Db, key: { officeId: string; accountId: string }): Promise<AccountTable> {
  const account = await findAccount(db, key)
  if (!account) throw new DomainError('NOT_FOUND')
  return account
}

function asActor(
  account: Pick<AccountTable, 'id' | 'kind' | 'username' | 'name' | 'officeId' | 'roles'>
): Actor {
  const { id, kind, username, name, officeId } = account
  return { id, kind, username, name, officeId, roles: JSON.parse(account.roles) as Role[] }
}

function asAccount({ id, kind, username, name, roles, disabledAt }: AccountTable): Account {
  return { id, kind, username, name, roles: JSON.parse(roles) as Role[], disabled: disabledAt !== null }
}

function stateOf({ id, kind, username, name, roles, disabledAt }: AccountTable) {
  return {
    accountId: id,
    kind,
    username,
    name,
    roles: JSON.parse(roles) as Role[],
    disabled: disabledAt !== null
  }
}

function invalid(path: string, message: string): DomainError {
  return new DomainError('VALIDATION').withErrors([{ path, message }])
}
