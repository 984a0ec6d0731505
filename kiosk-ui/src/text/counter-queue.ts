/** The counter and the queue before it: the own counter, who is called and served, and who waits. */

/** Said of whoever goes first without a word about why. */
const PRIORITY_UNNAMED = 'ưu tiên'

export const counterText = {
  title: 'Quầy tiếp nhận',
  counter: (number: number) => `Quầy ${number}`,
  rail: 'Người đang được phục vụ và hàng chờ',
  helpRail: 'Thông tin giúp việc',

  // the own counter
  choose: 'Chọn quầy làm việc',
  chooseLead: 'Bấm phím số của quầy. Quầy được nhớ trên máy này; đổi quầy bằng F6 khi không có ai ở quầy.',
  changeLead: (number: number) =>
    `Bấm phím số của quầy. Quầy ${number} được đóng khi mở quầy khác. Giữ quầy ${number} thì bấm Esc hoặc F6.`,
  backTo: (number: number) => `Về quầy ${number}`,
  ownStates: {
    closed: 'quầy của máy này, đang đóng',
    open: 'quầy của ông/bà, đang mở',
    paused: 'quầy của ông/bà, tạm dừng'
  },
  stays: (number: number) => `Quầy ${number} chưa đóng được, ông/bà vẫn ở quầy này`,
  staysBusy: (number: number, ticket: string) =>
    `Quầy ${number} đang có số ${ticket}. Kết thúc (F7) hoặc cho tạm chờ (Alt+T) rồi mới đổi quầy.`,
  counterStates: { closed: 'đang đóng', open: 'đang mở', paused: 'tạm dừng' },
  withOfficer: (name: string) => `có ${name}`,
  noCounters: 'Đơn vị chưa có quầy nào',
  noCountersNext: 'Nhờ quản trị viên thêm quầy, rồi tải lại trang.',
  closed: 'Quầy đang đóng',
  closedNext: 'Mở quầy để bảng gọi số và người dân biết quầy có người.',
  open: 'Mở quầy',
  paused: 'Quầy tạm dừng',
  reopen: 'Mở lại quầy',
  pause: 'Tạm dừng hoặc đóng quầy',
  pauseWhy: 'Lý do, hiện trên bảng gọi số',
  pauseReasons: ['Nghỉ ăn trưa', 'Họp', 'Hỗ trợ quầy khác', 'Xử lý hồ sơ'],
  close: 'Đóng quầy',
  closeHint: 'Đóng quầy khi hết giờ làm việc. Quầy còn số đang phục vụ thì kết thúc số đó trước.',
  taken: 'Có cán bộ khác',
  callPaused: 'Quầy đang tạm dừng – Ctrl+Enter để mở lại.',
  callClosed: 'Quầy đang đóng – Ctrl+Enter để mở.',
  /** What the own counter is, with nobody at it. */
  states: { closed: 'Quầy đang đóng', open: 'Quầy trống', paused: 'Quầy tạm dừng' },
  takenTitle: (number: number, name: string) => `Quầy ${number} đang do ${name} mở`,
  takenByOther: 'cán bộ khác',
  takenLead:
    'Mỗi quầy chỉ một cán bộ ngồi, để mỗi số chỉ được gọi về một nơi. Người đó đã rời quầy thì nhận quầy; còn ngồi đó thì chọn quầy khác.',
  takeOver: 'Nhận quầy',
  otherCounter: 'Chọn quầy khác',

  // signing out
  signOutTitle: (number: number) => `Đăng xuất thì quầy ${number} vẫn mở`,
  signOutTicket: (number: string) =>
    `Số ${number} còn ở quầy. Kết thúc (F7) hoặc cho tạm chờ (Alt+T) rồi đăng xuất thì quầy tự đóng. Đăng xuất bây giờ thì bảng gọi số vẫn ghi quầy mở dưới tên ông/bà.`,
  signOutDraft:
    'Hồ sơ đang soạn chưa tiếp nhận sẽ bị bỏ, và bảng gọi số vẫn ghi quầy mở dưới tên ông/bà. Kết thúc (F7) rồi đăng xuất thì quầy tự đóng.',
  signOutRefused: (why: string) => `Quầy chưa đóng được: ${why}`,
  signOutYes: 'Đăng xuất, để quầy mở',
  signOutNo: 'Ở lại quầy',

  // the person at the counter
  serving: 'Đang phục vụ',
  called: 'Đã gọi, chưa tới',
  minute: (count: number) => `phút thứ ${count}`,
  justDone: (number: string, minutes: number) => `${number} vừa xong, ${minutes} phút.`,
  calledAt: (time: string) => `lúc ${time}`,
  priority: (group: string) => (group === PRIORITY_UNNAMED ? 'Ưu tiên' : `Ưu tiên: ${lowered(group)}`),
  /** A group is never shown by its code; one that only says that it goes first needs no more words. */
  priorityName: (name: string | undefined) =>
    name === undefined || /ưu tiên/i.test(name) ? PRIORITY_UNNAMED : lowered(name),
  codesOfTurn: 'Hồ sơ của lượt này',
  slipMissing: 'Chưa giao phiếu hẹn',
  walkIn: 'Không lấy số',
  absentAgain: 'Bấm lần nữa',
  recalled: (number: string, time: string) => `Đã gọi lại ${number} lúc ${time}.`,
  absentDone: (number: string) => `Đã ghi ${number} vắng mặt.`,
  parkedDone: (number: string) => `${number} tạm chờ. Người đó quay lại thì bấm “Tiếp tục” (Alt+V).`,
  cancelDone: (number: string) => `Đã hủy số ${number}.`,
  transferDone: (number: string, to: string) => `Đã chuyển ${number} tới ${to}.`,
  resumedDone: (number: string) => `${number} đã vào lại hàng, được gọi trước.`,
  busyServing: (number: string) => `Đang phục vụ ${number}. Kết thúc (F7) trước, rồi mới gọi số tiếp theo.`,
  busyCalled: (number: string) =>
    `${number} đã được gọi. Gọi lại (F3), báo vắng (F4 hai lần), hoặc bắt đầu tiếp nhận (Ctrl+Enter).`,
  busyWalkIn: 'Đang soạn một hồ sơ. Tiếp nhận hoặc bỏ hồ sơ này trước, rồi mới gọi số tiếp theo.',

  // what had no answer while the server was away
  recorded: (time: string) => `Đã nối lại. Thao tác lúc ${time} đã được ghi.`,
  notRecorded: (time: string) => `Đã nối lại. Thao tác lúc ${time} chưa được ghi; cần thì bấm lại.`,
  notRecordedHere: {
    title: 'Chưa ghi',
    detail: 'Đã nối lại với máy chủ, thao tác vừa rồi chưa được ghi. Bấm lại.'
  },

  // a ticket that was scanned
  scannedOld: (number: string) => `Số ${number} không phải của hôm nay. Mời lấy số mới.`,
  scannedWaits: (number: string) => `Số ${number} đang chờ. Kết thúc người đang phục vụ rồi mới gọi được.`,
  scannedElsewhere: (number: string, counter: number) => `Số ${number} đang ở quầy ${counter}.`,
  scannedFinished: (number: string) => `Số ${number} đã phục vụ xong.`,
  scannedCancelled: (number: string) => `Số ${number} đã hủy. Mời lấy số mới.`,
  scannedUnknown: 'Mã vừa quét không phải số của đơn vị này.',

  // ending
  finishButton: (hasTicket: boolean) => (hasTicket ? 'Kết thúc phục vụ' : 'Về hàng chờ'),
  finishCalled: (number: string) => `Kết thúc ${number} khi chưa bắt đầu tiếp nhận?`,
  finishCalledLead:
    'Dùng khi việc đã xong ngay lúc người dân tới quầy. Không thấy ai tới thì báo vắng (F4 hai lần).',
  finishCalledYes: 'Kết thúc luôn',
  finishCalledNo: 'Chưa kết thúc',
  finishMore: (names: string) => `Còn ${names}: làm tiếp, chuyển, hay kết thúc luôn?`,
  finishMoreLead: (number: string) =>
    `Việc này đã ghi thêm cho ${number} và chưa có hồ sơ. Chuyển thì người dân giữ số, không lấy số mới.`,
  finishMoreStay: 'Làm tiếp',
  finishMoreMove: 'Chuyển…',
  finishMoreYes: 'Kết thúc luôn',
  finishDraft: 'Hồ sơ đang soạn chưa tiếp nhận',
  finishDraftLead: (number: string) =>
    `Kết thúc phục vụ ${number} thì nội dung đã nhập bị bỏ và hồ sơ chưa được tiếp nhận.`,
  finishDraftYes: 'Bỏ nội dung và kết thúc',
  finishDraftNo: 'Làm tiếp hồ sơ',
  slipOwed: (code: string) =>
    `Hồ sơ ${code} chưa in hoặc gửi giấy tiếp nhận và hẹn trả kết quả. In, gửi, hoặc ghi lý do không giao rồi mới kết thúc.`,
  discardLead: 'Nội dung đã nhập bị bỏ và hồ sơ chưa được tiếp nhận.',
  discardYes: 'Bỏ hồ sơ',
  cancelTitle: (number: string) => `Hủy số ${number}?`,
  cancelLead: 'Số đã hủy không dùng lại được. Người dân muốn làm việc thì phải lấy số mới.',
  cancelYes: 'Hủy số',
  cancelNo: 'Giữ số'
}

/** The line before this counter. */
export const queueText = {
  queue: 'Hàng chờ của quầy',
  waiting: 'Đang chờ',
  people: 'người',
  longest: 'Chờ lâu nhất',
  minutes: 'phút',
  waited: (minutes: number) => `${minutes} phút`,
  next: 'Số tiếp theo',
  nobodyWaits: 'Chưa có ai chờ quầy này',
  nobodyWaitsNext: 'Số mới hiện ở đây ngay khi người dân lấy số.',
  waitingNow: (count: number, minutes: number) => `${count} người chờ quầy này, lâu nhất ${minutes} phút`,
  waitedSince: (minutes: number, time: string) => `Đã chờ ${minutes} phút, từ ${time}`,
  number: 'Số',
  matter: 'Việc',
  whyColumn: 'Vì sao đến lượt',
  waitedColumn: 'Đã chờ',
  actColumn: 'Trước lượt',
  callThis: (number: string) => `Gọi ${number} trước lượt`,
  callShort: 'Gọi',
  shownOf: (shown: number, all: number) => `Hiện ${shown} trong ${all} người còn lại.`,
  scanHint: 'Quét căn cước, phiếu hẹn, số thứ tự hoặc mã hồ sơ lúc nào cũng được, không cần bấm vào ô nào.',

  /** Why somebody is called next, beside the number. */
  why: {
    turn: 'đúng lượt',
    priority: 'ưu tiên',
    returning: 'quay lại',
    appointment: 'lịch hẹn',
    helping: 'hỗ trợ quầy khác',
    waited_long: 'chờ lâu'
  },
  strict: (minutes: number) =>
    `Số ưu tiên được gọi trước. Số thường chờ quá ${minutes} phút thì được gọi xen kẽ với số ưu tiên.`,
  interleaved: (ordinary: number) => `Sau ${ordinary} số thường đến 1 số ưu tiên.`,
  serves: (names: string) => `Quầy này làm: ${names}.`,
  servesAll: 'Quầy này làm mọi lĩnh vực.',
  helps: (names: string) => `Khi không có ai chờ các việc đó, hỗ trợ: ${names}.`,

  // people who are away
  away: 'Tạm chờ và vắng mặt',
  awayCount: (parked: number, absent: number) =>
    [parked && `${parked} tạm chờ`, absent && `${absent} vắng`].filter(Boolean).join(', '),
  parkedAt: (counter: string, time: string) => `tạm chờ ở ${counter} từ ${time}`,
  absentAt: (time: string, returns: boolean) =>
    returns ? `vắng lúc ${time}, tự vào lại hàng` : `vắng lúc ${time}, không tự vào lại hàng`,
  resumeParked: 'Tiếp tục',
  resumeAbsent: 'Xếp lại',
  awayNone: 'Không có ai tạm chờ hoặc vắng mặt',
  awayNoneNext: 'Người đi bổ sung giấy tờ và người được gọi mà không tới hiện ở đây.',
  awayHint: 'Bấm “Tiếp tục” hoặc “Xếp lại” khi người đó có mặt. Họ giữ số cũ và được gọi trước.',
  nowhere: 'quầy khác'
}

/** Whoever was called, until the dossier is open before the officer. */
export const turnText = {
  callTitle: (number: string) => `Mời số ${number}`,
  servingTitle: (number: string) => `Đang phục vụ ${number}`,
  callLead: 'Khi người dân tới quầy, bắt đầu tiếp nhận. Quét căn cước cũng bắt đầu ngay.',
  pickUpLead: 'Người này đến nhận kết quả. Khi họ tới quầy, mở hồ sơ để trả.',
  callNobody: 'Không thấy ai tới: gọi lại (F3), rồi báo vắng (F4 hai lần).',
  noDossierYet: 'Đang phục vụ, chưa có hồ sơ nào đang soạn.',
  startIntake: 'Bắt đầu tiếp nhận',
  openResult: (code: string) => `Trả kết quả ${code}`,
  came: 'Người dân đã tới quầy',

  waitedLabel: 'Đã chờ',
  walkedLabel: 'Tới quầy',
  servedLabel: 'Phục vụ',
  calledSince: (time: string) => `gọi từ ${time}`,
  servedSince: (time: string) => `từ ${time}`,
  notYet: 'chưa tới',
  notServed: 'chưa bắt đầu',
  times: (count: number) => `lần gọi thứ ${count}`,

  noteOfBefore: 'Lời nhắn của cán bộ trước',
  appointment: (time: string) => `Lịch hẹn lúc ${time}`,
  appointmentOf: (time: string, name: string) => `Lịch hẹn lúc ${time}, ${name}`,
  pickUp: 'Nhận kết quả',
  services: 'Người này làm',
  addService: 'Người này còn làm…',
  addServiceTitle: (number: string) => `${number} còn làm việc gì nữa?`,
  addServiceLead: 'Ghi thêm việc vào số này, người dân không phải lấy số khác.',
  addServiceNone: 'Số này đã có mọi việc của đơn vị.',
  serviceAdded: (name: string) => `Đã ghi thêm: ${name}.`,
  dossiers: 'Hồ sơ của lượt này',

  absentAdvice: (calls: number) => `Đã gọi ${calls} lần, chưa thấy ai tới`,
  absentReturns: (number: string, after: number) =>
    `Nên báo vắng (F4 hai lần). ${number} tự vào lại hàng sau ${after} lượt gọi nữa, không phải lấy số mới.`,
  absentFinal: (number: string) =>
    `Nên báo vắng (F4 hai lần). ${number} không tự vào lại hàng nữa; người đó tới thì bấm “Xếp lại” (Alt+V), không phải lấy số mới.`,
  absentUnknown: (number: string) =>
    `Nên báo vắng (F4 hai lần). Người đó tới sau thì bấm “Xếp lại” (Alt+V) cho ${number}, không phải lấy số mới.`,

  forgotten: 'Phục vụ đã lâu',
  forgottenLead: (minutes: number) =>
    `Đã ${minutes} phút. Người dân về rồi thì kết thúc (F7); đang chờ giấy tờ thì cho tạm chờ (Alt+T).`
}

export const transferText = {
  title: (number: string) => `Chuyển số ${number}`,
  lead: 'Giữ nguyên số và thời gian đã chờ, người dân không lấy số mới.',
  draftLost: 'Hồ sơ đang soạn chưa tiếp nhận sẽ bị bỏ.',
  to: 'Chuyển tới',
  kinds: { service: 'Lĩnh vực khác', counter: 'Một quầy', officer: 'Một cán bộ' },
  service: 'Lĩnh vực',
  counter: 'Quầy',
  officer: 'Cán bộ',
  choose: 'Chọn nơi chuyển tới',
  counterOption: (number: number, name: string, state: string) => `Quầy ${number}, ${name} (${state})`,
  officerHere: (name: string, counter: number, state: string) => `${name} (quầy ${counter}, ${state})`,
  officerAway: (name: string) => `${name} (không ngồi quầy nào)`,
  counterAway: (number: number, state: string) =>
    `Quầy ${number} ${state}: quầy nào nhận việc này cũng gọi được số này, kể cả quầy của ông/bà.`,
  officerNotThere: (name: string) =>
    `${name} không ngồi quầy nào đang mở: quầy nào nhận việc này cũng gọi được số này, kể cả quầy của ông/bà.`,
  note: 'Lời nhắn cho cán bộ tiếp theo (không bắt buộc)',
  noteHint: 'Chỉ cán bộ đọc được.',
  missing: 'Chọn lĩnh vực, quầy hoặc cán bộ để chuyển tới',
  noteLong: 'Viết lời nhắn ngắn hơn, nhiều nhất 300 chữ',
  submit: (number: string) => `Chuyển ${number}`
}

export const skipText = {
  title: 'Gọi trước lượt',
  lead: 'Lãnh đạo thấy số được gọi trước, bao nhiêu người bị vượt qua và lý do.',
  number: 'Số cần gọi',
  numberHint: 'Gõ các chữ số là đủ, ví dụ 105',
  found: 'Số đang chờ',
  none: 'Không có số nào như vậy đang chờ. Xem lại số trên vé, hoặc tìm ở “Tạm chờ và vắng mặt” (Alt+V).',
  more: (count: number) => `Còn ${count} số nữa. Gõ thêm chữ số.`,
  option: (number: string, service: string, minutes: number) => `${number}, ${service}, chờ ${minutes} phút`,
  isNext: 'Số này đúng lượt, không cần lý do.',
  reason: 'Lý do',
  reasons: [
    'Sức khỏe không chờ được',
    'Đã tới quầy trước đó, quay lại bổ sung',
    'Gọi nhầm hoặc bỏ sót ở lượt trước'
  ],
  ownReason: 'Lý do khác',
  ownLabel: 'Ghi lý do',
  numberMissing: 'Chọn số cần gọi',
  reasonUnchosen: 'Chọn lý do gọi trước lượt',
  reasonMissing: 'Ghi lý do gọi trước lượt bằng lời, ít nhất 3 chữ cái',
  ownHint: (longest: number) => `Nhiều nhất ${longest} chữ, kể cả dấu cách`,
  reasonLong: (count: number, longest: number) =>
    `Viết lý do ngắn hơn: đang có ${count} chữ, kể cả dấu cách, nhiều nhất ${longest}`,
  submit: (number: string) => `Gọi ${number}`,
  submitNone: 'Gọi số này'
}

export const hallStripText = {
  emergency: 'Thông báo khẩn',
  printer: {
    paper_out: (name: string) =>
      `Máy in “${name}” hết giấy. Số vẫn được cấp và hiện trên ki-ốt; thay cuộn giấy.`,
    cover_open: (name: string) => `Máy in “${name}” đang mở nắp. Đóng nắp máy.`,
    unreachable: (name: string) => `Máy in “${name}” không trả lời. Kiểm tra điện và dây mạng.`,
    error: (name: string) => `Máy in “${name}” báo lỗi. Xem đèn trên máy, tắt rồi bật lại.`,
    near_end: (name: string) => `Máy in “${name}” sắp hết giấy. Chuẩn bị cuộn giấy mới.`
  },
  unknownJob: (number: string, name: string) => `Chưa biết vé ${number} đã ra khỏi máy in “${name}” chưa.`,
  failedJob: (number: string, name: string) => `Vé ${number} chưa in được ở máy in “${name}”.`,
  test: 'in thử',
  cameOut: 'Đã ra',
  reprint: 'In lại',
  moreJobs: (count: number) => `và ${count} vé nữa`
}

/** What each key of the counter does, as printed on its button and behind F1. */
export const counterKeyText = {
  call: 'Gọi số tiếp theo',
  skip: 'Gọi trước lượt',
  recall: 'Gọi lại',
  absent: 'Vắng mặt, bấm hai lần',
  absentButton: 'Vắng mặt',
  counter: 'Chuyển, hoặc đổi quầy',
  counterButton: 'Đổi quầy',
  back: 'Về quầy của mình, khi đang chọn quầy hoặc xem lịch hẹn',
  transferButton: 'Chuyển nơi khác',
  park: 'Cho tạm chờ',
  away: 'Người tạm chờ và vắng mặt',
  more: 'Còn việc khác',
  cancel: 'Hủy số đã gọi',
  cancelButton: 'Hủy số',
  finish: 'Kết thúc phục vụ',
  another: 'Hồ sơ khác của người này',
  receive: 'Tiếp nhận và in phiếu hẹn',
  reprint: 'In lại phiếu hẹn',
  find: 'Tìm hồ sơ',
  slash: 'Tìm hồ sơ, khi không gõ trong ô nào',
  onPaper: (what: string) => `${what}, ở dòng giấy tờ đang chọn`,
  pause: 'Tạm dừng hoặc đóng quầy',
  pauseButton: 'Tạm dừng, đóng',
  appointments: 'Lịch hẹn',
  go: 'Bước tiếp theo',
  walkIn: 'Tiếp nhận không lấy số',
  walkInButton: 'Không lấy số',
  rail: 'Mở hoặc thu gọn thông tin giúp việc',
  step: (name: string) => `Bước ${name}`
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
