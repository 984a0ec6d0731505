import { dayText, longDayText } from './common.ts'

/** What an apology still lacks, in the words of the one who has to add it. */
export const apologyFault = {
  reasonCode: 'Chọn nguyên nhân trễ hạn trong danh mục',
  reasonCodeUnknown: (code: string) =>
    `Danh mục không có nguyên nhân “${code}”. Chọn một nguyên nhân có trong danh mục`,
  reason: 'Ghi lý do cụ thể của hồ sơ này; lý do được in trong phiếu xin lỗi',
  newDueDay: 'Nhập ngày hẹn trả mới',
  newDueDayNoDay: 'Ngày hẹn trả mới không có trong lịch',
  newDueDayNotLater: (due: string) => `Ngày hẹn trả mới phải sau ngày đang hẹn, ${longDayText(due)}`,
  newDueDayPast: 'Ngày hẹn trả mới đã qua. Chọn một ngày làm việc từ mai trở đi',
  newDueDayOff: (day: string, next: string) =>
    `Ngày ${dayText(day)} không phải ngày làm việc. Ngày làm việc kế tiếp là ${longDayText(next)}`,
  applicantAddress: 'Hồ sơ chưa có địa chỉ của người nộp. Bổ sung địa chỉ vào hồ sơ trước',
  signer: 'Nhập họ tên người ký',
  signerTitle: 'Nhập chức vụ của người ký',
  signedOn: 'Nhập ngày ký',
  signedOnNoDay: 'Ngày ký không có trong lịch',
  signedOnAhead: 'Ngày ký không thể sau hôm nay',
  signedOnEarly: (received: string) => `Ngày ký không thể trước ngày nhận hồ sơ, ${dayText(received)}`,
  number: 'Số của phiếu chỉ gồm chữ số, chữ hoa và các dấu / . -, nhiều nhất 40 ký tự'
} as const
