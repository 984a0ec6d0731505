import { WEEKDAYS, weekdayIndex } from './common.ts'

/** Words of the papers that an office prints. Days are `YYYY-MM-DD`, times `HH:mm`. */

/** What a form shows where nothing is known: room to write it by hand. */
export const BLANK = '……'

/**
 * A day as documents write it: two digits for days under ten and for January and February only (NĐ 30/2020, Phụ lục I).
 *
 * @example letterDay('2026-02-05') // 'ngày 05 tháng 02 năm 2026'
 * @example letterDay('2026-08-31') // 'ngày 31 tháng 8 năm 2026'
 */
export function letterDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  const inYear = (month ?? 0) < 3 ? twoDigits(month ?? 0) : String(month)
  return `ngày ${twoDigits(date ?? 0)} tháng ${inYear} năm ${year}`
}

/** @example letterTime('16:30') // '16 giờ 30 phút' */
export function letterTime(time: string): string {
  const [hours, minutes] = time.split(':')
  return `${hours} giờ ${minutes} phút`
}

/** A number as documents write it, two digits at least. @example letterCount(1) // '01' */
export function letterCount(count: number): string {
  return twoDigits(count)
}

/** @example capitalised('ngày 05 tháng 02 năm 2026') // 'Ngày 05 tháng 02 năm 2026' */
export function capitalised(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

export const papersText = {
  when: (time: string, day: string) => `${letterTime(time)}, ${letterDay(day)}`,
  weekday: (day: string) => `(${WEEKDAYS[weekdayIndex(day)]})`,
  /** A draft that is not signed yet has its day written in by hand. */
  openDay: (year: string) => `ngày …… tháng …… năm ${year}`,
  page: (page: number, pages: number) => `Trang ${page}/${pages}`,
  originals: (count: number) => `${twoDigits(count)} bản chính`,
  copies: (count: number) => `${twoDigits(count)} bản sao`,
  none: 'không có',
  withTerm: (label: string, term: string) => `${label} ${term}`,
  slip: {
    running: (title: string, code: string) => `${title} – Mã hồ sơ ${code}`,
    qr: 'Mã QR mở trang tình trạng hồ sơ',
    scan: 'Quét mã để xem tình trạng hồ sơ',
    orVisit: ', hoặc vào ',
    thenType: ', nhập mã hồ sơ và 4 số cuối của điện thoại hoặc số định danh.',
    remarks: 'Ghi chú: ',
    bring: 'Khi nhận kết quả, mang theo giấy này và căn cước.',
    fee: (amount: string) => `Phí, lệ phí: ${amount}.`,
    phone: (phone: string) => `Điện thoại: ${phone}.`,
    purpose: 'Thông tin trên giấy này chỉ dùng để giải quyết hồ sơ.'
  },
  apology: {
    addressees: 'Nơi nhận:',
    man: 'Ông',
    woman: 'Bà',
    citizen: 'Ông/Bà',
    organisation: 'Quý tổ chức',
    quoted: (name: string) => `“${name}”`
  }
} as const
