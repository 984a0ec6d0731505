import { commonText } from '../text/common.ts'
import { Dialog } from './dialog.tsx'
import { type KeyBinding, keyText } from './keys.ts'

export function KeyHelp({ keys, onClose }: { keys: readonly KeyBinding[]; onClose: () => void }) {
  return (
    <Dialog title={commonText.keys} onClose={onClose}>
      <dl>
        {keys.map((key) => (
          <div key={key.code} className="fact">
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
