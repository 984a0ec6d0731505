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
    `Chưa quầy nào phục vụ “${service}”: người lấy số lĩnh vực này sẽ không được gọi.`
}

/** What is wrong with settings that are sent. */
export const hallFaultText = {
  groupTwice: (name: string) => `“${name}” đã có trong danh mục. Bỏ một dòng hoặc đổi tên.`,
  generalGroup:
    'Giữ lại diện “Thuộc diện ưu tiên” và để đang dùng, cho người không muốn nói rõ lý do ở nơi đông người.',
  tooManyGroups: (most: number) => `Ki-ốt hiện được nhiều nhất ${most} diện. Thôi dùng bớt một số diện.`,
  serviceTwice: 'Mỗi lĩnh vực chỉ ghi một lần cho một quầy.',
  noDay: 'Ngày này không có trong lịch, ví dụ đúng: 2026-11-24',
  daysTurned: 'Ngày cuối phải từ ngày đầu trở đi'
}

interface Rules {
  priorityMode: 'strict' | 'interleaved'
  ordinaryPerPriority: number
  mostOrdinaryWait: number
  absentReturnsAfter: number | null
  mostAbsences: number
  promisedWait: number
  promisedShare: number
  appointmentGrace: number
}

/** The rules of the waiting room as officers and citizens read them, one sentence each. */
export const ruleSentences = {
  order: ({ priorityMode, ordinaryPerPriority, mostOrdinaryWait }: Rules) =>
    priorityMode === 'interleaved'
      ? `Ở mỗi quầy, cứ gọi ${ordinaryPerPriority} số thường thì gọi 1 số ưu tiên.`
      : `Số ưu tiên được gọi trước. Người lấy số thường đã chờ quá ${mostOrdinaryWait} phút thì được gọi xen kẽ với số ưu tiên.`,
  fairness: 'Trong cùng một loại, ai lấy số trước được gọi trước. Không ai phải chờ mãi.',
  absence: ({ absentReturnsAfter, mostAbsences }: Rules) => {
    const back =
      absentReturnsAfter === null
        ? 'Gọi mà vắng mặt thì khi quay lại hãy báo cán bộ để được xếp lại vào hàng, không cần lấy số mới.'
        : `Gọi mà vắng mặt thì được gọi lại sau ${absentReturnsAfter} số nữa của cùng lĩnh vực, không cần lấy số mới.`
    return `${back} Vắng mặt ${mostAbsences} lần thì số hết hiệu lực.`
  },
  promise: ({ promisedWait, promisedShare }: Rules) =>
    `Cơ quan phấn đấu ${promisedShare} trong 100 người được gọi trong vòng ${promisedWait} phút.`,
  appointment: ({ appointmentGrace }: Rules) =>
    appointmentGrace === 0
      ? 'Có lịch hẹn và đến đúng giờ thì được gọi như số ưu tiên; đến trễ thì chờ như số thường.'
      : `Có lịch hẹn và đến trễ không quá ${appointmentGrace} phút thì được gọi như số ưu tiên; trễ hơn thì chờ như số thường.`
}

/** The administrator's pages of the waiting room. */
export const hallText = {
  section: 'Phòng chờ',
  pages: 'Các trang của phòng chờ',
  overtakenTitle: 'Người khác vừa ghi trước',
  overtaken:
    'Nội dung ông/bà nhập vẫn còn nguyên bên dưới và chưa được ghi. Xem nội dung mới, hoặc ghi lần nữa nếu vẫn muốn thay.',
  warnings: (count: number) => `${count} điều cần xem lại`,
  up: 'Lên',
  down: 'Xuống',
  remove: 'Bỏ',
  rules: {
    title: 'Quy tắc gọi số',
    lead: 'Chưa tìm thấy văn bản nào quy định chung thứ tự gọi số ở bộ phận một cửa. Cơ quan quyết định, và nên niêm yết.',
    priority: 'Số ưu tiên',
    mode: 'Thứ tự gọi',
    modes: { interleaved: 'Xen kẽ', strict: 'Ưu tiên trước' },
    modeHints: {
      interleaved:
        'Sau mỗi vài số thường, quầy gọi một số ưu tiên. Cả hai hàng đều đi; người ưu tiên chờ ngắn hơn. Nên dùng khi có nhiều người thuộc diện ưu tiên.',
      strict:
        'Có số ưu tiên là gọi trước mọi số thường. Nhanh nhất cho người ưu tiên; khi có nhiều người ưu tiên, số thường chờ lâu, nên có giới hạn bên dưới.'
    },
    ordinaryPerPriority: 'Số thường gọi giữa hai số ưu tiên',
    mostOrdinaryWait: 'Số thường chờ nhiều nhất (phút)',
    mostOrdinaryWaitHint: 'Quá giới hạn này thì được gọi xen kẽ với số ưu tiên',
    absence: 'Vắng mặt khi được gọi',
    returns: 'Số vắng mặt tự quay lại hàng',
    absentReturnsAfter: 'Sau bao nhiêu lượt gọi của cùng lĩnh vực',
    mostAbsences: 'Vắng mặt mấy lần thì hết hiệu lực',
    promise: 'Mức phấn đấu về thời gian chờ',
    promiseHint: 'Máy dựa vào đây để gợi ý cần mở mấy quầy. Hệ thống không tự đặt mức này cho cơ quan.',
    promisedWait: 'Được gọi trong vòng (phút)',
    promisedShare: 'Bao nhiêu trong 100 người',
    appointments: 'Lịch hẹn và trả kết quả',
    appointmentGrace: 'Đến trễ bao nhiêu phút vẫn được gọi theo hẹn',
    pickUp: 'Lĩnh vực của số nhận kết quả',
    pickUpHint: 'Người quét giấy hẹn ở ki-ốt nhận số của lĩnh vực này, chờ ở quầy giữ kết quả',
    pickUpNone: 'Theo tên: lĩnh vực có chữ “kết quả”',
    alwaysOpen: 'Cấp số cả ngoài giờ làm việc',
    alwaysOpenHint: 'Chỉ dùng để trình diễn hoặc tập huấn',
    read: 'Người dân và cán bộ sẽ đọc',
    number: (what: string, least: number, most: number) => `${what}: nhập số từ ${least} đến ${most}`,
    submit: 'Ghi quy tắc'
  },
  priority: {
    title: 'Diện ưu tiên',
    lead: 'Ki-ốt hiện các diện đang dùng theo thứ tự này và không hỏi giấy tờ. “Thuộc diện ưu tiên” dành cho người không muốn nói rõ lý do ở nơi đông người.',
    law: 'Chưa tìm thấy văn bản nào quy định chung danh mục ưu tiên lấy số ở bộ phận một cửa; danh mục dưới đây là những diện thường dùng. Cơ quan quyết định, và nên niêm yết.',
    group: (index: number) => `Diện ${index}`,
    name: 'Tên diện',
    basis: 'Căn cứ, cách xác định',
    active: 'Đang dùng',
    add: 'Thêm diện',
    nameMissing: (index: number) => `Nhập tên của diện thứ ${index}, bằng chữ`,
    general: 'Luôn dùng',
    submit: 'Ghi danh mục'
  },
  counters: {
    title: 'Quầy và lĩnh vực',
    matrix: 'Quầy nào phục vụ lĩnh vực nào',
    matrixLead:
      '“Phục vụ”: quầy gọi số của lĩnh vực này. “Hỗ trợ”: chỉ gọi khi không còn ai chờ lĩnh vực của chính quầy, hoặc khi quầy phục vụ lĩnh vực đó đang đóng.',
    counter: 'Quầy',
    counterName: (number: number, name: string) => `${number}. ${name}`,
    service: (letter: string, name: string) => `${letter}. ${name}`,
    cell: (counter: number, service: string) => `Quầy ${counter}, ${service}`,
    states: { serves: 'Phục vụ', helps: 'Hỗ trợ', none: 'Không' },
    noneLeft: (number: number) => `Quầy ${number} phải phục vụ hoặc hỗ trợ ít nhất một lĩnh vực`,
    submit: 'Ghi phân công',
    unsaved: (count: number) => (count === 0 ? 'Chưa đổi quầy nào' : `${count} quầy đã đổi, chưa ghi`),
    undo: 'Bỏ thay đổi',
    addCounter: 'Thêm quầy',
    addCounterTitle: 'Thêm quầy',
    counterNumber: 'Số quầy',
    counterNumberHint: 'Số đọc trên loa và ghi trên bảng, từ 1 đến 99',
    counterNumberWrong: 'Nhập số quầy từ 1 đến 99',
    nameLabel: 'Tên quầy',
    nameHint: 'Ví dụ “Hộ tịch, chứng thực”',
    nameMissing: 'Nhập tên',
    services: 'Lĩnh vực lấy số',
    letter: 'Chữ',
    serviceName: 'Lĩnh vực',
    mostPerDay: 'Nhiều nhất một ngày',
    unlimited: 'không giới hạn',
    perDay: (most: number) => `${most} số`,
    setLimit: 'Đặt giới hạn',
    limitTitle: (service: string) => `Số cấp trong ngày: ${service}`,
    limit: 'Cấp nhiều nhất bao nhiêu số một ngày',
    limitHint: 'Bỏ trống: không giới hạn. Hết số thì ki-ốt nói rõ và mời quay lại hôm sau.',
    limitWrong: 'Nhập số từ 1 đến 999, hoặc bỏ trống',
    limitSubmit: 'Ghi giới hạn',
    addService: 'Thêm lĩnh vực',
    letterLabel: 'Chữ cái đứng đầu số',
    letterHint: (free: readonly string[]) =>
      free.length > 0
        ? `Nên chọn một trong các chữ nghe không lẫn: ${free.join(', ')}`
        : 'Mọi chữ không lẫn đã dùng; chọn chữ nào cũng phải nghe kỹ',
    letterWrong: 'Nhập một chữ cái từ A đến Z',
    add: 'Thêm',
    rename: 'Đổi tên',
    renameCounter: (number: number) => `Đổi tên quầy ${number}`,
    renameService: (letter: string) => `Đổi tên lĩnh vực ${letter}`,
    renameServiceHint: 'Số đã cấp và thống kê của những ngày trước vẫn ghi tên cũ',
    renameSubmit: 'Ghi tên'
  },
  announcements: {
    title: 'Thông báo',
    lead: 'Chạy ở dòng cuối của bảng gọi số, giữa các lượt gọi. Khi gọi số thì ẩn đi.',
    item: (index: number) => `Thông báo ${index}`,
    text: 'Nội dung',
    from: 'Từ ngày',
    until: 'Đến hết ngày',
    dayHint: 'Bỏ trống: luôn hiện',
    add: 'Thêm thông báo',
    none: 'Chưa có thông báo nào.',
    textMissing: (index: number) => `Nhập nội dung của thông báo ${index}`,
    textLong: (index: number, letters: number, most: number) =>
      `Thông báo ${index} dài ${letters} ký tự, rút ngắn còn nhiều nhất ${most} ký tự`,
    dayWrong: (index: number) => `Thông báo ${index}: ngày này không có trong lịch, ví dụ đúng: 24/11/2026`,
    daysTurned: (index: number) => `Thông báo ${index}: ngày cuối phải từ ngày đầu trở đi`,
    submit: 'Ghi thông báo',
    preview: 'Trên bảng gọi số',
    emergency: 'Thông báo khẩn',
    emergencyLead:
      'Che toàn bộ bảng và ki-ốt cho đến khi kết thúc. Dùng khi cháy, phải sơ tán, hoặc diễn tập.',
    raise: 'Phát thông báo khẩn',
    raiseTitle: 'Phát thông báo khẩn',
    raiseText: 'Nội dung, ngắn và nói rõ phải làm gì',
    raiseHint: 'Ví dụ “Có cháy. Mời mọi người ra cửa chính, không dùng thang máy.”',
    raiseMissing: 'Nhập nội dung thông báo khẩn',
    raiseLong: (letters: number, most: number) =>
      `Thông báo khẩn dài ${letters} ký tự, rút ngắn còn nhiều nhất ${most} ký tự để đọc được từ xa`,
    raisedMeanwhile: (standing: string) =>
      `Người khác vừa phát thông báo khẩn: “${standing}”. Phát nội dung dưới đây sẽ thay thông báo đó.`,
    endedMeanwhile:
      'Người khác vừa kết thúc thông báo khẩn. Phát nội dung dưới đây sẽ bắt đầu một thông báo khẩn mới.',
    change: 'Sửa thông báo khẩn',
    changeTitle: 'Sửa thông báo khẩn',
    raiseSubmit: 'Phát ngay cho mọi màn hình',
    standing: (time: string) => `Đang phát từ ${time}`,
    end: 'Kết thúc thông báo khẩn'
  }
} as const
