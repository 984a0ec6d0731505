import { Button } from '@mantine/core'
import { ApiProblem, serverNow } from '../../api/client.ts'
import {
  type Printer,
  type PrintJob,
  usePrintJob,
  usePrintTest,
  useProbePrinter
} from '../../api/printers.ts'
import { Icon } from '../../parts/icon.tsx'
import { printersText as text } from '../../text/admin-printers.ts'
import { commonText, momentText } from '../../text/common.ts'
import { printCauseText, printerStateText } from '../../text/printers.ts'

interface Props {
  printer: Printer
  onEdit: () => void
  onKiosks: () => void
  onRemove: () => void
}

/** One printer: how it is in words, what it can, and what can be done with it. */
export function PrinterCard({ printer, onEdit, onKiosks, onRemove }: Props) {
  const probe = useProbePrinter(printer.id)
  const test = usePrintTest(printer.id)
  const printed = usePrintJob(test.data?.id)
  const problem = probe.error ?? test.error
  return (
    <section className="card printer" aria-labelledby={`printer-${printer.id}`}>
      <div className="printer-head">
        <h2 id={`printer-${printer.id}`}>{printer.name}</h2>
        <State printer={printer} />
      </div>
      <Hint printer={printer} />
      <Facts printer={printer} />
      <div className="acts">
        <Button size="sm" variant="default" loading={probe.isPending} onClick={() => probe.mutate(null)}>
          {text.probe}
        </Button>
        <Button
          size="sm"
          variant="default"
          leftSection={<Icon name="print" />}
          onClick={() => test.mutate(null)}
        >
          {text.test}
        </Button>
        <Button size="sm" variant="default" onClick={onKiosks}>
          {text.setKiosks}
        </Button>
        <Button size="sm" variant="default" onClick={onEdit}>
          {text.edit}
        </Button>
        <button type="button" className="link push" onClick={onRemove}>
          {text.remove}
        </button>
      </div>
      <p className="small" role="status">
        {problem ? wordsOf(problem) : printed.data ? testWords(printed.data) : commonText.nothing}
      </p>
    </section>
  )
}

function State({ printer: { state, paper, papersLeft } }: { printer: Printer }) {
  if (state === 'ready' && paper === 'near_end') {
    return <span className="tag soon">{text.nearEnd(papersLeft)}</span>
  }
  const tone = state === 'ready' ? 'done' : state === 'unknown' ? '' : 'late'
  return <span className={`tag ${tone}`}>{printerStateText[state].title}</span>
}

function Hint({ printer: { state, stateSince } }: { printer: Printer }) {
  const { hint } = printerStateText[state]
  if (!hint) return null
  return (
    <p>
      {hint} {stateSince && <span className="quiet">{text.since(momentText(stateSince, now()))}</span>}
    </p>
  )
}

function Facts({ printer }: { printer: Printer }) {
  const { address, port, kiosks, probedAt, confirms, lastAnswerAt } = printer
  const facts = [
    [text.address, text.placed(address, port)],
    [text.kiosks, kiosks.map(({ name }) => name).join(', ') || text.noKiosk],
    [text.proof, probedAt === null ? text.notProbed : text.proofs[confirms]],
    [text.lastAnswer, lastAnswerAt === null ? text.never : momentText(lastAnswerAt, now())]
  ] as const
  return (
    <dl>
      {facts.map(([label, value]) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function testWords({ state, cause, running, retries, askedSince }: PrintJob): string {
  if (running) return text.running
  const isOpen = retries || askedSince !== null || state === 'confirmed' || state === 'sent'
  // Somebody has looked at it since: what was unsure is not any more.
  if (!isOpen) return commonText.nothing
  const why = cause === null ? '' : printCauseText[cause]
  const words = text.testState[state]
  return typeof words === 'string' ? words : words(why)
}

function wordsOf(error: Error): string {
  return error instanceof ApiProblem ? error.message : commonText.strangeAnswer
}

function now(): string {
  return new Date(serverNow()).toISOString()
}
