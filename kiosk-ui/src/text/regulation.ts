import { dayText } from './common.ts'

/** What the administrator reads about the rules of law: their names, their values, and what a value must be. */
export const regulationText = {
  decreeParameters: {
    slipAboveWorkingDays: 'Phải có giấy tiếp nhận khi thời hạn dài hơn (ngày làm việc)',
    slipForImmediateResult: 'Giấy tiếp nhận khi trả kết quả ngay',
    slipOnRequest: 'Người nộp yêu cầu thì phải cấp giấy tiếp nhận',
    immediateDossierRecorded: 'Hồ sơ trả kết quả ngay vẫn phải vào sổ',
    clockStart: 'Thời hạn bắt đầu tính từ',
    clockStartElsewhere: 'Thời hạn của hồ sơ do nơi khác nhận hộ bắt đầu tính từ',
    receiptDayCounted: 'Tính cả ngày nhận hồ sơ vào thời hạn',
    calendarTermOnRestDay: 'Thời hạn theo ngày lịch kết thúc vào ngày nghỉ',
    termCutOff: 'Giờ chốt chung của ngày nhận hồ sơ',
    forwardingCutOff: 'Giờ chốt chuyển hồ sơ trong ngày',
    supplementMaxRequests: 'Số lần được yêu cầu bổ sung',
    supplementNoticeWorkingDays: 'Hạn gửi yêu cầu bổ sung (ngày làm việc, từ khi nhận)',
    supplementThroughCounter: 'Yêu cầu bổ sung phải qua bộ phận một cửa',
    termAfterSupplement: 'Thời hạn sau khi bổ sung đủ',
    supplementExpiryWorkingDays: 'Hết hạn bổ sung sau (ngày làm việc)',
    supplementExpiryApplies: 'Áp dụng hết hạn bổ sung',
    stopOnRequest: 'Dừng giải quyết theo yêu cầu của người nộp',
    stopByAgency: 'Cơ quan dừng giải quyết',
    withdrawOnRequest: 'Người nộp rút hồ sơ',
    refusalWithinTerm: 'Từ chối giải quyết phải trong thời hạn',
    apologyLeadDays: 'Xin lỗi trước ngày hẹn trả ít nhất',
    apologyLeadUnit: 'Đơn vị của thời gian xin lỗi trước',
    apologyLeadOnRestDay: 'Hạn gửi thư xin lỗi rơi vào ngày nghỉ',
    apologyMaxNewDates: 'Số lần được hẹn lại ngày trả',
    apologyIssuer: 'Nơi gửi thư xin lỗi',
    apologySigner: 'Người ký thư xin lỗi',
    apologyToldToCounterInWriting: 'Báo bộ phận một cửa bằng văn bản',
    apologyStatesReason: 'Thư xin lỗi phải nêu lý do',
    apologyStatesNewDate: 'Thư xin lỗi phải nêu ngày trả mới',
    newDateToldBy: 'Nơi báo ngày trả mới cho người nộp',
    newDateChannels: 'Cách báo ngày trả mới',
    lateReasonReported: 'Phải báo cáo nguyên nhân hồ sơ trễ hạn',
    lateReasonReportedTo: 'Nơi nhận báo cáo nguyên nhân trễ hạn',
    apologyForLostDossier: 'Làm mất hồ sơ phải xin lỗi',
    apologyForMisconduct: 'Cán bộ vi phạm thì người đứng đầu phải xin lỗi',
    earlyResultAnnounced: 'Trả kết quả sớm phải báo người nộp trước',
    receptionElsewhere: 'Nhận hồ sơ không phụ thuộc địa giới',
    retentionYears: 'Số năm lưu hồ sơ'
  },

  formSetParameters: {
    inForceFrom: 'Ngày bắt đầu dùng bộ biểu mẫu',
    counterMark: 'Tên viết tắt của bộ phận sau ký hiệu',
    registerScope: 'Phạm vi của một quyển sổ theo dõi',
    registerNumbering: 'Cách đánh số trong sổ theo dõi',
    registerMustBePrinted: 'Sổ theo dõi phải in ra giấy',
    notScanned: 'Giấy tờ không phải quét',
    dossierCodes: 'Các dạng mã hồ sơ'
  },

  formParameters: {
    title: (number: string) => `Tên Mẫu số ${number}`,
    numberMark: (number: string) => `Ký hiệu trong số của Mẫu số ${number}`,
    paper: (number: string) => `Khổ giấy của Mẫu số ${number}`
  },

  formBody: (number: string) => `Nội dung Mẫu số ${number}`,

  wants: {
    yesNo: 'Chọn có (true) hoặc không (false)',
    day: 'Nhập một ngày có trong lịch, dạng 2025-09-15',
    wholeNumber: (least: number, most: number) => `Nhập số nguyên từ ${least} đến ${most}`,
    text: (most: number) => `Nhập chữ, không để trống, nhiều nhất ${most} ký tự`,
    choice: (values: readonly string[]) => `Chọn một trong các giá trị: ${values.join(', ')}`,
    choices: (values: readonly string[]) => `Chọn các giá trị không trùng nhau trong: ${values.join(', ')}`,
    orNone: (wants: string) => `${wants}, hoặc để trống (null)`,
    cutOff:
      'Nhập { kind: hour, minute: phút trong ngày } hoặc { kind: last_hours, hours: số giờ từ 1 đến 8 }',
    mark: 'Nhập chữ hoa, chữ số hoặc dấu gạch nối, nhiều nhất 20 ký tự',
    dossierCodes: 'Mỗi dạng mã cần template, accepts (biểu thức từ ^ đến $) và example khớp với accepts'
  },

  unknownParameter: 'Không có quy định nào mang tên này. Chọn một tên trong danh sách quy định.',
  unknownForms: 'Không có bộ biểu mẫu này. Nhập mã của một bộ biểu mẫu đang có.',
  formsNeeded: 'Nhập mã của bộ biểu mẫu cần sửa ngày bắt đầu dùng, ví dụ tt-03-2025',
  effectiveInPast: (today: string) => `Chọn ngày từ hôm nay, ${dayText(today)}, trở đi`,
  effectiveIsValue: 'Nhập cùng một ngày ở giá trị và ở ngày áp dụng',
  dayAfter: ({ name, effectiveFrom }: Version) =>
    `Chọn ngày sau ${dayText(effectiveFrom)}, ngày bắt đầu của ${name}`,
  dayBefore: ({ name, effectiveFrom }: Version) =>
    `Chọn ngày trước ${dayText(effectiveFrom)}, ngày bắt đầu của ${name}`
} as const

interface Version {
  name: string
  effectiveFrom: string
}
