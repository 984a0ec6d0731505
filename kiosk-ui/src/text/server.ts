/** What the person who starts the server reads when a setting is wrong. */
export const configText = {
  port: (text: string) => `PORT: cần một số từ 0 đến 65535, đang là «${text}»`,
  logLevel: (text: string, levels: string) => `LOG_LEVEL: cần một trong ${levels}, đang là «${text}»`,
  printerNetwork: (text: string) =>
    `PRINTER_NETWORK: cần các dải địa chỉ IPv4 cách nhau bằng dấu phẩy, ví dụ 192.168.1.0/24, đang là «${text}»`,
  printerPorts: (text: string) =>
    `PRINTER_PORTS: cần các số cổng cách nhau bằng dấu phẩy, ví dụ 9100, đang là «${text}»`,
  databaseUrl: 'DATABASE_URL: cần dạng sqlite:<tệp> hoặc postgres://…',
  publicUrl: (text: string) => `PUBLIC_URL: cần một địa chỉ https://…, đang là «${text}»`,
  publicUrlNeeded:
    'PUBLIC_URL: khi NODE_ENV=production phải đặt địa chỉ mà mã QR dẫn tới, ví dụ https://motcua.example.vn',
  publicUrlInsecure: 'PUBLIC_URL: khi NODE_ENV=production phải là https://…, vì phiên đăng nhập đi qua mạng',
  secretKey: (file: string) =>
    `SECRET_KEY_FILE: ${file} không phải khóa 32 byte dạng hex. Phục hồi tệp khóa từ bản sao lưu`,
  portTaken: (port: number) =>
    `PORT: cổng ${port} đang có chương trình khác dùng. Tắt chương trình đó hoặc đặt PORT khác`,
  clockLost: (now: string) =>
    `Đồng hồ máy chủ đang là ${now}, chắc chắn sai (thường do hết pin bo mạch). Chỉnh lại ngày giờ rồi khởi động lại`,
  databaseAway: (code: string) =>
    `DATABASE_URL: không nối được cơ sở dữ liệu (${code}). Kiểm tra địa chỉ và máy chủ cơ sở dữ liệu`
} as const

/** What the server prints when it starts. */
export const startText = {
  listening: (url: string) =>
    `Một cửa đang chạy tại ${url}\n  ${url}/thu-tuc  thủ tục hành chính, cho người dân\n  ${url}/counter  quầy tiếp nhận\n  ${url}/supervisor  theo dõi hồ sơ trễ hẹn\n  ${url}/admin    quản trị: ngày nghỉ, giờ làm việc, danh mục thủ tục`,
  setUp: (url: string) => `Chưa có đơn vị nào. Mở địa chỉ dùng một lần này để thiết lập:\n  ${url}`,
  demoAccounts: (usernames: string, password: string) =>
    `Tài khoản trình diễn: ${usernames}\nMật khẩu chung: ${password}`,
  demoDevices: (url: string, { kiosk, display }: { kiosk: string; display: string }) =>
    `Thiết bị trình diễn, mỗi mã dùng một lần:\n  ${url}/kiosk#${kiosk}    ki-ốt lấy số\n  ${url}/display#${display}  bảng gọi số`,
  demoData: (url: string) => `Dữ liệu trình diễn: ${url}`
} as const
