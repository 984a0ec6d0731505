import type { Role } from './roles.ts'

declare module '../events.ts' {
  interface EventMap {
    'account.created': AccountState
    'account.changed': AccountState
    'account.password-changed': { accountId: string }
    'session.started': { accountId: string; sessionId: string }
    'session.ended': { accountId: string }
    'device.enrolled': { accountId: string; name: string }
    'token.created': { tokenId: string; accountId: string; label: string }
    'token.revoked': { tokenId: string }
  }
}

/** An officer's name is public at a one-stop-shop (NĐ 61/2018 Đ.9), so it is not the private part. */
interface AccountState {
  accountId: string
  kind: 'person' | 'device'
  username: string | null
  name: string
  roles: readonly Role[]
  disabled: boolean
}
