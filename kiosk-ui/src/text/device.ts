/** What a device in the hall says while it is not let in, or cannot reach the server. */
export const deviceText = {
  starting: 'Đang khởi động…',
  unreachableTitle: 'Chưa nối được với máy chủ',
  unreachable:
    'Máy tự thử lại sau mỗi 2 giây, không cần tải lại trang. Nếu lâu quá một phút, kiểm tra dây mạng.',
  enrolTitle: { kiosk: 'Đăng ký ki-ốt này', display: 'Đăng ký bảng gọi số này' },
  enrolSteps: [
    'Quản trị viên của đơn vị đăng ký thiết bị và nhận mã gồm 8 chữ số.',
    'Nhập mã vào ô dưới đây trong vòng 15 phút. Mỗi mã dùng một lần.'
  ],
  code: 'Mã thiết bị, gồm 8 chữ số',
  codeWrong: 'Mã chưa đúng, đã dùng hoặc đã hết hạn. Nhập lại, hoặc nhờ quản trị viên tạo mã mới.',
  codeShort: 'Nhập đủ 8 chữ số của mã thiết bị.',
  tooMany: 'Đã thử sai quá nhiều lần. Chờ 15 phút rồi thử lại.',
  erase: 'Xóa',
  submit: 'Đăng ký',
  submitting: 'Đang đăng ký…',
  wrongRole: (name: string) =>
    `Trình duyệt này đang đăng nhập bằng tài khoản ${name}, không được mở màn hình này. Đăng ký thiết bị bằng mã dưới đây.`,
  staff: 'Cán bộ: đăng nhập ở màn hình làm việc'
}
