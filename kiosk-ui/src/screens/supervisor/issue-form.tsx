import { Button } from '@mantine/core'
import { type Apology, useIssue } from '../../api/supervision.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { DayField, TextField } from '../../parts/fields.tsx'
import { findDay } from '../../parts/read-typed.ts'
import { WorkForm } from '../../parts/work-form.tsx'
import { commonText } from '../../text/common.ts'
import { apologyText as text } from '../../text/supervisor.ts'

const FRESH = { number: '', signer: '', signerTitle: '', signedOn: '' }

/** Records who signed the letter, and gives it its number. */
export function IssueForm({ apology, onAct }: { apology: Apology; onAct: () => void }) {
  const issue = useIssue(apology)
  const form = useDraftForm(`issue-${apology.id}`, { fresh: FRESH, validate: () => ({}) })
  const submit = ({ signedOn, ...typed }: typeof FRESH) => {
    if (issue.isPending) return
    onAct()
    issue.mutate({ ...typed, signedOn: findDay(signedOn) ?? signedOn }, { onSuccess: form.forget })
  }
  return (
    <section className="next-step">
      <h3>{text.issueTitle}</h3>
      <WorkForm id={form.id} form={form.form} refusal={issue.error} onSubmit={submit}>
        <DraftNote draft={form} />
        <div className="pair">
          <TextField of={form} path="signer" label={text.signer} className="grow" />
          <TextField of={form} path="signerTitle" label={text.signerTitle} className="grow" />
        </div>
        <div className="pair">
          <DayField of={form} path="signedOn" label={text.signedOn} />
          <TextField
            of={form}
            path="number"
            label={`${text.number} ${commonText.optional}`}
            hint={text.numberHint}
            className="grow"
          />
        </div>
        <div className="foot">
          <span className="say">{text.issueLead}</span>
          <Button type="submit">{issue.isPending ? commonText.saving : text.issue}</Button>
        </div>
      </WorkForm>
    </section>
  )
}
