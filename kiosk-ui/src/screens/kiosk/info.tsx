import type { ReactNode } from 'react'
import type { ApiProblem } from '../../api/client.ts'
import type { Hall, OfficeDetail } from '../../api/hall.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import { clockText, dayOf, useNow } from '../../parts/time.ts'
import type { KioskKey } from '../../text/kiosk.ts'
import { KioskIcon } from './kiosk-icon.tsx'
import { closedWords, dateWords, hoursWords, noticeWords, type OpeningWords } from './opening-words.ts'
import type { Trouble } from './printing.ts'
import { problemWords, troubleWords } from './problem-words.ts'
import { useWords } from './words.ts'

interface Props {
  office: OfficeDetail
  hall: Hall
  heading: KioskKey
  note?: KioskKey
  refusal: ApiProblem | null
  /** What was wrong with what was scanned. */
  fault: string | null
  trouble: Trouble | null
  prints: boolean
}

/** The part above the reach of a hand: words only, and last of them the one question. */
export function Info({ office, hall, heading, note, refusal, fault, trouble, prints }: Props) {
  const words = useWords()
  const { say } = words
  const now = useNow()
  const steps = ['stepTouch', prints && !trouble ? 'stepPaper' : 'stepPhone', 'stepWait'] as const
  return (
    <header className="info">
      <p className="office" lang="vi">
        {office.name}
      </p>
      <div className="now">
        <p className="clock">{clockText(now)}</p>
        <p className="date">
          {dateWords(dayOf(now), words)}
          {hoursWords(hall, words).map((hours) => (
            <span key={hours}>{hours}</span>
          ))}
        </p>
      </div>
      <Notice hall={hall} refusal={refusal} fault={fault} trouble={trouble} />
      <ol className="how">
        {steps.map((step, index) => (
          <li key={step}>
            <b>{index + 1}</b>
            {say(step)}
          </li>
        ))}
      </ol>
      <h1>
        {say(heading)}
        {note && <span>{say(note)}</span>}
      </h1>
    </header>
  )
}

/** What stands in the way comes before what is good to know. */
function Notice({ hall, refusal, fault, trouble }: Pick<Props, 'hall' | 'refusal' | 'fault' | 'trouble'>) {
  const words = useWords()
  const { say } = words
  const noCounter = hall.open && hall.counters.every(({ state }) => state === 'closed')
  if (refusal)
    return (
      <Strip icon={<HallIcon name="alert" />} urgent>
        {say('refused')}. {problemWords(refusal, words)}
        <br />
        {say('refusedHint')}
      </Strip>
    )
  if (fault)
    return (
      <Strip icon={<HallIcon name="alert" />} urgent>
        {fault}
      </Strip>
    )
  if (!hall.open)
    return (
      <Strip icon={<HallIcon name="alert" />}>
        <b>{say('closedTitle')}.</b> <Opening {...closedWords(hall, words)} />
        <br />
        {say('closedHint')}
      </Strip>
    )
  if (trouble)
    return (
      <Strip icon={<KioskIcon name="printer" />}>
        {troubleWords(trouble, words)}. {say('stripNote')}
      </Strip>
    )
  if (noCounter) return <Strip icon={<HallIcon name="alert" />}>{say('noCounterOpen')}</Strip>
  const notice = noticeWords(hall, words)
  if (!notice) return null
  return (
    <Strip icon={<HallIcon name="calendar" />}>
      <Opening {...notice} />
    </Strip>
  )
}

/** Words that are there in Vietnamese alone stand on a line of their own, in its script. */
function Opening({ text, own }: OpeningWords) {
  return (
    <>
      {text}
      {own !== null && (
        <i className="own" lang="vi">
          {own}
        </i>
      )}
    </>
  )
}

function Strip({
  icon,
  urgent = false,
  children
}: {
  icon: ReactNode
  urgent?: boolean
  children: ReactNode
}) {
  return (
    <div className="notice" role={urgent ? 'alert' : undefined}>
      {icon}
      <p>{children}</p>
    </div>
  )
}
