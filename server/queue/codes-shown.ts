import { type Actor, hasRole } from '../identity/roles.ts'

/**
 * The dossiers of a ticket as somebody may know them: an officer finds the name by the code, so he sees none before the person is
 * called to a counter, and none again once he was sent on. Supervisors and administrators see them always.
 */
export function codesFor(
  actor: Pick<Actor, 'roles'>,
  { counterId, dossierCodes }: { counterId: string | null; dossierCodes: string[] }
): string[] {
  return counterId !== null || hasRole(actor, ['supervisor', 'administrator']) ? dossierCodes : []
}
