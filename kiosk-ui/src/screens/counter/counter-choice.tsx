import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../../api/client.ts'
import type { User } from '../../api/session.ts'
import { useMoveCounter, useQueue } from '../../api/tickets.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { counterText as text } from '../../text/counter-queue.ts'
import { KEYS, onPage, outsideFields } from './counter-keys.ts'
import { takenWords } from './shut-page.tsx'
import type { DeskCounter } from './use-desk.ts'

/** Longer than a scanner waits between two keys: what it types chooses no counter. */
const TYPED_ALONE = 150

interface Props {
  user: User
  /** The counter that this machine works at, until another one is chosen. */
  own: DeskCounter | null
  choose: (counterId: string) => void
  /** Back to the own counter. */
  onBack: () => void
}

/** Which counter this machine is: taking one closes the one before and opens this one, over somebody only when that is said. */
export function CounterChoice({ user, own, choose, onBack }: Props) {
  const queue = useQueue(user.officeId)
  const { take, move, leave, taken, forget } = useTaking({ user, own, choose, onBack })
  useKeys(own ? [onPage(KEYS.go, onBack), onPage(KEYS.back, onBack)] : [])
  return (
    <div className="task wide">
      <div className="work">
        {leave.error && own && (
          <ProblemBox {...stayWords(own, leave.error)} mends={[]} attempt={leave.submittedAt} />
        )}
        {move.error && !taken && (
          <ProblemBox title={move.error.message} mends={[]} attempt={move.submittedAt} />
        )}
        <PageHeading title={text.choose} section={text.title} />
        <p className="quiet">{own ? text.changeLead(own.number) : text.chooseLead}</p>
        <Loaded query={queue}>
          {({ counters }) =>
            counters.length === 0 ? <None /> : <All counters={counters} own={own} user={user} onTake={take} />
          }
        </Loaded>
      </div>
      {own && (
        <footer className="foot">
          <p className="say" />
          <KeyButton of={KEYS.go} primary onClick={onBack}>
            {text.backTo(own.number)}
          </KeyButton>
        </footer>
      )}
      {taken && (
        <Dialog title={takenWords(taken)} onClose={forget}>
          <p>{text.takenLead}</p>
          <div className="acts">
            <Button variant="default" data-first onClick={forget}>
              {text.otherCounter}
            </Button>
            <Button variant="default" onClick={() => take(taken, true)}>
              {text.takeOver}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}

/** Takes a counter: the one before is closed first, and while somebody is there the officer stays. */
function useTaking({ user, own, choose, onBack }: Props) {
  const move = useMoveCounter(user.officeId)
  const leave = useMoveCounter(user.officeId)
  const [asked, setAsked] = useState<DeskCounter | null>(null)
  const isTaken = move.error instanceof ApiProblem && move.error.code === 'COUNTER_TAKEN'
  const isOthers = asked !== null && isSatAt(asked) && asked.officerId !== user.id && move.isIdle
  const open = (counter: DeskCounter, takeOver: boolean) =>
    move.mutate(
      { counterId: counter.id, move: 'open', ...(takeOver && { takeOver }) },
      { onSuccess: () => choose(counter.id) }
    )
  const take = (counter: DeskCounter, takeOver = false) => {
    if (move.isPending || leave.isPending) return
    move.reset()
    leave.reset()
    if (counter.id === own?.id) return onBack()
    setAsked(counter)
    if (isSatAt(counter) && counter.officerId !== user.id && !takeOver) return
    const isLeaving = own !== null && isSatAt(own) && own.officerId === user.id
    if (!isLeaving) return open(counter, takeOver)
    leave.mutate({ counterId: own.id, move: 'close' }, { onSuccess: () => open(counter, takeOver) })
  }
  const forget = () => {
    setAsked(null)
    move.reset()
  }
  const isAsking = (isOthers && leave.isIdle) || isTaken
  return { take, move, leave, taken: isAsking ? asked : null, forget }
}

function isSatAt({ state, officerId }: DeskCounter): boolean {
  return state !== 'closed' && officerId !== null
}

function stayWords({ number, ticketNumber }: DeskCounter, error: Error) {
  const isBusy = error instanceof ApiProblem && error.code === 'COUNTER_BUSY' && ticketNumber !== null
  return {
    title: text.stays(number),
    detail: isBusy ? text.staysBusy(number, ticketNumber) : error.message
  }
}

function None() {
  return (
    <section className="notice">
      <h2>{text.noCounters}</h2>
      <p>{text.noCountersNext}</p>
    </section>
  )
}

interface AllProps {
  counters: readonly DeskCounter[]
  own: DeskCounter | null
  user: User
  onTake: (counter: DeskCounter) => void
}

function All({ counters, own, user, onTake }: AllProps) {
  const first = useRef<HTMLButtonElement>(null)
  const [start] = useState(own?.id ?? counters[0]?.id)
  const plan = useTypedAlone()
  useEffect(() => first.current?.focus(), [])
  useKeys(
    counters
      .filter(({ number }) => number <= 9)
      .map((counter) =>
        outsideFields({ code: `Digit${counter.number}`, label: text.counter(counter.number) }, () =>
          plan(() => onTake(counter))
        )
      )
  )
  return (
    <ul className="counters">
      {counters.map((counter) => (
        <li key={counter.id}>
          <button
            type="button"
            className="counter-button"
            ref={counter.id === start ? first : undefined}
            aria-current={counter.id === own?.id || undefined}
            aria-keyshortcuts={counter.number <= 9 ? String(counter.number) : undefined}
            onClick={() => onTake(counter)}
          >
            <b>{text.counter(counter.number)}</b>
            <span>{counter.name}</span>
            <span className="small quiet">{stateWords(counter, own, user)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function stateWords(counter: DeskCounter, own: DeskCounter | null, { id }: User): string {
  const { state, officerName } = counter
  const isMine = isSatAt(counter) ? counter.officerId === id : counter.id === own?.id
  if (isMine) return text.ownStates[state]
  return [text.counterStates[state], officerName && text.withOfficer(officerName)].filter(Boolean).join(', ')
}

/** A figure counts when no other key follows it at once, as those of a scanner do. */
function useTypedAlone(): (act: () => void) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const stop = () => clearTimeout(timer.current)
    window.addEventListener('keydown', stop, { capture: true })
    return () => {
      stop()
      window.removeEventListener('keydown', stop, { capture: true })
    }
  }, [])
  return (act) => {
    timer.current = setTimeout(act, TYPED_ALONE)
  }
}
