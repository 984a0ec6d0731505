/** What stands on every public page. */
export const publicPageText = {
  official: (host: string) => `Trang chính thức: ${host}`,
  notFoundTitle: 'Không tìm thấy trang',
  notFound: 'Địa chỉ có thể bị gõ thiếu, hoặc trang không còn nữa.',
  home: 'Xem danh sách thủ tục hành chính'
} as const
