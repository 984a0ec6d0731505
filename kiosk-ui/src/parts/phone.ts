/** Telephone numbers as people write them. */

/** The old eleven-digit mobile numbers ended in 2018; each old prefix has one new one. */
const OLD_PREFIXES: Record<string, string> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059'
}

/**
 * A Vietnamese number in E.164, however it was written; `undefined` when it is none.
 *
 * @example findPhone('0918 204.573') // '+84918204573'
 */
export function findPhone(text: string): string | undefined {
  const local = localPhone(text)
  const isPhone = /^0(3|5|7|8|9)\d{8}$/.test(local) || /^02\d{9}$/.test(local)
  return isPhone ? `+84${local.slice(1)}` : undefined
}

/**
 * The number that replaced an old eleven-digit one, to be offered to the officer.
 *
 * @example findNewPhone('0168 123 4567') // '0381234567'
 */
export function findNewPhone(text: string): string | undefined {
  const local = localPhone(text)
  const prefix = OLD_PREFIXES[local.slice(0, 4)]
  return prefix !== undefined && local.length === 11 ? prefix + local.slice(4) : undefined
}

function localPhone(text: string): string {
  const digits = text.trim().replace(/[\s().-]/g, '')
  return /^\d{9,11}$/.test(digits) && !digits.startsWith('84') ? digits : digits.replace(/^(\+|00)?84/, '0')
}
