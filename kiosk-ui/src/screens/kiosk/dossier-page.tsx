import type { OfficeDetail } from '../../api/hall.ts'
import type { KioskDossier } from '../../api/self-service.ts'
import { moneyText } from '../../text/common.ts'
import type { KioskKey } from '../../text/kiosk.ts'
import { dateWords } from './opening-words.ts'
import { SheetInfo } from './sheet.tsx'
import { TurnButtons, useTurning } from './turning.tsx'
import { useWords, VIETNAMESE, type Words } from './words.ts'

interface Props {
  office: OfficeDetail
  dossier: KioskDossier
  fault: string | null
  busy: boolean
  onTake: () => void
  onDone: () => void
}

/** What a citizen may read of his dossier in a public hall: nobody's name in full and no number (K-04). */
export function DossierPage({ office, dossier, fault, busy, onTake, onDone }: Props) {
  const words = useWords()
  const { say } = words
  const turning = useTurning()
  return (
    <>
      <SheetInfo
        office={office}
        title={say(headlineOf(dossier))}
        note={words.code === VIETNAMESE ? undefined : say('inVietnamese')}
      >
        <div className="turning" ref={turning.sheet}>
          <dl className="facts">
            {factsOf(dossier, words).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd lang="vi">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <p className="fault" role="alert">
          {fault}
        </p>
      </SheetInfo>
      <main className="two">
        <TurnButtons {...turning} />
        {dossier.collectable && (
          <button type="button" className="primary large" disabled={busy} onClick={onTake}>
            {busy ? say('taking') : say('takePickUp')}
          </button>
        )}
        <button type="button" className={dossier.collectable ? undefined : 'primary large'} onClick={onDone}>
          {say('done')}
        </button>
        <p className="hint">{say('helpDesk')}</p>
      </main>
    </>
  )
}

const HEADLINES: Readonly<Record<KioskDossier['status'], KioskKey>> = {
  submitted: 'statusSubmitted',
  not_accepted: 'statusRefusedAtStart',
  received: 'statusHandled',
  processing: 'statusHandled',
  awaiting_supplement: 'statusSupplement',
  awaiting_payment: 'statusPayment',
  ready: 'statusReady',
  returned: 'statusReturned',
  refused: 'statusRefused',
  withdrawn: 'statusWithdrawn',
  stopped: 'statusStopped'
}

function headlineOf({ status, late, collectable }: KioskDossier): KioskKey {
  if (status === 'ready' && !collectable) return 'statusReadyByPost'
  return late ? 'statusLate' : HEADLINES[status]
}

function factsOf(dossier: KioskDossier, words: Words): [string, string][] {
  const { procedure, applicant, shortCode, due, ready, counterNumber, toBring, paymentAmount, status } =
    dossier
  const { say } = words
  const when = ({ day, time }: KioskDossier['due']) => `${time} ${dateWords(day, words)}`
  const isOpen = status === 'received' || status === 'processing'
  return [
    [say('procedure'), procedure],
    [say('code'), say('shortCode', { code: shortCode })],
    [say('dossierOf'), applicant],
    ...(isOpen ? [[say('due'), when(due)] as [string, string]] : []),
    ...(ready && status === 'ready' ? [[say('readySince'), when(ready)] as [string, string]] : []),
    ...(counterNumber !== null && status === 'ready'
      ? [[say('readyAt'), say('counter', { counter: counterNumber })] as [string, string]]
      : []),
    ...(toBring.length > 0 ? [[say('toBring'), toBring.join('; ')] as [string, string]] : []),
    ...(paymentAmount === null ? [] : [[say('toPay'), moneyText(paymentAmount)] as [string, string]])
  ]
}
