/** What an office's name says about where it belongs. */
interface OfficeNameParts {
  /** The office without the unit it serves, e.g. `Trung tâm Phục vụ hành chính công`. */
  own: string
  /** The people's committee above it, e.g. `UBND phường Rạch Giá`; null when the name does not say. */
  above: string | null
  /** The place that documents are dated at, e.g. `Rạch Giá`. */
  place: string | null
}

const UNIT = /^(?<own>.+?)\s+(?<kind>phường|xã|đặc khu|thị trấn|tỉnh|thành phố)\s+(?<place>\p{Lu}.*)$/u

/**
 * Takes an office's name apart for the head of its papers, which names the committee above it on a line of its own
 * (NĐ 30/2020, Phụ lục I).
 *
 * @example officeNameParts('Trung tâm Phục vụ hành chính công phường Rạch Giá')
 * // { own: 'Trung tâm Phục vụ hành chính công', above: 'UBND phường Rạch Giá', place: 'Rạch Giá' }
 */
export function officeNameParts(name: string): OfficeNameParts {
  const { own, kind, place } = UNIT.exec(name)?.groups ?? {}
  if (!own || !kind || !place) return { own: name, above: null, place: null }
  return { own, above: `UBND ${kind} ${place}`, place }
}
