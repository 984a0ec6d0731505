/**
 * A name that its bearer knows again and that tells nobody else who he is: the initials and the last word, which is what
 * people are called by; of a name of one word the initial alone. It shows on a phone that others may look at, and its address may be passed on (check S-08).
 *
 * @example maskedName('Nguyễn Văn An') // 'N. V. An'
 */
export function maskedName(name: string): string {
  const words = name.normalize('NFC').split(/\s+/).filter(Boolean)
  const initials = words.map((word) => `${[...word][0]?.toLocaleUpperCase('vi')}.`)
  return [...initials.slice(0, -1), words.length > 1 ? words.at(-1) : initials[0]].join(' ')
}
