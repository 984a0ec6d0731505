import { createHmac, createSecretKey, hash } from 'node:crypto'

/** What a token opens. Tokens of different purposes for one id have nothing in common. */
type Purpose = 'session' | 'api' | 'enrolment' | 'tracking' | 'ticket'

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
  /**
   * Stands for a text that may hold a password, where two have to be told apart later: without the server's key nobody
   * can try passwords out against it.
   */
  fingerprint(text: string): string
}

export function createTokens(secretKey: Buffer): Tokens {
  const key = createSecretKey(secretKey)
  const derive = (purpose: Purpose, { officeId, id }: { officeId: string; id: string }) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, officeId, id]))
      .digest()
  return {
    fingerprint: (text) => createHmac('sha256', key).update(text).digest('base64url'),
    token: (purpose, of) => `${of.officeId}.${derive(purpose, of).subarray(0, 16).toString('base64url')}`,
    code: (purpose, of) => String(derive(purpose, of).readUIntBE(0, 6) % 1e8).padStart(8, '0')
  }
}

/** The office that a token says it belongs to; whether it does, its hash in the database tells. */
export function officeOfToken(token: string): string {
  return /^[\w.-]+$/.test(token) ? token.slice(0, Math.max(token.lastIndexOf('.'), 0)) : ''
}

/** What the database keeps of a token. */
export function hashOfToken(token: string): string {
  return hash('sha256', token)
}
