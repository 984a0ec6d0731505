import { Button } from '@mantine/core'
import {
  type PrinterStanding,
  type PrintJob,
  useAnswerOutcome,
  useAskedJobs,
  usePrinterStates,
  useReprint
} from '../../api/print-alarms.ts'
import { HelpLines, isQuiet, useHelpAlarms } from '../../parts/help-alarms.tsx'
import { hallStripText as text } from '../../text/counter-queue.ts'

/** Papers shown at once; whoever looks after these sees the next. */
const SHOWN = 2

/** What the whole hall has to know, above the work of the counter; nothing most of the time. */
export function HallStrip({ emergency }: { emergency: string | null }) {
  const printers = usePrinterStates().data ?? []
  const jobs = useAskedJobs().data ?? []
  const help = useHelpAlarms()
  const alarms = printers.flatMap((printer) => alarmOf(printer) ?? [])
  const isCalm = alarms.length + jobs.length === 0 && isQuiet(help)
  if (emergency === null && isCalm) return null
  return (
    <div className="hall-strip">
      {emergency !== null && (
        <p className="emergency" role="alert">
          <b>{text.emergency}:</b> {emergency}
        </p>
      )}
      <HelpLines of={help} />
      {alarms.map((words) => (
        <p key={words} role="status">
          {words}
        </p>
      ))}
      {jobs.slice(0, SHOWN).map((job) => (
        <Paper key={job.id} job={job} />
      ))}
      {jobs.length > SHOWN && <p>{text.moreJobs(jobs.length - SHOWN)}</p>}
    </div>
  )
}

function Paper({ job }: { job: PrintJob }) {
  const outcome = useAnswerOutcome()
  const reprint = useReprint()
  const isBusy = outcome.isPending || reprint.isPending
  const words = job.state === 'failed' ? text.failedJob : text.unknownJob
  return (
    <div className="paper-alarm" role="status">
      <p>{words(job.number ?? text.test, job.printerName)}</p>
      <Button
        variant="default"
        size="sm"
        onClick={() => !isBusy && outcome.mutate({ jobId: job.id, printed: true })}
      >
        {text.cameOut}
      </Button>
      <Button variant="default" size="sm" onClick={() => !isBusy && reprint.mutate({ jobId: job.id })}>
        {text.reprint}
      </Button>
      {(outcome.error ?? reprint.error) && <p role="alert">{(outcome.error ?? reprint.error)?.message}</p>}
    </div>
  )
}

function alarmOf({ name, state, paper }: PrinterStanding): string | undefined {
  const say = text.printer
  switch (state) {
    case 'paper_out':
      return say.paper_out(name)
    case 'cover_open':
      return say.cover_open(name)
    case 'unreachable':
    case 'silent':
      return say.unreachable(name)
    case 'offline':
    case 'error':
      return say.error(name)
    default:
      return paper === 'near_end' ? say.near_end(name) : undefined
  }
}
