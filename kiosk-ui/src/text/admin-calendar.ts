/** The administrator's calendar of days off. */

export const DAY_KINDS: Record<string, string> = {
  holiday: 'nghỉ lễ',
  compensation: 'nghỉ bù',
  swapped_off: 'nghỉ hoán đổi',
  make_up: 'làm bù',
  undecided: 'chưa quyết định',
  working: 'ngày làm việc'
}

/** The kinds in the narrow column of the list. */
export const DAY_KINDS_SHORT: Record<string, string> = { ...DAY_KINDS, swapped_off: 'hoán đổi' }

export const KIND_HINTS: Record<string, string> = {
  holiday: 'Ngày nghỉ theo luật hoặc nghị quyết.',
  compensation: 'Nghỉ bù cho ngày lễ trùng ngày nghỉ hằng tuần.',
  swapped_off: 'Ngày làm việc được nghỉ, đổi với một ngày làm bù.',
  make_up: 'Thứ Bảy hoặc Chủ nhật đi làm, đổi với một ngày nghỉ.',
  working: 'Làm việc bình thường, không đổi gì.'
}

export const calendarText = {
  title: (year: number) => `Ngày nghỉ năm ${year}`,
  years: 'Chọn năm',
  yearChoice: (year: number, open: number) =>
    open === 0 ? String(year) : `${year}: ${open} mục chưa quyết định`,
  print: 'In lịch năm',
  add: 'Thêm ngày',
  month: (month: number) => `Tháng ${month}`,
  today: 'hôm nay',
  weekend: 'số nhạt: cuối tuần',
  legend: 'Chú giải',
  open: (count: number) => `${count} mục chưa quyết định`,
  decide: 'Ghi quyết định',
  decideFor: (title: string) => `Ghi quyết định: ${title}`,
  noneOpen: 'Đã quyết định đủ',
  noneOpenLead: 'Không còn ngày nào chờ văn bản trong các năm đã nhập.',
  assumed: { off: 'Đang tạm tính là ngày nghỉ.', working: 'Đang tạm tính là ngày làm việc.' },
  decided: (year: number) => `Đã quyết định cho năm ${year}`,
  decidedNone: (year: number) => `Chưa có ngày nào được ghi cho năm ${year}.`,
  decidedNoneNext: 'Khi có thông báo của cơ quan có thẩm quyền, bấm “Thêm ngày” để ghi.',
  decidedCaption: 'Ngày, tên, loại',
  name: 'Tên',
  kind: 'Loại ngày',
  makesUpFor: (day: string) => `Làm bù cho ${day}`,
  swap: (day: string) => `Nghỉ, làm bù ${day}`,
  withCompensation: (name: string, day: string) => `${name}, bù ${day}`,
  standsForDay: (name: string, day: string) => `${name}, bù cho ${day}`,
  basis: (texts: readonly string[]) => `Căn cứ: ${texts.join('; ')}.`,
  shared: 'Cả tỉnh dùng chung lịch này.',
  readOnly:
    'Lịch này dùng chung cho cả tỉnh, do một đơn vị được giao cập nhật. Đơn vị của ông/bà xem được, không sửa được; thấy ngày chưa đúng thì báo đơn vị đó.',
  cell: (date: number, day: string, kind: string, name: string) =>
    `Ngày ${date}, ${day}: ${kind}${name ? `, ${name}` : ''}`,
  dayForm: {
    addTitle: 'Thêm ngày',
    editTitle: (day: string) => `Sửa ngày ${day}`,
    day: 'Ngày',
    dayWhat: 'ngày',
    dayTaken: (day: string) => `Ngày ${day} đã có trong lịch. Ghi vào đây là thay nội dung cũ.`,
    name: 'Tên ngày',
    nameHint: 'Như ghi trong văn bản, ví dụ “Quốc khánh”',
    nameMissing: 'Nhập tên ngày, ví dụ Quốc khánh',
    basis: 'Căn cứ',
    basisHint: 'Số, ký hiệu và ngày của văn bản',
    basisMissing: 'Nhập số và ngày của văn bản làm căn cứ',
    standsFor: {
      compensation: 'Nghỉ bù cho ngày lễ',
      swapped_off: 'Ngày làm bù của lần hoán đổi này',
      make_up: 'Làm bù cho ngày'
    } as Record<string, string>,
    standsForWhat: {
      compensation: 'ngày lễ được nghỉ bù',
      swapped_off: 'ngày làm bù',
      make_up: 'ngày nghỉ hoán đổi'
    } as Record<string, string>,
    kindChoose: 'Chọn loại ngày',
    kindMissing: 'Chọn loại ngày',
    makeUpWeekday: 'Ngày làm bù phải là thứ Bảy hoặc Chủ nhật',
    weekendOff:
      'Ngày này là cuối tuần, vốn đã nghỉ. Chọn “nghỉ lễ” nếu ngày lễ rơi vào đó, hoặc chọn ngày khác',
    swapPair: 'Một lần hoán đổi gồm hai ngày: ngày nghỉ và ngày làm bù. Ghi cả hai.',
    submitAdd: 'Ghi ngày này',
    submitEdit: 'Ghi thay đổi',
    remove: 'Xóa ngày này',
    removeAsk: (day: string) =>
      `Xóa ${day} khỏi lịch? Hạn trả của hồ sơ nhận từ nay sẽ tính lại không có ngày này.`,
    removeYes: (day: string) => `Xóa ${day}`,
    removeNo: 'Giữ lại'
  },
  decision: {
    lead: 'Chọn theo văn bản đã ban hành. Hạn trả của hồ sơ nhận từ nay tính theo quyết định này.',
    choose: 'Chọn cách tính',
    chooseMissing: (day: string) => `Chọn cách tính ngày ${day}`,
    nameMissing: (day: string) => `Nhập tên cho ngày ${day}`,
    swapHint: 'Nghỉ hoán đổi đi cùng một ngày làm bù: bấm “Thêm ngày của cùng văn bản” để ghi ngày làm bù.',
    addDay: 'Thêm ngày của cùng văn bản',
    added: 'thêm của cùng văn bản',
    addedWhat: 'ngày thêm của cùng văn bản',
    addedNameHint: 'Ví dụ “Làm bù ngày 23/11”',
    removeDay: 'Bỏ ngày này',
    submit: 'Ghi quyết định'
  }
}
