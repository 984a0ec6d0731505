import { Button } from '@mantine/core'
import { type Dossier, type Move, useHolders, useMoveDossier } from '../../api/dossiers.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { type DraftForm, useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { ChoiceField, DayField, LongTextField, SelectField, TextField } from '../../parts/fields.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { commonText } from '../../text/common.ts'
import { intakeText, dossierText as text } from '../../text/counter.ts'
import { bodyOf, FIELDS_OF, freshMove, type MoveField, type TypedMove, validateMove } from './move-fields.ts'

interface Props {
  dossier: Dossier
  move: Move
  onDone: (move: Move) => void
  onClose: () => void
}

/** One move of a dossier, with what it asks for. The button says what will happen. */
export function MoveDialog({ dossier, move, onDone, onClose }: Props) {
  const send = useMoveDossier(dossier)
  const draft = useDraftForm<TypedMove>(`viec-${move}-${dossier.code}`, {
    fresh: freshMove(dossier),
    validate: (typed) => validateMove(move, typed)
  })
  const submit = (typed: TypedMove) => {
    if (send.isPending) return
    const body = bodyOf(move, typed)
    send.mutate(body ? { move, body } : { move }, {
      onSuccess: () => {
        draft.forget()
        onDone(move)
      }
    })
  }
  return (
    <Dialog title={text.moveNames[move]} onClose={onClose}>
      <WorkForm id={draft.id} form={draft.form} refusal={send.error} onSubmit={submit}>
        <DraftNote draft={draft} />
        {move === 'refuse' && <p>{text.refuseAsk(dossier.applicant.name)}</p>}
        {FIELDS_OF[move].map((field) => (
          <Field key={field} move={move} field={field} of={draft} />
        ))}
        <Button type="submit">{send.isPending ? commonText.saving : text.moveNames[move]}</Button>
      </WorkForm>
    </Dialog>
  )
}

const choicesOf = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

interface FieldOf {
  move: Move
  field: MoveField
  of: DraftForm<TypedMove>
}

function Field({ move, field, of }: FieldOf) {
  const path = field
  switch (field) {
    case 'to':
      return <Holders of={of} />
    case 'how':
      return <ChoiceField of={of} path={path} label={text.slipHow} choices={choicesOf(text.slipHows)} />
    case 'by':
      return <ChoiceField of={of} path={path} label={text.stopBy} choices={choicesOf(text.stopBys)} />
    case 'outcome':
      return <ChoiceField of={of} path={path} label={text.outcomeLabel} choices={choicesOf(text.outcome)} />
    case 'signedOn':
      return <DayField of={of} path={path} label={intakeText.optional(text.signedOn)} />
    case 'note':
      return <LongTextField of={of} path={path} label={intakeText.optional(text.note)} />
    case 'reason':
      return <Reason move={move} of={of} />
    case 'items':
      return (
        <LongTextField
          of={of}
          path={path}
          rows={4}
          label={move === 'receive-supplement' ? text.itemsReceived : text.items}
        />
      )
    case 'name':
      return <TextField of={of} path={path} label={text.returnedTo} />
    default:
      return <TextField of={of} path={path} label={intakeText.optional(LABELS[field])} />
  }
}

const LABELS = {
  number: text.resultNumber,
  signer: text.signer,
  idNumber: text.returnedId,
  authorisation: text.authorisation
}

function Reason({ move, of }: Omit<FieldOf, 'field'>) {
  const how = of.form.useWatchValue('how')
  if (move === 'slip' && how !== 'none') return null
  const label = move === 'withdraw' ? intakeText.optional(text.reason) : text.reason
  return <LongTextField of={of} path="reason" label={label} />
}

function Holders({ of }: { of: DraftForm<TypedMove> }) {
  const holders = useHolders()
  const { agencies = [], people = [] } = holders.data ?? {}
  const choices = [
    { value: '', label: text.holderChoose },
    ...agencies.map(({ id, name }) => ({ value: `agency:${id}`, label: name })),
    ...people.map(({ id, name }) => ({ value: `user:${id}`, label: name }))
  ]
  return <SelectField of={of} path="to" label={text.to} choices={choices} />
}
