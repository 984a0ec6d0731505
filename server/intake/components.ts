import { dossierFault } from '../../kiosk-ui/src/text/dossiers.ts'
import type { Paper } from '../dossiers/tables.ts'
import { DomainError, type FieldError } from '../errors.ts'
import { normalText } from '../text-key.ts'

/** A paper as it is named at the counter: by its place in the procedure's list, or by name. */
interface NamedPaper {
  id?: string | undefined
  name?: string | undefined
  originals: number
  copies: number
}

/**
 * The papers that were handed in, by name, so that a later edition of the procedure does not change what was received.
 * Each must be there in at least one copy: the slip promises that the office has it.
 *
 * @throws VALIDATION for a paper that the procedure does not have, that has no name, or that nobody handed in
 */
export function readPapers(given: readonly NamedPaper[], offered: readonly { name: string }[]): Paper[] {
  const errors: FieldError[] = []
  const papers = given.map(({ id, name, originals, copies }, place) => {
    const listed = id === undefined ? undefined : offered[Number(id) - 1]
    const called = normalText(name ?? listed?.name ?? '')
    const path = `/components/${place}`
    if (id !== undefined && !listed)
      errors.push({ path: `${path}/id`, message: dossierFault.noSuchComponent })
    else if (called === '') errors.push({ path: `${path}/name`, message: dossierFault.componentUnnamed })
    if (originals + copies === 0) {
      errors.push({ path: `${path}/originals`, message: dossierFault.componentWithoutCopies })
    }
    return { name: called, originals, copies }
  })
  if (errors.length > 0) throw new DomainError('VALIDATION').withErrors(errors)
  return papers
}
