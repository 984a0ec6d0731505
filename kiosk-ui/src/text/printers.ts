/** Words of the tickets that come out of the small printers, and of how those printers are. */

export const ticketText = {
  reprint: 'IN LẠI',
  test: 'IN THỬ',
  priority: 'Số ưu tiên',
  issued: (time: string, day: string) => `Lấy số lúc ${time}\u00a0${day}`,
  ahead: (count: number) => (count === 0 ? 'Không có ai chờ trước' : `Trước ông/bà: ${count} người`),
  estimate: (low: number, high: number) =>
    low === high ? `Dự kiến chờ khoảng ${high} phút` : `Dự kiến chờ ${low}–${high} phút`,
  follow: 'Quét mã để theo dõi số',
  footer: 'Vé có giá trị trong ngày',
  fileName: 've-lay-so'
}

/** What a test paper says: every letter that could go wrong stands on it. */
export const testPaper = {
  number: 'A000',
  serviceName: 'Tiếng Việt có dấu: Đường Nguyễn Huệ, phường Rạch Giá, ẵ ệ ỗ ữ ỵ ặ ẩ ỡ'
}

/** The ticket that is shown as an example. */
export const sampleTicket = {
  officeName: 'Trung tâm Phục vụ hành chính công phường Rạch Giá',
  number: 'A027',
  serviceName: 'Hộ tịch, chứng thực',
  waitingAhead: 6,
  lowMinutes: 15,
  highMinutes: 25
}

/** Who prints when nobody pressed a button. */
export const printingDoer = 'Máy chủ in vé'
