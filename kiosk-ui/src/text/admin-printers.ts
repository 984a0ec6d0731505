/** The administrator's ticket printers and the page that shows every paper. */

export const printersText = {
  title: 'Máy in',
  add: 'Thêm máy in',
  none: 'Chưa có máy in vé',
  noneLead: 'Không có máy in thì ki-ốt vẫn cấp số: số hiện lớn trên màn hình, kèm mã QR.',
  address: 'Địa chỉ',
  placed: (address: string, port: number) => (port === 9100 ? address : `${address}, cổng ${port}`),
  kiosks: 'Ki-ốt in ở đây',
  noKiosk: 'Chưa có ki-ốt nào',
  proof: 'Xác nhận',
  proofs: {
    process_id: 'Báo đúng từng vé đã in xong',
    fence: 'Báo đã xử lý xong vé',
    none: 'Không báo: chỉ biết đã gửi'
  },
  notProbed: 'Chưa biết. Bấm “Kiểm tra” khi máy in đã bật và có giấy.',
  lastAnswer: 'Trả lời lần cuối',
  never: 'Chưa lần nào',
  since: (time: string) => `Từ ${time}.`,
  nearEnd: (left: number | null) => (left === null ? 'Sắp hết giấy' : `Sắp hết giấy, còn khoảng ${left} vé`),
  probe: 'Kiểm tra',
  test: 'In thử',
  testState: {
    queued: 'Giấy thử: đang chờ máy in.',
    sending: 'Giấy thử: đang gửi.',
    sent: 'Giấy thử: đã gửi đến máy in. Máy in không xác nhận, xin nhìn xem giấy đã ra chưa.',
    confirmed: 'Giấy thử: máy in xác nhận đã in xong.',
    unknown: (cause: string) => `Giấy thử: không rõ đã ra chưa (${cause}). Nhìn xem giấy đã ra chưa.`,
    failed: (cause: string) => `Giấy thử: chưa in được (${cause}).`
  },
  running: 'Giấy thử: đang in.',
  edit: 'Sửa',
  setKiosks: 'Chọn ki-ốt',
  remove: 'Bỏ máy in',
  removeTitle: (name: string) => `Bỏ “${name}”?`,
  removeLead: 'Ki-ốt đang in ở đây sẽ không in vé nữa. Vé đang chờ in được chuyển sang mục “Vé cần xem lại”.',
  without: (names: string) => `Ki-ốt chưa có máy in: ${names}.`,
  form: {
    addTitle: 'Thêm máy in vé',
    editTitle: (name: string) => `Sửa “${name}”`,
    lead: 'Máy in nhiệt 80 mm có cổng mạng. Đặt địa chỉ cố định cho máy in trước khi ghi vào đây.',
    name: 'Tên máy in',
    nameHint: 'Ví dụ Máy in cửa chính',
    address: 'Địa chỉ IPv4',
    addressHint: (ranges: string) => `Bốn số cách nhau bằng dấu chấm, trong mạng ${ranges}`,
    port: 'Cổng',
    portHint: (ports: string) => `Thường là 9100. Được phép: ${ports}`,
    nameMissing: 'Nhập tên máy in, ví dụ Máy in cửa chính',
    addressWrong: 'Nhập địa chỉ IPv4 gồm bốn số từ 0 đến 255, ví dụ 192.168.1.50',
    addressZeros: (address: string) => `Bỏ các số 0 ở đầu: ${address}`,
    portWrong: 'Nhập số cổng, ví dụ 9100',
    submit: 'Ghi máy in'
  },
  kiosksForm: {
    title: (name: string) => `Ki-ốt in ở “${name}”`,
    lead: 'Mỗi ki-ốt in ở một máy. Chọn ở đây thì ki-ốt thôi in ở máy cũ.',
    none: 'Đơn vị chưa có ki-ốt nào. Đăng ký ki-ốt trước.',
    legend: 'Ki-ốt',
    elsewhere: (name: string, printer: string) => `${name} (đang in ở ${printer})`,
    submit: 'Ghi'
  },
  jobs: {
    title: 'Vé cần xem lại',
    lead: 'Máy chủ không tự in lần hai khi không chắc: nhìn ở khay giấy rồi trả lời.',
    none: 'Không có vé nào cần xem lại hôm nay.',
    number: 'Số',
    test: 'Giấy thử',
    at: 'Lúc',
    printer: 'Máy in',
    what: 'Tình trạng',
    answer: 'Giấy đã ra chưa?',
    unknown: (cause: string) => `Không rõ đã ra chưa: ${cause}`,
    failed: (cause: string) => `Chưa in được: ${cause}`,
    reprint: 'Bản in lại',
    printed: 'Đã ra',
    again: 'In lại',
    dismiss: 'Bỏ qua',
    actFor: (act: string, number: string) => `${act}, số ${number}`
  }
}

export const paperPagesText = {
  title: 'Giấy tờ',
  lead: 'Mọi giấy tờ hệ thống in ra, vẽ bằng dữ liệu mẫu theo biểu mẫu đang áp dụng.',
  ticket: 'Vé lấy số',
  ticketNote: 'Giấy cuộn 80 mm. Máy in nhận đúng hình này.',
  ticketLabel: 'Hình vé lấy số',
  reprint: 'Vé in lại',
  reprintNote: 'Có chữ “IN LẠI” để không nhầm là vé thứ hai.',
  reprintLabel: 'Hình vé in lại',
  slip: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  slipLabel: 'Hình giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  apology: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
  apologyLabel: 'Hình phiếu xin lỗi và hẹn lại ngày trả kết quả',
  paperSize: (size: string) => `Khổ ${size}. Chỗ xuống dòng trên giấy có thể khác vài chữ.`
}
