import { benchDueDate } from './due-date.ts'
import { benchDurableChange } from './durable-change.ts'
import { benchIntake } from './intake.ts'
import { benchPageRead, benchStatusPage } from './page-read.ts'
import { benchCall, benchTicket } from './queue.ts'
import type { Measured } from './rounds.ts'
import { benchSlip } from './slip.ts'
import { benchStart } from './start.ts'

interface Row {
  what: string
  unit: string
  aim: string
  measure: () => Promise<Measured> | Measured
}

const ROWS: readonly Row[] = [
  { what: 'due date / day loop', unit: 'ns', aim: '≤ 0.005', measure: benchDueDate },
  { what: 'start to first answer / node -e 0', unit: 'ms', aim: '≤ 10', measure: benchStart },
  { what: 'page read by key / Fastify hello', unit: 'requests/s', aim: '(told)', measure: benchPageRead },
  {
    what: 'status page by token / Fastify hello',
    unit: 'requests/s',
    aim: '≥ 0.35',
    measure: benchStatusPage
  },
  {
    what: 'durable change at 64 callers / raw FULL',
    unit: 'changes/s',
    aim: '≥ 1.5',
    measure: benchDurableChange
  },
  {
    what: 'durable intake at 64 callers / raw FULL',
    unit: 'dossiers/s',
    aim: '≥ 1.5',
    measure: benchIntake
  },
  { what: 'call with 2,500 waiting / with 25', unit: 'ms', aim: '≤ 1.5', measure: benchCall },
  { what: 'number with 2,500 waiting / with 25', unit: 'ms', aim: '≤ 1.5', measure: benchTicket },
  { what: 'slip / the same with fonts read each time', unit: 'ms CPU', aim: '≤ 0.5', measure: benchSlip }
]

const round = (value: number) => Number(value.toPrecision(3))

const table = []
for (const { what, unit, aim, measure } of ROWS) {
  const { program, reference } = await measure()
  table.push({
    what,
    program: round(program),
    reference: round(reference),
    unit,
    ratio: round(program / reference),
    aim
  })
}
console.table(table)
