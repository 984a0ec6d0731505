import type { SessionAnswer, User } from '../../../server/identity/schemas.ts'
import { ApiProblem, request } from './client.ts'

export type { User }

/** Who this browser is on this screen; `null` when the server knows nobody. Throws when there is no answer. */
export async function askWhoIAm(): Promise<User | null> {
  try {
    return (await request<SessionAnswer>('GET', '/session', { signal: AbortSignal.timeout(3_000) })).user
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null
    throw error
  }
}

/** Lets this browser in as the device that the code was made for. */
export async function enrolDevice(code: string): Promise<User> {
  return (await request<SessionAnswer>('POST', '/device-session', { body: { code } })).user
}
