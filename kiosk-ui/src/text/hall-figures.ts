import { dayText, longDayText, momentText, numberText } from './common.ts'

/** The supervisor's view of the waiting room: figures now and over time, what needs looking after. */

/** Whole minutes in Vietnam (UTC+7). @example clockOf('2026-11-23T02:41:00.000Z') // '09:41' */
function clockOf(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(11, 16)
}

/** A length of time in words, whole minutes from two minutes on. @example lengthText(45) // '45 giây' */
export function lengthText(seconds: number | null): string {
  if (seconds === null) return '–'
  if (seconds < 120) return `${numberText(Math.round(seconds))} giây`
  return `${numberText(Math.round(seconds / 60))} phút`
}

/** A length of time that nine in ten keep below, in words: rounded up, as else it were not true. @example withinText(721) // '13 phút' */
export function withinText(seconds: number | null): string {
  return seconds === null || seconds < 120 ? lengthText(seconds) : lengthText(60 * Math.ceil(seconds / 60))
}

/** Whole minutes of a length in seconds, for the marks of a chart. */
export function minutesOf(seconds: number): number {
  return Math.round(seconds / 60)
}

/** @example hourText(8) // '08h' */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}h`
}

/** @example periodText('2026-11-01', '2026-11-23') // 'từ 01/11/2026 đến 23/11/2026' */
export function periodText(from: string, to: string): string {
  return from === to ? `ngày ${dayText(from)}` : `từ ${dayText(from)} đến ${dayText(to)}`
}

export const waitingFaultText = {
  turned: 'Ngày cuối phải từ ngày đầu trở đi',
  tooLong: 'Chọn khoảng thời gian không quá 366 ngày',
  noDay: 'Ngày này không có trong lịch',
  noSuchPage: 'Không có trang này trong danh sách. Tải lại từ trang đầu.'
} as const

/** What a kiosk says of its own printer; in words that tell what to do. */
function kioskPrinterText(name: string, cause: string): string {
  const known = KIOSK_PRINTER[cause as keyof typeof KIOSK_PRINTER]
  return `${name}: ${known ?? 'không in được phiếu, xem máy in của ki-ốt'}`
}

const KIOSK_PRINTER = {
  paper_out: 'máy in của ki-ốt hết giấy, thay cuộn mới',
  cover_open: 'nắp máy in của ki-ốt đang mở',
  unreachable: 'ki-ốt không kết nối được máy in',
  silent: 'máy in của ki-ốt không trả lời',
  offline: 'máy in của ki-ốt đang ngừng'
} as const

export const hallAlarmText = {
  silent: (name: string, since: string | null, now: string) =>
    since === null ? `${name} mất liên lạc` : `${name} mất liên lạc từ ${momentText(since, now)}`,
  soundOff: (name: string) =>
    `${name}: âm thanh tắt, không ai nghe gọi số. Chạm vào màn hình của bảng để bật`,
  clockWrong: (name: string, skew: number) =>
    `${name}: đồng hồ ${skew > 0 ? 'nhanh' : 'chậm'} ${lengthText(Math.abs(skew) / 1000)}`,
  printers: {
    unreachable: (name: string) => `${name}: không kết nối được máy in`,
    silent: (name: string) => `${name}: máy in không trả lời`,
    paper_out: (name: string) => `${name}: hết giấy, thay cuộn mới`,
    cover_open: (name: string) => `${name}: nắp đang mở`,
    offline: (name: string) => `${name}: máy in đang ngừng`,
    error: (name: string) => `${name}: máy in báo lỗi, tắt rồi bật lại`
  },
  paperLow: (name: string, left: number | null) =>
    left === null ? `${name}: sắp hết giấy` : `${name}: sắp hết giấy, còn khoảng ${numberText(left)} phiếu`,
  promiseBroken: (count: number, minutes: number) =>
    `${numberText(count)} người đã chờ quá ${numberText(minutes)} phút`,
  noCounter: (count: number) => `${numberText(count)} người chờ, không quầy nào mở`,
  unserved: (service: string, count: number) =>
    `${numberText(count)} người chờ ${service}, không quầy nào mở phục vụ`,
  servingLong: (counter: number, number: string, service: string) =>
    `Quầy ${counter}: số ${number} phục vụ lâu gấp ba lần thường lệ của ${service}`,
  calledLong: (counter: number, number: string) =>
    `Quầy ${counter}: số ${number} gọi đã lâu, chưa ghi bắt đầu phục vụ. Hỏi quầy xem người đó còn ở đó không`,
  kioskPaper: (name: string, { printer, unprinted }: { printer: string | null; unprinted: number | null }) =>
    [
      ...(printer === null ? [] : [kioskPrinterText(name, printer)]),
      ...(unprinted ? [`${name}: ${numberText(unprinted)} phiếu chưa in được`] : [])
    ].join('. ')
} as const

export const hallNowText = {
  section: 'Phòng chờ',
  title: 'Phòng chờ',
  figures: 'Phòng chờ lúc này',
  waiting: 'người đang chờ',
  longest: 'chờ lâu nhất',
  longestWho: (number: string, service: string) => `chờ lâu nhất: số ${number}, ${service}`,
  nobodyWaits: 'không có ai đang chờ',
  over: (minutes: number) => `người chờ quá ${numberText(minutes)} phút`,
  open: (all: number) => `quầy đang mở, trong ${numberText(all)} quầy`,
  served: 'lượt đã phục vụ hôm nay',
  alarms: 'Cần xem ngay',
  noAlarms: (time: string) => `Thiết bị và hàng chờ đều ổn (tính đến ${time})`,
  alarmSince: (instant: string, now: string) => `từ ${momentText(instant, now)}`,
  counters: 'Các quầy',
  counter: 'Quầy',
  officer: 'Cán bộ',
  number: 'Đang phục vụ',
  since: 'Bao lâu',
  servedHead: 'Đã phục vụ',
  states: { closed: 'Đóng', open: 'Trống', paused: 'Tạm dừng' },
  paused: (reason: string) => `Tạm dừng: ${reason}`,
  walking: (minutes: number) => (minutes < 1 ? 'vừa gọi' : `gọi ${numberText(minutes)} phút trước, chưa đến`),
  serving: (minutes: number) => (minutes < 1 ? 'vừa bắt đầu' : `phục vụ ${numberText(minutes)} phút`),
  long: 'lâu gấp 3 lần thường lệ',
  calledLong: (minutes: number) => `gọi ${numberText(minutes)} phút trước`,
  calledLongTag: 'chưa ghi phục vụ',
  services: 'Theo lĩnh vực',
  service: 'Lĩnh vực',
  waitingHead: 'Đang chờ',
  longestHead: 'Chờ lâu nhất',
  openHead: 'Quầy mở',
  estimateHead: 'Báo với người mới đến',
  estimate: (low: number, high: number) => `${numberText(low)}–${numberText(high)} phút`,
  noEstimate: 'chưa đủ số liệu',
  noCounterOpen: 'chưa có quầy nào mở',
  minutes: (minutes: number) => (minutes < 1 ? 'dưới 1 phút' : `${numberText(minutes)} phút`),
  today: 'Hôm nay',
  todayRows: {
    waiting: 'Chờ đến lúc gọi',
    walking: 'Từ lúc gọi đến lúc vào quầy',
    serving: 'Phục vụ tại quầy'
  },
  half: 'Một nửa số người dưới',
  nine: '9 trong 10 người dưới',
  counts: {
    taken: 'số đã lấy',
    served: 'đã phục vụ',
    noShows: 'gọi không đến',
    parked: 'đang tạm chờ',
    transferred: 'chuyển quầy, lĩnh vực'
  },
  score: (share: number, made: number, error: string) =>
    `Ước tính đã báo đúng ${numberText(share)}% trong ${numberText(made)} lượt, lệch trung bình ${error} phút.`,
  noScore: 'Chưa có lượt nào để đánh giá ước tính thời gian chờ.',
  skips: 'Gọi trước lượt hôm nay',
  counted: (name: string, count: number) => (count === 0 ? name : `${name}: ${numberText(count)} lượt`),
  more: (count: number) => `Xem cả ${numberText(count)} trong Thống kê chờ`,
  noSkips: (time: string) => `Chưa có lượt nào được gọi trước lượt (tính đến ${time})`,
  skip: (number: string, counter: number, officer: string) => `Số ${number} đến quầy ${counter}, ${officer}`,
  skipReason: (over: number, reason: string) => `vượt ${numberText(over)} người: ${reason}`,
  skipAt: (instant: string) => clockOf(instant),
  moves: 'Chuyển hoặc hủy số khi chưa gọi',
  move: (number: string, service: string) => `Số ${number}, ${service}`,
  moved: {
    cancelled: (officer: string) => `${officer} đã hủy số`,
    transferred: (officer: string, to: string | null) => `${officer} đã chuyển đến ${to ?? 'nơi khác'}`
  },
  devices: 'Thiết bị',
  device: 'Thiết bị',
  state: 'Tình trạng',
  lastSeen: 'Liên lạc lần cuối',
  deviceStates: {
    silent: 'mất liên lạc',
    never: 'chưa từng kết nối',
    well: 'đang chạy',
    soundOff: 'đang chạy, âm thanh tắt',
    paper: 'không in được phiếu'
  },
  printerStates: {
    unknown: 'chưa hỏi lần nào',
    ready: 'sẵn sàng',
    unreachable: 'không kết nối được',
    silent: 'không trả lời',
    paper_out: 'hết giấy',
    cover_open: 'nắp mở',
    offline: 'đang ngừng',
    error: 'báo lỗi'
  },
  paperLow: 'sắp hết giấy',
  noDevices: 'Chưa có ki-ốt, bảng gọi số hay máy in nào được đăng ký.',
  asOf: (time: string, day: string) => `Tính đến ${time}, ${longDayText(day)}.`,
  method:
    'Chờ, đi đến quầy và phục vụ được đo riêng, không cộng vào nhau; lượt gọi không đến không tính vào thời gian chờ.',
  old: (minutes: number) => `Số liệu cũ ${numberText(minutes)} phút`,
  emergencyOn: 'Đang phát thông báo khẩn:',
  announcements: 'Thông báo giữa các lượt gọi',
  announcementsLead: 'Mỗi dòng là một thông báo, hiện lần lượt ở cuối bảng gọi số.',
  announcementsMany: (lines: number, most: number) =>
    `Đang có ${numberText(lines)} thông báo, bỏ bớt còn nhiều nhất ${numberText(most)}`,
  announcementsNone: 'Chưa có thông báo nào.',
  announcementsEdit: 'Sửa thông báo',
  announcementsSave: 'Ghi thông báo',
  keyOpen: 'Mở trang Phòng chờ',
  keyHistory: 'Mở trang Thống kê chờ'
} as const

export const hallHistoryText = {
  section: 'Thống kê chờ',
  title: 'Thống kê chờ',
  period: 'Khoảng thời gian',
  periods: {
    today: 'Hôm nay',
    week: '7 ngày qua',
    month: '30 ngày qua',
    quarter: '90 ngày qua',
    year: '365 ngày qua'
  },
  service: 'Lĩnh vực',
  everyService: 'Mọi lĩnh vực',
  csv: 'Xuất CSV',
  xlsx: 'Xuất Excel',
  print: 'In',
  filter: (period: string, service: string | null) =>
    `Số liệu ${period}, ${service === null ? 'mọi lĩnh vực' : `lĩnh vực ${service}`}`,
  printedBy: (time: string, day: string, user: string) =>
    `In lúc ${time} ngày ${dayText(day)}; người in: ${user}.`,
  minutesNote: 'Phút chờ: đậm là một nửa, nhạt là 9 trong 10 người',
  countNote: 'Số lượt đã phục vụ',
  empty: (period: string, time: string) => `Chưa có lượt gọi nào ${period} (tính đến ${time})`,
  hoursFinding: (hours: string, minutes: number) =>
    `Bắt đầu chờ lúc ${hours} phải chờ lâu nhất: 9 trong 10 người không quá ${numberText(minutes)} phút`,
  hoursEach: (minutes: number) => `Giờ nào 9 trong 10 người cũng chờ không quá ${numberText(minutes)} phút`,
  hoursOnly: (hour: string, minutes: number) =>
    `Chỉ ${hour} có đủ người: 9 trong 10 người chờ không quá ${numberText(minutes)} phút`,
  hoursAmong: (finding: string, fewest: number) =>
    `${finding} (chỉ tính giờ có từ ${numberText(fewest)} người)`,
  servicesFinding: (services: string, minutes: number) =>
    `${services} chờ lâu nhất: 9 trong 10 người không quá ${numberText(minutes)} phút`,
  servicesEach: (minutes: number) =>
    `Lĩnh vực nào 9 trong 10 người cũng chờ không quá ${numberText(minutes)} phút`,
  servicesOnly: (service: string, minutes: number) =>
    `Chỉ ${service} có đủ người: 9 trong 10 người chờ không quá ${numberText(minutes)} phút`,
  servicesAmong: (finding: string, fewest: number) =>
    `${finding} (chỉ tính lĩnh vực có từ ${numberText(fewest)} người)`,
  and: ' và ',
  countersEven: 'Các quầy có mở phục vụ gần như đều nhau',
  countersOnly: (counter: string) => `${counter} phục vụ tất cả số lượt`,
  countersFinding: (counter: string, share: number) =>
    `${counter} phục vụ nhiều nhất: ${numberText(share)}% số lượt`,
  countersTogether: (counters: string, share: number) =>
    `${counters} phục vụ nhiều nhất, gần bằng nhau: cộng lại ${numberText(share)}% số lượt`,
  tooFew: (fewest: number) => `Quá ít người để so sánh: cần từ ${numberText(fewest)} người`,
  hour: 'Giờ bắt đầu chờ',
  taken: 'Lấy số',
  half: 'Một nửa',
  nineHead: '9 trong 10',
  walkingHead: 'Đi đến quầy',
  servingHead: 'Phục vụ',
  skipped: 'Gọi trước lượt',
  noShows: 'Không đến',
  abandoned: 'Bỏ về',
  served: 'Đã phục vụ',
  counter: (number: number) => `Quầy ${number}`,
  skips: 'Gọi trước lượt',
  noSkips: (period: string) => `Không có lượt nào được gọi trước lượt ${period}.`,
  moves: 'Chuyển hoặc hủy số khi chưa gọi',
  noMoves: (period: string) => `Không có số nào bị chuyển hoặc hủy khi chưa gọi ${period}.`,
  moveAt: 'Lúc',
  what: 'Việc',
  counted: (name: string, count: number) => `${name}: ${numberText(count)} lượt`,
  skipAt: 'Lúc gọi',
  skipNumber: 'Số',
  skipOver: 'Vượt',
  skipReason: 'Lý do',
  moved: {
    cancelled: () => 'Đã hủy số khi chưa gọi',
    transferred: (to: string | null, reason: string) =>
      `Đã chuyển đến ${to ?? 'nơi khác'} khi chưa gọi${reason && `: ${reason}`}`
  },
  officers: 'Theo cán bộ',
  officersLead: 'Thời gian phục vụ khác nhau theo lĩnh vực; bảng này không phải bảng xếp hạng.',
  officer: 'Cán bộ',
  method: hallNowText.method,
  abandonedNote: 'Bỏ về là số đến hết ngày vẫn còn chờ gọi, hoặc tạm gác mà không trở lại.',
  adds: (taken: number, parts: readonly { count: number; name: string }[]) =>
    `${numberText(taken)} số đã lấy = ${parts.map(({ count, name }) => `${numberText(count)} ${name}`).join(' + ')}.`,
  parts: {
    served: 'đã phục vụ',
    unfinished: 'hết ngày còn ở quầy',
    abandoned: 'bỏ về',
    withdrawn: 'đã hủy',
    missed: 'gọi không đến, không trở lại',
    present: 'còn ở phòng chờ'
  },
  score: hallNowText.score,
  noScore: 'Không có ước tính thời gian chờ nào để đánh giá trong thời gian này.',
  staffing: 'Nên mở bao nhiêu quầy',
  staffingDay: 'Cho ngày',
  staffingPromise: (percent: number, minutes: number) =>
    `Để ${numberText(percent)}% người chờ không quá ${numberText(minutes)} phút`,
  staffingEven: (counters: number) => `Giờ nào cũng cần ${numberText(counters)} quầy`,
  staffingFinding: (hour: string, counters: number) =>
    `Cần nhiều quầy nhất lúc ${hour}: ${numberText(counters)} quầy`,
  staffingTooMany: (counters: number, all: number) =>
    `Lúc đông nhất cần ${numberText(counters)} quầy, đơn vị có ${numberText(all)}: lời hứa khó giữ`,
  staffingNone: 'Chưa đủ số liệu để gợi ý số quầy',
  staffingNoneLead: (days: number) =>
    `Mới có ${numberText(days)} ngày làm việc trong nửa năm qua; cần ít nhất 5 ngày và 30 lượt phục vụ.`,
  staffingOff: (day: string, name: string | null) =>
    `${longDayText(day)}: ${name === null ? 'đơn vị không làm việc' : `nghỉ ${name}`}, không cần mở quầy`,
  staffingDaysOff: (days: readonly { day: string; name: string }[]) =>
    `Ngày nghỉ sắp tới: ${days.map(({ day, name }) => `${longDayText(day)} (${name})`).join('; ')}.`,
  staffingFrom: (days: number, sameWeekday: boolean, mean: string) =>
    `Tính từ ${numberText(days)} ngày ${sameWeekday ? 'cùng thứ trong' : 'có người đến trong'} nửa năm qua; mỗi lượt gọi giữ quầy trung bình ${mean}, kể cả lúc đi đến và lượt gọi không đến. Người được chuyển, tạm gác rồi trở lại là thêm một lượt.`,
  staffingSpecialised: 'Một số quầy chỉ nhận vài lĩnh vực, nên thực tế có thể cần thêm.',
  certainty: { sure: 'Chắc chắn', guide: 'Tham khảo', none: 'Chưa đủ số liệu' },
  hourHead: 'Giờ',
  perHour: 'Lượt đến chờ',
  open: 'Nên mở',
  counters: 'Quầy',
  range: 'Trong khoảng',
  sure: 'Mức tin cậy',
  rangeText: (low: number, high: number) => (low === high ? `${low}` : `${low}–${high}`),
  asOf: (time: string, day: string) => `Tính đến ${time}, ${longDayText(day)}.`
} as const

export const waitingReportText = {
  name: 'Báo cáo thời gian chờ và phục vụ',
  file: (from: string, to: string) => `thoi-gian-cho-${from}-${to}`,
  groups: {
    all: 'Cả kỳ',
    days: 'Theo ngày',
    hours: 'Theo giờ',
    services: 'Theo lĩnh vực',
    counters: 'Theo quầy',
    officers: 'Theo cán bộ'
  },
  group: 'Nhóm',
  item: 'Mục',
  day: 'Ngày',
  hour: 'Giờ bắt đầu chờ',
  service: 'Lĩnh vực',
  counter: 'Quầy',
  officer: 'Cán bộ',
  columns: {
    taken: 'Số đã lấy',
    abandoned: 'Bỏ về',
    withdrawn: 'Số đã hủy',
    missed: 'Không trở lại',
    present: 'Còn ở phòng chờ',
    visits: 'Lượt gọi',
    served: 'Đã phục vụ',
    noShows: 'Gọi không đến',
    parked: 'Tạm gác',
    transferred: 'Chuyển',
    cancelled: 'Hủy tại quầy',
    unfinished: 'Hết ngày, chưa kết thúc',
    skipped: 'Gọi trước lượt'
  },
  times: {
    waiting: 'Chờ',
    walking: 'Đi đến quầy',
    serving: 'Phục vụ'
  },
  half: (time: string, unit: string) => `${time}: một nửa dưới (${unit})`,
  nine: (time: string, unit: string) => `${time}: 9 trong 10 dưới (${unit})`,
  seconds: 'giây',
  minutesSeconds: 'phút:giây',
  filter: (period: string, service: string | null) =>
    `Bộ lọc: ${period}${service === null ? ', mọi lĩnh vực' : `, lĩnh vực ${service}`}`,
  asOf: (instant: string, user: string) => {
    const day = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10)
    return `Tính đến ${clockOf(instant)} ${dayText(day)}; người xuất: ${user}`
  },
  adds: 'Số đã lấy = Đã phục vụ + Hết ngày, chưa kết thúc + Bỏ về + Số đã hủy + Không trở lại + Còn ở phòng chờ (trừ bảng theo giờ: lượt phục vụ tính vào giờ bắt đầu chờ)',
  method: hallNowText.method,
  separator: 'Các cột cách nhau bằng dấu chấm phẩy'
} as const
