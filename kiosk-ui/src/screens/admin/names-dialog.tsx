import type { FormErrors } from '@mantine/form'
import type { Amendment, ProcedureDetail } from '../../api/procedures.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { LongTextField, TextField } from '../../parts/fields.tsx'
import { procedureText } from '../../text/admin-procedures.ts'
import { AmendDialog } from './amend-dialog.tsx'
import { decisionFaults, decisionFrom, type TypedDecision } from './decision-fields.tsx'

const text = procedureText.namesForm
const FIELDS = ['name', 'field', 'agency', 'result'] as const

interface Typed extends Record<string, unknown>, TypedDecision {
  name: string
  field: string
  agency: string
  result: string
}

interface Props {
  procedure: ProcedureDetail
  onClose: (amended?: ProcedureDetail) => void
}

/** Sets the words of a procedure; only those that were changed are sent. */
export function NamesDialog({ procedure, onClose }: Props) {
  const id = `names-${procedure.code.replaceAll('.', '-')}`
  const fresh = freshValues(procedure)
  const draft = useDraftForm<Typed>(id, { fresh, validate: (typed) => faultsOf(fresh, typed) })
  const words = { title: procedureText.setNames, lead: text.lead, submit: text.submit }
  return (
    <AmendDialog
      {...{ procedure, draft, onClose, ...words }}
      amendment={(typed) => amendmentFrom(fresh, typed)}
    >
      <LongTextField of={draft} path="name" label={text.name} />
      <TextField of={draft} path="field" label={procedureText.field} />
      <TextField of={draft} path="agency" label={procedureText.agency} />
      <LongTextField of={draft} path="result" label={procedureText.result} />
    </AmendDialog>
  )
}

function freshValues({ name, field, agency, result }: ProcedureDetail): Typed {
  return { name, field, agency: agency ?? '', result: result ?? '', decision: '', effectiveFrom: '' }
}

function changedOf(fresh: Typed, typed: Typed) {
  return FIELDS.filter((field) => typed[field].trim() !== fresh[field])
}

function faultsOf(fresh: Typed, typed: Typed): FormErrors {
  const changed = changedOf(fresh, typed)
  const emptied = changed.filter((field) => typed[field].trim() === '').map((field) => [field, text.emptied])
  const nothing = changed.length === 0 ? { name: text.nothing } : {}
  return { ...nothing, ...Object.fromEntries(emptied), ...decisionFaults(typed) }
}

function amendmentFrom(fresh: Typed, typed: Typed): Amendment {
  const changes = changedOf(fresh, typed).map((field) => [field, typed[field].trim()])
  return { ...decisionFrom(typed), ...Object.fromEntries(changes) }
}
