import { type Key, keyText } from '../../parts/keys.ts'
import { supervisorText as text } from '../../text/supervisor.ts'

interface Props {
  changes: number
  of: Key
  onUpdate: () => void
}

/** Rows that have come or gone wait here, so that nothing moves under the hand. */
export function ChangesBar({ changes, of, onUpdate }: Props) {
  return (
    <div className="changes no-print" role="status">
      {changes > 0 && (
        <p>
          {text.changes(changes)}
          <button type="button" className="link" aria-keyshortcuts={keyText(of)} onClick={onUpdate}>
            {text.update}
          </button>
          <kbd>{keyText(of)}</kbd>
        </p>
      )}
    </div>
  )
}
