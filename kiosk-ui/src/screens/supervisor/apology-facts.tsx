import type { Apology } from '../../api/supervision.ts'
import { clockText, dayOf, useNow } from '../../parts/time.ts'
import { dayText, longDayText } from '../../text/common.ts'
import { apologyText as text } from '../../text/supervisor.ts'

/** What the letter says, how far it is, and the letter itself. */
export function ApologyFacts({ apology }: { apology: Apology }) {
  const { reasonName, reason, previousDueDay, newDueDay, letterUrls } = apology
  const now = useNow()
  const facts = [
    [text.facts.state, stateText(apology, dayOf(now))],
    [text.facts.reason, `${reasonName}. ${reason}`],
    [text.facts.previous, longDayText(previousDueDay)],
    [text.facts.newDue, longDayText(newDueDay)],
    ...(apology.signer ? [[text.facts.signed, text.signedBy(apology.signer, apology.signerTitle ?? '')]] : [])
  ]
  return (
    <>
      <dl className="letter-facts">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="acts">
        <a href={letterUrls.pdf} target="_blank" rel="noopener">
          {text.openPdf}
          <span className="unseen"> ({text.newTab})</span>
        </a>
        <a href={letterUrls.docx} download>
          {text.openDocx}
        </a>
      </p>
    </>
  )
}

function stateText(apology: Apology, today: string): string {
  const { number, signedOn, sentAt, channel, sendBy } = apology
  if (number === null || signedOn === null) {
    return `${text.states.draft}. ${today > sendBy ? text.sendByPassed(sendBy) : text.sendBy(sendBy)}`
  }
  if (sentAt === null || channel === null) return `${text.issued(number, signedOn)}, ${text.states.issued}`
  const at = Date.parse(sentAt)
  const when = `${clockText(at)} ${dayText(dayOf(at))}`
  return `${text.issued(number, signedOn)}. ${text.sent(text.channels[channel], when)}`
}
