/** What staff read when somebody at a kiosk asks for a person. */
export const helpCallText = {
  asks: (device: string, minutes: number) =>
    minutes === 0
      ? `${device} cần người hướng dẫn, vừa gọi`
      : `${device} cần người hướng dẫn, ${minutes} phút`,
  come: 'Tôi đến ngay',
  key: 'Đến ki-ốt đang cần người',
  coming: (devices: string) => `Ông/bà đang đến ${devices}. Người dân đã được báo.`
}
