import { useHelpRefresh } from '../../api/help-calls.ts'
import { useLive } from '../../api/live.ts'
import { type HallNow, useHallNow, useReadHallAgain } from '../../api/waiting.ts'
import { HelpLines, isQuiet, useHelpAlarms } from '../../parts/help-alarms.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { clockText, dayOf, useNow } from '../../parts/time.ts'
import { hallNowText as text } from '../../text/hall-figures.ts'
import { useGathered } from './gathered.ts'
import { CountersTable } from './hall-counters.tsx'
import { Devices } from './hall-devices.tsx'
import { Messages } from './hall-messages.tsx'
import { Moves, ServicesTable, Skips, Today } from './hall-today.tsx'

const MINUTE = 60_000

/** The waiting room at a glance: figures, what needs looking after, each counter. */
export function HallNowPage({ officeId }: { officeId: string }) {
  const hall = useHallNow()
  useHallFreshness(officeId)
  return (
    <div className="hall-now">
      <div className="tools">
        <PageHeading title={text.title} section={text.section} />
        <Messages now={hall.data} />
      </div>
      <HelpNotice />
      <Loaded query={hall} rows={8}>
        {(now) => <Now now={now} />}
      </Loaded>
    </div>
  )
}

function HelpNotice() {
  const help = useHelpAlarms()
  if (isQuiet(help)) return null
  return (
    <div className="notice soon help-calls">
      <HelpLines of={help} />
    </div>
  )
}

function useHallFreshness(officeId: string): void {
  const readAgain = useReadHallAgain()
  const note = useGathered(readAgain)
  const refreshHelp = useHelpRefresh()
  useLive({
    officeId,
    screen: 'supervisor',
    onEvent: ({ name }) => (name.startsWith('help.') ? refreshHelp() : note()),
    onGap: () => {
      refreshHelp()
      note()
    }
  })
}

function Now({ now }: { now: HallNow }) {
  return (
    <>
      <HallFigures now={now} />
      <Alarms now={now} />
      <div className="hall-columns">
        <div className="hall-side">
          <CountersTable now={now} />
          <Today now={now} />
        </div>
        <div className="hall-side">
          <ServicesTable now={now} />
          <Skips now={now} />
          <Moves now={now} />
          <Devices now={now} />
        </div>
      </div>
      <AsOf at={now.asOf} />
    </>
  )
}

function HallFigures({ now }: { now: HallNow }) {
  const { waiting, overPromise, longest, promise, counters, today, asOf } = now
  const minutes = longest ? Math.floor((Date.parse(asOf) - Date.parse(longest.since)) / MINUTE) : null
  const open = counters.filter(({ state }) => state === 'open').length
  const late = overPromise > 0 ? 'late' : ''
  return (
    <ul className="hall-figures" aria-label={text.figures}>
      <Figure value={waiting} words={text.waiting} />
      <Figure
        value={minutes === null ? '–' : text.minutes(minutes)}
        words={longest ? text.longestWho(longest.number, longest.serviceName) : text.nobodyWaits}
        tone={late}
      />
      <Figure value={overPromise} words={text.over(promise.minutes)} tone={late} />
      <Figure
        value={open}
        words={text.open(counters.length)}
        tone={open === 0 && waiting > 0 ? 'late' : ''}
      />
      <Figure value={today.served} words={text.served} />
    </ul>
  )
}

function Figure({ value, words, tone = '' }: { value: number | string; words: string; tone?: string }) {
  return (
    <li className={tone}>
      <b>{value}</b>
      <span>{words}</span>
    </li>
  )
}

function Alarms({ now: { alarms, asOf } }: { now: HallNow }) {
  if (alarms.length === 0)
    return (
      <p className="notice done hall-well">
        <Icon name="check" /> {text.noAlarms(clockText(Date.parse(asOf)))}
      </p>
    )
  return (
    <section className="notice soon hall-alarms" aria-labelledby="hall-alarms" role="status">
      <h2 id="hall-alarms">{text.alarms}</h2>
      <ul>
        {alarms.map(({ kind, subjectId, text: words, since }) => (
          <li key={`${kind}-${subjectId}`}>
            {words}
            {since !== null && kind !== 'device_silent' && (
              <span className="quiet"> ({text.alarmSince(since, asOf)})</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** When the figures were true, said aloud once it is more than a minute ago (V-03). */
function AsOf({ at }: { at: string }) {
  const now = useNow()
  const then = Date.parse(at)
  const minutes = Math.floor((now - then) / MINUTE)
  return (
    <p className="hall-as-of">
      {text.asOf(clockText(then), dayOf(then))} {text.method}{' '}
      {minutes >= 1 && <span className="tag soon">{text.old(minutes)}</span>}
    </p>
  )
}
