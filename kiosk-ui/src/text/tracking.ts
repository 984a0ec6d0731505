import { dayMonthText, dayText, longDayText, moneyText, WEEKDAYS, weekdayIndex } from './common.ts'

/** A minute on the clock in Vietnam: day `YYYY-MM-DD`, time `HH:mm`. */
interface Moment {
  day: string
  time: string
}

/** @example '16:30 thứ Ba, 01/12/2026' */
const when = ({ day, time }: Moment) => `${time} ${longDayText(day)}`

/** @example '09:16 thứ Hai, 23/11' */
const shortly = ({ day, time }: Moment) => `${time} ${WEEKDAYS[weekdayIndex(day)]}, ${dayMonthText(day)}`

/** The page of a dossier on a citizen's phone. Words that a ward notice would use; no abbreviation. */
export const trackingText = {
  title: 'Tình trạng hồ sơ',
  organisation: 'Tổ chức',
  /** Stands for the name of a procedure that others need not read over someone's shoulder. */
  someProcedure: 'Thủ tục hành chính',
  /** Stands for a phone or id number in an officer's words. */
  hiddenNumber: '[số đã ẩn]',
  code: (short: string) => `Mã hồ sơ …${short}`,
  when,
  shortly,
  headline: {
    submitted: 'Hồ sơ đã gửi, chờ tiếp nhận',
    not_accepted: 'Hồ sơ chưa được tiếp nhận',
    received: 'Hồ sơ đang được giải quyết',
    processing: 'Hồ sơ đang được giải quyết',
    awaiting_supplement: 'Cần ông/bà bổ sung hồ sơ',
    awaiting_payment: 'Cần ông/bà nộp phí, lệ phí',
    ready: 'Hồ sơ đã có kết quả',
    returned: 'Đã trả kết quả',
    refused: 'Hồ sơ không được giải quyết',
    withdrawn: 'Hồ sơ đã được rút',
    stopped: 'Hồ sơ đã dừng giải quyết'
  },
  toBring: (count: number) => `Cần ông/bà bổ sung ${count} giấy tờ`,
  late: 'Hồ sơ bị trễ. Chúng tôi xin lỗi ông/bà.',
  willBeLate: 'Hồ sơ sẽ bị trễ. Chúng tôi xin lỗi ông/bà.',
  due: 'Hẹn trả kết quả',
  dueAgain: 'Hẹn lại',
  dueFirst: (moment: Moment) => `Hẹn lần đầu: ${when(moment)}`,
  dueBefore: (moment: Moment) => `Hẹn trước đó: ${when(moment)}`,
  daysLeft: (days: number) => (days === 0 ? 'Hôm nay là ngày hẹn' : `Còn ${days} ngày làm việc`),
  daysLate: (days: number) => (days === 0 ? 'Đã quá giờ hẹn hôm nay' : `Đã quá hẹn ${days} ngày làm việc`),
  reason: (reason: string) => `Lý do: ${/[.!?…]$/.test(reason) ? reason : `${reason}.`}`,
  letter: (number: string, day: string) => `Văn bản xin lỗi số ${number} ngày ${dayText(day)}.`,
  /** Nothing is made up: what is not known yet is said not to be known. */
  noReasonYet:
    'Chúng tôi chưa có lý do và ngày hẹn mới để báo ông/bà. Khi có, trang này hiện ngay. Ông/bà liên hệ nơi dưới đây để hỏi về hồ sơ.',
  lateAgain: 'Ngày hẹn lại cũng đã qua. Ông/bà liên hệ nơi dưới đây để hỏi về hồ sơ.',
  askedOn: (moment: Moment) => `Phiếu yêu cầu ${shortly(moment)}`,
  termWaits: 'Trong lúc chờ bổ sung',
  termAnew: 'Ngày hẹn trả được tính lại khi ông/bà nộp đủ',
  papers: 'Giấy tờ cần mang đến',
  supplementHow: 'Đến quầy tiếp nhận, đưa giấy hẹn và các giấy tờ trên.',
  amount: (dong: number) => `Số tiền: ${moneyText(dong)}`,
  amountAsk: 'Số tiền: hỏi tại quầy',
  paymentHow: 'Nộp tại quầy hoặc theo hướng dẫn của cán bộ, mang theo giấy hẹn.',
  nothingToDo: 'Ông/bà chưa cần làm gì',
  toDo: 'Ông/bà cần làm gì',
  whenReady: {
    counter: (office: string) =>
      `Đến ngày hẹn, ông/bà nhận kết quả tại ${office}. Mang theo giấy hẹn và căn cước.`,
    post: () => 'Khi có kết quả, chúng tôi gửi qua bưu chính công ích đến địa chỉ ông/bà đã đăng ký.',
    online: () => 'Khi có kết quả, chúng tôi gửi bản điện tử qua Cổng dịch vụ công.'
  },
  ready: {
    counter: (office: string) => `Mời ông/bà đến nhận tại ${office}. Mang theo giấy hẹn và căn cước.`,
    post: () => 'Kết quả được gửi qua bưu chính công ích đến địa chỉ ông/bà đã đăng ký.',
    online: () => 'Kết quả bản điện tử được gửi qua Cổng dịch vụ công.'
  },
  readySince: 'Có kết quả từ',
  returnedAt: 'Đã trả kết quả lúc',
  closedAt: 'Kết thúc lúc',
  keep: 'Nếu có điều chưa rõ, ông/bà liên hệ nơi dưới đây.',
  steps: 'Các bước giải quyết',
  done: 'đã xong',
  now: 'đang ở bước này',
  step: {
    received: 'Đã nhận hồ sơ',
    handling: 'Đang xem xét hồ sơ',
    handlingLate: 'Đang xem xét, bị trễ ở bước này',
    supplement: 'Chờ ông/bà bổ sung',
    payment: 'Chờ ông/bà nộp phí, lệ phí',
    handled: 'Xem xét hồ sơ',
    result: 'Có kết quả',
    ended: 'Kết thúc, không có kết quả',
    counter: 'Trả kết quả tại quầy',
    post: 'Gửi kết quả qua bưu chính',
    online: 'Gửi kết quả bản điện tử'
  },
  call: (phone: string) => `Gọi ${phone}`,
  visit: (office: string) => `Hỏi tại quầy của ${office}, mang theo giấy hẹn.`,
  asOf: (moment: Moment) => `Cập nhật lúc ${when(moment)}.`,
  privacy: 'Trang này không hiện họ tên đầy đủ, địa chỉ, số căn cước, số điện thoại hay giấy tờ của ông/bà.',
  missingTitle: 'Không mở được trang hồ sơ',
  missing: 'Địa chỉ có thể bị thiếu ký tự, hoặc đã hết hạn xem.',
  missingNext: [
    'Quét lại mã trên giấy hẹn.',
    'Hoặc tra cứu bằng mã hồ sơ và 4 số cuối của điện thoại hay số định danh.',
    'Hoặc mang giấy hẹn đến nơi đã nộp hồ sơ để được trả lời.'
  ],
  lookUpLink: 'Tra cứu hồ sơ bằng mã'
} as const

/** Looking a dossier up without its QR code. */
export const lookUpText = {
  title: 'Tra cứu hồ sơ',
  intro: 'Cần có giấy tiếp nhận hồ sơ và hẹn trả kết quả.',
  code: 'Mã hồ sơ',
  codeHint: 'In trên giấy hẹn, ví dụ H01.31-261123-0007',
  digits: '4 số cuối',
  digitsHint: 'Của số điện thoại hoặc số định danh đã ghi khi nộp hồ sơ',
  submit: 'Xem tình trạng hồ sơ',
  errors: 'Có lỗi cần sửa',
  errorTitle: 'Lỗi: Tra cứu hồ sơ',
  codeMissing: 'Nhập mã hồ sơ in trên giấy hẹn',
  digitsMissing: 'Nhập 4 chữ số cuối của số điện thoại hoặc số định danh',
  notFound:
    'Không có hồ sơ nào khớp với mã và 4 số này. Xem lại cả hai trên giấy hẹn rồi thử lại, hoặc mang giấy hẹn đến nơi đã nộp.',
  tooMany: (minutes: number) =>
    `Đã thử quá nhiều lần. Chờ ${minutes} phút rồi thử lại, hoặc quét mã trên giấy hẹn.`
} as const
