/**
 * The number of a letter as it is written: two digits at least, counted from 01 on 1 January to 31 December (NĐ 30/2020
 * Đ.15.1 and Phụ lục I).
 *
 * @example letterNumber(5) // '05'
 */
export function letterNumber(ordinal: number): string {
  return String(ordinal).padStart(2, '0')
}

/** The ordinal that a number stands for when an office counts it itself, so that its own count goes on after it. */
export function findOrdinal(number: string): number | undefined {
  return /^\d{1,6}$/.test(number) ? Number(number) : undefined
}
