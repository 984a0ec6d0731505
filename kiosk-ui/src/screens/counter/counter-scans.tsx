import { type ReactNode, useRef } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { readScan, type TicketRead } from '../../api/scans.ts'
import type { Scan } from '../../parts/card-scan.ts'
import { isDialogOpen } from '../../parts/keys.ts'
import { navigate } from '../../parts/router.tsx'
import { useScanner } from '../../parts/use-scanner.ts'
import { counterText as text } from '../../text/counter-queue.ts'
import { changeIntake, useIntake } from './intake.ts'
import type { Acts } from './use-acts.ts'
import type { Desk } from './use-desk.ts'

interface Props {
  desk: Desk
  acts: Acts
  children: ReactNode
}

/** What is scanned goes where it belongs, whatever has the focus: a card to the applicant, a code to its dossier (C-06). */
export function CounterScans({ desk, acts, children }: Props) {
  const intake = useIntake()
  const before = useRef(intake)
  const take = (scan: Scan) => {
    // The first key of a scan may have meant something to the row that had the focus.
    if (intake && before.current?.id === intake.id) changeIntake({ papers: before.current.papers })
    if (isDialogOpen()) return
    if (scan.kind === 'dossier') return navigate(`/counter/ho-so/${encodeURIComponent(scan.code)}`)
    if (scan.kind !== 'card') return void look(scan)
    if (intake && !intake.received) {
      changeIntake({ scanned: scan.card })
      return navigate('/counter')
    }
    if (desk.ticket && !intake) return acts.start(scan.card)
    navigate(`/counter/ho-so?${new URLSearchParams({ tim: scan.card.idNumber })}`)
  }
  /** A slip opens its dossier, a ticket what can be done with its number; what opens nothing leads to the search. */
  const look = async (paper: { kind: 'tracking' | 'ticket'; token: string }) => {
    try {
      const found = await readScan(paper)
      if (found.kind === 'dossier') return navigate(`/counter/ho-so/${encodeURIComponent(found.code)}`)
      showTicket(found, desk, acts)
    } catch (error) {
      const isUnknown = error instanceof ApiProblem && error.code === 'NOT_FOUND'
      if (paper.kind === 'ticket' || !isUnknown) acts.say(scanText(error))
      else navigate('/counter/ho-so?quet=1')
    }
  }
  useScanner({
    onScan: take,
    onStart: () => {
      before.current = intake
    }
  })
  return children
}

/** Who waits can be called, who was away comes back; of any other number it is said where it is. */
function showTicket({ ticketId, number, status, today, counterNumber }: TicketRead, desk: Desk, acts: Acts) {
  if (!today) return acts.say(text.scannedOld(number))
  if (status === 'waiting')
    return desk.ticket ? acts.say(text.scannedWaits(number)) : acts.open({ kind: 'skip', number })
  if (status === 'parked' || status === 'absent') return acts.open({ kind: 'away' })
  if (ticketId === desk.ticket?.id && status === 'called') return acts.start()
  if (status === 'called' || status === 'serving')
    return acts.say(text.scannedElsewhere(number, counterNumber ?? 0))
  acts.say(status === 'cancelled' ? text.scannedCancelled(number) : text.scannedFinished(number))
}

function scanText(error: unknown): string {
  if (error instanceof ApiProblem && error.code !== 'NOT_FOUND') return error.message
  return text.scannedUnknown
}
