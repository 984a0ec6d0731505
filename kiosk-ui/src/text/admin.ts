/** The shell of the administrator's screens and its first page. */

export const adminText = {
  title: 'Quản trị',
  home: 'Việc cần làm',
  procedures: 'Thủ tục',
  calendar: 'Ngày nghỉ',
  hours: 'Giờ làm việc',
  hall: 'Phòng chờ',
  devices: 'Thiết bị',
  homeLead: 'Những chỗ máy chủ không tự quyết được, cần người có thẩm quyền ghi vào.',
  openQuestions: (count: number) =>
    count === 0 ? 'ngày nghỉ: đã quyết định đủ' : 'mục ngày nghỉ chưa quyết định',
  attention: (count: number) => (count === 0 ? 'thủ tục: không có gì cần xem' : 'thủ tục cần xem lại'),
  hoursNow: 'Giờ làm việc hiện nay',
  toHours: 'Đến giờ làm việc'
}
