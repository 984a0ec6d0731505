const MOBILE = /^0[35789]\d{8}$/
const LANDLINE = /^02\d{9}$/

/**
 * A Vietnamese number as E.164, from `0…`, `84…`, `+84…` with spaces, dots and dashes; a foreign one with its `+`.
 * `undefined` when it cannot be one.
 *
 * @example readPhone('0912 345.678') // '+84912345678'
 */
export function readPhone(text: string): string | undefined {
  const digits = text.replace(/[\s.()-]/g, '')
  const national = digits.replace(/^\+?84(?=\d{9,10}$)/, '0')
  if (MOBILE.test(national) || LANDLINE.test(national)) return `+84${national.slice(1)}`
  return /^\+(?!84)[1-9]\d{7,14}$/.test(digits) ? digits : undefined
}

/** A number as people here write it. @example phoneForPeople('+84912345678') // '0912345678' */
export function phoneForPeople(phone: string): string {
  return phone.startsWith('+84') ? `0${phone.slice(3)}` : phone
}
