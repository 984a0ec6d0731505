import { useEffect, useState } from 'react'
import { type Hall, type OfficeDetail, type Ticket, useHall } from '../../api/hall.ts'
import { commonText } from '../../text/common.ts'
import { deviceText } from '../../text/device.ts'
import { kioskText } from '../../text/kiosk.ts'
import { BottomBar } from './bottom-bar.tsx'
import { Choices } from './choices.tsx'
import { useFit } from './fit.ts'
import { HelpPage } from './help-page.tsx'
import { Idle } from './idle.tsx'
import { Info } from './info.tsx'
import { useKeptIn } from './kept-in.ts'
import { type Look, USUAL_LOOK, useLook } from './look.ts'
import { useTaking } from './taking.ts'
import { TicketPage } from './ticket-page.tsx'

interface Props {
  officeId: string
  onSignedOut: () => void
}

type Page = 'home' | 'priority' | 'help'

/** The kiosk: one question, one touch, one number. Whoever leaves it leaves nothing of himself on it. */
export function KioskScreen({ officeId, onSignedOut }: Props) {
  const { hall, office, line, failed, refresh } = useHall({ officeId, screen: 'kiosk', onSignedOut })
  const [page, setPage] = useState<Page>('home')
  const [ticket, setTicket] = useState<Ticket | null>(null)
  const [look, setLook] = useState<Look>(USUAL_LOOK)
  const taking = useTaking({ officeId, onTaken: setTicket, refresh })
  useFit()
  useKeptIn()
  useLook(look)
  useEffect(() => {
    document.title = `${kioskText.question} – ${commonText.program}`
  }, [])

  const open = (next: Page) => {
    taking.forget()
    setTicket(null)
    setPage(next)
  }
  const leave = () => open('home')
  const reset = () => {
    leave()
    setLook(USUAL_LOOK)
  }
  const lost = failed || line.state !== 'live' || taking.unanswered
  const isAtRest = page === 'home' && look === USUAL_LOOK
  if (!hall || !office) return failed ? <LostPage /> : <p className="k-start">{deviceText.starting}</p>
  if (ticket)
    return (
      <>
        <TicketPage ticket={ticket} hall={hall} lost={lost} onLeave={leave} />
        <Idle onLeave={reset} />
      </>
    )
  if (lost) return <LostPage />
  return (
    <div className="kiosk" data-page={page}>
      <Info office={office} hall={hall} page={page} refusal={taking.refusal} />
      <Lower hall={hall} office={office} page={page} taking={taking} onOpen={open} />
      <BottomBar page={page} look={look} onLook={setLook} onOpen={open} />
      {!isAtRest && <Idle onLeave={reset} />}
    </div>
  )
}

interface LowerProps {
  hall: Hall
  office: OfficeDetail
  page: Page
  taking: ReturnType<typeof useTaking>
  onOpen: (page: Page) => void
}

function Lower({ hall, office, page, taking, onOpen }: LowerProps) {
  if (page === 'help') return <HelpPage />
  if (!hall.open)
    return (
      <main className="k-closed">
        <h2>{kioskText.closedTitle}</h2>
        <p>{hall.closedText}</p>
        <p className="hint">{kioskText.closedHint}</p>
      </main>
    )
  return (
    <Choices
      services={office.services}
      waiting={hall.waiting}
      priority={page === 'priority'}
      busyWith={taking.busyWith}
      onTake={taking.take}
      onPriority={() => onOpen(page === 'priority' ? 'home' : 'priority')}
    />
  )
}

function LostPage() {
  return (
    <main className="k-lost">
      <h1>{kioskText.lostTitle}</h1>
      <p className="what" role="alert">
        {kioskText.lost}
      </p>
      <p>{kioskText.lostNote}</p>
    </main>
  )
}
