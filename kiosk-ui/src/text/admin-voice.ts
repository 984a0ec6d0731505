/** The recordings of which the board puts its calls together. */
export const adminVoiceText = {
  title: 'Giọng đọc',
  lead: 'Bảng gọi số ghép các bản ghi dưới đây thành lời mời. Giọng kèm theo do máy đọc, chỉ dùng tạm; nên thay bằng giọng người.',
  how: 'Thay bằng bản ghi của cơ quan',
  steps: [
    'Nhờ một người đọc rõ ràng ghi từng dòng trong danh sách vào một tệp riêng: phòng yên tĩnh, cùng một khoảng cách, cắt khoảng lặng ở hai đầu.',
    'Đặt tên tệp đúng như cột “Tên tệp”, đuôi opus, ogg, m4a, mp3 hoặc wav, mỗi tệp không quá 2 MB và không dài quá 6 giây.',
    'Chép các tệp vào thư mục data/voice trên máy chủ (hoặc thư mục ghi trong VOICE_DIR), rồi tải lại bảng gọi số.'
  ],
  fallback: 'Tệp nào thiếu hoặc hỏng thì bảng dùng bản kèm theo cho riêng tệp đó.',
  unreadable: 'Tệp manifest.json trong thư mục giọng đọc không đọc được. Các tệp đặt đúng tên vẫn được dùng.',
  speaker: (name: string) => `Người đọc: ${name}`,
  counted: (own: number, all: number) => `${own} trong ${all} bản ghi là của cơ quan`,
  file: 'Tên tệp',
  text: 'Lời đọc',
  seconds: 'Độ dài',
  source: 'Đang dùng',
  office: 'bản ghi của cơ quan',
  shipped: 'bản kèm theo',
  length: (seconds: number | null) =>
    seconds === null ? '–' : `${seconds.toFixed(2).replace('.', ',')} giây`,
  play: (text: string) => `Nghe: ${text}`,
  listen: 'Nghe'
}
