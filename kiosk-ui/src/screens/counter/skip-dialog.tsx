import { Button } from '@mantine/core'
import type { Queue } from '../../api/tickets.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { type DraftForm, useDraftForm } from '../../parts/draft-form.ts'
import { ChoiceField, TextField } from '../../parts/fields.tsx'
import { useNow } from '../../parts/time.ts'
import { WorkForm } from '../../parts/work-form.tsx'
import { skipText as text } from '../../text/counter-queue.ts'
import { SAYS_SOMETHING } from '../../text/reason.ts'
import { numbersMeant } from './typed-number.ts'
import type { Acts } from './use-acts.ts'
import type { Desk } from './use-desk.ts'
import { minutesSince } from './waiting.ts'

const SHOWN = 5
const saysSomething = new RegExp(SAYS_SOMETHING, 'u')
const OWN = 'own'

/** As long as the server takes it. */
const LONGEST_REASON = 200

interface Typed extends Record<string, string> {
  number: string
  ticketId: string
  reason: string
  own: string
}

type Waiting = Queue['waiting'][number]

interface Props {
  desk: Desk
  acts: Acts
  /** Of whom, where that is known already. */
  number: string
}

/** Somebody who is not next: his number, and the reason that the supervisor will read. */
export function SkipDialog({ desk, acts, number }: Props) {
  const waiting = desk.queue?.waiting ?? []
  const next = desk.line?.next[0]?.id
  const draft = useDraftForm<Typed>(`goi-truoc-${number}`, {
    fresh: { number, ticketId: '', reason: '', own: '' },
    validate: (typed) => {
      const ticket = chosenOf(typed, waiting)
      const isNext = ticket !== undefined && ticket.id === next
      return {
        number: ticket ? null : text.numberMissing,
        reason: isNext || typed.reason ? null : text.reasonUnchosen,
        own: isNext || typed.reason !== OWN ? null : ownFault(typed.own.trim())
      }
    }
  })
  const submit = (typed: Typed) => {
    const ticket = chosenOf(typed, waiting)
    if (!ticket) return
    draft.forget()
    acts.close()
    acts.callOutOfTurn({ ticketId: ticket.id, ...(ticket.id !== next && { reason: reasonOf(typed) }) })
  }
  return (
    <Dialog title={text.title} onClose={acts.close}>
      <WorkForm id={draft.id} form={draft.form} refusal={null} onSubmit={submit}>
        <p className="quiet">{text.lead}</p>
        <TextField of={draft} path="number" label={text.number} hint={text.numberHint} />
        <Matches of={draft} desk={desk} />
        <Reason of={draft} desk={desk} />
        <Submit of={draft} waiting={waiting} />
      </WorkForm>
    </Dialog>
  )
}

function Submit({ of: { form }, waiting }: { of: DraftForm<Typed>; waiting: readonly Waiting[] }) {
  useTyped(form)
  const ticket = chosenOf(form.getValues(), waiting)
  return (
    <div className="kept-below">
      <Button type="submit">{ticket ? text.submit(ticket.number) : text.submitNone}</Button>
    </div>
  )
}

interface Part {
  of: DraftForm<Typed>
  desk: Desk
}

function Matches({ of, desk: { queue } }: Part) {
  const now = useNow()
  useTyped(of.form)
  const found = matchesOf(of.form.getValues(), queue?.waiting ?? [])
  const words = ({ number, serviceId, waitingSince }: Waiting) => {
    const service = queue?.services.find(({ id }) => id === serviceId)?.name ?? ''
    return text.option(number, service, minutesSince(waitingSince, now))
  }
  if (of.form.getValues().number.trim() === '') return null
  const [only] = found
  if (!only) return <p role="status">{text.none}</p>
  if (found.length === 1) return <p role="status">{words(only)}</p>
  return (
    <div className="matches">
      <ChoiceField
        of={of}
        path="ticketId"
        label={text.found}
        choices={found.slice(0, SHOWN).map((ticket) => ({ value: ticket.id, label: words(ticket) }))}
      />
      {found.length > SHOWN && <p className="hint">{text.more(found.length - SHOWN)}</p>}
    </div>
  )
}

function Reason({ of, desk: { queue, line } }: Part) {
  useTyped(of.form)
  const typed = of.form.getValues()
  const ticket = chosenOf(typed, queue?.waiting ?? [])
  if (ticket && ticket.id === line?.next[0]?.id) return <p role="status">{text.isNext}</p>
  const choices = [
    ...text.reasons.map((reason) => ({ value: reason, label: reason })),
    { value: OWN, label: text.ownReason }
  ]
  return (
    <div className="reasons">
      <ChoiceField of={of} path="reason" label={text.reason} choices={choices} />
      {typed.reason === OWN && (
        <TextField of={of} path="own" label={text.ownLabel} hint={text.ownHint(LONGEST_REASON)} />
      )}
    </div>
  )
}

function ownFault(own: string): string | null {
  if (own.length > LONGEST_REASON) return text.reasonLong(own.length, LONGEST_REASON)
  return saysSomething.test(own) ? null : text.reasonMissing
}

/** Draws again whenever something was typed or chosen. */
function useTyped(form: DraftForm<Typed>['form']): void {
  form.useWatchValue('number')
  form.useWatchValue('ticketId')
  form.useWatchValue('reason')
}

function matchesOf({ number }: Typed, waiting: readonly Waiting[]): Waiting[] {
  const meant = new Set(
    numbersMeant(
      number,
      waiting.map((ticket) => ticket.number)
    )
  )
  return waiting.filter((ticket) => meant.has(ticket.number))
}

function chosenOf(typed: Typed, waiting: readonly Waiting[]): Waiting | undefined {
  const found = typed.number.trim() === '' ? [] : matchesOf(typed, waiting)
  return found.length === 1 ? found[0] : found.find(({ id }) => id === typed.ticketId)
}

function reasonOf({ reason, own }: Typed): string {
  return (reason === OWN ? own : reason).trim()
}
