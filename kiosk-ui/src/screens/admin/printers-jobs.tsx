import { Button } from '@mantine/core'
import { type PrintJob, useAnswerPrint, useAskedPrints, useReprint } from '../../api/printers.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { clockText } from '../../parts/time.ts'
import { printersText } from '../../text/admin-printers.ts'
import { printCauseText } from '../../text/printers.ts'

const text = printersText.jobs

/** Papers of which the server does not know whether they came out, or that it gave up: a person looks and says it. */
export function PrintersJobs() {
  const query = useAskedPrints()
  return (
    <section className="card asked-prints">
      <h2>{text.title}</h2>
      <Loaded query={query} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{text.none}</p>
          ) : (
            <>
              <p className="quiet small">{text.lead}</p>
              <ul className="lines">
                {items.map((job) => (
                  <Job key={job.id} job={job} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </section>
  )
}

function Job({ job }: { job: PrintJob }) {
  const answer = useAnswerPrint()
  const reprint = useReprint()
  const { id, number, state, requestedAt, printerName, reprintOf } = job
  const problem = answer.error ?? reprint.error
  const label = (act: string) => text.actFor(act, number ?? text.test)
  const isUnknown = state === 'unknown'
  return (
    <li>
      <p className="job-head">
        <b>{number ?? text.test}</b>
        {reprintOf && <span className="tag">{text.reprint}</span>}
        <span className="quiet">
          {clockText(Date.parse(requestedAt))} · {printerName}
        </span>
      </p>
      <p>{wordsOf(job)}</p>
      {isUnknown && <p className="question">{text.answer}</p>}
      {problem && <p role="alert">{problem.message}</p>}
      <div className="acts">
        {isUnknown && (
          <Button
            size="sm"
            variant="default"
            aria-label={label(text.printed)}
            onClick={() => answer.mutate({ jobId: id, printed: true })}
          >
            {text.printed}
          </Button>
        )}
        <Button size="sm" variant="default" aria-label={label(text.again)} onClick={() => reprint.mutate(id)}>
          {text.again}
        </Button>
        {!isUnknown && (
          <Button
            size="sm"
            variant="default"
            aria-label={label(text.dismiss)}
            onClick={() => answer.mutate({ jobId: id, printed: false })}
          >
            {text.dismiss}
          </Button>
        )}
      </div>
    </li>
  )
}

function wordsOf({ state, cause }: PrintJob): string {
  const why = cause === null ? '' : printCauseText[cause]
  return state === 'unknown' ? text.unknown(why) : text.failed(why)
}
