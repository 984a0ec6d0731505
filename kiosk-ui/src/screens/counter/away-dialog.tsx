import { useEffect, useRef } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { queueText as text } from '../../text/counter-queue.ts'
import { AwayList } from './away-list.tsx'
import type { Acts } from './use-acts.ts'
import type { Desk } from './use-desk.ts'

/** Everyone who has a number and is not in line, from wherever the officer is. */
export function AwayDialog({ desk, acts }: { desk: Desk; acts: Acts }) {
  const { line } = desk
  const isEmpty = !line || line.parked.length + line.absent.length === 0
  const list = useRef<HTMLDivElement>(null)
  // Whoever was parked a moment ago may come into the list after the dialog has opened.
  useEffect(() => {
    if (!isEmpty) list.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [isEmpty])
  return (
    <Dialog title={text.away} onClose={acts.close}>
      <div ref={list}>
        {line && !isEmpty && (
          <AwayList
            desk={desk}
            line={line}
            onResume={(away) => {
              acts.close()
              acts.resume(away)
            }}
          />
        )}
      </div>
      {isEmpty && <p>{text.awayNone}</p>}
      <p className="hint">{isEmpty ? text.awayNoneNext : text.awayHint}</p>
    </Dialog>
  )
}
