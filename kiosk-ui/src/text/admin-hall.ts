/** The settings of the waiting room: what the administrator reads, and what the server says about them. */

const list = (letters: readonly string[]) =>
  letters.length < 2 ? letters.join('') : `${letters.slice(0, -1).join(', ')} và ${letters.at(-1)}`

/** What people would wait in vain for, or mishear. */
export const hallWarningText = {
  rhyme: (letters: readonly string[]) =>
    `Chữ ${list(letters)} đọc lên nghe gần giống nhau, dễ nhầm khi gọi số. Lĩnh vực mới nên lấy chữ khác.`,
  like_digit: (letters: readonly string[]) =>
    `Chữ ${list(letters)} dễ đọc nhầm thành ${letters.length > 1 ? 'số 1 và số 0' : letters[0] === 'I' ? 'số 1' : 'số 0'} trên phiếu.`,
  unserved: (service: string) =>
    `Chưa quầy nào phục vụ “${service}”: người lấy số lĩnh vực này sẽ không được gọi.`,
  only_helped: (service: string) =>
    `“${service}” chỉ có quầy hỗ trợ: khi các quầy đó bận việc của mình thì số không được gọi.`
}

/** What is wrong with settings that are sent. */
export const hallFaultText = {
  groupTwice: (name: string) => `“${name}” đã có trong danh mục. Bỏ một dòng hoặc đổi tên.`,
  generalGroup: 'Giữ lại diện “Thuộc diện ưu tiên” và để đang dùng: ki-ốt cấp số ưu tiên theo diện này.',
  serviceTwice: 'Mỗi lĩnh vực chỉ ghi một lần cho một quầy.',
  noDay: 'Ngày này không có trong lịch, ví dụ đúng: 2026-11-24',
  daysTurned: 'Ngày cuối phải từ ngày đầu trở đi'
}
