import { dayMonthText, dayText, longDayText, numberText } from './common.ts'

/** The supervisor's screen: late dossiers, the letters that say sorry for them. */

export const supervisorFault = {
  noSuchPage: 'Không có trang này trong danh sách. Tải lại từ trang đầu.'
} as const

/** The lists, in the order of the screen; the slug is the part of the address that names the list. */
export const supervisorLists = {
  late: {
    slug: 'qua-han',
    figure: 'hồ sơ quá hạn',
    title: (count: number) => `${numberText(count)} hồ sơ quá hạn`,
    empty: 'Không có hồ sơ quá hạn'
  },
  today: {
    slug: 'den-han-hom-nay',
    figure: 'đến hạn hôm nay',
    title: (count: number) => `${numberText(count)} hồ sơ đến hạn hôm nay`,
    empty: 'Không còn hồ sơ nào đến hạn hôm nay'
  },
  soon: {
    slug: 'sap-den-han',
    figure: 'đến hạn trong ba ngày làm việc tới',
    title: (count: number) => `${numberText(count)} hồ sơ đến hạn trong ba ngày tới`,
    empty: 'Không có hồ sơ đến hạn trong ba ngày làm việc tới'
  },
  'without-apology': {
    slug: 'chua-xin-loi',
    figure: 'quá hạn, chưa có phiếu xin lỗi',
    title: (count: number) => `${numberText(count)} hồ sơ chưa có phiếu xin lỗi`,
    empty: 'Hồ sơ quá hạn nào cũng đã có phiếu xin lỗi'
  },
  'without-reason': {
    slug: 'chua-ly-do',
    figure: 'quá hạn, chưa ghi lý do',
    title: (count: number) => `${numberText(count)} hồ sơ chưa ghi lý do`,
    empty: 'Hồ sơ quá hạn nào cũng đã ghi lý do'
  },
  redated: {
    slug: 'da-hen-lai',
    figure: 'đã hẹn lại, chưa đến ngày hẹn mới',
    title: (count: number) => `${numberText(count)} hồ sơ đã hẹn lại`,
    empty: 'Không có hồ sơ nào đang chờ ngày hẹn lại'
  }
} as const

export const supervisorText = {
  section: 'Theo dõi',
  figures: 'Số hồ sơ theo hạn trả',
  also: 'Ngoài ra:',
  redated: (count: number) => `${numberText(count)} hồ sơ quá hẹn lần đầu, đã hẹn lại`,
  filters: 'Lọc danh sách',
  field: 'Lĩnh vực',
  everyField: 'Mọi lĩnh vực',
  holder: 'Đang giữ',
  everyHolder: 'Mọi nơi đang giữ',
  print: 'In',
  draftNext: (count: number) => `Soạn ${numberText(count)} phiếu xin lỗi`,
  keyDraft: 'Soạn phiếu xin lỗi cho hồ sơ đầu tiên chưa có',
  keyUpdate: 'Cập nhật danh sách khi có thay đổi mới',
  changes: (count: number) => `${numberText(count)} thay đổi mới`,
  update: 'Cập nhật',
  dossier: 'Hồ sơ',
  due: 'Hẹn trả',
  lateHead: 'Trễ',
  leftHead: 'Còn',
  used: 'Thời hạn đã dùng',
  dueTick: 'hạn trả',
  apology: 'Phiếu xin lỗi',
  reason: 'Lý do',
  newDue: (day: string) => `hẹn lại ${dayMonthText(day)}`,
  heldSince: (day: string) => `nhận ${dayMonthText(day)}`,
  days: 'ngày',
  underOne: 'dưới 1',
  lateAgain: 'quá hẹn lại',
  lateFirst: 'quá hẹn đầu',
  usedText: (share: number) => `dùng ${numberText(Math.round(share * 100))}% thời hạn`,
  usedLabel: (share: number) =>
    share > 1
      ? `Đã quá hạn trả, dùng ${numberText(Math.round(share * 100))}% thời hạn`
      : `Đã dùng ${numberText(Math.round(share * 100))}% thời hạn`,
  noApology: 'Chưa có',
  drafted: 'Dự thảo',
  number: (number: string) => `Số ${number}`,
  notSent: 'chưa gửi',
  sent: (day: string) => `gửi ${dayMonthText(day)}`,
  noReason: 'Chưa ghi',
  /** Where letter and reason share a column. */
  andReason: ', lý do',
  ofReason: 'lý do',
  openApology: (code: string) => `phiếu xin lỗi của hồ sơ ${code}`,
  asOf: (time: string, day: string) => `Tính đến ${time}, ${longDayText(day)}.`,
  counting: 'Ngày trễ là ngày làm việc tròn, tính từ hẹn trả lần đầu.',
  old: (minutes: number) => `Số liệu cũ ${numberText(minutes)} phút`,
  keyTerm: 'trong thời hạn',
  keyOver: 'sau hạn',
  emptyAsOf: (time: string) => `(tính đến ${time})`,
  emptyLead: {
    late: 'Xem các hồ sơ đến hạn hôm nay để kịp trả trước giờ hẹn.',
    today: 'Xem các hồ sơ đến hạn trong ba ngày làm việc tới.',
    soon: 'Không có việc gấp. Danh sách tự cập nhật khi có hồ sơ mới.',
    'without-apology': 'Phiếu đã ký mà chưa gửi thì mở trong danh sách quá hạn để ghi ngày gửi.',
    'without-reason': 'Lý do được ghi cùng phiếu xin lỗi của từng hồ sơ.',
    redated: 'Hồ sơ có phiếu xin lỗi được theo dõi ở đây cho đến ngày hẹn mới.'
  },
  emptyFiltered: 'Không có hồ sơ nào khớp với bộ lọc',
  clearFilters: 'Bỏ lọc',
  shown: (shown: number, total: number) => `Hiện ${numberText(shown)}/${numberText(total)} hồ sơ.`,
  caption: (title: string) => `${title}, trễ nhiều nhất trước`
} as const

export const dossierDialogText = {
  title: (code: string) => `Hồ sơ ${code}`,
  procedure: 'Thủ tục',
  applicant: 'Người nộp',
  holder: 'Đang giữ',
  received: 'Nhận',
  firstDue: 'Hẹn trả lần đầu',
  due: 'Đang hẹn trả',
  history: 'Diễn biến',
  by: (time: string, name: string) => `${time}, ${name}`,
  at: (time: string, day: string) => `${time} ${longDayText(day)}`
} as const

export const apologyText = {
  title: (code: string) => `Phiếu xin lỗi, hồ sơ ${code}`,
  lead: 'Phiếu chỉ ghi những gì có trong hồ sơ. Thiếu mục nào, hệ thống nêu mục đó và chưa lập phiếu.',
  sendBy: (day: string) => `Phải gửi chậm nhất ${longDayText(day)} để kịp báo trước hạn trả.`,
  sendByPassed: (day: string) => `Đã qua ngày gửi chậm nhất, ${dayText(day)}: gửi ngay.`,
  reasonCode: 'Nguyên nhân trễ hạn',
  reasonCodeHint: 'Dùng để tổng hợp báo cáo',
  reasonCodeChoose: 'Chọn nguyên nhân',
  reason: 'Lý do cụ thể',
  reasonHint: 'In nguyên văn trong phiếu gửi người nộp: việc gì chưa xong, vì sao',
  newDueDay: 'Ngày hẹn trả mới',
  newDueDayHint: (left: number) =>
    left > 0
      ? `Ngày làm việc sau ngày đang hẹn. Quy định còn cho hẹn lại ${left} lần, nên chọn ngày chắc chắn trả được.`
      : 'Quy định của hồ sơ này không còn cho hẹn lại lần nào.',
  draft: 'Lập dự thảo',
  redraft: 'Ghi dự thảo',
  open: 'Phiếu xin lỗi của hồ sơ',
  edit: 'Sửa dự thảo',
  openPdf: 'Xem phiếu (PDF)',
  openDocx: 'Tải bản Word',
  newTab: 'mở trong thẻ mới',
  issueTitle: 'Ghi số và người ký',
  issueLead: 'Sau khi ghi, hạn trả của hồ sơ chuyển sang ngày hẹn mới; hẹn lần đầu vẫn được giữ.',
  number: 'Số của phiếu',
  numberHint: 'Bỏ trống để hệ thống cấp số tiếp theo trong năm',
  signer: 'Họ tên người ký',
  signerTitle: 'Chức vụ người ký',
  signedOn: 'Ngày ký',
  issue: 'Phát hành phiếu',
  sendTitle: 'Gửi cho người nộp',
  sendLead: 'Ghi lại sau khi đã báo cho người nộp.',
  channel: 'Báo bằng cách nào',
  channelChoose: 'Chọn cách báo',
  channelMissing: 'Chọn cách đã báo cho người nộp',
  send: 'Ghi là đã gửi',
  channels: {
    email: 'thư điện tử',
    sms: 'tin nhắn',
    phone: 'điện thoại',
    social_network: 'mạng xã hội được phép dùng',
    post: 'bưu điện',
    counter: 'trao tại quầy'
  },
  issued: (number: string, day: string) => `Phiếu số ${number}, ký ngày ${dayText(day)}`,
  sent: (channel: string, time: string) => `Đã gửi bằng ${channel}, ${time}`,
  signedBy: (signer: string, title: string) => `${signer}, ${title}`,
  facts: {
    reason: 'Lý do',
    previous: 'Hẹn trả cũ',
    newDue: 'Hẹn trả mới',
    signed: 'Người ký',
    state: 'Tình trạng'
  },
  states: { draft: 'Dự thảo, chưa ký', issued: 'chưa gửi' },
  again: 'Soạn phiếu hẹn lại lần nữa'
} as const
