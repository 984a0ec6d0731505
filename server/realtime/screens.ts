import type { Role } from '../identity/roles.ts'

export const SCREENS = ['display', 'kiosk', 'counter', 'supervisor'] as const

export type Screen = (typeof SCREENS)[number]

/** Who may open which kind of screen. A display and a kiosk stand in the hall, so they are devices that were let in. */
export const SCREEN_ROLES: Record<Screen, readonly Role[]> = {
  display: ['display', 'supervisor', 'administrator'],
  kiosk: ['kiosk', 'reception', 'administrator'],
  counter: ['reception', 'specialist', 'supervisor', 'administrator'],
  supervisor: ['supervisor', 'administrator']
}
