import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import type { AccountTable, ApiTokenTable, EnrolmentTable, SessionTable } from './tables.ts'

export async function insertAccount(db: Db, account: AccountTable): Promise<void> {
  await db.insertInto('account').values(account).execute()
}

export async function findAccount(
  db: Db,
  { officeId, accountId }: { officeId: string; accountId: string }
): Promise<AccountTable | undefined> {
  return db
    .selectFrom('account')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('id', '=', accountId)
    .executeTakeFirst()
}

export async function listNames(
  db: Db,
  { officeId, accountIds }: { officeId: string; accountIds: readonly string[] }
): Promise<Pick<AccountTable, 'id' | 'name'>[]> {
  return db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('officeId', '=', officeId)
    .where('id', 'in', accountIds)
    .execute()
}

export async function findAccountByUsername(db: Db, username: string): Promise<AccountTable | undefined> {
  return db.selectFrom('account').selectAll().where('username', '=', username).executeTakeFirst()
}

export async function listAccounts(
  db: Db,
  { officeId, after, limit }: { officeId: string; after: string; limit: number }
): Promise<AccountTable[]> {
  return db
    .selectFrom('account')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function updateAccount(db: Db, account: AccountTable): Promise<void> {
  const { officeId, id, name, roles, passwordHash, disabledAt } = account
  await db
    .updateTable('account')
    .set({ name, roles, passwordHash, disabledAt })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .execute()
}

export async function insertSession(db: Db, session: SessionTable): Promise<void> {
  await db.insertInto('session').values(session).execute()
}

interface TokenKey {
  officeId: string
  tokenHash: string
}

export type SessionOfAccount = SessionTable &
  Pick<AccountTable, 'kind' | 'username' | 'name' | 'roles' | 'disabledAt'>

export async function findSession(db: Db, key: TokenKey): Promise<SessionOfAccount | undefined> {
  const { rows } = await sessionByToken(db, { ...key })
  return rows[0]
}

export async function touchSession(
  db: Db,
  { officeId, tokenHash }: TokenKey,
  lastSeenAt: string
): Promise<void> {
  await db
    .updateTable('session')
    .set({ lastSeenAt })
    .where('officeId', '=', officeId)
    .where('tokenHash', '=', tokenHash)
    .execute()
}

export async function endSession(db: Db, { officeId, tokenHash }: TokenKey, endedAt: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ endedAt })
    .where('officeId', '=', officeId)
    .where('tokenHash', '=', tokenHash)
    .where('endedAt', 'is', null)
    .execute()
}

/** Ends all sessions of an account but one. */
export async function endSessionsOf(
  db: Db,
  { officeId, accountId, but }: { officeId: string; accountId: string; but?: string | undefined },
  endedAt: string
): Promise<void> {
  await db
    .updateTable('session')
    .set({ endedAt })
    .where('officeId', '=', officeId)
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .$if(but !== undefined, (query) => query.where('tokenHash', '!=', but ?? ''))
    .execute()
}

export async function insertApiToken(db: Db, token: ApiTokenTable): Promise<void> {
  await db.insertInto('apiToken').values(token).execute()
}

export type ApiTokenOfAccount = ApiTokenTable &
  Pick<AccountTable, 'kind' | 'username' | 'name' | 'roles' | 'disabledAt'>

export async function findApiToken(
  db: Db,
  { officeId, tokenHash }: TokenKey
): Promise<ApiTokenOfAccount | undefined> {
  return db
    .selectFrom('apiToken')
    .innerJoin('account', (join) =>
      join.onRef('account.officeId', '=', 'apiToken.officeId').onRef('account.id', '=', 'apiToken.accountId')
    )
    .selectAll('apiToken')
    .select(['account.kind', 'account.username', 'account.name', 'account.roles', 'account.disabledAt'])
    .where('apiToken.officeId', '=', officeId)
    .where('apiToken.tokenHash', '=', tokenHash)
    .executeTakeFirst()
}

export async function findApiTokenById(
  db: Db,
  { officeId, id }: { officeId: string; id: string }
): Promise<ApiTokenTable | undefined> {
  return db
    .selectFrom('apiToken')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function revokeApiToken(
  db: Db,
  { officeId, id }: { officeId: string; id: string },
  revokedAt: string
): Promise<void> {
  await db
    .updateTable('apiToken')
    .set({ revokedAt })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .execute()
}

export async function insertEnrolment(db: Db, enrolment: EnrolmentTable): Promise<void> {
  await db.insertInto('enrolment').values(enrolment).execute()
}

/** The enrolment that a typed code opens or has opened, in whatever office: a device that is new knows none. */
export async function findEnrolment(
  db: Db,
  codeHash: string,
  now: string
): Promise<EnrolmentTable | undefined> {
  return db
    .selectFrom('enrolment')
    .selectAll()
    .where('codeHash', '=', codeHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

export async function markEnrolmentUsed(
  db: Db,
  { officeId, codeHash }: { officeId: string; codeHash: string },
  usedAt: string
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('enrolment')
    .set({ usedAt })
    .where('officeId', '=', officeId)
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const sessionByToken = compiled<TokenKey & Record<never, never>, SessionOfAccount>((db, slot) =>
  db
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join.onRef('account.officeId', '=', 'session.officeId').onRef('account.id', '=', 'session.accountId')
    )
    .selectAll('session')
    .select(['account.kind', 'account.username', 'account.name', 'account.roles', 'account.disabledAt'])
    .where('session.officeId', '=', slot('officeId'))
    .where('session.tokenHash', '=', slot('tokenHash'))
)
