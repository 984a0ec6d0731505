import { searchKey } from '../text-key.ts'

/**
 * The token in the address that a slip's QR code holds. Nothing is ever opened. An address of another host is not ours,
 * whatever stands behind it: else a paper that somebody else prints could pass for a slip.
 *
 * @param publicUrl where phones reach the public pages, without a path
 * @example tokenOnSlip('https://motcua.example/t/x1.AAAAAAAAAAAAAAAAAAAAAA', 'https://motcua.example') // 'x1.AAAAAAAAAAAAAAAAAAAAAA'
 */
export function tokenOnSlip(scan: string, publicUrl: string): string | undefined {
  const [, host, token] =
    /^https?:\/\/([^/\s]+)\/t\/([\w-]{1,64}\.[\w-]{22})\/?(?:[?#]\S*)?$/i.exec(scan.trim()) ?? []
  return host?.toLowerCase() === hostOf(publicUrl) ? token : undefined
}

function hostOf(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
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
