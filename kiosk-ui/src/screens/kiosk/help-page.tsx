import type { Hall } from '../../api/hall.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import type { Help } from './helping.ts'
import { useWords } from './words.ts'

const STEPS = ['helpStep1', 'helpStep2', 'helpStep3', 'helpStep4'] as const

/** How it goes, in four sentences, and a person who comes when they are not enough. */
export function HelpPage({ hall, help }: { hall: Hall; help: Help }) {
  const { say } = useWords()
  return (
    <main className="k-help">
      <ol>
        {STEPS.map((step) => (
          <li key={step}>{say(step)}</li>
        ))}
      </ol>
      <div className="call">
        <div role="status">
          <Standing hall={hall} help={help} />
        </div>
        <CallButton help={help} />
      </div>
    </main>
  )
}

function Standing({ hall, help: { standing, failed } }: { hall: Hall; help: Help }) {
  const { say } = useWords()
  if (failed) return <p className="fault">{say('helpNotCalled')}</p>
  if (standing === 'none') return <p>{say('helpAsk')}</p>
  if (standing === 'unanswered') return <Elsewhere hall={hall} />
  return (
    <>
      <p className="what">{say(standing === 'coming' ? 'helpComing' : 'helpCalled')}</p>
      <p>{say('helpWait')}</p>
    </>
  )
}

/** Nobody has answered: where else a person is for certain. */
function Elsewhere({ hall: { counters } }: { hall: Hall }) {
  const { say } = useWords()
  const open = counters.filter(({ state }) => state === 'open').map(({ number }) => number)
  return (
    <>
      <p className="what">{say('helpUnanswered')}</p>
      <p>{open.length > 0 ? say('helpGoTo', { counters: open.join(', ') }) : say('helpGoDesk')}</p>
    </>
  )
}

function CallButton({ help: { standing, busy, ask, end } }: { help: Help }) {
  const { say } = useWords()
  if (standing === 'none')
    return (
      <button type="button" className="primary" disabled={busy} onClick={ask}>
        <HallIcon name="help" />
        {say(busy ? 'helpCalling' : 'helpCall')}
      </button>
    )
  return (
    <button type="button" disabled={busy} onClick={end}>
      {say(standing === 'coming' ? 'helpDone' : 'helpEnd')}
    </button>
  )
}
