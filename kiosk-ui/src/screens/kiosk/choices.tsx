import { type ReactNode, useState } from 'react'
import type { Hall } from '../../api/hall.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import { rangeText } from '../../text/wait.ts'
import { KioskIcon, type KioskIconName } from './kiosk-icon.tsx'
import { quotaWords } from './opening-words.ts'
import { useRoom } from './room.ts'
import { useWords, VIETNAMESE, type Words } from './words.ts'

export interface Choice {
  id: string
  title: string
  hint?: string
  /** A letter of a number, or a drawing. */
  mark: { letter: string } | { icon: KioskIconName } | { hallIcon: 'priority' | 'more' }
  /** Why it cannot be chosen now; it stays where it is, so that nobody looks for it (K-18). */
  closed?: string | null
  /** On the first page wherever there are several: nobody is to look for it (K-03). */
  first?: boolean
  onChoose: () => void
}

interface Props {
  choices: readonly Choice[]
  busyWith?: string | null
}

/** Up to eight large tiles in two columns; where there are more, the last one leads to the others. */
export function Choices({ choices, busyWith = null }: Props) {
  const { say } = useWords()
  const [from, setFrom] = useState(0)
  const { frame, most } = useRoom(choices.map(({ id }) => id).join())
  const fits = choices.length <= most
  const shown = fits ? choices : inOrder(choices, most - 1).slice(from, from + most - 1)
  const next = from + most - 1 < choices.length ? from + most - 1 : 0
  const more: Choice = {
    id: 'more',
    title: say('more'),
    hint: say('moreHint', { count: choices.length - shown.length }),
    mark: { hallIcon: 'more' },
    onChoose: () => setFrom(next)
  }
  const tiles = fits ? shown : [...shown, more]
  return (
    <main
      ref={frame}
      className="choices"
      aria-label={say('choices')}
      data-rows={Math.max(2, Math.ceil(tiles.length / 2))}
    >
      {tiles.map((choice) => (
        <Tile key={choice.id} choice={choice} busyWith={busyWith} />
      ))}
    </main>
  )
}

/** The order as it is, but that what belongs on the first page is its last. */
function inOrder(choices: readonly Choice[], room: number): Choice[] {
  const firsts = choices.filter(({ first }) => first)
  const others = choices.filter(({ first }) => !first)
  const before = room - firsts.length
  return [...others.slice(0, before), ...firsts, ...others.slice(before)]
}

function Tile({ choice, busyWith }: { choice: Choice; busyWith: string | null }) {
  const { say } = useWords()
  const { id, title, hint, mark, closed, onChoose } = choice
  return (
    <button
      type="button"
      className={closed ? 'choice closed' : 'choice'}
      disabled={busyWith !== null || Boolean(closed)}
      onClick={onChoose}
    >
      {markOf(mark)}
      <span>
        <b>{title}</b>
        <small>{closed ?? (busyWith === id ? say('taking') : hint)}</small>
      </span>
    </button>
  )
}

function markOf(mark: Choice['mark']): ReactNode {
  if ('icon' in mark) return <KioskIcon name={mark.icon} />
  if ('hallIcon' in mark) return <HallIcon name={mark.hallIcon} />
  return (
    <span className="letter" aria-hidden="true">
      {mark.letter}
    </span>
  )
}

interface ServiceChoice {
  hall: Hall
  words: Words
  onTake: (serviceId: string) => void
}

/** Each service with who waits and for how long; without enough of today's measures no time is told (K-02). */
export function serviceChoices(services: Hall['services'], { hall, words, onTake }: ServiceChoice): Choice[] {
  return services.map((service) => ({
    id: service.id,
    title: words.serviceName(service),
    hint: waitText(words, { ...service, waiting: countOf(hall, service.id) }),
    mark: { letter: service.letter },
    closed: closedWords(service, hall, words),
    onChoose: () => onTake(service.id)
  }))
}

/** Why a service gives no numbers now (K-18), and after the last number of today when to come again (K-11). */
function closedWords(
  { closedWhy, closedText }: Hall['services'][number],
  { opening }: Hall,
  words: Words
): string | null {
  if (closedWhy !== 'quota') return closedWhy && words.say('serviceNoCounter')
  return words.code === VIETNAMESE ? closedText : quotaWords(opening.nextDay, words)
}

export function waitText(
  { say }: Words,
  {
    waiting,
    openCounters,
    paused,
    estimate
  }: Pick<Hall['services'][number], 'waiting' | 'openCounters' | 'paused' | 'estimate'>
): string {
  const who = say(waiting === 0 ? 'waitingNone' : waiting === 1 ? 'waitingOne' : 'waitingMany', {
    count: waiting
  })
  if (openCounters === 0) return `${who}, ${say(paused ? 'counterPaused' : 'noCounterYet')}`
  if (!estimate || waiting === 0) return who
  return `${who}, ${rangeText(say, estimate)}`
}

export function countOf({ waiting }: Hall, serviceId: string): number {
  return waiting.filter((ticket) => ticket.serviceId === serviceId).length
}
