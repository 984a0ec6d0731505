import { dayText } from '../../kiosk-ui/src/text/common.ts'
import { attentionDetail } from '../../kiosk-ui/src/text/procedures.ts'
import { normalText } from '../text-key.ts'
import type { Attention } from './edition.ts'

const FREE = /^miễn phí(?: \((?:nguồn ghi phí: 0|không|không có|(?:không|chưa) quy định)\.?\))?\.?$/
const AMOUNT = /(?<![\d.,])(\d{1,3}(?:[.,]\d{3})+|\d+) ?(?:đồng|đ)(?!\p{L})/giu
const CONDITION =
  /miễn (?:lệ phí|thu|phí (?:đối với|cho|trường hợp))|giảm|theo quy định|theo mức|hội đồng nhân dân|(?<!\/)trường hợp|từ trang|bằng \d+ ?%/i
const UNTIL = /đến (?:hết )?(?:ngày )?(\d{1,2})\/(\d{1,2})\/(\d{4})/gi

/**
 * Reads the fee, in whole đồng, that a published procedure states in words: 0 when it says free and nothing
 * else, a sum when it names one sum and no condition. Everything else is unknown (`null`): a citizen may not be
 * told a sum that somebody guessed.
 *
 * @example readFee('70.000 đồng (70.000 đồng/giấy)') // 70000
 * @example readFee('Miễn phí (Mức thu do Hội đồng nhân dân tỉnh quyết định)') // null
 */
export function readFee(text: string): number | null {
  const plain = normalText(text).toLowerCase()
  if (FREE.test(plain)) return 0
  const [first, ...others] = amountsIn(plain)
  if (first === undefined || isConditional(plain) || others.some((other) => other !== first)) return null
  return first
}

/** Whether the words of a fee name an exemption, another rate, or somebody else who sets it. */
export function isConditional(text: string): boolean {
  return CONDITION.test(text)
}

/**
 * What an administrator should look at in a fee: that it is unknown, that a stated sum has exemptions or
 * other rates beside it, that it ends on a day (the reduced fees of 2025–2026 end on 31/12/2026).
 */
export function feeAttention(fee: number | null, text: string | null): Attention[] {
  const words = normalText(text ?? '')
  const until = lastDayIn(words)
  const points: Attention[] = []
  if (fee === null) {
    const detail = words ? attentionDetail.source(words) : attentionDetail.nothing
    points.push({ kind: 'fee_unknown', about: 'fee', detail })
  } else if (fee > 0 && (isConditional(words) || amountsIn(words).some((amount) => amount !== fee))) {
    points.push({ kind: 'fee_conditional', about: 'fee', detail: attentionDetail.source(words) })
  }
  if (until) points.push({ kind: 'fee_expires', about: 'fee', detail: attentionDetail.until(dayText(until)) })
  return points
}

function amountsIn(text: string): number[] {
  return [...text.matchAll(AMOUNT)].map(([, digits = '']) => Number(digits.replace(/[.,]/g, '')))
}

function lastDayIn(text: string): string | undefined {
  return [...text.matchAll(UNTIL)]
    .map(([, day = '', month = '', year]) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .sort()
    .at(-1)
}
