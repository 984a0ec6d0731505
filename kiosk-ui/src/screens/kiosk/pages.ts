import type { KioskDossier, SlipAsked } from '../../api/self-service.ts'
import { NOTHING_TYPED, type Typing } from './telex.ts'

/** Where somebody is. What was entered lives in the page alone and is gone with it. */
export type Page =
  | { name: 'home' }
  | { name: 'services' }
  | { name: 'look-up' }
  | { name: 'groups' }
  | { name: 'priority'; group: string }
  | { name: 'languages' }
  /** `calling`: somebody asked for a person right away. */
  | { name: 'help'; calling?: true }
  | { name: 'slip'; goal: Goal }
  | { name: 'dossier'; goal: Goal; dossier: KioskDossier; asked: SlipAsked }
  | { name: 'search'; search: Search }
  /** `search`: where it was found, to go back to. */
  | { name: 'procedure'; code: string; search: Search }
  | { name: 'appointment' }

/** What somebody has typed to find a procedure, and which of the results he looks at. */
export interface Search extends Typing {
  /** Whether the keys are there, and not more results. */
  keys: boolean
  from: number
}

export const NEW_SEARCH: Search = { ...NOTHING_TYPED, keys: true, from: 0 }

/** What a slip is shown for. */
export type Goal = 'pick-up' | 'look'

export const HOME: Page = { name: 'home' }

/** The page before; whatever was entered on this one is gone, but not what was searched for there. */
export function pageBefore(page: Page): Page {
  if (page.name === 'priority') return { name: 'groups' }
  if (page.name === 'procedure') return { name: 'search', search: page.search }
  return HOME
}
