import { Checkbox } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import {
  type GroupChange,
  type HallSettings,
  useHallSettings,
  useSetGroups
} from '../../api/hall-settings.ts'
import { type DraftForm, fieldId, useDraftForm } from '../../parts/draft-form.ts'
import { LongTextField, TextField } from '../../parts/fields.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { hallText } from '../../text/admin-hall.ts'
import { commonText } from '../../text/common.ts'
import { HallHead } from './hall-head.tsx'
import { HallRowActs, type RowPlace } from './hall-row-acts.tsx'
import { HallRowsForm } from './hall-rows-form.tsx'

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
      <Loaded query={query}>{({ priorityGroups }) => <GroupsForm groups={priorityGroups} />}</Loaded>
    </div>
  )
}

function GroupsForm({ groups }: { groups: HallSettings['priorityGroups'] }) {
  const save = useSetGroups()
  const draft = useDraftForm<Typed>('priority-groups', {
    fresh: { groups },
    validate,
    follows: !save.isPending
  })
  const rows = draft.form.getValues().groups
  return (
    <HallRowsForm
      draft={draft}
      path="groups"
      empty={{ code: '', name: '', basis: '', active: true }}
      save={save}
      words={text}
      onSubmit={(typed) => save.mutate(typed.groups.map(changeFrom), { onSuccess: draft.forget })}
    >
      {(place) => <GroupFields draft={draft} fixed={rows[place.index]?.code === GENERAL} {...place} />}
    </HallRowsForm>
  )
}

interface RowProps extends RowPlace {
  draft: DraftForm<Typed>
  fixed: boolean
}

function GroupFields({ draft, index, count, fixed, onMove, onRemove }: RowProps) {
  const { id, form } = draft
  const path = `groups.${index}`
  return (
    <fieldset className="row">
      <legend className="unseen">{text.group(index + 1)}</legend>
      <TextField of={draft} path={`${path}.name`} label={text.name} />
      <LongTextField of={draft} path={`${path}.basis`} label={`${text.basis} ${commonText.optional}`} />
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
      /[\p{L}\d]/u.test(name) ? null : text.nameMissing(index + 1)
    ])
  )
}

function changeFrom({ code, name, basis, active }: Row): GroupChange {
  return { ...(code ? { code } : {}), name: name.trim(), basis: basis.trim(), active }
}
