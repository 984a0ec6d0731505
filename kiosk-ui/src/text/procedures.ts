import { moneyText } from './common.ts'

/** What people read about procedures, their terms and fees, and what the administrator is asked to look at. */

interface TermInWords {
  amount: number
  unit: 'working_day' | 'calendar_day' | 'working_hour' | 'same_day'
}

/**
 * A term as it is said to a citizen.
 *
 * @example termText({ amount: 5, unit: 'working_day' }) // '5 ngày làm việc'
 */
export function termText(term: TermInWords | null): string {
  if (!term) return 'Chưa xác định được thời hạn'
  return {
    working_day: `${term.amount} ngày làm việc`,
    calendar_day: `${term.amount} ngày`,
    working_hour: `${term.amount} giờ làm việc`,
    same_day: 'trong ngày'
  }[term.unit]
}

/** A fee as it is said to a citizen; `null` is a fee that nobody has stated, which is not the same as none. */
export function feeWords(fee: number | null): string {
  if (fee === null) return 'Chưa có mức thu chung, hỏi tại quầy'
  return fee === 0 ? 'Không thu' : moneyText(fee)
}

export const channelText = {
  counter: 'nộp tại quầy',
  online: 'nộp qua mạng',
  post: 'gửi qua bưu chính công ích'
} as const

export const levelText = { commune: 'cấp xã', province: 'cấp tỉnh' } as const

export const unknownField = 'Chưa rõ lĩnh vực'

/** A case that the source gives only as a term, until the administrator names it. */
export const unnamedCase = (term: TermInWords) => `Trường hợp ${termText(term)}`

/** What can be wrong with a procedure as it was published, and what the administrator does about it. */
export const attentionText = {
  term_missing: {
    title: 'Chưa có thời hạn đọc được',
    todo: 'Nhập thời hạn theo quyết định công bố. Chưa nhập thì chưa tiếp nhận được hồ sơ.'
  },
  term_guessed: {
    title: 'Thời hạn do nguồn suy ra',
    todo: 'Đối chiếu với quyết định công bố rồi xác nhận hoặc sửa thời hạn.'
  },
  term_unit_unclear: {
    title: 'Không rõ ngày hay ngày làm việc',
    todo: 'Đối chiếu với quyết định công bố rồi chọn đúng đơn vị.'
  },
  term_portal_differs: {
    title: 'Cổng dịch vụ công để thời hạn khác',
    todo: 'Đối chiếu với quyết định công bố rồi xác nhận hoặc sửa thời hạn.'
  },
  term_by_case: {
    title: 'Thời hạn khác nhau theo trường hợp',
    todo: 'Đặt tên từng trường hợp để cán bộ chọn đúng khi tiếp nhận.'
  },
  term_by_channel: {
    title: 'Thời hạn khác nhau theo cách nộp',
    todo: 'Kiểm tra: nguồn hay dùng dòng cách nộp để ghi trường hợp.'
  },
  fee_unknown: {
    title: 'Chưa rõ mức thu',
    todo: 'Nhập mức thu theo nghị quyết của Hội đồng nhân dân tỉnh hoặc thông tư.'
  },
  fee_conditional: {
    title: 'Mức thu có điều kiện',
    todo: 'Kiểm tra các trường hợp miễn, giảm hoặc mức thu khác.'
  },
  fee_expires: {
    title: 'Mức thu có ngày hết hạn',
    todo: 'Cập nhật mức thu khi hết thời gian miễn, giảm.'
  },
  outdated_body: {
    title: 'Còn tên cơ quan đã bỏ',
    todo: 'Sửa theo tên cơ quan hiện nay.'
  },
  agency_missing: {
    title: 'Chưa rõ cơ quan thực hiện',
    todo: 'Nhập cơ quan thực hiện.'
  },
  agency_elsewhere: {
    title: 'Cơ quan của địa phương khác',
    todo: 'Sửa cơ quan thực hiện theo địa phương mình.'
  },
  level_unknown: {
    title: 'Không rõ cấp xã hay cấp tỉnh',
    todo: 'Tạm ghi cấp xã. Sửa cấp trong tệp rồi nhập lại.'
  },
  value_unread: {
    title: 'Giá trị trong tệp không đọc được',
    todo: 'Giá trị này không được nhận. Sửa trong tệp rồi nhập lại, hoặc nhập tại đây.'
  },
  field_missing: {
    title: 'Chưa rõ lĩnh vực',
    todo: 'Nhập lĩnh vực.'
  },
  result_missing: {
    title: 'Chưa rõ kết quả',
    todo: 'Nhập kết quả giải quyết.'
  },
  components_missing: {
    title: 'Chưa có giấy tờ nào',
    todo: 'Nhập thành phần hồ sơ.'
  },
  components_partial: {
    title: 'Thành phần hồ sơ chưa đủ',
    todo: 'Bổ sung thành phần hồ sơ theo quyết định công bố.'
  },
  components_joined: {
    title: 'Nhiều giấy tờ dính trong một dòng',
    todo: 'Tách thành từng giấy tờ.'
  },
  components_long: {
    title: 'Tên giấy tờ quá dài',
    todo: 'Viết lại tên giấy tờ cho ngắn gọn.'
  },
  components_by_case: {
    title: 'Giấy tờ theo trường hợp',
    todo: 'Kiểm tra giấy tờ nào chỉ cần cho trường hợp nào, rồi ghi trường hợp vào nhóm của giấy tờ đó.'
  },
  notes_headed: {
    title: 'Lưu ý có dòng tiêu đề',
    todo: 'Nguồn xếp lộn xộn nên tiêu đề không đi với lưu ý nào. Viết lại lưu ý nếu cần.'
  },
  copies_unclear: {
    title: 'Không rõ bản chính hay bản sao',
    todo: 'Nguồn ghi cả bản chính và bản sao. Chọn loại thật sự phải nộp.'
  },
  name_capitals: {
    title: 'Tên viết toàn chữ hoa',
    todo: 'Viết lại tên theo quy tắc viết hoa thông thường.'
  }
} as const

/** A heading of papers of which nobody can tell which ones it means, as a remark for the citizen. */
export const headingRemark = (heading: string) => `${heading}: hỏi cán bộ tại quầy cần giấy tờ nào.`

/** The fact behind each point, as it stands in the source. */
export const attentionDetail = {
  source: (words: string) => `Nguồn ghi: “${words}”`,
  nothing: 'Nguồn để trống',
  portal: (terms: readonly string[]) => `Cổng dịch vụ công để ${terms.join('; ')}`,
  unread: (where: string, words: string) => `${where}: “${words}”`,
  terms: (terms: readonly string[]) => terms.join('; '),
  until: (day: string) => `Áp dụng đến hết ngày ${day}`,
  found: (where: string, words: string) => `${where}: ${words}`,
  rows: (count: number) => `${count} dòng`,
  partial: 'Nguồn chỉ ghi một phần'
} as const

export const placeText = {
  name: 'Tên thủ tục',
  field: 'Lĩnh vực',
  agency: 'Cơ quan thực hiện',
  term: 'Thời hạn',
  cutOff: 'Giờ chốt',
  variants: 'Thời hạn theo trường hợp',
  fee: 'Phí, lệ phí',
  result: 'Kết quả',
  components: 'Thành phần hồ sơ',
  notes: 'Lưu ý',
  channels: 'Cách nộp',
  immediate: 'Trả kết quả ngay',
  legalBasis: 'Căn cứ pháp lý'
} as const

/** Why an entry of a catalogue file was not taken. */
export const refusedText = {
  not_a_list: 'Tệp không phải là danh sách thủ tục',
  not_an_entry: 'Dòng này không phải là một thủ tục',
  code_missing: 'Thiếu mã thủ tục',
  code_malformed: 'Mã thủ tục không đúng dạng, ví dụ 1.001193',
  name_missing: 'Thiếu tên thủ tục',
  name_too_long: 'Tên thủ tục dài quá 2.000 ký tự',
  duplicate_code: 'Mã thủ tục đã có ở dòng trước'
} as const

/** What is wrong with a request about procedures, beside the field. */
export const procedureFault = {
  oneOfTwo: 'Gửi mã thủ tục (procedureCode) hoặc thời hạn (term), chỉ một trong hai',
  noSuchCase: 'Thủ tục không có trường hợp này. Chọn một trường hợp trong danh mục',
  noSuchPage: 'Trang này không còn. Tìm lại từ đầu',
  nothingChanged: 'Nhập ít nhất một nội dung cần sửa',
  notACatalogue: 'Tệp phải là danh sách thủ tục, mỗi thủ tục có mã và tên'
} as const

/** The decision under which the catalogue that comes with the program stands. */
export const starterDecision = 'Danh mục khởi đầu, biên soạn từ dữ liệu công khai đến tháng 7/2026'

/** The public list of procedures. */
export const procedureListText = {
  title: 'Thủ tục hành chính',
  search: 'Tìm thủ tục',
  searchHint: 'Gõ không dấu cũng được, ví dụ: ket hon',
  field: 'Lĩnh vực',
  everyField: 'Tất cả lĩnh vực',
  submit: 'Tìm',
  count: (count: number) => `${count} thủ tục`,
  found: (count: number, words: string) => `${count} thủ tục khớp với “${words}”`,
  noneFound: (words: string) => `Không tìm thấy thủ tục nào khớp với “${words}”`,
  noneOnOffer: 'Danh mục chưa có thủ tục nào',
  next: [
    'Thử gõ ít chữ hơn, hoặc gọi theo cách khác.',
    'Chọn lại “Tất cả lĩnh vực”.',
    'Gặp cán bộ hướng dẫn tại Trung tâm, nói việc cần làm. Không cần biết tên thủ tục.'
  ],
  all: 'Xem tất cả thủ tục',
  pageOf: (page: number, pages: number) => `Trang ${page} trên ${pages}`,
  before: 'Trang trước',
  after: 'Trang sau'
} as const

/** The public page of one procedure. */
export const procedurePageText = {
  back: 'Tất cả thủ tục',
  term: 'Thời hạn giải quyết',
  noTerm: 'Chưa xác định được thời hạn',
  noTermNext: 'Hỏi cán bộ tại quầy trước khi nộp hồ sơ.',
  afterHour: (clock: string) => `Nộp sau ${clock} thì tính từ ngày làm việc tiếp theo`,
  lastHours: (hours: number) =>
    `Nộp trong ${hours} giờ làm việc cuối ngày thì tính từ ngày làm việc tiếp theo`,
  variant: (name: string, term: string) => `${name}: ${term}`,
  someCase: 'Có trường hợp',
  papers: 'Giấy tờ cần mang',
  noPapers: 'Danh mục chưa ghi giấy tờ nào. Hỏi cán bộ tại quầy.',
  counts: (originals: number, copies: number) =>
    [originals && `${originals} bản chính`, copies && `${copies} bản sao`].filter(Boolean).join(', '),
  presented: 'đưa cán bộ xem rồi nhận lại',
  whole: 'Đọc đầy đủ',
  notes: 'Lưu ý',
  moreNotes: (count: number) => `Đọc ${count} lưu ý`,
  fee: 'Phí, lệ phí',
  source: 'Nguồn ghi',
  channels: 'Cách nộp',
  noChannels: 'Danh mục chưa ghi cách nộp. Hỏi cán bộ tại quầy.',
  result: 'Kết quả',
  agency: 'Cơ quan giải quyết',
  legalBasis: 'Căn cứ pháp lý',
  since: (day: string, decision: string) => `Áp dụng từ ngày ${day}. ${decision}.`,
  code: (code: string) => `Mã thủ tục: ${code}`,
  ofAnotherDay: (day: string, from: string) =>
    `Nội dung này áp dụng cho hồ sơ nộp ngày ${day} (có hiệu lực từ ngày ${from}).`,
  beforeCatalogue: (from: string) =>
    `Danh mục chỉ có nội dung từ ngày ${from}. Hồ sơ nộp trước ngày đó được tính theo nội dung này để tham khảo.`,
  today: 'Xem nội dung áp dụng hôm nay',
  dueDate: {
    title: 'Tính ngày hẹn trả kết quả',
    day: 'Ngày nộp hồ sơ',
    dayHint: 'Ví dụ 24/11/2026 hoặc 24112026',
    time: 'Giờ nộp',
    timeHint: 'Ví dụ 14:30 hoặc 1430',
    case: 'Trường hợp',
    ordinary: 'Không thuộc trường hợp nào dưới đây',
    channel: 'Cách nộp',
    submit: 'Tính ngày hẹn',
    answer: 'Hẹn trả kết quả',
    when: (clock: string, day: string) => `${clock} ${day}`,
    received: (clock: string, day: string) => `Nộp đủ hồ sơ lúc ${clock} ${day}`,
    by: (from: string) => `Tính theo nội dung thủ tục có hiệu lực từ ngày ${from}`,
    provisional:
      'Trong thời gian này có ngày chưa có quyết định là ngày nghỉ hay ngày làm việc, nên ngày hẹn có thể thay đổi.',
    days: 'Cách tính từng ngày',
    notPromise: 'Ngày hẹn chính thức là ngày ghi trên giấy tiếp nhận hồ sơ.',
    errors: 'Có lỗi cần sửa',
    errorTitle: (title: string) => `Lỗi: ${title}`,
    dayFault: 'Nhập ngày nộp theo thứ tự ngày/tháng/năm, ví dụ 24/11/2026',
    monthFault: (month: number) =>
      `Không có tháng ${month}. Nhập theo thứ tự ngày/tháng/năm, ví dụ 24/11/2026`,
    monthEndFault: ({ month, year, days }: { month: number; year: number; days: number }) =>
      `Tháng ${month} năm ${year} chỉ có ${days} ngày`,
    timeFault: 'Nhập giờ nộp gồm giờ và phút, ví dụ 14:30',
    caseFault: 'Chọn một trường hợp trong danh sách',
    caseOfAnotherDay: 'Hồ sơ nộp ngày này không có trường hợp đã chọn. Chọn lại trong danh sách',
    goneFault: (day: string) => `Ngày ${day} không còn thủ tục này`,
    noAnswer: 'Chưa tính được',
    noCases: 'Hồ sơ nộp ngày này không chia trường hợp. Bấm “Tính ngày hẹn” để tính lại.',
    noTerm: 'Danh mục chưa có thời hạn cho hồ sơ này. Hỏi cán bộ tại quầy trước khi nộp.',
    noCalendar: (year: number) => `Chưa có lịch nghỉ lễ, Tết năm ${year}. Hỏi cán bộ tại quầy về ngày hẹn.`
  }
} as const

/**
 * What people call things at the counter, and the official words to look for instead. Both sides are
 * search keys: no marks, lower case.
 */
export const everydayWords: readonly (readonly [said: string, meant: string])[] = [
  ['nhap ho khau', 'dang ky thuong tru'],
  ['so ho khau', 'cu tru'],
  ['ho khau', 'thuong tru'],
  ['tam tru tam vang', 'tam tru'],
  ['so do', 'giay chung nhan quyen su dung dat'],
  ['so hong', 'giay chung nhan quyen su dung dat'],
  ['giay doc than', 'xac nhan tinh trang hon nhan'],
  ['doc than', 'xac nhan tinh trang hon nhan'],
  ['cuoi', 'ket hon'],
  ['sao y', 'chung thuc ban sao'],
  ['cong chung', 'chung thuc'],
  ['cccd', 'can cuoc'],
  ['cmnd', 'can cuoc'],
  ['chung minh nhan dan', 'can cuoc'],
  ['chung minh thu', 'can cuoc'],
  ['giay phep kinh doanh', 'dang ky ho kinh doanh'],
  ['mo tiem', 'dang ky thanh lap ho kinh doanh'],
  ['bao tu', 'khai tu'],
  ['chung tu', 'khai tu'],
  ['giay khai sinh', 'khai sinh'],
  ['xin con nuoi', 'nuoi con nuoi'],
  ['xay nha', 'giay phep xay dung'],
  ['nghia vu', 'nghia vu quan su'],
  ['tien gia', 'huu tri xa hoi'],
  ['nguoi gia', 'huu tri xa hoi']
]
