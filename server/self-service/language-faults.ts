import { gapsOf, kioskVietnamese } from '../../kiosk-ui/src/text/kiosk.ts'
import { languageFaultText } from '../../kiosk-ui/src/text/kiosk-languages.ts'
import type { FieldError } from '../errors.ts'

/** The languages that come with the program: an office adds names to them and does not replace their sentences. */
const SHIPPED_LANGUAGES: readonly string[] = ['vi', 'en']

/**
 * What is wrong with the texts of a language, key by key: what is missing or empty, what nobody asks for, and where a word
 * in braces was lost, so that a number would not be told.
 */
export function languageFaults(code: string, texts: Readonly<Record<string, string>>): FieldError[] {
  if (SHIPPED_LANGUAGES.includes(code)) {
    const isPlain = Object.keys(texts).length === 0
    return isPlain ? [] : [{ path: '/texts', message: languageFaultText.shipped }]
  }
  const wanted = Object.entries(kioskVietnamese).flatMap(([key, original]) =>
    faultOf(key, { original, text: texts[key] })
  )
  const strange = Object.keys(texts).filter((key) => !(key in kioskVietnamese))
  return [
    ...wanted,
    ...strange.map((key) => ({ path: `/texts/${key}`, message: languageFaultText.unknown(key) }))
  ]
}

function faultOf(
  key: string,
  { original, text }: { original: string; text: string | undefined }
): FieldError[] {
  const path = `/texts/${key}`
  if (text === undefined || text.trim() === '') return [{ path, message: languageFaultText.missing(key) }]
  const gaps = gapsOf(original)
  if (gaps.join() === gapsOf(text).join()) return []
  return [{ path, message: languageFaultText.gaps(key, gaps) }]
}
