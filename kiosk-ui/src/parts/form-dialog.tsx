import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { commonText } from '../text/common.ts'
import { Dialog } from './dialog.tsx'
import type { DraftForm } from './draft-form.ts'
import { DraftNote } from './draft-note.tsx'
import { WorkForm } from './work-form.tsx'

interface Saving<Sent> {
  isPending: boolean
  error: Error | null
  mutate(sent: Sent, options: { onSuccess: () => void }): void
}

interface Props<Typed extends Record<string, unknown>, Sent> {
  title: string
  draft: DraftForm<Typed>
  save: Saving<Sent>
  /** What goes to the server for what is typed. */
  sentFrom: (typed: Typed) => Sent
  /** On the button. */
  submit: string
  onClose: () => void
  /** The fields. */
  children: ReactNode
}

/** A form in front of the page that is closed once the server has it; left before, it opens again as it was. */
export function FormDialog<Typed extends Record<string, unknown>, Sent>({
  title,
  draft,
  save,
  sentFrom,
  submit,
  onClose,
  children
}: Props<Typed, Sent>) {
  const send = (typed: Typed) => {
    if (save.isPending) return
    save.mutate(sentFrom(typed), {
      onSuccess: () => {
        draft.forget()
        onClose()
      }
    })
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <WorkForm id={draft.id} form={draft.form} refusal={save.error} onSubmit={send}>
        <DraftNote draft={draft} />
        {children}
        <div className="foot">
          <Button type="submit" className="push">
            {save.isPending ? commonText.saving : submit}
          </Button>
        </div>
      </WorkForm>
    </Dialog>
  )
}
