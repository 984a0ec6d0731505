import { SAYS_SOMETHING } from './reason.ts'

/** How to mend one field of a form, by what is wrong with it. The facts are those of the JSON Schema keyword. */
export const validationText = {
  required: 'Nhập mục này',
  type: (type: string) => typeText[type] ?? 'Nhập lại mục này',
  minLength: (least: number) => (least === 1 ? 'Nhập mục này' : `Nhập ít nhất ${least} ký tự`),
  maxLength: (most: number) => `Rút ngắn còn nhiều nhất ${most} ký tự`,
  minimum: (least: number) => `Nhập số từ ${least} trở lên`,
  maximum: (most: number) => `Nhập số không quá ${most}`,
  minItems: (least: number) => `Chọn ít nhất ${least} mục`,
  maxItems: (most: number) => `Chọn nhiều nhất ${most} mục`,
  uniqueItems: 'Bỏ mục bị lặp',
  choice: 'Chọn một trong các giá trị được phép',
  pattern: (pattern: string) => patternText[pattern] ?? 'Nhập đúng dạng được yêu cầu',
  /** Nothing was sent, or something else than fields. */
  body: 'Gửi kèm nội dung của yêu cầu này',
  unknownField: (name: string) => `Bỏ mục «${name}», máy chủ không nhận mục này`,
  idempotencyKey: 'Idempotency-Key gồm 1 đến 64 ký tự thấy được, không dấu',
  other: 'Nhập lại mục này'
} as const

const typeText: Record<string, string> = {
  string: 'Nhập chữ',
  integer: 'Nhập số nguyên',
  number: 'Nhập số',
  boolean: 'Chọn có hoặc không',
  array: 'Nhập danh sách',
  object: 'Nhập lại mục này'
}

/** How much is said in the hall: letters of an announcement and how many there are, letters of the message over everything. */
export const MOST_ANNOUNCED = { letters: 300, texts: 20, emergencyLetters: 200 } as const

/** A letter of a service. */
export const LETTER = '^[A-Z]$'
/** The number that people call, as an office writes it. */
export const OFFICE_PHONE = '^\\+?[0-9][0-9 .]{5,18}[0-9]$'
/** The number of a person. */
export const PERSONAL_PHONE = '^(\\+84|0)[0-9 .-]{8,13}$'
export const CALENDAR_DAY = '^\\d{4}-\\d{2}-\\d{2}$'
export const TIME_OF_DAY = '^([01]\\d|2[0-3]):[0-5]\\d$'
export const SIX_DIGITS = '^[0-9]{6}$'
export const EIGHT_DIGITS = '^[0-9]{8}$'
export const FOUR_DIGITS = '^[0-9]{4}$'

/** What to enter where something has a form of its own. */
const patternText: Record<string, string> = {
  [SAYS_SOMETHING]: 'Ghi lý do bằng chữ, ít nhất ba chữ cái',
  [LETTER]: 'Nhập một chữ cái in hoa không dấu, từ A đến Z',
  [OFFICE_PHONE]:
    'Nhập số điện thoại từ 7 đến 20 ký tự, chỉ gồm chữ số, dấu cách và dấu chấm, ví dụ 0294 385 1234',
  [PERSONAL_PHONE]: 'Nhập số điện thoại bắt đầu bằng 0 hoặc +84, ví dụ 0912 345 678',
  [CALENDAR_DAY]: 'Nhập ngày dạng năm-tháng-ngày, ví dụ 2026-11-24',
  [TIME_OF_DAY]: 'Nhập giờ dạng giờ:phút, ví dụ 08:30',
  [FOUR_DIGITS]: 'Nhập đúng bốn chữ số',
  [SIX_DIGITS]: 'Nhập đúng sáu chữ số',
  [EIGHT_DIGITS]: 'Nhập đúng tám chữ số',
  '\\S': 'Nhập mục này',
  '[\\p{L}\\d]': 'Nhập chữ hoặc số'
}
