import { Button } from '@mantine/core'
import { useHolders } from '../../api/dossiers.ts'
import { type Ticket, type Transfer, useTransfer } from '../../api/tickets.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { type DraftForm, useDraftForm } from '../../parts/draft-form.ts'
import { ChoiceField, LongTextField, SelectField } from '../../parts/fields.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { commonText } from '../../text/common.ts'
import { counterText, transferText as text } from '../../text/counter-queue.ts'
import { endIntake, isUnfinished, useIntake } from './intake.ts'
import type { Acts } from './use-acts.ts'
import type { Desk } from './use-desk.ts'

const KINDS = ['service', 'counter', 'officer'] as const
type Kind = (typeof KINDS)[number]

const FRESH = { kind: 'service' as Kind, service: '', counter: '', officer: '', note: '' }
type Typed = typeof FRESH

const LONGEST_NOTE = 300

interface Props {
  ticket: Ticket
  desk: Desk
  acts: Acts
  officeId: string
}

/** Sends somebody to another service, counter or officer; the number and the time waited stay (C-28). */
export function TransferDialog({ ticket, desk, acts, officeId }: Props) {
  const send = useTransfer(officeId)
  const choices = useChoices(ticket, desk)
  const isLosing = isUnfinished(useIntake())
  const draft = useDraftForm<Typed>(`chuyen-${ticket.id}`, { fresh: FRESH, validate: faultsOf })
  const submit = (typed: Typed) => {
    if (send.isPending) return
    const to = choices[typed.kind].find(({ value }) => value === typed[typed.kind])?.label ?? ''
    send.mutate(
      { ticketId: ticket.id, transfer: transferOf(typed) },
      {
        onSuccess: () => {
          draft.forget()
          endIntake()
          acts.close()
          acts.say(counterText.transferDone(ticket.number, to))
        }
      }
    )
  }
  return (
    <Dialog title={text.title(ticket.number)} onClose={acts.close}>
      <WorkForm id={draft.id} form={draft.form} refusal={send.error} onSubmit={submit}>
        <p className="quiet">{text.lead}</p>
        {isLosing && <p className="notice soon">{text.draftLost}</p>}
        <ChoiceField
          of={draft}
          path="kind"
          label={text.to}
          choices={KINDS.map((value) => ({ value, label: text.kinds[value] }))}
        />
        <Where of={draft} choices={choices} />
        <LongTextField of={draft} path="note" label={text.note} hint={text.noteHint} />
        <Button type="submit">{send.isPending ? commonText.saving : text.submit(ticket.number)}</Button>
      </WorkForm>
    </Dialog>
  )
}

type Choices = Record<Kind, { value: string; label: string }[]>

function Where({ of, choices }: { of: DraftForm<Typed>; choices: Choices }) {
  const kind = of.form.useWatchValue('kind') as Kind
  const options = [{ value: '', label: text.choose }, ...choices[kind]]
  return <SelectField key={kind} of={of} path={kind} label={text[kind]} choices={options} />
}

/** Where somebody can be sent: not to where he is. */
function useChoices(ticket: Ticket, { queue, counter: own }: Desk): Choices {
  const holders = useHolders()
  const { services = [], counters = [] } = queue ?? {}
  return {
    service: services
      .filter(({ id }) => id !== ticket.serviceId)
      .map(({ id, name }) => ({ value: id, label: name })),
    counter: counters
      .filter(({ id }) => id !== own?.id)
      .map(({ id, number, name, state }) => ({
        value: id,
        label: text.counterOption(number, name, counterText.counterStates[state])
      })),
    officer: (holders.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))
  }
}

function faultsOf(typed: Typed) {
  return {
    [typed.kind]: typed[typed.kind] ? null : text.missing,
    note: typed.note.trim().length > LONGEST_NOTE ? text.noteLong : null
  }
}

function transferOf({ kind, note, ...typed }: Typed): Transfer {
  const to = { service: 'serviceId', counter: 'counterId', officer: 'officerId' } as const
  return { [to[kind]]: typed[kind], ...(note.trim() ? { note: note.trim() } : {}) }
}
