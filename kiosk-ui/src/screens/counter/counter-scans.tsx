import { type ReactNode, useRef } from 'react'
import type { Scan } from '../../parts/card-scan.ts'
import { isDialogOpen } from '../../parts/keys.ts'
import { navigate } from '../../parts/router.tsx'
import { useScanner } from '../../parts/use-scanner.ts'
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
    if (scan.kind !== 'card') return navigate('/counter/ho-so?quet=1')
    if (intake && !intake.received) {
      changeIntake({ scanned: scan.card })
      return navigate('/counter')
    }
    if (desk.ticket && !intake) return acts.start(scan.card)
    navigate(`/counter/ho-so?${new URLSearchParams({ tim: scan.card.idNumber })}`)
  }
  useScanner({
    onScan: take,
    onStart: () => {
      before.current = intake
    }
  })
  return children
}
