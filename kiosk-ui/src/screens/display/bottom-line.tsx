import { useEffect, useState } from 'react'
import type { Hall } from '../../api/hall.ts'
import type { LiveLine } from '../../api/live.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import { clockText } from '../../parts/time.ts'
import { displayText } from '../../text/display.ts'

/** How long one announcement stands before the next. Milliseconds. */
const TURN = 12_000

/** After a call the announcements are still for so long that people look at the number. Milliseconds. */
const CALL_LASTS = 15_000

interface Props {
  hall: Hall
  line: LiveLine
  /** A call is being read. */
  isCalling: boolean
  /** What is shown is older than what the server said, since that could not be shown. */
  isFaulty: boolean
}

/** What matters most of what is not a call: that the board may be old, that the office is closed, what is announced. */
export function BottomLine({ hall, line, isCalling, isFaulty }: Props) {
  const { closedText, noticeText, hoursText, announcements } = hall
  const isFresh = useFresh(hall)
  const first = closedText ?? noticeText ?? displayText.hours(hoursText)
  const isStill = isCalling || isFresh || hall.lastCalls.length === 0
  const text = useTurns([first, ...announcements], isStill)
  if (line.state !== 'live') return <Strip text={displayText.stale(clockText(line.lastHeardAt))} />
  if (isFaulty) return <Strip text={displayText.faulty} />
  return (
    <p role="status" className={text.length > 90 ? 'long' : undefined}>
      <HallIcon name="calendar" />
      {text}
    </p>
  )
}

/** Where nobody is called there is room for what the office wants to say. */
export function NoCalls({ hall }: { hall: Hall }) {
  const { announcements, hoursText } = hall
  const announced = useTurns(announcements, false)
  return (
    <section className="none">
      <p>{displayText.empty}</p>
      <p className="hours">{displayText.hours(hoursText)}</p>
      {announced && (
        <div className="announced">
          <h2>{displayText.announcements}</h2>
          <p className={announced.length > 140 ? 'long' : undefined}>{announced}</p>
        </div>
      )}
    </section>
  )
}

function Strip({ text }: { text: string }) {
  return (
    <p className="stale" role="status">
      <HallIcon name="alert" />
      {text}
    </p>
  )
}

/** One text after the other; the first while it has to be still. */
function useTurns(texts: readonly string[], isStill: boolean): string {
  const [turn, setTurn] = useState(0)
  const moves = !isStill && texts.length > 1
  useEffect(() => {
    if (!moves) return
    const timer = setInterval(() => setTurn((before) => before + 1), TURN)
    return () => clearInterval(timer)
  }, [moves])
  return texts[isStill ? 0 : turn % Math.max(1, texts.length)] ?? ''
}

/** Whether somebody was called just now. */
function useFresh({ calls: [newest] }: Hall): boolean {
  const key = newest && `${newest.number} ${newest.calledAt}`
  const [shown, setShown] = useState<string>()
  useEffect(() => {
    const timer = setTimeout(() => setShown(key), CALL_LASTS)
    return () => clearTimeout(timer)
  }, [key])
  return key !== undefined && key !== shown
}
