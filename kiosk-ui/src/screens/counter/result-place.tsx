import { NativeSelect } from '@mantine/core'
import { useOffice } from '../../api/offices.ts'
import { useResultPlace, useSetResultPlace } from '../../api/result-places.ts'
import { dossierText as text } from '../../text/counter.ts'
import { counterText } from '../../text/counter-queue.ts'

/** At which counter a result lies that waits to be fetched: whoever comes for it is called there. */
export function ResultPlace({ code, officeId }: { code: string; officeId: string }) {
  const place = useResultPlace(code)
  const set = useSetResultPlace(code)
  const { counters = [] } = useOffice(officeId).data ?? {}
  if (!place.data) return null
  const chosen = set.isPending ? set.variables : place.data.counterId
  return (
    <div className="result-place">
      <NativeSelect
        label={text.resultPlace}
        description={text.resultPlaceHint}
        value={chosen ?? ''}
        data={[
          { value: '', label: text.anyCounter },
          ...counters.map(({ id, number, name }) => ({
            value: id,
            label: `${counterText.counter(number)}, ${name}`
          }))
        ]}
        onChange={({ currentTarget }) => set.mutate(currentTarget.value || null)}
      />
      <p className="small" role="status">
        {set.isSuccess && text.resultPlaceSaved}
      </p>
      {set.error && <p role="alert">{set.error.message}</p>}
    </div>
  )
}
