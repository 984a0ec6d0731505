import { Button } from '@mantine/core'
import { type HistoryEntry, useHistory } from '../../api/dossiers.ts'
import type { WatchedDossier } from '../../api/supervision.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { clockText, dayOf } from '../../parts/time.ts'
import { longDayText } from '../../text/common.ts'
import { apologyText, dossierDialogText as text } from '../../text/supervisor.ts'

interface Props {
  row: WatchedDossier
  onApology: () => void
  onClose: () => void
}

/** A row in full, with who did what when. */
export function DossierDialog({ row, onApology, onClose }: Props) {
  const history = useHistory(row.code)
  const facts = [
    [text.procedure, row.procedureName],
    [text.applicant, row.applicantName],
    [text.holder, row.holderName],
    [text.received, momentText(row.receivedAt)],
    [text.firstDue, longDayText(row.originalDueDay)],
    ...(row.dueDay === row.originalDueDay ? [] : [[text.due, momentText(row.dueAt)]])
  ]
  return (
    <Dialog wide title={text.title(row.code)} onClose={onClose}>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className="dialog-heading">{text.history}</h3>
      <Loaded query={history} rows={4}>
        {(entries) => (
          <ol className="history">
            {entries.map((entry) => (
              <Entry key={entry.seq} entry={entry} />
            ))}
          </ol>
        )}
      </Loaded>
      <div className="acts">
        <Button onClick={onApology}>{apologyText.open}</Button>
      </div>
    </Dialog>
  )
}

function Entry({ entry: { text: what, note, at, by } }: { entry: HistoryEntry }) {
  return (
    <li>
      <b>{what}</b>
      {note && <span> {note}</span>}
      <span className="when">{text.by(momentText(at), by)}</span>
    </li>
  )
}

function momentText(instant: string): string {
  const at = Date.parse(instant)
  return text.at(clockText(at), dayOf(at))
}
