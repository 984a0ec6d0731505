import { useState } from 'react'
import { type ApologiesOfDossier, useApologies, type WatchedDossier } from '../../api/supervision.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { apologyText as text } from '../../text/supervisor.ts'
import { ApologyFacts } from './apology-facts.tsx'
import { DraftForm } from './draft-form.tsx'
import { IssueForm } from './issue-form.tsx'
import { SendForm } from './send-form.tsx'

interface Props {
  row: WatchedDossier
  /** Called before something is recorded, so that the list behind follows at once. */
  onAct: () => void
  onClose: () => void
}

/** The letter of one dossier, from draft to sent: what it says, and the one step that is next. */
export function ApologyDialog({ row, onAct, onClose }: Props) {
  const apologies = useApologies(row.code)
  return (
    <Dialog wide title={text.title(row.code)} onClose={onClose}>
      <p>
        <b>{row.procedureName}</b>
      </p>
      <p className="quiet">{row.applicantName}</p>
      <Loaded query={apologies} rows={4}>
        {(known) => <Steps row={row} known={known} onAct={onAct} />}
      </Loaded>
    </Dialog>
  )
}

function Steps({ row, known, onAct }: Pick<Props, 'row' | 'onAct'> & { known: ApologiesOfDossier }) {
  const latest = known.items.at(-1)
  const [writing, setWriting] = useState<'draft' | 'again' | null>(null)
  const done = () => setWriting(null)
  const form = { row, known, onAct, onDone: done }
  if (!latest || writing === 'again') return <DraftForm {...form} draft={null} />
  if (latest.status === 'draft' && writing === 'draft') return <DraftForm {...form} draft={latest} />
  return (
    <>
      <ApologyFacts apology={latest} />
      {latest.status === 'draft' && (
        <>
          <button type="button" className="link" onClick={() => setWriting('draft')}>
            {text.edit}
          </button>
          <IssueForm apology={latest} onAct={onAct} />
        </>
      )}
      {latest.status === 'issued' && <SendForm apology={latest} onAct={onAct} />}
      {latest.status !== 'draft' && (
        <button type="button" className="link again-link" onClick={() => setWriting('again')}>
          {text.again}
        </button>
      )}
    </>
  )
}
