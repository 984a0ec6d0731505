/** What stands on the board in the hall, read from ten metres. */
export const displayText = {
  title: 'Bảng gọi số',
  call: 'Mời số',
  toCounter: 'đến quầy',
  last: 'Vừa gọi số',
  atCounter: 'ở quầy',
  before: 'Các số vừa gọi',
  counter: (number: number) => `Quầy ${number}`,
  ago: (minutes: number) => (minutes < 1 ? 'vừa gọi' : `${minutes} phút trước`),
  counters: 'Các quầy',
  noCounter: 'Chưa có quầy nào mở',
  paused: 'Tạm dừng',
  free: 'Đang mở',
  empty: 'Chưa có số nào được gọi',
  hours: (hours: string) => `Giờ làm việc: ${hours}`,
  stale: (time: string) => `Mất kết nối từ ${time} – thông tin có thể chưa mới. Xin nghe cán bộ gọi số.`,
  loading: 'Đang tải…'
}
