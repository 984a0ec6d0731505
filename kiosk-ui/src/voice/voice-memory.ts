import { SILENT, type Voice } from './voice-queue.ts'

const PLACE = 'motcua.display.said'

/** What the board had said before its page was loaded anew. Numbers and instants of calls, nothing of people. */
export function recallVoice(): Voice {
  try {
    const said: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '[]')
    return Array.isArray(said) ? { ...SILENT, said: said.filter((key) => typeof key === 'string') } : SILENT
  } catch {
    return SILENT
  }
}

export function rememberVoice({ said }: Voice): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(said))
  } catch {
    // A browser that keeps nothing repeats at most what is young when its page is loaded anew.
  }
}
