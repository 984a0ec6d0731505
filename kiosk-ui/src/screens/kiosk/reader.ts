import { useEffect, useState } from 'react'
import { ticketWords } from '../../text/spoken.ts'
import { VIETNAMESE } from './words.ts'

/** Of a page: what is said first to somebody who cannot read it, in the order in which it stands. */
const READ =
  'h1, .notice, .lead, .fault, .number, .what, .ticket dl, .facts, .print, .choice, main.two button'

export interface Reader {
  /** `none`: the machine has no voice of its own for this language, and a voice from the internet would not be there in a cut. */
  state: 'none' | 'off' | 'on'
  turn: (on: boolean) => void
}

/**
 * Reads the page aloud, and each thing that gets the focus (K-15): only for who asks for it, and only with a voice that is on this
 * machine. It ends with whoever asked.
 *
 * @param page whatever changes with the page, so that the next one is read too
 */
export function useReader(code: string, page: unknown): Reader {
  const voice = useOwnVoice(code)
  const [wanted, setWanted] = useState(false)
  const on = wanted && voice !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is read anew
  useEffect(() => {
    if (!on) return
    const say = (text: string) => {
      speechSynthesis.cancel()
      speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang }))
    }
    const focused = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) say(spokenOf(target, code))
    }
    const timer = setTimeout(() => say(pageWords(code)), 400)
    document.addEventListener('focusin', focused)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('focusin', focused)
      speechSynthesis.cancel()
    }
  }, [on, voice, code, page])
  return { state: voice === undefined ? 'none' : on ? 'on' : 'off', turn: setWanted }
}

function pageWords(code: string): string {
  return [...document.querySelectorAll<HTMLElement>(READ)]
    .filter((part) => part.checkVisibility())
    .map((part) => spokenOf(part, code))
    .join('. ')
}

/** A number is read sign by sign, as the board reads it. */
function spokenOf(part: HTMLElement, code: string): string {
  const text = part.innerText.replace(/\s*\n+\s*/g, ', ').trim()
  return code === VIETNAMESE && part.matches('.number') ? ticketWords(text) : text
}

/** The voices of a machine may come a moment after the page. */
function useOwnVoice(code: string): SpeechSynthesisVoice | undefined {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([])
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    const read = () => setVoices(speechSynthesis.getVoices())
    read()
    speechSynthesis.addEventListener('voiceschanged', read)
    return () => speechSynthesis.removeEventListener('voiceschanged', read)
  }, [])
  return voices.find(({ localService, lang }) => localService && lang.toLowerCase().split(/[-_]/)[0] === code)
}
