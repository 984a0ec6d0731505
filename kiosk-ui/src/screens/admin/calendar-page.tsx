import { Button } from '@mantine/core'
import { useState } from 'react'
import { type CalendarDay, type CalendarOfYear, type Question, useCalendar } from '../../api/calendar.ts'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Link } from '../../parts/router.tsx'
import { dayOf, useNow } from '../../parts/time.ts'
import { adminText } from '../../text/admin.ts'
import { calendarText, DAY_KINDS } from '../../text/admin-calendar.ts'
import { DayDialog } from './day-dialog.tsx'
import { DecidedList } from './decided-list.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import { OpenQuestions } from './open-questions.tsx'
import { YearGrid } from './year-grid.tsx'

/** What stands in front of the calendar: a day to write, or a question to answer. */
type Task = { kind: 'add' } | { kind: 'edit'; days: CalendarDay[] } | { kind: 'decide'; question: Question }

export function CalendarPage({ year: asked }: { year: string | null }) {
  const today = dayOf(useNow())
  const year = /^\d{4}$/.test(asked ?? '') ? Number(asked) : Number(today.slice(0, 4))
  const query = useCalendar(year)
  const [task, setTask] = useState<Task | null>(null)
  const mayEdit = query.data?.mayEdit ?? false
  const close = () => setTask(null)
  return (
    <div className="calendar">
      <div className="head">
        <PageHeading title={calendarText.title(year)} section={adminText.title} />
        {query.data && <Years year={year} years={query.data.years} />}
        <span className="end no-print">
          <Button
            variant="default"
            size="sm"
            leftSection={<Icon name="print" />}
            onClick={() => window.print()}
          >
            {calendarText.print}
          </Button>
          {mayEdit && (
            <Button size="sm" leftSection={<Icon name="plus" />} onClick={() => setTask({ kind: 'add' })}>
              {calendarText.add}
            </Button>
          )}
        </span>
      </div>
      <Loaded query={query} rows={12}>
        {(calendar) => <Year calendar={calendar} today={today} {...(mayEdit ? { onTask: setTask } : {})} />}
      </Loaded>
      {task?.kind === 'decide' && <DecisionDialog question={task.question} onClose={close} />}
      {(task?.kind === 'add' || task?.kind === 'edit') && (
        <DayDialog
          days={task.kind === 'edit' ? task.days : []}
          known={query.data?.days ?? []}
          onClose={close}
        />
      )}
    </div>
  )
}

function Years({ year, years }: { year: number; years: CalendarOfYear['years'] }) {
  return (
    <nav className="choices no-print" aria-label={calendarText.years}>
      {years.map((choice) => (
        <Link
          key={choice.year}
          className="choice"
          href={`/admin/ngay-nghi?nam=${choice.year}`}
          aria-current={choice.year === year ? 'page' : undefined}
        >
          {calendarText.yearChoice(choice.year, choice.year === year ? 0 : choice.openQuestions)}
        </Link>
      ))}
    </nav>
  )
}

function Year({
  calendar,
  today,
  onTask
}: {
  calendar: CalendarOfYear
  today: string
  onTask?: (task: Task) => void
}) {
  const edit = onTask && ((days: CalendarDay[]) => onTask({ kind: 'edit', days }))
  const pick = onTask && ((day: CalendarDay) => onTask(taskFor(day, calendar)))
  return (
    <div className="columns">
      <div>
        <YearGrid year={calendar.year} days={calendar.days} today={today} onPick={pick} />
        <Legend />
      </div>
      <aside className="side">
        {!onTask && <p className="notice small no-print">{calendarText.readOnly}</p>}
        <OpenQuestions
          questions={calendar.questions}
          {...(onTask ? { onDecide: (question) => onTask({ kind: 'decide', question }) } : {})}
        />
        <DecidedList year={calendar.year} days={calendar.days} onEdit={edit} />
      </aside>
    </div>
  )
}

function taskFor(day: CalendarDay, { questions }: CalendarOfYear): Task {
  const question = questions.find(({ id, resolvedAt }) => id === day.questionId && resolvedAt === null)
  return question ? { kind: 'decide', question } : { kind: 'edit', days: [day] }
}

const LEGEND = [
  ['h', '2', 'holiday'],
  ['c', '27', 'compensation'],
  ['s', '31', 'swapped_off'],
  ['w', '22', 'make_up'],
  ['q', '23', 'undecided']
] as const

function Legend() {
  return (
    <ul className="legend" aria-label={calendarText.legend}>
      {LEGEND.map(([className, number, kind]) => (
        <li key={kind}>
          <b className={`mark ${className}`} aria-hidden="true">
            {number}
          </b>
          {DAY_KINDS[kind]}
        </li>
      ))}
      <li>
        <i className="dot" aria-hidden="true" />
        {calendarText.today}
      </li>
      <li className="quiet">{calendarText.weekend}</li>
    </ul>
  )
}
