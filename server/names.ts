import { isSameName, namesText } from '../kiosk-ui/src/text/names.ts'
import { DomainError } from './errors.ts'
import { normalText } from './text-key.ts'

/**
 * A given name as it is kept. Two of the same name cannot be told apart where they are read.
 *
 * @param others the names that are taken
 * @throws VALIDATION when nothing can be read of it, or when another one has it
 */
export function freeName(given: string, others: readonly string[]): string {
  const name = normalText(given)
  if (!/[\p{L}\d]/u.test(name)) throw faultOf(namesText.missing)
  if (others.some((other) => isSameName(other, name))) throw faultOf(namesText.taken(name))
  return name
}

function faultOf(message: string): DomainError {
  return new DomainError('VALIDATION').withErrors([{ path: '/name', message }])
}
