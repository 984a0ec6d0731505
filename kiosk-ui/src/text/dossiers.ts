import { dayText } from './common.ts'

/** What happened to a dossier, in its history. */
export const dossierEventText: Record<string, string> = {
  'dossier.received': 'Tiếp nhận hồ sơ',
  'dossier.slip_given': 'Giao giấy tiếp nhận và hẹn trả kết quả',
  'dossier.handed_over': 'Chuyển xử lý',
  'dossier.hand_over_accepted': 'Nhận chuyển xử lý',
  'dossier.supplement_requested': 'Yêu cầu bổ sung giấy tờ',
  'dossier.supplement_received': 'Nhận giấy tờ bổ sung',
  'dossier.payment_requested': 'Yêu cầu nộp phí, lệ phí',
  'dossier.payment_confirmed': 'Xác nhận đã nộp phí, lệ phí',
  'dossier.refused': 'Từ chối giải quyết',
  'dossier.withdrawn': 'Công dân rút hồ sơ',
  'dossier.stopped': 'Dừng giải quyết',
  'dossier.result_recorded': 'Ghi nhận kết quả',
  'dossier.returned': 'Trả kết quả',
  'dossier.due_moved': 'Hẹn lại ngày trả kết quả',
  'apology.drafted': 'Soạn phiếu xin lỗi',
  'apology.redrafted': 'Sửa dự thảo phiếu xin lỗi',
  'apology.issued': 'Phát hành phiếu xin lỗi',
  'apology.sent': 'Gửi phiếu xin lỗi'
}

/** Who did it or got it, beside the event. */
export const dossierNoteText = {
  to: (name: string) => `đến ${name}`,
  dueOn: (day: string) => `hẹn trả ${dayText(day)}`
} as const

/** Where the result is given, as the slip says it. */
export const deliveryText = {
  counter: (office: string) => office,
  post: (address: string) => `Qua bưu chính công ích, gửi đến ${address}`,
  online: () => 'Bản điện tử, qua Cổng dịch vụ công'
} as const

export const noFee = 'không thu'

/** What keeps a dossier from being taken in or moved, under the field that it is about. */
export const dossierFault = {
  idNumber:
    'Số định danh cá nhân gồm 12 chữ số. Giấy tờ cũ: số CMND 9 chữ số; người nước ngoài: số hộ chiếu.',
  taxCode: 'Mã số thuế của tổ chức gồm 10 chữ số, đơn vị phụ thuộc thêm gạch nối và 3 chữ số.',
  phone:
    'Nhập số điện thoại di động 10 chữ số bắt đầu bằng 03, 05, 07, 08, 09, hoặc số cố định bắt đầu bằng 02.',
  oldPrefix: (now: string) => `Đầu số 11 chữ số đã đổi. Hỏi lại công dân, số mới có thể là ${now}.`,
  nameHasDigit: 'Họ tên không có chữ số. Xem lại họ tên.',
  nameDamaged: 'Họ tên có ký tự bị hỏng. Nhập lại họ tên.',
  birthInFuture: 'Ngày sinh sau hôm nay. Xem lại ngày sinh.',
  noSuchComponent: 'Giấy tờ này không có trong thủ tục. Tải lại danh mục, hoặc ghi tên giấy tờ.',
  componentUnnamed: 'Chọn giấy tờ trong danh mục hoặc ghi tên giấy tờ.',
  componentWithoutCopies: 'Ghi số bản chính hoặc bản sao đã nhận.',
  slipReason: 'Ghi lý do không in và không gửi giấy tiếp nhận.',
  oneHolder: 'Chọn một nơi nhận: cơ quan, bộ phận hoặc một người.',
  noSuchHolder: 'Không có nơi nhận này. Tải lại danh sách rồi chọn lại.',
  cursor: 'Trang này không còn. Tìm lại từ đầu.',
  version: 'If-Match phải là số phiên bản trong dấu ngoặc kép, ví dụ "3".'
} as const

/** What is odd about the particulars; the officer looks and decides. */
export const dossierWarning = {
  oldIdNumber: 'Số CMND 9 chữ số đã hết giá trị. Nếu công dân có thẻ căn cước, nhập số định danh 12 chữ số.',
  passport: 'Đây không phải số định danh cá nhân. Chỉ dùng số hộ chiếu cho người nước ngoài.',
  birthYear: (year: string) =>
    `Số định danh cho biết năm sinh ${year}, khác ngày sinh đã nhập. Đối chiếu với thẻ.`,
  sex: (sex: 'male' | 'female') =>
    `Số định danh cho biết giới tính ${sex === 'male' ? 'nam' : 'nữ'}, khác giới tính đã nhập. Đối chiếu với thẻ.`,
  plainName: 'Họ tên viết không dấu. Đối chiếu với thẻ, ghi đủ dấu như trên thẻ.'
} as const
