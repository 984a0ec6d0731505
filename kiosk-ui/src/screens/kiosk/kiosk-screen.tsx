import { useCallback, useEffect, useState } from 'react'
import { type Hall, type IssuedTicket, type LiveEvent, useHall } from '../../api/hall.ts'
import { useSignsOfLife } from '../../api/presence.ts'
import type { KioskSettings } from '../../api/self-service.ts'
import { useNewVersions, useWakeLock } from '../../parts/unattended.ts'
import { commonText } from '../../text/common.ts'
import { BottomBar } from './bottom-bar.tsx'
import { BrowserPaper } from './browser-paper.tsx'
import { EmergencyPage } from './emergency-page.tsx'
import { useFit } from './fit.ts'
import { useHelp } from './helping.ts'
import { Idle } from './idle.tsx'
import { useKeptIn } from './kept-in.ts'
import { type Look, USUAL_LOOK, useLook } from './look.ts'
import { PageOf } from './page-of.tsx'
import { HOME, type Page } from './pages.ts'
import { printsByBrowser, usePaper, useTrouble } from './printing.ts'
import { useReader } from './reader.ts'
import { useTaking } from './taking.ts'
import { TicketPage } from './ticket-page.tsx'
import { namesOf, useSettings, useWords, VIETNAMESE, WordsContext, wordsOf } from './words.ts'

interface Props {
  officeId: string
  /** Whether a device shows it, and not an officer who tries it out. */
  isDevice: boolean
  onSignedOut: () => void
}

/** The kiosk in the language that was chosen. */
export function KioskScreen(props: Props) {
  const { settings, read } = useSettings(props.officeId)
  const [language, setLanguage] = useState(VIETNAMESE)
  const words = wordsOf(language, settings.items)
  useEffect(() => {
    document.documentElement.lang = words.code
    document.title = `${words.say('question')} – ${commonText.program}`
  })
  return (
    <WordsContext value={words}>
      <Kiosk {...props} settings={settings} onSettings={read} onLanguage={setLanguage} />
    </WordsContext>
  )
}

interface KioskProps extends Props {
  settings: KioskSettings
  /** They have changed: reads them anew. */
  onSettings: () => void
  onLanguage: (code: string) => void
}

/** One question, one touch, one number. Whoever leaves it leaves nothing of himself on it (K-16). */
function Kiosk({ officeId, isDevice, settings, onSettings, onLanguage, onSignedOut }: KioskProps) {
  const [page, setPage] = useState<Page>(HOME)
  const [ticket, setTicket] = useState<IssuedTicket | null>(null)
  const [missed, setMissed] = useState(false)
  const [look, setLook] = useState<Look>(USUAL_LOOK)
  const [byBrowser] = useState(printsByBrowser)
  const { paper, onEvent: onPaper } = usePaper(ticket)
  const { trouble, prints, onEvent: onPrinter } = useTrouble(paper, isDevice)
  const help = useHelp(isDevice)
  const { onEvent: onHelp } = help
  const onEvent = useCallback(
    (event: LiveEvent) => {
      onPaper(event)
      onPrinter(event)
      onHelp(event)
      if (event.name.startsWith('kiosk_language.')) onSettings()
    },
    [onPaper, onPrinter, onHelp, onSettings]
  )
  const { hall, office, line, failed, refresh } = useHall({ officeId, screen: 'kiosk', onSignedOut, onEvent })
  const taking = useTaking({
    officeId,
    onTaken: (taken, wish) => {
      setMissed('appointment' in wish && taken.appointmentAt === null)
      setTicket(taken)
    },
    refresh
  })
  useSignsOfLife('kiosk', { isDevice, ...(trouble ? { printer: trouble.cause ?? 'failed' } : {}) })
  useFit()
  useKeptIn()
  useLook(look)
  const { code } = useWords()
  const reader = useReader(code, [page.name, ticket?.id, look.text].join())
  useCounterChanges(hall, refresh)
  useWakeLock()
  useNewVersions(page !== HOME || ticket !== null)

  const open = (next: Page) => {
    taking.forget()
    setTicket(null)
    setPage(next)
    if (next.name === 'help' && next.calling) help.ask()
  }
  const reset = () => {
    open(HOME)
    setLook(USUAL_LOOK)
    reader.turn(false)
    onLanguage(VIETNAMESE)
  }
  const emergencyText = hall?.emergencyText ?? null
  useForgetting(emergencyText, reset)
  const lost = failed || line.state !== 'live' || taking.unanswered
  const isAtRest =
    page.name === 'home' &&
    look === USUAL_LOOK &&
    reader.state !== 'on' &&
    code === VIETNAMESE &&
    !taking.refusal
  if (!hall || !office) return failed ? <LostPage /> : <StartPage />
  if (emergencyText !== null) return <EmergencyPage text={emergencyText} />
  if (ticket)
    return (
      <>
        <TicketPage
          ticket={ticket}
          hall={hall}
          paper={paper ?? (byBrowser ? 'browser' : null)}
          missed={missed}
          lost={lost}
          onLeave={reset}
        />
        {!paper && byBrowser && <BrowserPaper ticket={ticket} officeName={office.name} />}
        <Idle onLeave={reset} />
      </>
    )
  return (
    <>
      {lost && <LostPage />}
      <div hidden={lost}>
        <div className="kiosk" data-page={page.name}>
          <PageOf
            {...{ page, hall, office, settings, taking, help, trouble }}
            prints={byBrowser || prints}
            reads={reader.state !== 'none'}
            onOpen={open}
            onDone={reset}
            onLanguage={onLanguage}
          />
          <BottomBar
            page={page}
            look={look}
            reader={reader}
            help={help.standing}
            languages={namesOf(settings.items)}
            onLook={setLook}
            onLanguage={onLanguage}
            onOpen={open}
          />
        </div>
        {!isAtRest && !(page.name === 'help' && help.isWaitedFor) && <Idle onLeave={reset} />}
      </div>
    </>
  )
}

/** Whoever stood here has left when an emergency ends: nothing of him comes back. */
function useForgetting(emergencyText: string | null, reset: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each emergency
  useEffect(() => {
    if (emergencyText !== null) reset()
  }, [emergencyText])
}

/** Which services have a counter is told by the server alone: when a counter changes it is asked anew. */
function useCounterChanges(hall: Hall | undefined, refresh: () => void): void {
  const states = hall?.counters.map(({ state }) => state).join()
  useEffect(() => {
    if (states !== undefined) refresh()
  }, [states, refresh])
}

function StartPage() {
  const { say } = useWords()
  return <p className="k-start">{say('starting')}</p>
}

/** What was entered before a cut waits behind this page for its end, until nobody has touched anything for too long. */
function LostPage() {
  const { say } = useWords()
  return (
    <main className="k-lost">
      <h1>{say('lostTitle')}</h1>
      <p className="what" role="alert">
        {say('lost')}
      </p>
      <p>{say('lostNote')}</p>
    </main>
  )
}
