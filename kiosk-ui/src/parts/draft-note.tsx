import { commonText } from '../text/common.ts'

/** Says that the form opened with what was typed and left, and offers to begin anew. */
export function DraftNote({ draft }: { draft: { restored: boolean; startAfresh: () => void } }) {
  if (!draft.restored) return null
  return (
    <p className="notice small">
      {commonText.draftKept}{' '}
      <button type="button" className="link" onClick={draft.startAfresh}>
        {commonText.draftAfresh}
      </button>
    </p>
  )
}
