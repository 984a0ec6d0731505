import { Button } from '@mantine/core'
import type { SupervisionList } from '../../api/supervision.ts'
import { Icon } from '../../parts/icon.tsx'
import { supervisorLists, supervisorText as text } from '../../text/supervisor.ts'

interface Props {
  list: SupervisionList
  asOf: string
  /** Given when it is the filter that empties the list. */
  onClear: (() => void) | undefined
}

/** An empty list is good news, and says so; unless it is the filter that empties it. */
export function EmptyList({ list, asOf, onClear }: Props) {
  if (onClear) {
    return (
      <section className="notice">
        <p>{text.emptyFiltered}</p>
        <Button variant="default" onClick={onClear}>
          {text.clearFilters}
        </Button>
      </section>
    )
  }
  return (
    <section className="notice done good-news">
      <p>
        <Icon name="check" />
        <b>{supervisorLists[list].empty}</b> {text.emptyAsOf(asOf)}
      </p>
      <p className="quiet">{text.emptyLead[list]}</p>
    </section>
  )
}
