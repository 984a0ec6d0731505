/** Words and forms of days, times and amounts that every screen shares. Days are `YYYY-MM-DD`, times `HH:mm`. */

export const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const
export const WEEKDAYS_SHORT = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const

/** Monday is 0, Sunday is 6. */
export function weekdayIndex(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** @example dayText('2026-11-24') // '24/11/2026' */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** @example dayMonthText('2026-11-24') // '24/11' */
export function dayMonthText(day: string): string {
  return dayText(day).slice(0, 5)
}

/** @example longDayText('2026-11-24') // 'thứ Ba, 24/11/2026' */
export function longDayText(day: string): string {
  return `${WEEKDAYS[weekdayIndex(day)]}, ${dayText(day)}`
}

/** @example shortDayText('2026-11-24') // 'T3 24/11' */
export function shortDayText(day: string): string {
  return `${WEEKDAYS_SHORT[weekdayIndex(day)]} ${dayMonthText(day)}`
}

/** Whole đồng with dots between the thousands. @example moneyText(1250000) // '1.250.000 đồng' */
export function moneyText(amount: number): string {
  return `${numberText(amount)} đồng`
}

/** @example numberText(1250000) // '1.250.000' */
export function numberText(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, '.')
}

export const commonText = {
  program: 'Một cửa',
  optional: '(không bắt buộc)',
  errorHeading: 'Có lỗi cần sửa',
  errorTitle: (title: string) => `Lỗi: ${title}`,
  skip: 'Đến nội dung chính',
  sections: 'Mục',
  close: 'Đóng',
  cancel: 'Thôi',
  edit: 'Sửa',
  retry: 'Thử lại',
  reload: 'Tải lại',
  back: 'Quay lại',
  more: 'Xem thêm',
  keys: 'Phím tắt',
  keysHint: 'Phím tắt chạy ở mọi chỗ trong trang, kể cả khi đang gõ trong một ô.',
  keyLock: 'Khóa màn hình',
  keyHelp: 'Mở bảng phím tắt này',
  loading: 'Đang tải…',
  saving: 'Đang ghi…',
  draftKept: 'Nội dung nhập dở lần trước được giữ lại.',
  draftAfresh: 'Nhập lại từ đầu',
  draftOvertaken:
    'Trong lúc ông/bà đang sửa, người khác đã ghi nội dung khác. Nếu ghi, nội dung đang sửa ở đây sẽ thay cho nội dung đó.',
  draftTakeNew: 'Bỏ phần đang sửa, xem nội dung mới',
  saved: (time: string) => `Đã ghi ${time}`,
  cutOff: (time: string) => `Mất kết nối từ ${time}`,
  networkTitle: 'Không nối được với máy chủ',
  networkRead:
    'Chưa tải được nội dung này. Những gì đã ghi trước đó vẫn an toàn. Kiểm tra dây mạng rồi bấm “Thử lại”.',
  networkWrite:
    'Chưa biết thao tác đã được ghi hay chưa. Nội dung đã nhập vẫn còn ở đây: kiểm tra dây mạng rồi bấm lại, thao tác gửi lại không bị ghi hai lần.',
  strangeAnswerTitle: 'Máy chủ trả lời không đúng mẫu',
  strangeAnswer: 'Tải lại trang rồi thử lại. Nếu vẫn vậy, báo quản trị viên.',
  stale: (time: string) => `Không tải lại được. Đang xem số liệu lúc ${time}.`,
  notFoundTitle: 'Không có trang này',
  notFound: 'Địa chỉ có thể đã gõ sai hoặc trang đã đổi chỗ. Chọn một mục ở thanh trên cùng.',
  /** Keeps the place of a line that has nothing to say. */
  nothing: '\u00a0',
  dayHint: 'Ví dụ 24/11/2026',
  dayMissing: (what: string) => `Nhập ${what}, ví dụ 24/11/2026`,
  dayWrong: 'Ngày này không có trong lịch. Nhập theo thứ tự ngày/tháng/năm, ví dụ 24/11/2026',
  dayCentury: 'Nhập năm đủ bốn chữ số, ví dụ 24/11/2026'
}

/**
 * The minute of an instant in Vietnam (UTC+7), with its day when that is not the day of `now`.
 *
 * @example momentText('2026-11-20T10:02:00.000Z', '2026-11-23T00:30:00.000Z') // '17:02 20/11/2026'
 */
export function momentText(instant: string, now: string): string {
  const [at, today] = [instant, now].map((one) => new Date(Date.parse(one) + 7 * 3_600_000).toISOString())
  const day = at?.slice(0, 10) ?? ''
  const clock = at?.slice(11, 16) ?? ''
  return day === today?.slice(0, 10) ? clock : `${clock} ${dayText(day)}`
}
