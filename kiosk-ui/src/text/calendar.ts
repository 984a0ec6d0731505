import { dayInWords, weekdayName } from './due-date.ts'

/** What is wrong with the hours of an office, by the place where it stands. */
export const officeWeekText = {
  needsSevenDays: 'Giờ làm việc phải ghi đủ bảy ngày, từ thứ Hai đến Chủ nhật.',
  badHours: (weekday: number) =>
    `Giờ làm việc ${weekdayName(weekday)} chưa đúng: giờ mở phải trước giờ đóng, các buổi theo thứ tự và không chồng nhau.`,
  badReturnTime: 'Giờ trả kết quả phải nằm trong ngày, từ 00:01 đến 23:59.',
  returnTimeClosed:
    'Lúc này có ngày cơ quan chưa mở cửa hoặc đang nghỉ trưa. Chọn giờ trả kết quả nằm trong giờ làm việc.',
  withoutWork:
    'Tuần này không có giờ làm việc nào được tính vào thời hạn. Ghi giờ cho ít nhất một ngày từ thứ Hai đến thứ Sáu.'
}

/** What is wrong with a file of official days, each sentence beginning with the entry that it is about. */
export const calendarFileText = {
  dayEntry: (ordinal: number, day: string) =>
    `Mục thứ ${ordinal} của danh sách ngày${day && ` (${written(day)})`}`,
  questionEntry: (ordinal: number, id: string) => `Vấn đề chưa quyết định thứ ${ordinal}${id && ` (${id})`}`,
  questionDayEntry: (question: string, day: string) => `${question}, ngày ${written(day) || 'chưa ghi'}`,

  notADocument: 'Tệp phải là một đối tượng JSON có ba danh sách years, days và questions.',
  noYears: 'Danh sách years phải ghi ít nhất một năm.',
  badYear: (year: string) => `Năm "${year}" không hợp lệ: ghi năm bằng bốn chữ số, từ 2000 đến 2199.`,
  repeatedYear: (year: number) => `Năm ${year} được ghi hai lần trong danh sách years.`,
  emptyYear: (year: number) =>
    `Năm ${year} có trong danh sách years nhưng không có ngày nghỉ nào. Ghi các ngày của năm này hoặc bỏ năm này ra.`,

  notAnEntry: (entry: string) => `${entry} phải là một đối tượng.`,
  badDay: (entry: string) => `${entry}: không có ngày này trong lịch. Ghi ngày theo dạng 2026-04-30.`,
  unlistedYear: (entry: string, year: number) =>
    `${entry}: năm ${year} chưa có lịch. Thêm năm này vào danh sách years của tệp lịch.`,
  repeatedDay: (entry: string) => `${entry}: ngày này đã được ghi ở một mục trước.`,
  badKind: (entry: string, kind: string) =>
    `${entry}: không có loại ngày "${kind}". Các loại là holiday (nghỉ lễ), compensation (nghỉ bù), swapped_off (nghỉ hoán đổi), make_up (làm bù).`,
  badText: (entry: string, field: string, most: number) =>
    `${entry}: ${field} phải là chữ, không để trống, không quá ${most} ký tự.`,
  badScope: (entry: string) =>
    `${entry}: scope chỉ nhận everyone (mọi người lao động) hoặc officials (cán bộ, công chức).`,
  makeUpOnWeekday: (entry: string, weekday: number) =>
    `${entry}: ngày làm bù phải là thứ Bảy hoặc Chủ nhật, ngày này là ${weekdayName(weekday)}.`,
  dayOffOnWeekend: (entry: string, weekday: number) =>
    `${entry}: ngày nghỉ bù và ngày nghỉ hoán đổi phải là ngày từ thứ Hai đến thứ Sáu, ngày này là ${weekdayName(weekday)}.`,
  badStandsFor: (entry: string) => `${entry}: standsFor phải là một ngày có trong lịch, dạng 2026-08-31.`,
  makeUpStandsForNothing: (entry: string) =>
    `${entry}: ngày làm bù phải ghi ở standsFor ngày nghỉ hoán đổi (từ thứ Hai đến thứ Sáu) mà nó làm thay.`,
  unmatchedSwap: (entry: string, other: string) =>
    `${entry}: ngày nghỉ hoán đổi và ngày làm bù phải ghi khớp nhau, mà ngày ${dayInWords(other)} không ghi ngược lại như vậy.`,
  badQuestionId: (entry: string) =>
    `${entry}: id chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, không quá 60 ký tự.`,
  repeatedQuestion: (entry: string) => `${entry}: id này đã được dùng cho một vấn đề trước.`,
  questionWithoutDays: (entry: string) => `${entry}: phải ghi ít nhất một ngày.`,
  badAssumption: (entry: string) =>
    `${entry}: assumed chỉ nhận off (tạm tính là ngày nghỉ) hoặc working (tạm tính là ngày làm việc).`,
  workingWeekend: (entry: string, weekday: number) =>
    `${entry}: ngày này là ${weekdayName(weekday)}, chưa có quyết định thì chỉ tạm tính là ngày nghỉ (off).`,
  tooMany: (list: string, most: number) => `Danh sách ${list} có quá ${most} mục.`
}

/** What is wrong with a decision, or with a single day that is set. */
export const decisionText = {
  entry: (day: string) => `Ngày ${dayInWords(day)}`,
  missing: (day: string) => `Chưa ghi quyết định cho ngày ${dayInWords(day)}.`,
  notAsked: (entry: string) => `${entry} không thuộc vấn đề đang quyết định nên không ghi là ngày làm việc.`,
  ofAnotherQuestion: (entry: string) =>
    `${entry} thuộc một vấn đề khác chưa quyết định. Ghi quyết định ở vấn đề đó.`,
  hoursInPast: (day: string) =>
    `Giờ làm việc mới chỉ áp dụng từ hôm nay, ${dayInWords(day)}, trở đi. Chọn ngày khác.`
}

const written = (day: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? dayInWords(day) : day)
