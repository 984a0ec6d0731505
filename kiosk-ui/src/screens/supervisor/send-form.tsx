import { Button } from '@mantine/core'
import { type Apology, type ApologyChannel, useSend } from '../../api/supervision.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { SelectField } from '../../parts/fields.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { commonText } from '../../text/common.ts'
import { apologyText as text } from '../../text/supervisor.ts'

const FRESH = { channel: '' }
const CHOICES = [
  { value: '', label: text.channelChoose },
  ...Object.entries(text.channels).map(([value, label]) => ({ value, label }))
]

/** Records how the citizen was told. */
export function SendForm({ apology, onAct }: { apology: Apology; onAct: () => void }) {
  const send = useSend(apology)
  const form = useDraftForm(`send-${apology.id}`, {
    fresh: FRESH,
    validate: ({ channel }) => ({ channel: channel ? null : text.channelMissing })
  })
  const submit = ({ channel }: typeof FRESH) => {
    if (send.isPending) return
    onAct()
    send.mutate({ channel: channel as ApologyChannel }, { onSuccess: form.forget })
  }
  return (
    <section className="next-step">
      <h3>{text.sendTitle}</h3>
      <WorkForm id={form.id} form={form.form} refusal={send.error} onSubmit={submit}>
        <SelectField of={form} path="channel" label={text.channel} choices={CHOICES} />
        <div className="foot">
          <span className="say">{text.sendLead}</span>
          <Button type="submit">{send.isPending ? commonText.saving : text.send}</Button>
        </div>
      </WorkForm>
    </section>
  )
}
