import { hourText, periodText, waitingReportText as text } from '../../kiosk-ui/src/text/hall-figures.ts'
import type { Figures } from './figures.ts'
import type { History } from './schemas.ts'

interface Column {
  name: string
  kind: 'text' | 'number' | 'day' | 'length'
  width: number
}

interface Sheet {
  name: string
  columns: Column[]
  rows: (string | number | null)[][]
}

const COUNTS = [
  'taken',
  'abandoned',
  'withdrawn',
  'missed',
  'present',
  'visits',
  'served',
  'noShows',
  'parked',
  'transferred',
  'cancelled',
  'unfinished',
  'skipped'
] as const

const TIMES = ['waiting', 'walking', 'serving'] as const

const WIDTHS = { label: 34, count: 11, time: 15 }

/** The history as pages of a workbook, one for each way to group it. */
export function reportSheets(history: History): Sheet[] {
  const columns = figureColumns(text.minutesSeconds)
  const page = (group: keyof typeof text.groups, label: Column, rows: Sheet['rows']): Sheet => ({
    name: text.groups[group],
    columns: [label, ...columns],
    rows
  })
  const labelled = (name: string): Column => ({ name, kind: 'text', width: WIDTHS.label })
  return [
    page('all', labelled(text.item), [[text.groups.all, ...valuesOf(history.all)]]),
    page(
      'days',
      { name: text.day, kind: 'day', width: WIDTHS.time },
      history.days.map((row) => [row.day, ...valuesOf(row)])
    ),
    page(
      'hours',
      labelled(text.hour),
      labelledRows(history.hours, ({ hour }) => hourText(hour))
    ),
    page(
      'services',
      labelled(text.service),
      labelledRows(history.services, (row) => row.serviceName)
    ),
    page('counters', labelled(text.counter), labelledRows(history.counters, counterName)),
    page(
      'officers',
      labelled(text.officer),
      labelledRows(history.officers, (row) => row.officerName)
    )
  ]
}

/** The same as one table, as CSV has no pages; a day is written as text there. */
export function reportTable(history: History): Sheet {
  const [all, ...groups] = reportSheets(history)
  const columns = [
    { name: text.group, kind: 'text' as const, width: WIDTHS.time },
    { name: text.item, kind: 'text' as const, width: WIDTHS.label },
    ...figureColumns(text.seconds)
  ]
  const rows = [all, ...groups].flatMap((sheet) => sheet?.rows.map((row) => [sheet.name, ...row]) ?? [])
  return { name: text.name, columns, rows }
}

/** What it is of, when it was true, who took it, and how it was reckoned (V-08). */
export function reportNotes(
  { from, to, asOf, services, serviceId }: History,
  { user, format }: { user: string; format: 'csv' | 'xlsx' }
): string[] {
  const service = services.find((row) => row.serviceId === serviceId)?.serviceName ?? serviceId
  return [
    text.filter(periodText(from, to), service),
    text.asOf(asOf, user),
    text.adds,
    text.method,
    ...(format === 'csv' ? [text.separator] : [])
  ]
}

function figureColumns(unit: string): Column[] {
  return [
    ...COUNTS.map((name) => ({ name: text.columns[name], kind: 'number' as const, width: WIDTHS.count })),
    ...TIMES.flatMap((time) => [
      { name: text.half(text.times[time], unit), kind: 'length' as const, width: WIDTHS.time },
      { name: text.nine(text.times[time], unit), kind: 'length' as const, width: WIDTHS.time }
    ])
  ]
}

function valuesOf(figures: Figures): (number | null)[] {
  return [
    ...COUNTS.map((name) => figures[name]),
    ...TIMES.flatMap((time) => [figures[time].p50, figures[time].p90])
  ]
}

function labelledRows<Row extends Figures>(
  rows: readonly Row[],
  nameOf: (row: Row) => string
): Sheet['rows'] {
  return rows.map((row) => [nameOf(row), ...valuesOf(row)])
}

function counterName({ counterNumber }: { counterNumber: number }): string {
  return `${text.counter} ${counterNumber}`
}
