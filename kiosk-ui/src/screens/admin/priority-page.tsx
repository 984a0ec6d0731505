import { Button, Checkbox } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import {
  type GroupChange,
  type HallSettings,
  useHallSettings,
  useSetGroups
} from '../../api/hall-settings.ts'
import { type DraftForm, fieldId, useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { hallText } from '../../text/admin-hall.ts'
import { commonText } from '../../text/common.ts'
import { HallHead } from './hall-head.tsx'
import { HallRowActs, useRowMoves } from './hall-row-acts.tsx'

const text = hallText.priority

/** For whoever does not want to say for which reason he goes first: it stays. */
const GENERAL = 'priority'

interface Row {
  code: string
  name: string
  basis: string
  active: boolean
}

interface Typed extends Record<string, unknown> {
  groups: Row[]
}

export function PriorityPage() {
  const query = useHallSettings()
  return (
    <div className="hall">
      <HallHead title={text.title} />
      <p className="quiet lead">{text.lead}</p>
      <p className="notice soon lead">{text.law}</p>
      <Loaded query={query}>
        {({ priorityGroups }) => <GroupsForm key={JSON.stringify(priorityGroups)} groups={priorityGroups} />}
      </Loaded>
    </div>
  )
}

function GroupsForm({ groups }: { groups: HallSettings['priorityGroups'] }) {
  const draft = useDraftForm<Typed>('priority-groups', { fresh: { groups }, validate })
  const save = useSetGroups()
  const { form } = draft
  const submit = (typed: Typed) => {
    if (save.isPending) return
    save.mutate(typed.groups.map(changeFrom), { onSuccess: draft.forget })
  }
  const rows = form.getValues().groups
  const { list, round, moveRow, removeRow } = useRowMoves({
    move: (from, to) => form.reorderListItem('groups', { from, to }),
    remove: (index) => form.removeListItem('groups', index)
  })
  return (
    <div className="card">
      <WorkForm id={draft.id} form={form} refusal={save.error} onSubmit={submit}>
        <DraftNote draft={draft} />
        <ol className="rows" ref={list}>
          {rows.map(({ code }, index) => (
            <li key={`${round} ${form.key(`groups.${index}`)}`}>
              <GroupFields
                draft={draft}
                index={index}
                count={rows.length}
                fixed={code === GENERAL}
                onMove={moveRow}
                onRemove={removeRow}
              />
            </li>
          ))}
        </ol>
        <div className="foot">
          <Button
            variant="default"
            leftSection={<Icon name="plus" />}
            onClick={() => form.insertListItem('groups', { code: '', name: '', basis: '', active: true })}
          >
            {text.add}
          </Button>
          <Button type="submit" className="push">
            {save.isPending ? commonText.saving : text.submit}
          </Button>
        </div>
      </WorkForm>
    </div>
  )
}

interface RowProps {
  draft: DraftForm<Typed>
  index: number
  count: number
  fixed: boolean
  onMove: (from: number, to: number) => void
  onRemove: (index: number) => void
}

function GroupFields({ draft, index, count, fixed, onMove, onRemove }: RowProps) {
  const { id, form } = draft
  const path = `groups.${index}`
  return (
    <fieldset className="row">
      <legend className="unseen">{text.group(index + 1)}</legend>
      <TextField of={draft} path={`${path}.name`} label={text.name} />
      <TextField of={draft} path={`${path}.basis`} label={`${text.basis} ${commonText.optional}`} />
      {fixed ? (
        <span className="small quiet">{text.general}</span>
      ) : (
        <Checkbox
          {...form.getInputProps(`${path}.active`, { type: 'checkbox' })}
          key={form.key(`${path}.active`)}
          id={fieldId(id, `${path}.active`)}
          label={text.active}
        />
      )}
      <HallRowActs
        row={text.group(index + 1)}
        index={index}
        count={count}
        onMove={onMove}
        {...(fixed ? {} : { onRemove: () => onRemove(index) })}
      />
    </fieldset>
  )
}

function validate({ groups }: Typed): FormErrors {
  return Object.fromEntries(
    groups.map(({ name }, index) => [
      `groups.${index}.name`,
      name.trim() ? null : text.nameMissing(index + 1)
    ])
  )
}

function changeFrom({ code, name, basis, active }: Row): GroupChange {
  return { ...(code ? { code } : {}), name: name.trim(), basis: basis.trim(), active }
}
