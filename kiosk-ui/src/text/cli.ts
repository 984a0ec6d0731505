import { refusedText } from './procedures.ts'

interface Named {
  code: string
  name: string
}

interface CatalogueReport {
  added: readonly Named[]
  changed: readonly (Named & { fields: readonly { field: string }[] })[]
  unchanged: readonly Named[]
  missing: readonly Named[]
  refused: readonly { index: number; code: string | null; reason: keyof typeof refusedText }[]
  attention: readonly (Named & { attention: readonly { kind: string }[] })[]
}

interface DayNamed {
  day: string
  name: string
}

interface CalendarReport {
  added: readonly DayNamed[]
  changed: readonly { before: DayNamed; after: DayNamed }[]
  removed: readonly DayNamed[]
  unchanged: readonly DayNamed[]
}

/** What the administrator reads at the command line. */
export const cliText = {
  help: `Cách dùng: npm run cli -- LỆNH

  audit verify                          kiểm tra chuỗi nhật ký của mọi đơn vị
  user add --username TÊN --name "HỌ TÊN" --role VAI-TRÒ [--role …] [--office MÃ]
                                        thêm người dùng, in mật khẩu dùng lần đầu
  token create --user TÊN [--label "…"] tạo mã truy cập cho chương trình khác
  catalogue import TỆP [--from NGÀY] [--decision "…"] [--dry-run]
                                        nhập danh mục thủ tục, nêu những gì thay đổi
  calendar import TỆP [--dry-run]       nhập ngày nghỉ, ngày làm bù
  doctor                                xem máy chủ và cơ sở dữ liệu có khỏe không

Vai trò: reception, specialist, supervisor, administrator. Ngày: YYYY-MM-DD.
--dry-run chỉ nêu thay đổi, không ghi.`,
  unknownCommand: (command: string) => `Không có lệnh «${command}». Xem: npm run cli -- --help`,
  missing: (option: string) => `Thiếu ${option}. Xem: npm run cli -- --help`,
  notSetUp: 'Chưa có đơn vị nào. Chạy npm start và thiết lập đơn vị trước.',
  unknownOffice: (code: string) => `Không có đơn vị mã ${code}.`,
  unknownRole: (role: string) =>
    `Không có vai trò «${role}». Chọn: reception, specialist, supervisor, administrator.`,
  unreadableFile: (file: string, reason: string) => `Không đọc được tệp ${file}: ${reason}`,
  fileFault: (code: string) =>
    code === 'ENOENT'
      ? 'không có tệp này'
      : code === 'EACCES'
        ? 'không có quyền đọc'
        : `không mở được (${code})`,
  notJson: 'nội dung không phải JSON',
  fileName: 'tên tệp',
  wrongDay: (typed: string) => `«${typed}» không phải ngày dạng YYYY-MM-DD.`,
  nothingWritten: 'Chưa ghi gì. Chạy lại không có --dry-run để nhập.',
  catalogue: {
    decision: 'Nhập từ tệp danh mục',
    report: ({ added, changed, unchanged, missing, refused, attention }: CatalogueReport) => [
      `Thêm mới: ${added.length}`,
      ...added.map(({ code, name }) => `  + ${code}  ${name}`),
      `Thay đổi: ${changed.length}`,
      ...changed.map(
        ({ code, name, fields }) => `  ~ ${code}  ${name} (${fields.map(({ field }) => field).join(', ')})`
      ),
      `Giữ nguyên: ${unchanged.length}`,
      `Đang có nhưng không có trong tệp, vẫn giữ: ${missing.length}`,
      ...missing.map(({ code, name }) => `  · ${code}  ${name}`),
      `Không nhận: ${refused.length}`,
      ...refused.map(
        ({ index, code, reason }) => `  ! mục thứ ${index + 1} ${code ?? ''}: ${refusedText[reason]}`
      ),
      `Cần xem lại: ${attention.length} thủ tục. Mở trang quản trị, mục Thủ tục, để xử lý từng thủ tục.`
    ]
  },
  calendar: {
    report: ({ added, changed, removed, unchanged }: CalendarReport) => [
      `Thêm: ${added.length}`,
      ...added.map(({ day, name }) => `  + ${day}  ${name}`),
      `Thay đổi: ${changed.length}`,
      ...changed.map(({ before, after }) => `  ~ ${after.day}  ${before.name} → ${after.name}`),
      `Bỏ: ${removed.length}`,
      ...removed.map(({ day, name }) => `  - ${day}  ${name}`),
      `Giữ nguyên: ${unchanged.length}`
    ]
  },
  chainIntact: (office: string, events: number) => `✓ ${office}: ${events} sự kiện, chuỗi nhật ký nguyên vẹn`,
  chainBroken: (office: string, seq: number, fault: string) =>
    `✗ ${office}: chuỗi gãy ở sự kiện số ${seq} (${fault})`,
  faults: {
    NUMBER: 'thiếu hoặc thừa số thứ tự',
    CONTENT: 'nội dung đã bị sửa',
    PRIVATE_PART: 'phần riêng tư đã bị sửa',
    LINK: 'mắt xích không khớp',
    END_MISSING: 'mất các sự kiện cuối',
    LOG_MISSING: 'mất sổ ghi vị trí nhật ký của đơn vị'
  },
  userAdded: (username: string, password: string) =>
    `Đã thêm ${username}. Mật khẩu dùng lần đầu: ${password}`,
  tokenCreated: (id: string, token: string) => `Mã truy cập số ${id}, chỉ hiện lần này:\n${token}`,
  health: {
    node: (version: string) => `✓ Node.js ${version}`,
    database: (name: string) => `✓ Cơ sở dữ liệu ${name} trả lời`,
    notSetUp: '! Chưa thiết lập đơn vị nào',
    clockAhead: (at: string) => `✗ Đồng hồ máy chậm hơn sự kiện cuối cùng (${at}). Chỉnh lại giờ máy`,
    clockFine: '✓ Đồng hồ máy không lùi so với nhật ký',
    publicUrl: (url: string) => `✓ Mã QR sẽ dẫn tới ${url}`,
    publicUrlLocal: (url: string) =>
      `! Mã QR sẽ dẫn tới ${url}: điện thoại của người dân không mở được. Đặt PUBLIC_URL`
  }
} as const
