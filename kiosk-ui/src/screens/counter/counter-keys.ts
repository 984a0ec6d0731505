import { COME_KEY } from '../../parts/help-alarms.tsx'
import { isDialogOpen, isTyping, type Key, type KeyBinding } from '../../parts/keys.ts'
import { commonText } from '../../text/common.ts'
import { intakeText } from '../../text/counter.ts'
import { counterKeyText as text } from '../../text/counter-queue.ts'

const papers = intakeText.paperKeys

/** Every key of the counter, in the order of the list behind F1. */
export const KEYS = {
  call: { code: 'F2', label: text.call },
  recall: { code: 'F3', label: text.recall },
  absent: { code: 'F4', label: text.absent },
  counter: { code: 'F6', label: text.counter },
  back: { code: 'Escape', label: text.back },
  finish: { code: 'F7', label: text.finish },
  receive: { code: 'F8', label: text.receive },
  reprint: { code: 'F9', label: text.reprint },
  skip: { code: 'KeyG', alt: true, label: text.skip },
  park: { code: 'KeyT', alt: true, label: text.park },
  away: { code: 'KeyV', alt: true, label: text.away },
  more: { code: 'KeyC', alt: true, label: text.more },
  cancel: { code: 'KeyX', alt: true, label: text.cancel },
  appointments: { code: 'KeyH', alt: true, label: text.appointments },
  find: { code: 'KeyK', ctrl: true, label: text.find },
  slash: { code: 'Slash', label: text.slash },
  go: { code: 'Enter', ctrl: true, label: text.go },
  another: { code: 'KeyM', alt: true, label: text.another },
  walkIn: { code: 'KeyN', alt: true, label: text.walkIn },
  pause: { code: 'KeyP', alt: true, label: text.pause },
  rail: { code: 'Digit0', alt: true, label: text.rail },
  come: COME_KEY,
  lock: { code: 'KeyL', alt: true, label: commonText.keyLock },
  help: { code: 'F1', label: commonText.keyHelp }
} as const satisfies Record<string, Key>

/** Those that are needed with nobody at the counter. */
export const IDLE_KEYS: readonly Key[] = [
  KEYS.call,
  KEYS.skip,
  KEYS.walkIn,
  KEYS.away,
  KEYS.pause,
  KEYS.appointments,
  KEYS.find,
  KEYS.lock
]

/** Those that are needed with somebody called to the counter or served at it. */
export const TURN_KEYS: readonly Key[] = [
  KEYS.recall,
  KEYS.absent,
  KEYS.counter,
  KEYS.park,
  KEYS.more,
  KEYS.cancel,
  KEYS.finish,
  KEYS.find
]

/** A key of the page: it rests while a dialog lies in front of it. */
export function onPage(key: Key, run: () => void): KeyBinding {
  return { ...key, run, when: () => !isDialogOpen() }
}

/** A key that is also a mark: it rests where people type as well. */
export function outsideFields(key: Key, run: () => void): KeyBinding {
  return { ...key, run, when: () => !isDialogOpen() && !isTyping() }
}

/** What a letter or figure does to the paper in hand; these act on its row only. */
export const PAPER_KEYS = {
  there: { code: 'Space', label: papers.space },
  missing: { code: 'KeyT', label: papers.missing },
  notNeeded: { code: 'KeyK', label: papers.notNeeded },
  count: { code: 'Digit1–9', label: papers.count },
  note: { code: 'KeyN', label: papers.note }
} as const satisfies Record<string, Key>

/** All that stands behind F1. */
export function everyKey(): Key[] {
  const steps = intakeText.stepNames.map((name, step) => stepKey(step, name))
  const onPapers = Object.values(PAPER_KEYS).map((key) => ({ ...key, label: text.onPaper(key.label) }))
  return [...Object.values(KEYS), ...steps, ...onPapers]
}

export function stepKey(step: number, name: string): Key {
  return { code: `Digit${step + 1}`, alt: true, label: text.step(name) }
}
