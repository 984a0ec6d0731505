import { isSameName, namesText as text } from '../../text/names.ts'

/**
 * What is wrong with a name that is typed, or nothing. Two of the same name cannot be told apart where they are read: on
 * the kiosk, and in an alarm.
 *
 * @param missing what to say when there is none
 */
export function nameFault(
  typed: string,
  { taken, missing }: { taken: readonly string[]; missing: string }
): string | null {
  if (!typed.trim()) return missing
  const isTaken = taken.some((name) => isSameName(name, typed))
  return isTaken ? text.taken(typed.trim()) : null
}
