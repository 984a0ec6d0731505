import { commonText } from '../text/common.ts'
import { Dialog } from './dialog.tsx'
import { type KeyBinding, keyText } from './keys.ts'

export function KeyHelp({ keys, onClose }: { keys: readonly KeyBinding[]; onClose: () => void }) {
  return (
    <Dialog title={commonText.keys} onClose={onClose}>
      <dl className="facts keys">
        {keys.map((key) => (
          <div key={key.code} className="key-row">
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
