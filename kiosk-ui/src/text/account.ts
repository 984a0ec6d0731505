/** What is wrong with what was typed for a person's account. */
export const accountText = {
  username: 'Tên đăng nhập gồm chữ thường không dấu, số, dấu chấm hoặc gạch, từ 3 đến 50 ký tự',
  name: 'Nhập họ và tên'
} as const
