/** The door of the staff screens: signing in, the locked screen, a person without the right role. */

export const ROLE_NAMES: Record<string, string> = {
  reception: 'cán bộ tiếp nhận và trả kết quả',
  specialist: 'chuyên viên giải quyết hồ sơ',
  supervisor: 'lãnh đạo theo dõi',
  administrator: 'quản trị viên',
  kiosk: 'máy lấy số',
  display: 'bảng gọi số'
}

export const signInText = {
  title: 'Đăng nhập',
  lead: 'Dành cho cán bộ của Trung tâm Phục vụ hành chính công.',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  showPassword: 'Hiện mật khẩu',
  inputTool:
    'Tắt bộ gõ tiếng Việt (UniKey, EVKey…) khi nhập mật khẩu: bộ gõ đổi “aa” thành “â” mà không nhìn thấy.',
  capsLock: 'Phím Caps Lock đang bật: chữ thường đang thành chữ hoa.',
  usernameMissing: 'Nhập tên đăng nhập',
  passwordMissing: 'Nhập mật khẩu',
  submit: 'Đăng nhập',
  submitting: 'Đang đăng nhập…',
  forgotten: 'Quên mật khẩu: nhờ quản trị viên của đơn vị đặt lại.',
  publicList: 'Tra cứu thủ tục hành chính',
  publicListHint: 'Người dân tra cứu thủ tục không cần đăng nhập:',
  signOut: 'Đăng xuất',
  lock: 'Khóa',
  lockedTitle: 'Màn hình đang khóa',
  locked: 'Đăng nhập lại để làm tiếp. Nội dung đang nhập dở được giữ nguyên nếu đúng người đó đăng nhập.',
  roleTitle: (role: string) => `Trang này dành cho ${role}`,
  role: (name: string, roles: readonly string[]) =>
    roles.length
      ? `${name} đang đăng nhập với vai trò ${roles.join(', ')}, không được giao việc của trang này.`
      : `${name} chưa được giao vai trò nào ở đơn vị này.`,
  roleWays: 'Có thể làm tiếp:',
  roleAsk: {
    administrator: 'Cần sửa ngày nghỉ, giờ làm việc hoặc danh mục thủ tục: nhờ quản trị viên của đơn vị.'
  } as Record<string, string>,
  roleAskOther: 'Cần làm việc ở trang này: nhờ quản trị viên của đơn vị giao thêm vai trò.',
  roleOther: 'Đăng nhập bằng tài khoản khác'
}
