import { type Key, keyText } from '../../parts/keys.ts'
import { commonText } from '../../text/common.ts'
import { counterText, queueText } from '../../text/counter-queue.ts'

/** The keys that count now, where nothing else needs explaining; all of them stand behind F1. */
export function KeysRail({ keys }: { keys: readonly Key[] }) {
  return (
    <aside className="rail right help key-rail" aria-label={counterText.helpRail}>
      <section>
        <h2>{commonText.keys}</h2>
        <dl className="key-list">
          {keys.map((key) => (
            <div key={keyText(key)}>
              <dt>
                <kbd>{keyText(key)}</kbd>
              </dt>
              <dd>{key.label}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <p className="small quiet">{queueText.scanHint}</p>
      </section>
    </aside>
  )
}
