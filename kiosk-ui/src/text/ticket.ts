import { dayText, longDayText } from './common.ts'
import { waitingPlaceText } from './counters.ts'
import { appointmentSentence, waitSentence } from './wait.ts'

interface Estimate {
  lowMinutes: number
  highMinutes: number
  /** It may last until the office has closed. */
  pastClosing?: true
}

/** What a ticket's own page is told of it. */
export interface TicketFacts {
  number: string
  status: 'waiting' | 'called' | 'serving' | 'parked' | 'finished' | 'absent' | 'cancelled' | 'unfinished'
  /** The counter at which it was called, served or put aside. */
  counterNumber: number | null
  /** The one counter for which it waits, after a transfer or a return. */
  forCounterNumber: number | null
  /** Near which counters to wait, while it waits. */
  calling: { numbers: readonly number[]; staffed: boolean; paused?: true } | null
  /** People of the same service before it. */
  waitingAhead: number
  /** The hour of its appointment on the clock, as long as that has not come. */
  appointmentTime: string | null
  /** Minutes. */
  estimate: Estimate | null
  /** Absent: whether it is called again by itself. */
  returns: boolean
  /** Why nobody is called just now, e.g. at lunch. */
  pauseText: string | null
  /** Nothing more happens to it: its day has passed, or the office has closed. */
  over: 'outdated' | 'closed' | null
  day: string
}

export interface TicketWords {
  /** `called` fills the screen; `act` asks for something; `done` is good; `over` is over; `wait` is none of these. */
  tone: 'called' | 'act' | 'done' | 'over' | 'wait'
  headline: string
  /** Where to go, in as large letters as there is room for; while it waits, where to wait. */
  place: string
  estimate: string
  note: string
  /** The title of the window. */
  title: string
}

/** The page of a ticket on the phone. */
export const ticketPageText = {
  number: 'Số',
  service: 'Lĩnh vực',
  issued: (time: string, day: string) => `Lấy số lúc ${time} ngày ${dayText(day)}`,
  reload: 'Cập nhật ngay',
  asOf: (time: string) => `Cập nhật lúc ${time}`,
  offlineShort: ', đang mất mạng',
  offline: 'Điện thoại đang mất mạng. Số có thể đã được gọi: xin nhìn bảng và nghe loa.',
  tellMe: 'Báo cho tôi khi đến lượt',
  willVibrate: 'Điện thoại sẽ rung khi đến lượt.',
  willRing: 'Trang sẽ phát tiếng chuông khi đến lượt. Xin bật tiếng.',
  keepOpen: 'Xin giữ trang này mở trên màn hình.',
  ring: 'Kèm tiếng chuông',
  rings: 'Đã bật tiếng chuông.',
  phone: (phone: string) => `Gọi ${phone}`,
  emergency: 'Thông báo khẩn',
  missingTitle: 'Không tìm thấy số này',
  missing:
    'Đường dẫn có thể bị thiếu hoặc đã hết hạn. Xin xem lại giấy số, hoặc đưa giấy số cho cán bộ hướng dẫn.'
}

const outdated = ({ day }: TicketFacts) => ({
  headline: 'Số này không còn giá trị',
  note: `Số chỉ dùng trong ngày ${longDayText(day)}. Xin lấy số mới.`
})

const WORDS = {
  waiting: (facts: TicketFacts) => ({
    headline: standingText(facts),
    note: facts.pauseText ?? waitingNote(facts)
  }),
  called: ({ counterNumber }: TicketFacts) => ({
    headline: 'Đến lượt ông/bà',
    note: `Mời đến quầy ${counterNumber}, mang theo giấy số.`
  }),
  serving: ({ counterNumber }: TicketFacts) => ({
    headline: `Đang được phục vụ ở quầy ${counterNumber}`,
    note: ''
  }),
  parked: ({ counterNumber }: TicketFacts) => ({
    headline: `Số được giữ lại ở quầy ${counterNumber}`,
    note: `Khi làm xong việc cán bộ đã hướng dẫn, xin quay lại quầy ${counterNumber}. Không phải lấy số mới.`
  }),
  absent: ({ returns }: TicketFacts) => ({
    headline: 'Đã gọi số mà ông/bà chưa đến',
    note: returns
      ? 'Số sẽ được gọi lại sau vài lượt. Xin ngồi gần quầy và nghe gọi.'
      : 'Xin gặp cán bộ hướng dẫn để được gọi lại. Không phải lấy số mới.'
  }),
  finished: () => ({
    headline: 'Đã phục vụ xong',
    note: 'Cảm ơn ông/bà. Có thể đóng trang này.'
  }),
  cancelled: () => ({
    headline: 'Số này đã hủy',
    note: 'Nếu vẫn cần làm thủ tục, xin lấy số mới.'
  }),
  unfinished: outdated
} as const

const OVER = {
  outdated,
  closed: () => ({
    headline: 'Hôm nay đã hết giờ làm việc',
    note: 'Nếu còn ở trong phòng chờ, xin hỏi cán bộ hướng dẫn. Số chỉ dùng trong hôm nay.'
  })
} as const

const TONES = {
  waiting: 'wait',
  called: 'called',
  serving: 'done',
  parked: 'act',
  absent: 'act',
  finished: 'done',
  cancelled: 'over',
  unfinished: 'over'
} as const

/** What a ticket's holder is told: what to do first. */
export function ticketWords(facts: TicketFacts): TicketWords {
  const { status, number, over, counterNumber, forCounterNumber, calling, estimate } = facts
  const { headline, note } = over ? OVER[over](facts) : WORDS[status](facts)
  const isCalled = status === 'called' && !over
  const inLine = status === 'waiting' && !over && forCounterNumber === null
  const nearBy = inLine && calling ? waitingPlaceText(calling) : ''
  return {
    tone: over ? 'over' : TONES[status],
    headline,
    place: isCalled ? `Quầy ${counterNumber}` : nearBy,
    estimate: inLine && estimate ? waitSentence(estimate) : '',
    note,
    title: isCalled ? `${headline} – quầy ${counterNumber} (${number})` : `${number}: ${headline}`
  }
}

function standingText({ waitingAhead, forCounterNumber, appointmentTime }: TicketFacts): string {
  if (appointmentTime !== null) return appointmentSentence(appointmentTime)
  if (forCounterNumber !== null) return `Chờ gọi đến quầy ${forCounterNumber}`
  return waitingAhead === 0
    ? 'Ông/bà là người tiếp theo của lĩnh vực này'
    : `Còn ${waitingAhead} người cùng lĩnh vực trước ông/bà`
}

function waitingNote({ forCounterNumber, appointmentTime }: TicketFacts): string {
  if (appointmentTime !== null)
    return 'Ngồi chờ và nghe gọi số. Số được gọi từ giờ hẹn, sớm hơn nếu quầy rảnh.'
  return forCounterNumber === null
    ? 'Ngồi chờ và nghe gọi số. Người được ưu tiên có thể được gọi trước.'
    : 'Số vẫn giữ nguyên. Ngồi chờ và nghe gọi.'
}
