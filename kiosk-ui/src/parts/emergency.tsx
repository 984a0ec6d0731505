import { Button } from '@mantine/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useEndEmergency, useRaiseEmergency } from '../api/hall-settings.ts'
import { hallText } from '../text/admin-hall.ts'
import { commonText } from '../text/common.ts'
import { MOST_ANNOUNCED } from '../text/validation.ts'
import { BoardLine } from './board-line.tsx'
import { useDraftForm } from './draft-form.ts'
import { LongTextField } from './fields.tsx'
import { FormDialog } from './form-dialog.tsx'

const text = hallText.announcements

/** What fits on the board in letters that are read from the back of the hall. */
const { emergencyLetters: MOST_LETTERS } = MOST_ANNOUNCED

interface Typed extends Record<string, unknown> {
  text: string
}

/**
 * What can be done about the message over everything: raise it, or change and end the one that stands. The button that was
 * pressed goes with what it did, so the hand is put on the one that stands in its place.
 */
export function EmergencyActs({ standing, small = false }: { standing: string | null; small?: boolean }) {
  const [open, setOpen] = useState(false)
  const { main, noteAct } = useKeptFocus(standing, open)
  const end = useEndEmergency()
  const closed = () => {
    noteAct()
    setOpen(false)
  }
  const size = small ? { size: 'sm' } : {}
  return (
    <>
      {standing === null ? (
        <Button ref={main} variant="default" {...size} onClick={() => setOpen(true)}>
          {text.raise}
        </Button>
      ) : (
        <span className="acts">
          <Button
            {...size}
            onClick={() => {
              noteAct()
              end.mutate(null)
            }}
          >
            {end.isPending ? commonText.saving : text.end}
          </Button>
          <Button ref={main} variant="default" {...size} onClick={() => setOpen(true)}>
            {text.change}
          </Button>
        </span>
      )}
      {end.error && <p role="alert">{end.error.message}</p>}
      {open && <EmergencyDialog standing={standing} onClose={closed} />}
    </>
  )
}

/** @returns the button that is always there, and what to call before an act that takes away the one that was pressed */
function useKeptFocus(
  standing: string | null,
  open: boolean
): { main: RefObject<HTMLButtonElement | null>; noteAct: () => void } {
  const main = useRef<HTMLButtonElement>(null)
  const acted = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another message brings other buttons
  useEffect(() => {
    if (open || !acted.current) return
    acted.current = false
    main.current?.focus()
  }, [standing, open])
  return {
    main,
    noteAct: () => {
      acted.current = true
    }
  }
}

interface Props {
  /** What is shown now; it is changed. */
  standing: string | null
  onClose: () => void
}

function EmergencyDialog({ standing, onClose }: Props) {
  // The message may be ended or raised by somebody else while this one is being written.
  const [before] = useState(standing)
  const draft = useDraftForm<Typed>(before === null ? 'emergency' : 'emergency-change', {
    fresh: { text: before ?? '' },
    validate: (typed) => ({ text: faultOf(typed.text.trim()) })
  })
  const raise = useRaiseEmergency()
  return (
    <FormDialog
      title={before === null ? text.raiseTitle : text.changeTitle}
      draft={draft}
      save={raise}
      sentFrom={(typed) => typed.text.trim()}
      submit={text.raiseSubmit}
      onClose={onClose}
    >
      {standing !== before && !raise.isPending && (
        <p className="notice soon small" role="status">
          {standing === null ? text.endedMeanwhile : text.raisedMeanwhile(standing)}
        </p>
      )}
      <LongTextField of={draft} path="text" label={text.raiseText} hint={text.raiseHint} rows={3} />
      <BoardLine alarm text={String(draft.form.useWatchValue('text'))} />
    </FormDialog>
  )
}

function faultOf(typed: string): string | null {
  if (typed === '') return text.raiseMissing
  return typed.length > MOST_LETTERS ? text.raiseLong(typed.length, MOST_LETTERS) : null
}
