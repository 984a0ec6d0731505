import { type DueDateAnswer, useDueDate } from '../../api/due-dates.ts'
import { Bones } from '../../parts/bones.tsx'
import { clockText } from '../../parts/time.ts'
import { longDayText } from '../../text/common.ts'
import { intakeText as text } from '../../text/counter.ts'
import { dueLines } from './due-lines.ts'
import type { Intake } from './intake.ts'

/** When it would be due if it were received now, for the procedure, the case and the way of filing that are chosen. */
export function useIntakeDue(
  { procedure, caseName }: Pick<Intake, 'procedure' | 'caseName'>,
  channel: string
) {
  const asked = procedure?.term
    ? {
        procedureCode: procedure.code,
        ...(caseName ? { case: caseName } : {}),
        channel: channel as 'counter' | 'online' | 'post'
      }
    : null
  return useDueDate(asked)
}

/** @example dueWords({ dueAt: '2026-12-01T09:30:00.000Z', dueDay: '2026-12-01' }) // '16:30 thứ Ba, 01/12/2026' */
export function dueWords({ dueAt, dueDay }: { dueAt: string; dueDay: string }): string {
  return text.when(clockText(Date.parse(dueAt)), longDayText(dueDay))
}

/** The due date with its sum, one line a day (C-13). */
export function DueSection({
  channel,
  ...asked
}: Pick<Intake, 'procedure' | 'caseName'> & { channel: string }) {
  const { data, error } = useIntakeDue(asked, channel)
  const { procedure } = asked
  return (
    <section className="due">
      <h2 className="label">{text.dueIfToday}</h2>
      {!procedure && <p className="small quiet">{text.noDueYet}</p>}
      {procedure && !procedure.term && <p className="small">{text.noTermWhy(procedure.name)}</p>}
      {procedure?.term && !data && (error ? <p className="small">{error.message}</p> : <Bones rows={3} />)}
      {procedure?.term && data && <Sum due={data} />}
    </section>
  )
}

function Sum({ due }: { due: DueDateAnswer }) {
  const lines = dueLines(due.steps, clockText(Date.parse(due.dueAt)))
  return (
    <>
      <p className="date">{dueWords(due)}</p>
      <p className="small quiet">{text.term(due.termText)}</p>
      {due.provisional && <p className="small provisional">{text.provisional}</p>}
      <ol className="days">
        {lines.map(({ days, why, count, kind }) => (
          <li key={days} className={kind === 'counted' ? undefined : kind}>
            <span className="d">{days}</span>
            <span className="why">{why}</span>
            <span className="n">{count}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
