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
import type { Desk, DeskCounter } from './use-desk.ts'
import { useRefusal } from './use-refusal.ts'

const KINDS = ['service', 'counter', 'officer'] as const
type Kind = (typeof KINDS)[number]

const FRESH = { kind: 'service' as Kind, service: '', counter: '', officer: '', note: '' }
type Typed = typeof FRESH

const RANK = { open: 0, paused: 1, closed: 2 } as const

const LONGEST_NOTE = 300

interface Props {
  ticket: Ticket
  desk: Desk
  acts: Acts
  officeId: string
  /** For what the person goes on, where that is known already. */
  serviceId: string
}

/** Sends somebody to another service, counter or officer; the number and the time waited stay (C-28). */
export function TransferDialog({ ticket, desk, acts, officeId, serviceId }: Props) {
  const send = useTransfer(officeId)
  const refusal = useRefusal(send)
  const choices = useChoices(ticket, desk)
  const isLosing = isUnfinished(useIntake())
  const draft = useDraftForm<Typed>(`chuyen-${ticket.id}-${serviceId}`, {
    fresh: { ...FRESH, service: serviceId },
    validate: faultsOf
  })
  const submit = (typed: Typed) => {
    if (send.isPending) return
    const to = choices[typed.kind].find(({ value }) => value === typed[typed.kind])?.label ?? ''
    const done = () => {
      draft.forget()
      endIntake()
      acts.close()
      acts.say(counterText.transferDone(ticket.number, to))
    }
    // The dialog goes with the ticket, perhaps before the answer is dealt with; a refusal stands in the form.
    send.mutateAsync({ ticketId: ticket.id, transfer: transferOf(typed) }).then(done, () => {})
  }
  return (
    <Dialog title={text.title(ticket.number)} onClose={acts.close}>
      <WorkForm id={draft.id} form={draft.form} refusal={refusal} onSubmit={submit}>
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

interface Choice {
  value: string
  label: string
  /** Who calls instead, where nobody is there to whom the person is sent. */
  otherwise?: string
}

type Choices = Record<Kind, Choice[]>

function Where({ of, choices }: { of: DraftForm<Typed>; choices: Choices }) {
  const kind = of.form.useWatchValue('kind') as Kind
  const chosen = of.form.useWatchValue(kind)
  const options = [
    { value: '', label: text.choose },
    ...choices[kind].map(({ value, label }) => ({ value, label }))
  ]
  const otherwise = choices[kind].find(({ value }) => value === chosen)?.otherwise
  return (
    <div className="stacked-field" aria-live="polite">
      <SelectField key={kind} of={of} path={kind} label={text[kind]} choices={options} />
      {otherwise && <p className="notice soon">{otherwise}</p>}
    </div>
  )
}

/** Where somebody can be sent: not to where he is. */
function useChoices(ticket: Ticket, { queue, counter: own, officerId }: Desk): Choices {
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
        label: text.counterOption(number, name, counterText.counterStates[state]),
        ...(state !== 'open' && { otherwise: text.counterAway(number, counterText.counterStates[state]) })
      })),
    officer: officersFirst(
      (holders.data?.people ?? []).filter(({ id, mayCall }) => mayCall && id !== officerId),
      counters
    )
  }
}

/** Whoever sits at an open counter comes first: to send somebody to an empty seat is to let him wait in vain. */
function officersFirst(people: readonly { id: string; name: string }[], counters: readonly DeskCounter[]) {
  const seatOf = (id: string) =>
    counters
      .filter(({ officerId, state }) => officerId === id && state !== 'closed')
      .toSorted((one, other) => RANK[one.state] - RANK[other.state])[0]
  return people
    .map((person) => ({ ...person, seat: seatOf(person.id) }))
    .toSorted((one, other) => RANK[one.seat?.state ?? 'closed'] - RANK[other.seat?.state ?? 'closed'])
    .map(({ id, name, seat }) => ({
      value: id,
      label: seat
        ? text.officerHere(name, seat.number, counterText.counterStates[seat.state])
        : text.officerAway(name),
      ...(seat?.state !== 'open' && { otherwise: text.officerNotThere(name) })
    }))
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
