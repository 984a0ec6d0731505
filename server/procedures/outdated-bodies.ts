import { normalText } from '../text-key.ts'

/** A word stands alone: neither a letter before it nor after it. */
const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'giu')

/**
 * Bodies and units that were abolished with the district level on 01/7/2025 (Luật Tổ chức chính quyền địa
 * phương 2025) or merged away before (the Labour branch, 01/3/2025). A published text that still names one
 * sends the citizen to a door that is gone.
 */
const ABOLISHED = [
  word('cấp (?:quận|huyện)|huyện, quận|quận, huyện|(?:(?:ủy|uỷ) ban nhân dân|ubnd|công an) (?:quận|huyện)'),
  word('(?:phòng|sở|ngành|bộ) lao động ?[-–,] ?thương binh và xã hội'),
  word('phòng tư pháp'),
  word('thị trấn'),
  word('thị xã')
]

/** Abolished bodies that a text names, each once, in the words of the text. */
export function outdatedBodiesIn(text: string): string[] {
  const plain = normalText(text)
  return [...new Set(ABOLISHED.flatMap((body) => plain.match(body) ?? []))]
}

/**
 * The place of which an agency is named, where it is one certain province or city: a file compiled from the
 * pages of other provinces carries their offices.
 *
 * @example placeNamedIn('Sở Tư pháp Thành phố Hà Nội') // 'Thành phố Hà Nội'
 */
export function placeNamedIn(agency: string): string | undefined {
  return /(?:tỉnh|[Tt]hành phố) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*/u.exec(normalText(agency))?.[0]
}
