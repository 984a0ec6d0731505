import { clockText, dayOf, useNow } from '../../parts/time.ts'
import { supervisorText as text } from '../../text/supervisor.ts'

const MINUTE = 60_000

/** When the list was true, said aloud once it is more than a minute ago; and what its bars mean. */
export function AsOf({ at }: { at: string }) {
  const now = useNow()
  const then = Date.parse(at)
  const minutes = Math.floor((now - then) / MINUTE)
  return (
    <div className="foot-line">
      <p>
        {text.asOf(clockText(then), dayOf(then))} {text.counting}{' '}
        {minutes >= 1 && <span className="tag soon">{text.old(minutes)}</span>}
      </p>
      <p className="key">
        <span>
          <i className="used" />
          {text.keyTerm}
        </span>
        <span>
          <i className="over" />
          {text.keyOver}
        </span>
      </p>
    </div>
  )
}
