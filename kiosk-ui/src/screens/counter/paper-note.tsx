import { Button } from '@mantine/core'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { LongTextField } from '../../parts/fields.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { intakeText as text } from '../../text/counter.ts'
import type { Paper } from './papers.ts'

interface Props {
  paper: Paper
  onSave: (paper: Paper) => void
  onClose: () => void
}

/** A remark on one paper, for the colleagues. */
export function PaperNote({ paper, onSave, onClose }: Props) {
  const draft = useDraftForm(`ghi-chu-${paper.id}`, { fresh: { note: paper.note }, validate: () => ({}) })
  const save = ({ note }: { note: string }) => {
    onSave({ ...paper, note: note.trim() })
    draft.forget()
    onClose()
  }
  return (
    <Dialog title={text.noteOf(paper.name)} onClose={onClose}>
      <WorkForm id={draft.id} form={draft.form} refusal={null} onSubmit={save}>
        <LongTextField of={draft} path="note" label={text.paperKeys.note} />
        <Button type="submit">{text.noteSave}</Button>
      </WorkForm>
    </Dialog>
  )
}
