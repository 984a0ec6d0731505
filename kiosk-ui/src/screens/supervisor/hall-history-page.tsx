import { Button, NativeSelect } from '@mantine/core'
import { useOffice } from '../../api/offices.ts'
import type { User } from '../../api/session.ts'
import { type History, type HistoryAsked, reportAddress, useHistoryOfHall } from '../../api/waiting.ts'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { navigate } from '../../parts/router.tsx'
import { clockText, dayOf, useNow } from '../../parts/time.ts'
import { periodText, hallHistoryText as text } from '../../text/hall-figures.ts'
import { type Choice, historyAddress, PERIODS, type Period } from './address.ts'
import { CountersChart, HoursChart, ServicesChart } from './hall-charts.tsx'
import { OfficersTable } from './hall-officers.tsx'
import { SkipsSection } from './hall-skips.tsx'
import { StaffingSection } from './hall-staffing.tsx'

const DAY = 86_400_000

interface Props {
  user: User
  /** What the address says. */
  chosen: Choice
}

/** The waiting room over time: by hour, service, counter and officer, and how many counters a day needs. */
export function HallHistoryPage({ user, chosen }: Props) {
  const now = useNow()
  const office = useOffice(user.officeId)
  const services = office.data?.services ?? []
  const { period, service } = chosen
  const asked = { from: dayOf(now - PERIODS[period].daysBack * DAY), to: dayOf(now), service }
  const history = useHistoryOfHall(asked)
  return (
    <div className="hall-history">
      <div className="tools">
        <PageHeading title={text.title} section={text.section} />
        <Choices services={services} chosen={chosen} />
        <Exports asked={asked} />
      </div>
      <p className="on-paper">
        {text.filter(
          periodText(asked.from, asked.to),
          services.find(({ id }) => id === service)?.name ?? null
        )}
        . {text.printedBy(clockText(now), dayOf(now), user.name)}
      </p>
      <Loaded query={history} rows={8}>
        {(known) => <Charts history={known} />}
      </Loaded>
      <SkipsSection asked={asked} kind="skipped" />
      <SkipsSection asked={asked} kind="moved" />
      <StaffingSection />
    </div>
  )
}

interface ChoicesProps {
  services: readonly { id: string; name: string }[]
  chosen: Choice
}

function Choices({ services, chosen }: ChoicesProps) {
  const choose = (change: Partial<Choice>) =>
    navigate(historyAddress({ ...chosen, ...change }), { replace: true })
  return (
    <span className="filters no-print">
      <NativeSelect
        size="sm"
        aria-label={text.period}
        data={Object.keys(PERIODS).map((value) => ({ value, label: text.periods[value as Period] }))}
        value={chosen.period}
        onChange={({ currentTarget }) => choose({ period: currentTarget.value as Period })}
      />
      <NativeSelect
        size="sm"
        aria-label={text.service}
        data={[
          { value: '', label: text.everyService },
          ...services.map(({ id, name }) => ({ value: id, label: name }))
        ]}
        value={chosen.service}
        onChange={({ currentTarget }) => choose({ service: currentTarget.value })}
      />
    </span>
  )
}

function Exports({ asked }: { asked: HistoryAsked }) {
  return (
    <span className="end no-print">
      <Button
        component="a"
        variant="default"
        size="sm"
        leftSection={<Icon name="upload" />}
        href={reportAddress(asked, 'xlsx')}
        download
      >
        {text.xlsx}
      </Button>
      <Button component="a" variant="default" size="sm" href={reportAddress(asked, 'csv')} download>
        {text.csv}
      </Button>
      <Button variant="default" size="sm" leftSection={<Icon name="print" />} onClick={() => window.print()}>
        {text.print}
      </Button>
    </span>
  )
}

function Charts({ history }: { history: History }) {
  const { from, to, asOf, all } = history
  const at = Date.parse(asOf)
  if (all.visits === 0 && all.taken === 0)
    return (
      <section className="notice">
        <p>{text.empty(periodText(from, to), clockText(at))}</p>
      </section>
    )
  return (
    <>
      <div className="hall-charts">
        <HoursChart history={history} />
        <ServicesChart history={history} />
        <CountersChart history={history} />
      </div>
      <Sums history={history} />
      <OfficersTable history={history} />
      <p className="hall-as-of">
        {text.asOf(clockText(at), dayOf(at))} {text.abandonedNote} {text.method}
      </p>
    </>
  )
}

const PARTS = ['served', 'unfinished', 'abandoned', 'withdrawn', 'missed', 'present'] as const

/** What has become of all the numbers taken, and how good the times were that people had been told. */
function Sums({ history: { all, score } }: { history: History }) {
  const parts = PARTS.map((name) => ({ name: text.parts[name], count: all[name] ?? 0 }))
  return (
    <p className="hall-sums">
      {text.adds(
        all.taken ?? 0,
        parts.filter(({ count }) => count > 0)
      )}{' '}
      {score.share === null
        ? text.noScore
        : text.score(score.share, score.made, String(score.meanError ?? 0).replace('.', ','))}
    </p>
  )
}
