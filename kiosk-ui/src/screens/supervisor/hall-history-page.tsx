import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useOffice } from '../../api/offices.ts'
import { type History, type HistoryAsked, reportAddress, useHistoryOfHall } from '../../api/waiting.ts'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { clockText, dayOf, useNow } from '../../parts/time.ts'
import { periodText, hallHistoryText as text } from '../../text/hall-figures.ts'
import { CountersChart, HoursChart, ServicesChart } from './hall-charts.tsx'
import { OfficersTable } from './hall-officers.tsx'
import { SkipsSection } from './hall-skips.tsx'
import { StaffingSection } from './hall-staffing.tsx'

/** Days before today that a period begins with. */
const PERIODS = [
  ['today', 0],
  ['week', 6],
  ['month', 29],
  ['quarter', 89],
  ['year', 364]
] as const

type PeriodName = (typeof PERIODS)[number][0]

const DAY = 86_400_000

/** The waiting room over time: by hour, service, counter and officer, and how many counters a day needs. */
export function HallHistoryPage({ officeId }: { officeId: string }) {
  const [period, setPeriod] = useState<PeriodName>('month')
  const [service, setService] = useState('')
  const now = useNow()
  const back = PERIODS.find(([name]) => name === period)?.[1] ?? 0
  const asked = { from: dayOf(now - back * DAY), to: dayOf(now), service }
  const history = useHistoryOfHall(asked)
  return (
    <div className="hall-history">
      <div className="tools">
        <PageHeading title={text.title} section={text.section} />
        <Choices
          officeId={officeId}
          chosen={{ period, service }}
          onPeriod={setPeriod}
          onService={setService}
        />
        <Exports asked={asked} />
      </div>
      <Loaded query={history} rows={8}>
        {(known) => <Charts history={known} />}
      </Loaded>
      <SkipsSection asked={asked} />
      <StaffingSection />
    </div>
  )
}

interface ChoicesProps {
  officeId: string
  chosen: { period: PeriodName; service: string }
  onPeriod: (period: PeriodName) => void
  onService: (service: string) => void
}

function Choices({ officeId, chosen, onPeriod, onService }: ChoicesProps) {
  const office = useOffice(officeId)
  const services = office.data?.services ?? []
  return (
    <span className="filters no-print">
      <NativeSelect
        size="sm"
        aria-label={text.period}
        data={PERIODS.map(([value]) => ({ value, label: text.periods[value] }))}
        value={chosen.period}
        onChange={({ currentTarget }) => onPeriod(currentTarget.value as PeriodName)}
      />
      <NativeSelect
        size="sm"
        aria-label={text.service}
        data={[
          { value: '', label: text.everyService },
          ...services.map(({ id, name }) => ({ value: id, label: name }))
        ]}
        value={chosen.service}
        onChange={({ currentTarget }) => onService(currentTarget.value)}
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
      <OfficersTable history={history} />
      <p className="hall-as-of">
        {text.asOf(clockText(at), dayOf(at))} {text.abandonedNote} {text.method}
      </p>
    </>
  )
}
