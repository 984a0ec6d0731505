import { keyText } from '../../parts/keys.ts'
import { commonText } from '../../text/common.ts'
import { counterText as text } from '../../text/counter.ts'
import { KEYS } from './counter-keys.ts'

/** The keys of the counter, where nothing else needs explaining. */
export function KeysRail() {
  return (
    <aside className="rail right help key-rail" aria-label={text.helpRail}>
      <section>
        <h2>{commonText.keys}</h2>
        <dl className="key-list">
          {Object.values(KEYS).map((key) => (
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
        <p className="small quiet">{text.scanHint}</p>
      </section>
    </aside>
  )
}
