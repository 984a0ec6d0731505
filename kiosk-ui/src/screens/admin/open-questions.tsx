import type { Question } from '../../api/calendar.ts'
import { calendarText } from '../../text/admin-calendar.ts'

interface Props {
  questions: readonly Question[]
  /** Absent for those who may only read. */
  onDecide?: (question: Question) => void
}

/**
 * What nobody has decided yet, how it is counted meanwhile, and the way to write the decision down. The note is cut
 * for those who may decide: it stands whole above the form.
 */
export function OpenQuestions({ questions, onDecide }: Props) {
  const open = questions.filter(({ resolvedAt }) => resolvedAt === null)
  if (open.length === 0) {
    return (
      <section className="card no-print">
        <h2>{calendarText.noneOpen}</h2>
        <p className="small quiet">{calendarText.noneOpenLead}</p>
      </section>
    )
  }
  return (
    <section className="card asking">
      <h2>{calendarText.open(open.length)}</h2>
      <ul className="questions">
        {open.map((question) => (
          <li key={question.id}>
            <b>{question.title}</b>
            {onDecide && (
              <button
                type="button"
                className="link no-print"
                aria-label={calendarText.decideFor(question.title)}
                onClick={() => onDecide(question)}
              >
                {calendarText.decide}
              </button>
            )}
            <p className={onDecide ? 'quiet clamp' : 'quiet'}>{question.note}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
