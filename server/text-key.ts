const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu
const SPACE_OR_CONTROL = /[\s\p{Cc}]+/gu

const CONTROL_BUT_LINES = /[^\P{Cc}\n\t]/gu

/**
 * Text as it comes in: composed (NFC), well formed, without characters that nobody sees or that a database refuses,
 * no space at the ends. Lines and what stands between words stay.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(INVISIBLE, '').replace(CONTROL_BUT_LINES, ' ').trim()
}

/**
 * Text as it is stored: composed (NFC), on one line, without characters that nobody sees (zero width, byte
 * order mark, direction marks), one space between words, none at the ends. Pasted text often arrives
 * decomposed, and a name that looks the same must be the same. The spelling itself is never changed:
 * `hoà` stays `hoà`.
 */
export function normalText(text: string): string {
  return cleanText(text).replace(SPACE_OR_CONTROL, ' ')
}

/**
 * The key by which text is searched and compared: without marks, in lower case, `đ` as `d`, so that
 * `dang ky ket hon` finds `Đăng ký kết hôn` and both places of a tone mark (`hòa`, `hoà`) are one. Unicode
 * does not take `đ` apart, so it is mapped by hand, with the two look-alikes that keyboards produce.
 *
 * @example searchKey('Đỗ Đức Hoà') // 'do duc hoa'
 */
export function searchKey(text: string): string {
  return normalText(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đðɖ]/gu, 'd')
}
