declare module '../database/schema.ts' {
  interface Database {
    account: AccountTable
    session: SessionTable
    apiToken: ApiTokenTable
    enrolment: EnrolmentTable
  }
}

/** A person, or a device that stands in the hall. */
export interface AccountTable {
  officeId: string
  id: string
  kind: 'person' | 'device'
  username: string | null
  name: string
  /** JSON list of roles. */
  roles: string
  passwordHash: string | null
  disabledAt: string | null
  createdAt: string
}

export interface SessionTable {
  officeId: string
  tokenHash: string
  accountId: string
  createdAt: string
  lastSeenAt: string
  endedAt: string | null
}

/** What a program signs in with. */
export interface ApiTokenTable {
  officeId: string
  tokenHash: string
  id: string
  accountId: string
  label: string
  createdAt: string
  revokedAt: string | null
}

/** The code with which a device is let in once. */
export interface EnrolmentTable {
  officeId: string
  codeHash: string
  accountId: string
  expiresAt: string
  usedAt: string | null
}
