import type { Summary, SupervisionList } from '../../api/supervision.ts'
import { keyText } from '../../parts/keys.ts'
import { Link } from '../../parts/router.tsx'
import { commonText } from '../../text/common.ts'
import { supervisorLists, supervisorText as text } from '../../text/supervisor.ts'
import { addressOf } from './address.ts'

const FIGURES = [
  ['late', 'late', 'late'],
  ['today', 'dueToday', 'soon'],
  ['soon', 'dueSoon', ''],
  ['without-apology', 'lateWithoutApology', 'late'],
  ['without-reason', 'lateWithoutReason', 'late']
] as const satisfies readonly [SupervisionList, keyof Summary, string][]

/** The figures, each a link to the very dossiers that it counts. */
export function Figures({ summary, list }: { summary: Summary | undefined; list: SupervisionList }) {
  return (
    <nav aria-label={text.figures}>
      <div className="figures">
        {FIGURES.map(([name, figure, tone], index) => (
          <Link
            key={name}
            href={addressOf(name)}
            className={summary && summary[figure] > 0 ? tone : ''}
            aria-current={name === list ? 'page' : undefined}
            aria-keyshortcuts={keyText({ code: `Digit${index + 1}`, alt: true })}
          >
            <b>{summary ? summary[figure] : commonText.nothing}</b>
            <span>{supervisorLists[name].figure}</span>
          </Link>
        ))}
      </div>
      {summary && (summary.redated > 0 || list === 'redated') && (
        <p className="also">
          {text.also}{' '}
          <Link
            href={addressOf('redated')}
            aria-current={list === 'redated' ? 'page' : undefined}
            aria-keyshortcuts={keyText({ code: `Digit${FIGURES.length + 1}`, alt: true })}
          >
            {text.redated(summary.redated)}
          </Link>
        </p>
      )}
    </nav>
  )
}
