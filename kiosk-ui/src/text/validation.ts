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
  pattern: 'Nhập đúng dạng được yêu cầu',
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
