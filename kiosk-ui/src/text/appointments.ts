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
  unknownDay: (day: string) =>
    `Ngày nghỉ của năm ${day.slice(0, 4)} chưa được nhập vào lịch làm việc. Chọn ngày khác, hoặc nhờ quản trị viên nhập ngày nghỉ.`,
  closed: (hours: string) => `Ngoài giờ làm việc. Chọn giờ trong ${hours}.`
}

/** Making appointments and receiving those who come, for staff. */
export const appointmentText = {
  title: 'Lịch hẹn',
  day: 'Ngày',
  today: 'Hôm nay',
  before: 'Ngày trước',
  after: 'Ngày sau',
  none: (day: string) => `Chưa có lịch hẹn nào cho ${longDayText(day)}.`,
  list: (day: string) => `Lịch hẹn ${longDayText(day)}`,
  time: 'Giờ',
  service: 'Lĩnh vực',
  who: 'Người hẹn',
  hiddenWho: (lastFour: string) => `Điện thoại …${lastFour}`,
  hiddenHint: 'Tên chỉ hiện sau khi số được gọi đến quầy, để không ai được chọn theo tên.',
  code: (phone: string, code: string) => `${phone}, mã ${code}`,
  state: 'Tình trạng',
  acts: 'Việc làm được',
  states: { expected: 'Chưa đến', arrived: 'Đã đến', missed: 'Quá giờ', cancelled: 'Đã hủy' },
  arrived: (number: string) => `Đã đến, số ${number}`,
  arrive: 'Đã đến',
  ofWhom: (time: string, lastFour: string) => `lịch ${time}, điện thoại …${lastFour}`,
  cancel: 'Hủy hẹn',
  cancelAsk: (time: string) => `Hủy lịch hẹn ${time}?`,
  cancelYes: 'Hủy lịch hẹn này',
  make: 'Đặt lịch hẹn',
  makeTitle: 'Đặt lịch hẹn',
  dayWhat: 'ngày hẹn',
  chooseService: 'Chọn lĩnh vực',
  serviceMissing: 'Chọn lĩnh vực',
  chooseTime: 'Chọn giờ',
  timesFirst: 'Chọn lĩnh vực và ngày trước',
  noTimes: 'Ngày này không còn giờ nào. Chọn ngày khác.',
  timeMissing: 'Chọn giờ hẹn',
  slot: (time: string, taken: number, most: number | null) =>
    most === null
      ? `${time}${taken > 0 ? `, đã có ${taken} lịch` : ''}`
      : taken >= most
        ? `${time}, đã kín`
        : `${time}, còn ${most - taken} chỗ`,
  name: 'Họ và tên',
  nameMissing: 'Nhập họ và tên người hẹn',
  phone: 'Điện thoại',
  phoneWrong: 'Nhập số điện thoại đủ 10 chữ số, ví dụ 0912 345 678',
  phoneHint: 'Bốn số cuối dùng để nhận số khi quên mã',
  submit: 'Đặt lịch hẹn',
  madeTitle: 'Đã đặt lịch hẹn',
  madeCode: 'Mã hẹn',
  made: (time: string, day: string, service: string) => `${time} ${longDayText(day)}, ${service}.`,
  madeSay: 'Đọc mã cho người hẹn: khi đến, bấm mã này ở ki-ốt để lấy số, sớm nhất trước giờ hẹn 60 phút.',
  limits: 'Số lịch hẹn nhận trong nửa giờ',
  limitsLead: 'Nên để ít hơn sức phục vụ của quầy, để người không hẹn vẫn được gọi.',
  limitHint: 'Bỏ trống: không giới hạn. 0: không nhận hẹn.',
  limitWrong: (service: string) => `${service}: nhập số từ 0 đến 50, hoặc bỏ trống`,
  limitsSubmit: 'Ghi số lịch hẹn'
} as const
