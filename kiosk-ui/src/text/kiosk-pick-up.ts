import { longDayText } from './common.ts'

/** Why there is no result to fetch. */
export const pickUpText = {
  dueAt: ({ day, time }: { day: string; time: string }) =>
    `Hồ sơ chưa có kết quả, hẹn trả ${time} ${longDayText(day)}.`,
  nothing: 'Hồ sơ chưa có kết quả để nhận.',
  returned: 'Kết quả của hồ sơ này đã trả.',
  otherWay: 'Kết quả của hồ sơ này được gửi qua bưu điện hoặc trực tuyến, không trả tại quầy.'
}
