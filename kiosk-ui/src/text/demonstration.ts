/** What people of the demonstration wrote; invented, as they are. */
export const demonstrationText = {
  announcements: [
    'Ông/bà chuẩn bị sẵn căn cước và giấy tờ đã ghi trong phiếu hướng dẫn.',
    'Cần giúp điền tờ khai hoặc nộp hồ sơ qua mạng, mời đến bàn hướng dẫn cạnh cửa vào.'
  ],
  supplement: {
    items: ['Bản chính giấy tờ chứng minh nơi ở hợp pháp', 'Tờ khai có đủ chữ ký của những người có tên'],
    reason: 'Giấy tờ nộp lần đầu là bản chụp không có chứng thực, tờ khai còn thiếu một chữ ký.'
  },
  refusal: 'Việc này thuộc thẩm quyền của nơi đăng ký trước đây. Đã hướng dẫn nơi nộp.',
  withdrawal: 'Công dân đã tìm lại được giấy tờ cũ.',
  stop: 'Công dân đề nghị dừng để bổ sung nội dung đăng ký, sẽ nộp hồ sơ mới.',
  apology: {
    reasonCode: 'xac_minh_thuc_dia',
    reason: 'Phải xác minh lại tại khu phố vì thông tin cư trú của người cùng hộ chưa thống nhất.'
  },
  signature: { signer: 'Trịnh Văn Ửng', signerTitle: 'Giám đốc Trung tâm' }
} as const
