import type { Hall, OfficeDetail } from '../../api/hall.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import { clockText, dayOf, useNow } from '../../parts/time.ts'
import { longDayText } from '../../text/common.ts'
import { kioskText } from '../../text/kiosk.ts'

interface Props {
  office: OfficeDetail
  hall: Hall
  page: 'home' | 'priority' | 'help'
  refusal: string | null
}

const HEADINGS = {
  home: kioskText.question,
  priority: kioskText.priorityQuestion,
  help: kioskText.helpTitle
} as const

/** The part above the reach of a hand: words only, and last of them the one question. */
export function Info({ office, hall, page, refusal }: Props) {
  const now = useNow()
  return (
    <header className="info">
      <p className="office">{office.name}</p>
      <div className="now">
        <p className="clock">{clockText(now)}</p>
        <p className="date">
          {longDayText(dayOf(now))}
          {hall.hoursText.split(', ').map((hours) => (
            <span key={hours}>{hours}</span>
          ))}
        </p>
      </div>
      <Notice hall={hall} refusal={refusal} />
      <ol className="how">
        {kioskText.steps.map(([first, second], index) => (
          <li key={first}>
            <b>{index + 1}</b>
            {first}
            <br />
            {second}
          </li>
        ))}
      </ol>
      <h1>{HEADINGS[page]}</h1>
    </header>
  )
}

/** What stands in the way comes before what is good to know. */
function Notice({ hall, refusal }: { hall: Hall; refusal: string | null }) {
  const noCounter = hall.open && hall.counters.every(({ state }) => state === 'closed')
  if (refusal !== null)
    return (
      <p className="notice" role="alert">
        <HallIcon name="alert" />
        <span>
          {kioskText.refused}. {refusal}
          <br />
          {kioskText.refusedHint}
        </span>
      </p>
    )
  const words = noCounter ? kioskText.noCounterOpen : hall.noticeText
  if (!words) return null
  return (
    <p className="notice">
      <HallIcon name={noCounter ? 'alert' : 'calendar'} />
      <span>{words}</span>
    </p>
  )
}
