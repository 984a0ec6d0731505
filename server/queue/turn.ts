/**
 * How much sooner someone with priority is called than someone without. Bounded, so that nobody is overtaken by a person
 * who came more than this later, and nobody starves. Milliseconds.
 */
const PRIORITY_HEAD_START = 30 * 60_000

/** The number that people read: the letter of the service and the ordinal of the day. @example ticketNumber('A', 7) // 'A007' */
export function ticketNumber(letter: string, ordinal: number): string {
  return `${letter}${String(ordinal).padStart(3, '0')}`
}

/**
 * The instant by which tickets are called, earliest first: when it was issued, or earlier for whoever the law lets go
 * first (người cao tuổi, người khuyết tật, người có công, phụ nữ mang thai …).
 */
export function turnAt(issuedAt: string, priorityGroup: string | null): string {
  if (priorityGroup === null) return issuedAt
  return new Date(Date.parse(issuedAt) - PRIORITY_HEAD_START).toISOString()
}
