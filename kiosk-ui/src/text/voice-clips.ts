import { DIGITS, LETTERS, numberWords, partsOf } from './spoken.ts'

/** A recording, named as its file is, and what is said in it. */
interface Clip {
  id: string
  text: string
}

/** Counters up to here have a recording of their own; higher ones are put together. */
const MOST_COUNTERS = 30

/** The gong before a call; the only clip in which nobody speaks. */
export const CHIME: Clip = { id: 'chuong', text: 'Tiếng chuông' }

const INVITE: Clip = { id: 'moi-so', text: 'Mời số' }
const TO_COUNTER: Clip = { id: 'den-quay-so', text: 'đến quầy số' }

/** How tens and units sound above thirty. */
const ENDINGS: Readonly<Record<string, Clip>> = {
  mươi: { id: 'duoi-muoi', text: 'mươi' },
  mốt: { id: 'duoi-mot', text: 'mốt' },
  tư: { id: 'duoi-tu', text: 'tư' },
  lăm: { id: 'duoi-lam', text: 'lăm' }
}

/** Every recording of a voice, in the order in which somebody reads them into a microphone. */
export const CLIPS: readonly Clip[] = [
  CHIME,
  INVITE,
  ...DIGITS.map((text, digit) => ({ id: digitClip(digit), text })),
  ...Object.entries(LETTERS).map(([letter, text]) => ({ id: letterClip(letter), text })),
  TO_COUNTER,
  ...Array.from({ length: MOST_COUNTERS }, (_, index) => ({
    id: counterClip(index + 1),
    text: numberWords(index + 1)
  })),
  ...Object.values(ENDINGS)
]

/** A recording to be played and the silence after it, in seconds. */
export interface Said {
  clip: string
  pause: number
}

/**
 * The recordings of one call, in their order: “Mời số A – một – không – năm đến quầy số ba”. The pauses keep the
 * number apart from the words around it, as that is what people listen for.
 */
export function callClips(number: string, counterNumber: number): Said[] {
  const { letters, digits } = partsOf(number)
  const name = [...letters.map(letterClip), ...digits.map((digit) => digitClip(Number(digit)))]
  return [
    { clip: INVITE.id, pause: 0.1 },
    ...name.map((clip, index) => ({ clip, pause: index === name.length - 1 ? 0.3 : 0.08 })),
    { clip: TO_COUNTER.id, pause: 0.08 },
    ...counterClips(counterNumber).map((clip) => ({ clip, pause: 0 }))
  ]
}

/** @example counterClips(45) // ['quay-4', 'duoi-muoi', 'duoi-lam'] */
function counterClips(counterNumber: number): string[] {
  if (counterNumber <= MOST_COUNTERS) return [counterClip(counterNumber)]
  const digit = (word: string) => (DIGITS as readonly string[]).indexOf(word)
  return numberWords(counterNumber)
    .split(' ')
    .map((word) => ENDINGS[word]?.id ?? counterClip(digit(word)))
}

function digitClip(digit: number): string {
  return `so-${digit}`
}

function letterClip(letter: string): string {
  return letter === 'Đ' ? 'chu-dd' : `chu-${letter.toLowerCase()}`
}

function counterClip(number: number): string {
  return `quay-${number}`
}
