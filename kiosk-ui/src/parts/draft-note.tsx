import { commonText } from '../text/common.ts'

interface Props {
  draft: { restored: boolean; overtaken: boolean; startAfresh: () => void }
}

/** Says that the form opened with what was typed and left, or that others have written since, and offers to begin anew. */
export function DraftNote({ draft: { restored, overtaken, startAfresh } }: Props) {
  if (!restored && !overtaken) return null
  return (
    <p className={overtaken ? 'notice soon small' : 'notice small'} role={overtaken ? 'status' : undefined}>
      {overtaken ? commonText.draftOvertaken : commonText.draftKept}{' '}
      <button type="button" className="link" onClick={startAfresh}>
        {overtaken ? commonText.draftTakeNew : commonText.draftAfresh}
      </button>
    </p>
  )
}
