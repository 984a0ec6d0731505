import { Button } from '@mantine/core'
import { Dialog } from '../../parts/dialog.tsx'
import { intakeText as text } from '../../text/counter.ts'

interface Props {
  now: string
  card: string
  onUse: () => void
  onSubmitter: () => void
  onKeep: () => void
}

/** The card of another person than the one on the screen: both names side by side, and the officer decides. */
export function OtherCard({ now, card, onUse, onSubmitter, onKeep }: Props) {
  return (
    <Dialog title={text.otherTitle} onClose={onKeep}>
      <p>{text.otherLead}</p>
      <dl className="two-names">
        <div>
          <dt>{text.otherNow}</dt>
          <dd>{now}</dd>
        </div>
        <div>
          <dt>{text.otherCard}</dt>
          <dd>{card}</dd>
        </div>
      </dl>
      <div className="acts">
        <Button variant="default" data-first onClick={onKeep}>
          {text.otherKeep}
        </Button>
        <Button variant="default" onClick={onSubmitter}>
          {text.otherSubmitter}
        </Button>
        <Button variant="default" onClick={onUse}>
          {text.otherUse}
        </Button>
      </div>
    </Dialog>
  )
}
