import { searchKey } from '../text-key.ts'

/**
 * The token in the address that a slip's QR code holds. Only the end of the text is looked at and nothing is ever opened:
 * whose web address stands before it says nothing, as the token alone proves that the slip is ours.
 *
 * @example tokenOnSlip('https://motcua.example/t/x1.AAAAAAAAAAAAAAAAAAAAAA') // 'x1.AAAAAAAAAAAAAAAAAAAAAA'
 */
export function tokenOnSlip(scan: string): string | undefined {
  return /\/t\/([\w-]{1,64}\.[\w-]{22})\/?(?:[?#].*)?$/.exec(scan.trim())?.[1]
}

/**
 * A dossier's code as it was typed: in any case, with the marks that an input tool adds, or as the last digits alone,
 * which is all that the keys of a kiosk give.
 *
 * @example fullCode('261123 0007', 'H01.31') // 'H01.31-261123-0007'
 */
export function fullCode(typed: string, officeCode: string): string {
  const code = searchKey(typed).toUpperCase().replaceAll(' ', '')
  const [, day, ordinal] = /^(\d{6})-?(\d{4,})$/.exec(code) ?? []
  return day ? `${officeCode}-${day}-${ordinal}` : code
}
