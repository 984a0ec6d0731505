import { dayText } from './common.ts'

/** Why the state of a thing forbids a move, and what to do instead. */
const moveText = {
  TICKET_WAITING: 'Số này đang chờ, chưa được gọi. Gọi số trước.',
  TICKET_CALLED: 'Số này đang được gọi đến quầy. Bắt đầu phục vụ hoặc báo vắng mặt trước.',
  TICKET_SERVING: 'Số này đang được phục vụ. Kết thúc phục vụ trước.',
  TICKET_FINISHED: 'Số này đã phục vụ xong.',
  TICKET_ABSENT:
    'Số này đã báo vắng mặt. Người đó quay lại thì bấm “Xếp lại” để vào hàng, không cần lấy số mới.',
  TICKET_PARKED: 'Số này đang tạm chờ bổ sung. Bấm “Tiếp tục” khi người đó quay lại.',
  TICKET_CANCELLED: 'Số này đã hủy.',
  TICKET_UNFINISHED:
    'Số này của ngày đã qua, chưa được kết thúc khi hết ngày. Người dân cần làm tiếp thì lấy số mới.',
  TICKET_OUTDATED: 'Số của ngày khác, không dùng được nữa. Mời lấy số mới.',
  TICKET_NOT_TAKEN_BACK:
    'Ki-ốt chỉ hủy được số do chính nó vừa cấp, trong vòng 60 giây. Báo cán bộ để hủy số này.',
  APPOINTMENT_HAS_ARRIVED: 'Người hẹn đã đến và có số. Cần thì hủy số đó ở quầy.',
  NO_TERM_RUNS:
    'Hồ sơ không còn trong thời gian giải quyết, hoặc đang chờ người nộp, nên không lập phiếu xin lỗi.',
  APOLOGY_IS_ISSUED: 'Phiếu xin lỗi này đã ký, nội dung không đổi được nữa. Tải lại để xem phiếu đã ký.',
  APOLOGY_IS_DRAFT: 'Phiếu xin lỗi này mới là dự thảo. Ghi số và người ký trước rồi mới gửi.',
  APOLOGY_IS_SENT: 'Phiếu xin lỗi này đã ghi là đã gửi.',
  PRINT_IS_RUNNING: 'Máy chủ đang in giấy này. Chờ vài giây rồi xem lại.',
  COUNTER_IS_CLOSED: 'Quầy đang đóng. Mở quầy trước rồi mới tạm dừng.',
  DOSSIER_STATUS_FORBIDS:
    'Hồ sơ đang ở bước không làm được việc này. Tải lại hồ sơ để xem bước hiện tại và việc làm được.',
  HAND_OVER_IS_TAKEN: 'Hồ sơ này đã có người nhận chuyển xử lý.',
  SUPPLEMENT_ASKED_BEFORE:
    'Hồ sơ này đã yêu cầu bổ sung đủ số lần cho phép. Chỉ được hướng dẫn bổ sung một lần, đầy đủ.',
  WITHDRAWAL_NOT_REGULATED: 'Quy định áp dụng cho hồ sơ này không cho rút hồ sơ ở bước này.',
  STOP_NOT_REGULATED:
    'Quy định áp dụng cho hồ sơ này chưa có việc dừng giải quyết. Công dân có thể rút hồ sơ.',
  NOT_YOURSELF: 'Không tự ngừng hoặc đổi vai trò của chính mình. Nhờ một quản trị viên khác.',
  DEVICE_KEEPS_ITS_ROLE: 'Thiết bị giữ nguyên loại. Ngừng thiết bị này rồi đăng ký thiết bị mới.'
} as const

const outdatedText = (day: string) => `Số của ngày ${dayText(day)}, không dùng được nữa. Mời lấy số mới.`

/**
 * What people read when something is refused: what is wrong, and what to do. One entry for each code of
 * `server/errors.ts`; `detail` takes the facts of the case.
 */
export const errorText = {
  VALIDATION: {
    title: 'Có lỗi cần sửa',
    detail: () => 'Sửa các mục được nêu dưới đây rồi gửi lại.'
  },
  BAD_REQUEST: {
    title: 'Máy chủ không đọc được yêu cầu',
    detail: () => 'Tải lại trang rồi thử lại. Nếu vẫn không được, báo quản trị viên.'
  },
  SIGN_IN_REQUIRED: {
    title: 'Cần đăng nhập',
    detail: () => 'Phiên làm việc đã hết hoặc chưa đăng nhập. Đăng nhập lại để tiếp tục.'
  },
  WRONG_CREDENTIALS: {
    title: 'Tên đăng nhập hoặc mật khẩu chưa đúng',
    detail: () => 'Kiểm tra lại tên đăng nhập và mật khẩu, tắt bộ gõ tiếng Việt khi nhập mật khẩu.'
  },
  FORBIDDEN: {
    title: 'Không có quyền làm việc này',
    detail: () => 'Tài khoản đang dùng không được giao việc này. Nhờ quản trị viên của đơn vị.'
  },
  NOT_FOUND: {
    title: 'Không tìm thấy',
    detail: () => 'Không có dữ liệu này ở đơn vị của ông/bà. Kiểm tra lại mã rồi tìm lại.'
  },
  OFFICE_CODE_TAKEN: {
    title: 'Mã đơn vị đã có',
    detail: ({ code }: { code: string }) => `Mã ${code} đã cấp cho một đơn vị khác. Nhập mã khác.`
  },
  COUNTER_NUMBER_TAKEN: {
    title: 'Số quầy đã có',
    detail: ({ number }: { number: number }) => `Đơn vị đã có quầy số ${number}. Chọn số khác.`
  },
  SERVICE_LETTER_TAKEN: {
    title: 'Chữ cái đã dùng',
    detail: ({ letter }: { letter: string }) => `Chữ ${letter} đã dùng cho một lĩnh vực khác. Chọn chữ khác.`
  },
  SERVICE_LETTER_UNCLEAR: {
    title: 'Chữ cái dễ nhầm',
    detail: ({ letter, free }: { letter: string; free: readonly string[] }) =>
      `Chữ ${letter} dễ nghe nhầm hoặc đọc nhầm khi gọi số. Chọn một trong các chữ: ${free.join(', ')}.`
  },
  USERNAME_TAKEN: {
    title: 'Tên đăng nhập đã có',
    detail: ({ username }: { username: string }) => `Tên ${username} đã có người dùng. Chọn tên khác.`
  },
  MOVE_NOT_ALLOWED: {
    title: 'Chưa làm được việc này',
    detail: ({ what, day }: { what: keyof typeof moveText; day?: string }) =>
      what === 'TICKET_OUTDATED' && day ? outdatedText(day) : moveText[what]
  },
  SETUP_CLOSED: {
    title: 'Địa chỉ thiết lập không còn dùng được',
    detail: () =>
      'Hệ thống đã được thiết lập, hoặc máy chủ đã khởi động lại. Xem địa chỉ mới ở cửa sổ máy chủ.'
  },
  NO_RULES_IN_FORCE: {
    title: 'Chưa có quy định cho ngày này',
    detail: ({ kind, day, first }: { kind: 'decree' | 'forms'; day: string; first: string | undefined }) =>
      `Không có ${kind === 'decree' ? 'quy định' : 'bộ biểu mẫu'} nào của hệ thống áp dụng cho ngày ${dayText(day)}.${
        first ? ` Chọn ngày từ ${dayText(first)} trở đi.` : ''
      }`
  },
  CALENDAR_YEAR_MISSING: {
    title: 'Chưa có lịch nghỉ của năm này',
    detail: ({ year }: { year: number }) =>
      `Chưa có lịch nghỉ lễ, Tết năm ${year} nên không tính được ngày hẹn trả. Quản trị viên nhập tệp lịch năm ${year} bằng lệnh calendar import, rồi làm lại.`
  },
  CALENDAR_DAY_UNDECIDED: {
    title: 'Ngày này chưa có quyết định',
    detail: () =>
      'Ngày này thuộc một mục chưa quyết định. Ghi quyết định ở mục đó thay vì sửa riêng ngày này.'
  },
  CALENDAR_QUESTION_DECIDED: {
    title: 'Mục này đã có quyết định',
    detail: ({ title }: { title: string }) =>
      `“${title}” đã được ghi quyết định. Cần sửa thì sửa từng ngày trong lịch.`
  },
  TERM_UNKNOWN: {
    title: 'Thủ tục chưa có thời hạn',
    detail: ({ name }: { name: string }) =>
      `Thủ tục “${name}” chưa có thời hạn giải quyết nên chưa tính được ngày hẹn trả. Báo quản trị viên nhập thời hạn theo quyết định công bố.`
  },
  OFFICE_CLOSED: {
    title: 'Ngoài giờ làm việc',
    detail: ({ text }: { text: string }) => text
  },
  NO_TICKET_WAITING: {
    title: 'Không có ai đang chờ',
    detail: () => 'Không còn số nào đang chờ. Khi có người lấy số, gọi lại.'
  },
  COUNTER_BUSY: {
    title: 'Quầy đang phục vụ',
    detail: ({ number }: { number: string }) =>
      `Quầy đang phục vụ số ${number}. Kết thúc hoặc báo vắng mặt trước đã.`
  },
  COUNTER_TAKEN: {
    title: 'Quầy có người ngồi',
    detail: ({ number, officerName }: { number: number; officerName: string | undefined }) =>
      `Quầy ${number} đang do ${officerName ?? 'cán bộ khác'} mở. Chọn quầy khác, hoặc bấm “Nhận quầy” nếu người đó đã rời đi.`
  },
  SEAT_BUSY: {
    title: 'Đang phục vụ ở quầy khác',
    detail: ({ counter, number }: { counter: number; number: string }) =>
      `Ông/bà đang phục vụ số ${number} ở quầy ${counter}. Kết thúc hoặc báo vắng mặt trước rồi mới đổi quầy.`
  },
  QUOTA_REACHED: {
    title: 'Đã hết số hôm nay',
    detail: ({ service }: { service: string }) =>
      `Lĩnh vực “${service}” đã cấp hết số của ngày hôm nay. Mời ông/bà quay lại vào ngày làm việc tiếp theo.`
  },
  RESULT_NOT_READY: {
    title: 'Chưa có kết quả để nhận',
    detail: ({ text }: { text: string }) => text
  },
  PICK_UP_SERVICE_MISSING: {
    title: 'Chưa có lĩnh vực trả kết quả',
    detail: () => 'Quản trị viên chọn lĩnh vực lấy số để trả kết quả trong phần cài đặt phòng chờ.'
  },
  PRIORITY_GROUP_UNKNOWN: {
    title: 'Không có diện ưu tiên này',
    detail: ({ code }: { code: string }) =>
      `Không có diện ưu tiên “${code}” trong danh mục của cơ quan. Chọn một diện trong danh mục.`
  },
  HELP_CALL_OVER: {
    title: 'Không cần tới nữa',
    detail: () => 'Đã có cán bộ khác tới ki-ốt, hoặc người dân không cần nữa.'
  },
  SKIP_REASON_REQUIRED: {
    title: 'Cần ghi lý do gọi trước lượt',
    detail: ({ number }: { number: string }) =>
      `Số ${number} chưa đến lượt. Ghi lý do gọi trước; lãnh đạo xem được việc này.`
  },
  TRANSFER_NOWHERE: {
    title: 'Chưa chọn nơi chuyển đến',
    detail: () => 'Chọn lĩnh vực, quầy hoặc cán bộ mà người này được chuyển đến.'
  },
  TRANSFER_REASON_REQUIRED: {
    title: 'Cần ghi lý do chuyển',
    detail: ({ number }: { number: string }) =>
      `Số ${number} chưa được gọi. Ghi lý do chuyển; lãnh đạo xem được việc này.`
  },
  OFFICER_MAY_NOT_CALL: {
    title: 'Không chuyển đến cán bộ này được',
    detail: ({ name }: { name: string }) =>
      `${name} không còn gọi số ở quầy. Chọn cán bộ khác, hoặc chọn quầy hay lĩnh vực.`
  },
  APPOINTMENT_UNKNOWN: {
    title: 'Không tìm thấy lịch hẹn',
    detail: () =>
      'Kiểm tra lại sáu chữ số của mã hẹn, hoặc bốn số cuối điện thoại và giờ hẹn. Vẫn không thấy thì gặp cán bộ hướng dẫn.'
  },
  APPOINTMENT_NOT_NOW: {
    title: 'Chưa nhận số theo lịch hẹn được',
    detail: ({ text }: { text: string }) => text
  },
  APPOINTMENT_TIME_FULL: {
    title: 'Giờ này đã kín lịch hẹn',
    detail: ({ service, time, most }: { service: string; time: string; most: number }) =>
      most === 0
        ? `Lĩnh vực “${service}” không nhận lịch hẹn. Mời ông/bà lấy số khi đến.`
        : `Lĩnh vực “${service}” đã nhận đủ ${most} lịch hẹn trong nửa giờ từ ${time}. Chọn giờ khác.`
  },
  APPOINTMENT_NAME_HIDDEN: {
    title: 'Chưa xem được tên',
    detail: () => 'Tên và điện thoại của người hẹn chỉ hiện khi số của người đó đã được gọi đến quầy.'
  },
  SLIP_NOT_GIVEN: {
    title: 'Chưa giao phiếu hẹn',
    detail: ({ number }: { number: string }) =>
      `Số ${number} có hồ sơ chưa in hoặc gửi giấy tiếp nhận và hẹn trả kết quả. In, gửi, hoặc ghi lý do không giao rồi mới kết thúc.`
  },
  SECOND_NEW_DATE: {
    title: 'Hồ sơ đã được hẹn lại',
    detail: ({ code, draft }: { code: string; draft: boolean }) =>
      draft
        ? `Hồ sơ ${code} đã có dự thảo phiếu xin lỗi; chỉ được hẹn lại theo đúng số lần quy định. Sửa dự thảo đó.`
        : `Hồ sơ ${code} đã dùng hết số lần được hẹn lại theo quy định. Báo lãnh đạo cơ quan giải quyết để trả kết quả ngay.`
  },
  LETTER_NUMBER_TAKEN: {
    title: 'Số phiếu đã có',
    detail: ({ number }: { number: string }) =>
      `Số ${number} đã cấp cho một phiếu xin lỗi khác trong năm. Nhập số khác, hoặc bỏ trống để hệ thống cấp số.`
  },
  PRINTER_ADDRESS_TAKEN: {
    title: 'Địa chỉ này đã có máy in',
    detail: ({ address, name }: { address: string; name: string }) =>
      `Địa chỉ ${address} là của “${name}”. Mỗi máy in chỉ ghi một lần; sửa máy in đó, hoặc nhập địa chỉ khác.`
  },
  PRINTER_BUSY: {
    title: 'Máy in đang bận',
    detail: () => 'Một máy chủ khác đang dùng máy in này. Chờ khoảng một phút rồi thử lại.'
  },
  PRINTER_NOT_ALLOWED: {
    title: 'Không nối được đến địa chỉ này',
    detail: ({ address, port }: { address: string; port: number }) =>
      `Địa chỉ ${address}, cổng ${port} không nằm trong mạng dành cho máy in. Nhập địa chỉ IPv4 của máy in trong mạng nội bộ, ví dụ 192.168.1.50; mạng khác thì người vận hành máy chủ đặt PRINTER_NETWORK và PRINTER_PORTS.`
  },
  APOLOGY_INCOMPLETE: {
    title: 'Phiếu xin lỗi còn thiếu',
    detail: () => 'Phiếu chỉ ghi những gì có trong hồ sơ. Bổ sung các mục dưới đây rồi làm lại.'
  },
  STALE_VERSION: {
    title: 'Dữ liệu đã thay đổi',
    detail: () => 'Người khác vừa sửa trước. Tải lại để xem bản mới rồi làm lại.'
  },
  BODY_TOO_LARGE: {
    title: 'Nội dung gửi lên quá lớn',
    detail: () => 'Chia nhỏ nội dung rồi gửi lại.'
  },
  TOO_MANY_NUMBERS: {
    title: 'Máy này đã cấp nhiều số trong một phút',
    detail: () => 'Xin chờ một phút, hoặc gặp cán bộ ở bàn hướng dẫn. Cán bộ đã được gọi đến máy này.'
  },
  TOO_MANY_REQUESTS: {
    title: 'Thử quá nhiều lần',
    detail: ({ seconds }: { seconds: number }) => `Chờ ${seconds} giây rồi thử lại.`
  },
  IDEMPOTENCY_KEY_REUSED: {
    title: 'Khóa chống gửi lặp đã dùng cho yêu cầu khác',
    detail: () => 'Gửi yêu cầu này với một khóa Idempotency-Key mới.'
  },
  DATABASE_UNAVAILABLE: {
    title: 'Chưa ghi được',
    detail: () =>
      'Máy chủ chưa ghi được thao tác này. Thử lại sau ít giây; thao tác gửi lại không bị ghi hai lần.'
  },
  ANSWER_LOST: {
    title: 'Đã ghi, nhưng chưa có câu trả lời',
    detail: ({ requestId }: { requestId: string }) =>
      `Thao tác đã được ghi, nhưng máy chủ không gửi được kết quả. Xem trên màn hình trước khi làm tiếp; bấm lại cũng không bị ghi hai lần. Nếu không thấy, báo quản trị viên số ${requestId}.`
  },
  INTERNAL: {
    title: 'Máy chủ gặp trục trặc',
    detail: ({ requestId }: { requestId: string }) =>
      `Thao tác chưa được ghi. Thử lại; nếu vẫn không được, báo quản trị viên số ${requestId}.`
  }
} as const
