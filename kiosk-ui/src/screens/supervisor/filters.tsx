import { NativeSelect } from '@mantine/core'
import type { WatchedPage } from '../../api/supervision.ts'
import { supervisorText as text } from '../../text/supervisor.ts'

export interface Chosen {
  field: string
  holder: string
}

export const NO_FILTERS: Chosen = { field: '', holder: '' }

interface Props {
  page: WatchedPage | undefined
  chosen: Chosen
  onChange: (chosen: Chosen) => void
}

/** Narrows the list to a field of work or to who has the dossiers. */
export function Filters({ page, chosen, onChange }: Props) {
  return (
    <fieldset className="filters">
      <legend className="unseen">{text.filters}</legend>
      <NativeSelect
        size="sm"
        aria-label={text.field}
        data={choices(text.everyField, page?.fields ?? [], chosen.field)}
        value={chosen.field}
        onChange={({ currentTarget }) => onChange({ ...chosen, field: currentTarget.value })}
      />
      <NativeSelect
        size="sm"
        aria-label={text.holder}
        data={choices(text.everyHolder, page?.holders ?? [], chosen.holder)}
        value={chosen.holder}
        onChange={({ currentTarget }) => onChange({ ...chosen, holder: currentTarget.value })}
      />
    </fieldset>
  )
}

/** What was chosen stays on offer while another list is read. */
function choices(every: string, names: readonly string[], chosen: string) {
  const offered = chosen && !names.includes(chosen) ? [...names, chosen] : names
  return [{ value: '', label: every }, ...offered.map((name) => ({ value: name, label: name }))]
}
