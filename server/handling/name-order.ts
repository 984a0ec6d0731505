const vietnamese = new Intl.Collator('vi')

/**
 * Orders names as Vietnamese lists do: by the given name, which stands last, then the family name, which stands first,
 * then what stands between; each by Vietnamese collation (a ă â, d before đ, tones huyền, hỏi, ngã, sắc, nặng).
 */
export function compareNames(one: string, other: string): number {
  const [left, right] = [partsOf(one), partsOf(other)]
  for (const [index, part] of left.entries()) {
    const order = vietnamese.compare(part, right[index] ?? '')
    if (order !== 0) return order
  }
  return 0
}

function partsOf(name: string): [given: string, family: string, middle: string] {
  const words = name.split(' ')
  return [words.at(-1) ?? '', words[0] ?? '', words.slice(1, -1).join(' ')]
}
