import { createHmac, hash } from 'node:crypto'

/** What a token opens. Tokens of different purposes for one id have nothing in common. */
export type Purpose = 'session' | 'api' | 'enrolment'

/**
 * Tokens that open something, worked out from an id under the server's key, which is kept apart from the
 * database: a repeated answer carries the same token again, while the database and its backups hold only the
 * hash. A token carries its office, so that a look-up needs no index across offices.
 */
export interface Tokens {
  /** `<office>.<128 bits>` in base64url. */
  token(purpose: Purpose, key: { officeId: string; id: string }): string
  /** Eight digits to be typed once, for a device that has no keyboard worth the name. */
  code(purpose: Purpose, key: { officeId: string; id: string }): string
}

export function createTokens(secretKey: Buffer): Tokens {
  const derive = (purpose: Purpose, { officeId, id }: { officeId: string; id: string }) =>
    createHmac('sha256', secretKey)
      .update(JSON.stringify([purpose, officeId, id]))
      .digest()
  return {
    token: (purpose, key) => `${key.officeId}.${derive(purpose, key).subarray(0, 16).toString('base64url')}`,
    code: (purpose, key) => String(derive(purpose, key).readUIntBE(0, 6) % 1e8).padStart(8, '0')
  }
}

/** The office that a token says it belongs to; whether it does, its hash in the database tells. */
export function officeOfToken(token: string): string {
  return token.slice(0, Math.max(token.lastIndexOf('.'), 0))
}

/** What the database keeps of a token. */
export function hashOfToken(token: string): string {
  return hash('sha256', token)
}
