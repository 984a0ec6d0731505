import { Button } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import type { Amendment, ProcedureDetail } from '../../api/procedures.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { procedureText } from '../../text/admin-procedures.ts'
import { AmendDialog } from './amend-dialog.tsx'
import { decisionFaults, decisionFrom, type TypedDecision } from './decision-fields.tsx'
import { PaperFields } from './paper-fields.tsx'

const text = procedureText.papersForm

/** One paper as typed. The heading that it stands under is kept as it is. */
export interface TypedPaper {
  name: string
  originals: string
  copies: string
  presented: boolean
  group: string
}

interface Typed extends Record<string, unknown>, TypedDecision {
  papers: TypedPaper[]
}

interface Props {
  procedure: ProcedureDetail
  onClose: (amended?: ProcedureDetail) => void
}

/** Sets the papers that are asked for: which, and how many originals and copies of each. */
export function PapersDialog({ procedure, onClose }: Props) {
  const id = `papers-${procedure.code.replaceAll('.', '-')}`
  const draft = useDraftForm<Typed>(id, { fresh: freshValues(procedure), validate })
  const { form } = draft
  const words = { title: procedureText.setPapers, lead: text.lead, submit: text.submit }
  return (
    <AmendDialog wide {...{ procedure, draft, onClose, ...words }} amendment={amendmentFrom}>
      {form.getValues().papers.map((_, index) => (
        <PaperFields
          key={form.key(`papers.${index}`)}
          of={draft}
          index={index}
          onRemove={() => form.removeListItem('papers', index)}
        />
      ))}
      <Button variant="default" size="sm" onClick={() => form.insertListItem('papers', emptyPaper())}>
        {text.add}
      </Button>
    </AmendDialog>
  )
}

function emptyPaper(): TypedPaper {
  return { name: '', originals: '1', copies: '0', presented: false, group: '' }
}

function freshValues({ components }: ProcedureDetail): Typed {
  const papers = components.map(({ name, originals, copies, presented, group }) => ({
    name,
    originals: String(originals),
    copies: String(copies),
    presented,
    group: group ?? ''
  }))
  return { papers, decision: '', effectiveFrom: '' }
}

function validate({ papers, ...decision }: Typed): FormErrors {
  const faults = papers.flatMap(({ name, originals, copies }, index) => [
    [`papers.${index}.name`, name.trim() ? null : text.nameMissing(index + 1)],
    [`papers.${index}.originals`, isCount(originals) ? null : text.countWrong(index + 1)],
    [`papers.${index}.copies`, isCount(copies) ? null : text.countWrong(index + 1)]
  ])
  return { ...Object.fromEntries(faults), ...decisionFaults(decision) }
}

function isCount(typed: string): boolean {
  return /^\d{1,2}$/.test(typed.trim())
}

function amendmentFrom({ papers, ...decision }: Typed): Amendment {
  const components = papers.map(({ name, originals, copies, presented, group }) => ({
    name: name.trim(),
    originals: Number(originals),
    copies: Number(copies),
    presented,
    group: group || null
  }))
  return { ...decisionFrom(decision), components }
}
