import { Button } from '@mantine/core'
import { newKey } from '../../api/client.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { TextField } from '../../parts/fields.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { intakeText as text } from '../../text/counter.ts'
import { changeIntake } from './intake.ts'

const FRESH = { name: '', reason: '' }

/** A paper that the catalogue does not ask for: taken only with a reason, which protects the citizen (C-12). */
export function AddPaper({ onClose }: { onClose: () => void }) {
  const draft = useDraftForm('giay-to-them', {
    fresh: FRESH,
    validate: ({ name, reason }) => ({
      name: name.trim() ? null : text.addPaperNameMissing,
      reason: reason.trim() ? null : text.addPaperReasonMissing
    })
  })
  const add = ({ name, reason }: typeof FRESH) => {
    const paper = {
      id: `them-${newKey()}`,
      name: name.trim(),
      detail: null,
      inCatalogue: false,
      presented: false,
      originals: 1,
      copies: 0,
      state: 'received' as const,
      note: reason.trim()
    }
    changeIntake((now) => ({ papers: [...now.papers, paper] }))
    draft.forget()
    onClose()
  }
  return (
    <Dialog title={text.addPaperTitle} onClose={onClose}>
      <WorkForm id={draft.id} form={draft.form} refusal={null} onSubmit={add}>
        <TextField of={draft} path="name" label={text.addPaperName} />
        <TextField of={draft} path="reason" label={text.addPaperReason} hint={text.addPaperReasonHint} />
        <Button type="submit">{text.addPaperSubmit}</Button>
      </WorkForm>
    </Dialog>
  )
}
