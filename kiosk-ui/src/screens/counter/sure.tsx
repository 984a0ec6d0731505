import { Button } from '@mantine/core'
import { Dialog } from '../../parts/dialog.tsx'

interface Props {
  title: string
  lead: string
  yes: string
  no: string
  answer: (isSure: boolean) => void
}

/** Asked before what cannot be taken back; the answer that keeps everything comes first. */
export function Sure({ title, lead, yes, no, answer }: Props) {
  return (
    <Dialog title={title} onClose={() => answer(false)}>
      <p>{lead}</p>
      <div className="acts">
        <Button variant="default" data-first onClick={() => answer(false)}>
          {no}
        </Button>
        <Button variant="default" onClick={() => answer(true)}>
          {yes}
        </Button>
      </div>
    </Dialog>
  )
}
