import { useEffect } from 'react'
import { type Hall, useHall } from '../../api/hall.ts'
import type { LiveLine } from '../../api/live.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import { clockText, dayOf, useNow } from '../../parts/time.ts'
import { commonText, longDayText } from '../../text/common.ts'
import { displayText } from '../../text/display.ts'
import { Calls } from './calls.tsx'
import { Counters } from './counters.tsx'

interface Props {
  officeId: string
  onSignedOut: () => void
}

/** The board of the hall. It shows what the server's state is and keeps nothing of its own, so a cut loses no call. */
export function DisplayScreen({ officeId, onSignedOut }: Props) {
  const { hall, office, line } = useHall({ officeId, screen: 'display', onSignedOut })
  const now = useNow()
  useEffect(() => {
    document.title = `${displayText.title} – ${commonText.program}`
  }, [])
  return (
    <div className="board" data-line={line.state}>
      <header>
        <h1>{office?.name ?? displayText.loading}</h1>
        <p className="time">
          <span>{longDayText(dayOf(now))}</span>
          <b>{clockText(now)}</b>
        </p>
      </header>
      <main className="calls">{hall && <Calls hall={hall} now={now} />}</main>
      <aside className="counters">{hall && <Counters hall={hall} />}</aside>
      <footer>{hall && <BottomLine hall={hall} line={line} />}</footer>
    </div>
  )
}

/** What matters most of what is not a call: that the board may be old, that the office is closed, what comes tomorrow. */
function BottomLine({ hall, line }: { hall: Hall; line: LiveLine }) {
  const { closedText, noticeText, hoursText } = hall
  if (line.state !== 'live')
    return (
      <p className="stale" role="status">
        <HallIcon name="alert" />
        {displayText.stale(clockText(line.lastHeardAt))}
      </p>
    )
  return (
    <p role="status">
      <HallIcon name="calendar" />
      {closedText ?? noticeText ?? displayText.hours(hoursText)}
    </p>
  )
}
