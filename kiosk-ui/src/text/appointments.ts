import { dayText, longDayText } from './common.ts'

/** Why somebody cannot check in for an appointment now. Times are `HH:MM`, days `YYYY-MM-DD`. */
export const checkInText = {
  cancelled: 'Lịch hẹn này đã hủy. Mời ông/bà lấy số thường, hoặc gặp cán bộ hướng dẫn.',
  otherDay: (time: string, day: string) =>
    `Lịch hẹn này là ${time} ${longDayText(day)}, không phải hôm nay. Mời ông/bà đến đúng ngày, hoặc lấy số thường.`,
  tooEarly: (time: string, from: string) =>
    `Lịch hẹn lúc ${time}. Mời ông/bà quay lại từ ${from} để nhận số.`,
  ways: 'Nhập mã hẹn, hoặc bốn số cuối điện thoại và giờ hẹn.'
}

/** What is wrong with an appointment that is being made. */
export const appointmentFaultText = {
  noDay: 'Ngày này không có trong lịch, ví dụ đúng: 2026-11-24',
  past: 'Giờ này đã qua. Chọn giờ khác.',
  tooFar: (last: string) => `Chỉ nhận lịch hẹn đến hết ngày ${dayText(last)}. Chọn ngày gần hơn.`,
  phone: 'Nhập số điện thoại đủ 10 chữ số, ví dụ 0912 345 678',
  dayOff: (day: string, name: string | null) =>
    name
      ? `Ngày ${dayText(day)} nghỉ ${name}. Chọn ngày khác.`
      : `Ngày ${dayText(day)} không làm việc. Chọn ngày khác.`,
  closed: (hours: string) => `Ngoài giờ làm việc. Chọn giờ trong ${hours}.`
}
