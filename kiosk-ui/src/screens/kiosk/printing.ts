import { useCallback, useEffect, useRef, useState } from 'react'
import type { IssuedTicket, LiveEvent } from '../../api/hall.ts'
import { type OwnPrinter, type PrintJob, readOwnPrinter, readPrintJob } from '../../api/self-service.ts'

export type PrintState = PrintJob['state']

/** Why no paper comes. */
export interface Trouble {
  cause: PrintJob['cause']
  /** Which printer it is, where that is known. */
  printerId?: string | undefined
}

/** How the paper of a ticket stands, told by the printer; null where this kiosk has no printer. */
export type PaperStanding = ({ state: PrintState } & Trouble) | null

type Told = { id: string; state: PrintState } & Trouble

/** How often a paper is asked after beside the events of the line, which may be cut. Milliseconds. */
const ASK_EVERY = 1_000

/** Follows the paper of a ticket until the printer has said what became of it. */
export function usePaper(ticket: IssuedTicket | null): {
  paper: PaperStanding
  onEvent: (event: LiveEvent) => void
} {
  const job = ticket?.printJob ?? null
  const jobId = job?.id
  const [told, setTold] = useState<Told | null>(null)
  const now = told && told.id === jobId ? told : null
  const state = now?.state ?? (job?.state as PrintState | undefined)
  // What failed may still be tried again by the server, so it is asked after as well.
  const isOver = state === undefined || state === 'confirmed'
  useEffect(() => {
    if (jobId === undefined || isOver) return
    const ask = () =>
      void readPrintJob(jobId).then(
        ({ id, state: next, cause, printerId }) => setTold({ id, state: next, cause, printerId }),
        () => undefined
      )
    const timer = setInterval(ask, ASK_EVERY)
    return () => clearInterval(timer)
  }, [jobId, isOver])
  const onEvent = useCallback(({ name, data }: LiveEvent) => {
    if (name !== 'print.changed') return
    const { jobId: id, ...standing } = data as unknown as { jobId: string } & Omit<Told, 'id'>
    setTold({ id, ...standing })
  }, [])
  const isSilent = useLongSince(state === 'sent' ? jobId : undefined)
  if (state === undefined) return { paper: null, onEvent }
  return {
    paper: { state: isSilent ? 'unknown' : state, cause: now?.cause ?? null, printerId: now?.printerId },
    onEvent
  }
}

/** Some printers take a paper and never say whether it came out: then the screen does not say so either. Milliseconds. */
const PROOF_TAKES = 6_000

function useLongSince(jobId: string | undefined): boolean {
  const [late, setLate] = useState<string | undefined>(undefined)
  useEffect(() => {
    if (jobId === undefined) return
    const timer = setTimeout(() => setLate(jobId), PROOF_TAKES)
    return () => clearTimeout(timer)
  }, [jobId])
  return jobId !== undefined && late === jobId
}

/** How long after a lost answer the printer is asked after again. Milliseconds. */
const ASK_AGAIN = 3_000

/**
 * What is known of the printer before the first ticket and remembered from one to the next, so that the first screen can say it
 * (K-07).
 *
 * @param isDevice whether a kiosk shows it, which may have a printer of its own
 */
export function useTrouble(
  paper: PaperStanding,
  isDevice: boolean
): {
  trouble: Trouble | null
  /** Whether tickets have a paper here. */
  prints: boolean
  onEvent: (event: LiveEvent) => void
} {
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [prints, setPrints] = useState(false)
  useEffect(() => {
    if (!isDevice) return
    let timer: number | undefined
    const ask = () =>
      void readOwnPrinter().then(
        (printer) => {
          setPrints((before) => before || printer !== undefined)
          if (printer) setTrouble((before) => before ?? troubleOf(printer))
        },
        () => {
          timer = window.setTimeout(ask, ASK_AGAIN)
        }
      )
    ask()
    return () => clearTimeout(timer)
  }, [isDevice])
  const state = paper?.state
  const cause = paper?.cause ?? null
  const printerId = paper?.printerId
  useEffect(() => {
    if (state !== undefined) setPrints(true)
    if (state === 'confirmed') setTrouble(null)
    if (state === 'failed' || (state === 'unknown' && cause !== null)) setTrouble({ cause, printerId })
  }, [state, cause, printerId])
  const onEvent = useCallback(({ name, data }: LiveEvent) => {
    if (name !== 'printer.changed' || data.state !== 'ready') return
    setTrouble((before) =>
      before?.printerId === undefined || before.printerId === data.printerId ? null : before
    )
  }, [])
  return { trouble, prints, onEvent }
}

/** What a printer says of itself that keeps papers from coming. */
function troubleOf({ state, printerId }: OwnPrinter): Trouble | null {
  return state === 'ready' || state === 'unknown' ? null : { cause: state, printerId }
}

const BROWSER_PRINTS = 'motcua-in-bang-trinh-duyet'

/**
 * Whether this kiosk prints through its browser, set once with `/kiosk?in=trinh-duyet` by whoever starts it with
 * `--kiosk-printing`. The browser tells nothing of the paper, so the screen says that it does not know.
 */
export function printsByBrowser(): boolean {
  const wish = new URLSearchParams(location.search).get('in')
  if (wish !== null) localStorage.setItem(BROWSER_PRINTS, wish === 'trinh-duyet' ? '1' : '0')
  return localStorage.getItem(BROWSER_PRINTS) === '1'
}

/** Prints a ticket through the browser: once, however often the page is drawn. */
export function useBrowserPrint(ticketId: string | null): void {
  const printed = useRef<string | null>(null)
  useEffect(() => {
    if (ticketId === null || printed.current === ticketId) return
    printed.current = ticketId
    window.print()
  }, [ticketId])
}
