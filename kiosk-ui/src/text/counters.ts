/**
 * Counters as people read them, three and more in a row as a span.
 *
 * @example counterList([1, 2]) // '1, 2'
 * @example counterList([5, 1, 2, 3]) // '1–3, 5'
 */
export function counterList(numbers: readonly number[]): string {
  const spans: number[][] = []
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const span = spans.at(-1)
    if (span?.at(-1) === number - 1) span.push(number)
    else spans.push([number])
  }
  return spans.map((span) => (span.length > 2 ? `${span[0]}–${span.at(-1)}` : span.join(', '))).join(', ')
}

interface Calling {
  numbers: readonly number[]
  staffed: boolean
  paused?: true
}

/** Where to wait, on the phone, which asks anew; the kiosk says the same in its own languages. */
export function waitingPlaceText({ numbers, staffed, paused }: Calling): string {
  if (numbers.length === 0) return 'Chưa có quầy nhận việc này, xin hỏi bàn hướng dẫn'
  const near = `Chờ gần quầy ${counterList(numbers)}`
  if (paused) return `${near}, đang tạm dừng`
  return staffed ? near : `${near}, hiện chưa mở`
}

/** Where to wait, on the paper: not how the counters are now, as it is read long after that has changed. */
export function paperPlaceText(numbers: readonly number[]): string {
  return numbers.length === 0 ? 'Xin hỏi bàn hướng dẫn chỗ chờ' : `Chờ gần quầy ${counterList(numbers)}`
}
