/** Words of the tickets that come out of the small printers, and of how those printers are. */

export const ticketText = {
  reprint: 'IN LẠI',
  test: 'IN THỬ',
  priority: 'Số ưu tiên',
  ahead: (count: number) =>
    count === 0 ? 'Không có ai cùng lĩnh vực chờ trước' : `Trước ông/bà: ${count} người cùng lĩnh vực`,
  follow: 'Quét mã để theo dõi số',
  footer: (time: string, day: string) => `${time} ${day} – Vé có giá trị trong ngày`,
  fileName: 've-lay-so'
}

/** What a test paper says: every letter that could go wrong stands on it. */
export const testPaper = {
  number: 'A000',
  serviceName: 'Tiếng Việt có dấu: Đường Nguyễn Huệ, phường Rạch Giá, ẵ ệ ỗ ữ ỵ ặ ẩ ỡ'
}

/** Who prints when nobody pressed a button. */
export const printingDoer = 'Máy chủ in vé'

/** How a printer is, in words for staff, and what to do about it. */
export const printerStateText = {
  unknown: { title: 'Không báo tình trạng', hint: null },
  ready: { title: 'Sẵn sàng', hint: null },
  unreachable: {
    title: 'Không nối được',
    hint: 'Kiểm tra nguồn điện, dây mạng và địa chỉ của máy in.'
  },
  silent: {
    title: 'Không trả lời',
    hint: 'Máy in nhận kết nối nhưng không trả lời, có thể máy khác đang dùng. Tắt rồi bật lại máy in.'
  },
  paper_out: {
    title: 'Hết giấy',
    hint: 'Thay cuộn giấy rồi đóng nắp. Vé vừa lấy sẽ tự in; vé cũ hơn nằm ở mục “Vé cần xem lại”.'
  },
  cover_open: { title: 'Nắp đang mở', hint: 'Đóng nắp máy in.' },
  offline: { title: 'Đang ngừng nhận lệnh', hint: 'Xem đèn và nút trên máy in.' },
  error: { title: 'Báo lỗi', hint: 'Xem dao cắt và đường giấy, rồi tắt và bật lại máy in.' }
} as const

/** Why a paper did not come out, or why nobody knows. */
export const printCauseText = {
  unreachable: 'không nối được máy in',
  silent: 'máy in không trả lời',
  paper_out: 'hết giấy',
  cover_open: 'nắp máy in mở',
  offline: 'máy in ngừng nhận lệnh',
  error: 'máy in báo lỗi',
  cut_off: 'mất kết nối khi đang in',
  no_confirmation: 'máy in không xác nhận',
  server_ended: 'máy chủ khởi động lại khi đang in',
  not_allowed: 'địa chỉ máy in không còn được phép',
  too_late: 'chờ quá lâu',
  taken_back: 'số đã hủy',
  printer_removed: 'máy in đã bỏ',
  not_there: 'đã xem, không có giấy'
} as const
