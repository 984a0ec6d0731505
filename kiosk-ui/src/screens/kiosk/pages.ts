import type { KioskDossier, SlipAsked } from '../../api/self-service.ts'

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
  | { name: 'search' }
  | { name: 'procedure'; code: string }
  | { name: 'appointment' }

/** What a slip is shown for. */
export type Goal = 'pick-up' | 'look'

export const HOME: Page = { name: 'home' }

/** The page before; whatever was entered on this one is gone. */
export function pageBefore({ name }: Page): Page {
  if (name === 'priority') return { name: 'groups' }
  if (name === 'procedure') return { name: 'search' }
  return HOME
}
