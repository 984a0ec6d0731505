/** The page on which the first office and its administrator are set up. */
export const setUpText = {
  title: 'Thiết lập đơn vị đầu tiên',
  lead: 'Đơn vị này giữ lịch nghỉ, danh mục thủ tục và quy định dùng chung cho mọi đơn vị thêm sau.',
  officePart: 'Đơn vị',
  code: 'Mã định danh đơn vị',
  codeHint: 'Mã đứng đầu mọi mã hồ sơ, ví dụ H01.31. Lấy theo quyết định cấp mã của tỉnh.',
  codeMissing: 'Nhập mã định danh đơn vị',
  codeWrong: 'Nhập mã gồm chữ in hoa và số, các phần cách nhau bằng dấu chấm, ví dụ H01.31',
  name: 'Tên đơn vị',
  nameHint: 'Viết đầy đủ như trên con dấu.',
  nameMissing: 'Nhập tên đơn vị',
  administratorPart: 'Quản trị viên đầu tiên',
  administratorName: 'Họ và tên',
  administratorNameMissing: 'Nhập họ và tên của quản trị viên',
  username: 'Tên đăng nhập',
  usernameHint: 'Chữ thường không dấu, số, dấu chấm hoặc gạch; ít nhất 3 ký tự.',
  usernameWrong: 'Nhập tên đăng nhập bằng chữ thường không dấu, ít nhất 3 ký tự',
  password: 'Mật khẩu',
  passwordHint: 'Ít nhất 8 ký tự, nên từ 15. Tắt bộ gõ tiếng Việt khi nhập.',
  passwordShort: 'Nhập mật khẩu ít nhất 8 ký tự',
  submit: 'Thiết lập đơn vị',
  submitting: 'Đang thiết lập…',
  doneTitle: 'Đã thiết lập xong',
  done: (username: string) =>
    `Đăng nhập bằng tên ${username} để xem lịch nghỉ, giờ làm việc và danh mục thủ tục.`,
  goOn: 'Đăng nhập'
} as const
