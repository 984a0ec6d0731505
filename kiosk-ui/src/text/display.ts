/** What stands on the board in the hall, read from ten metres. */
export const displayText = {
  title: 'Bảng gọi số',
  call: 'Mời số',
  toCounter: 'đến quầy',
  last: 'Vừa gọi số',
  atCounter: 'ở quầy',
  before: 'Các số vừa gọi',
  counter: (number: number) => `Quầy ${number}`,
  calling: 'đang gọi',
  ago: (minutes: number) => {
    if (minutes < 1) return 'vừa gọi'
    return minutes < 60 ? `${minutes} phút trước` : `${Math.floor(minutes / 60)} giờ trước`
  },
  counters: 'Các quầy',
  noCounter: 'Chưa có quầy nào mở',
  paused: 'Tạm dừng',
  free: 'Đang mở',
  empty: 'Chưa có số nào được gọi',
  hours: (hours: string) => `Giờ làm việc: ${hours}`,
  announcements: 'Thông báo',
  stale: (time: string) => `Mất kết nối từ ${time} – thông tin có thể chưa mới. Xin nghe cán bộ gọi số.`,
  faulty: 'Bảng đang gặp lỗi – số gọi sau có thể chưa hiện. Xin nghe cán bộ gọi số.',
  faultTitle: 'Bảng đang gặp lỗi',
  fault: 'Bảng tự mở lại sau ít giây. Xin nghe cán bộ gọi số.',
  emergency: 'Thông báo khẩn',
  loading: 'Đang tải…'
}

/** Whether the board can be heard, and how whoever stands before it sets that. */
export const voiceText = {
  off: 'ÂM THANH TẮT',
  blocked:
    'Trình duyệt chặn âm thanh cho đến khi có người chạm vào. Bấm “Bật âm thanh”. Để lần sau tự bật, mở trình duyệt với',
  flag: '--autoplay-policy=no-user-gesture-required',
  missing: 'Không tải được bản ghi giọng đọc, hoặc máy không có loa. Kiểm tra loa; bảng tự thử lại mỗi phút.',
  turnOn: 'Bật âm thanh',
  settings: 'Cài đặt giọng đọc của bảng này',
  speaks: 'Bảng này đọc số',
  speaksHint: 'Trong một phòng có nhiều bảng, chỉ để một bảng đọc.',
  volume: 'Âm lượng',
  quiet: 'Giờ nhỏ tiếng',
  quietHint: 'Đặt hai giờ giống nhau nếu không cần.',
  from: 'từ',
  until: 'đến',
  quietVolume: 'Âm lượng trong giờ nhỏ tiếng',
  percent: (amount: number) => `${amount}%`,
  counters: 'Đọc số của các quầy',
  countersHint: 'Không chọn quầy nào: đọc số của mọi quầy.',
  tryOut: 'Nghe thử',
  done: 'Xong'
}
