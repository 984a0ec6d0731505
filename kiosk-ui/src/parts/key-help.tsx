import { commonText } from '../text/common.ts'
import { Dialog } from './dialog.tsx'
import { type Key, keyText } from './keys.ts'

export function KeyHelp({ keys, onClose }: { keys: readonly Key[]; onClose: () => void }) {
  return (
    <Dialog title={commonText.keys} onClose={onClose}>
      <dl>
        {keys.map((key) => (
          <div key={keyText(key)} className="fact">
            <dt>
              <kbd>{keyText(key)}</kbd>
            </dt>
            <dd>{key.label}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{commonText.keysHint}</p>
    </Dialog>
  )
}
