import type { NewDossier } from '../../api/dossiers.ts'
import type { Procedure } from '../../api/procedures.ts'

/** What the officer says of a paper. “Nobody looked” and “looked, is missing” are two things (G13). */
export type PaperState = 'unseen' | 'missing' | 'received' | 'checked' | 'not-needed'

export interface Paper {
  /** The paper's id in the procedure; of one outside the catalogue, made up here. */
  id: string
  name: string
  detail: string | null
  inCatalogue: boolean
  /** Shown and given back. */
  presented: boolean
  /** What is asked for, then what was handed in. */
  originals: number
  copies: number
  state: PaperState
  note: string
}

export function papersOf({ components }: Procedure): Paper[] {
  return components.map(({ id, name, originals, copies, presented, detail }) => ({
    id,
    name,
    detail,
    inCatalogue: true,
    presented,
    originals,
    copies,
    state: 'unseen',
    note: ''
  }))
}

/** What one key does to a paper, or `undefined` when it does nothing to it. */
export function paperAfter(paper: Paper, code: string): Paper | undefined {
  if (code === 'Space') {
    const settled: PaperState = paper.presented ? 'checked' : 'received'
    return { ...paper, state: paper.state === settled ? 'unseen' : settled }
  }
  if (code === 'KeyT') return { ...paper, state: 'missing' }
  if (code === 'KeyK') return { ...paper, state: 'not-needed' }
  const count = Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0)
  return count > 0 ? counted(paper, count) : undefined
}

/** A number of pieces says that they are there. */
function counted(paper: Paper, count: number): Paper {
  const state: PaperState = paper.presented ? 'checked' : 'received'
  const asCopies = paper.copies > 0
  return asCopies ? { ...paper, state, copies: count } : { ...paper, state, originals: count }
}

export function hasBeenSeen({ state }: Paper): boolean {
  return state !== 'unseen'
}

/** How many pieces are there, or `null` where none is. */
export function piecesOf({ state, originals, copies }: Paper): number | null {
  return state === 'missing' || state === 'not-needed' ? null : originals + copies || 1
}

/** The papers that stay with the office, as they are sent and stand on the slip. */
export function componentsOf(papers: readonly Paper[]): NewDossier['components'] {
  return papers
    .filter(({ state }) => state === 'received')
    .map(({ id, name, inCatalogue, originals, copies }) => ({
      ...(inCatalogue ? { id } : { name }),
      originals: originals + copies > 0 ? originals : 1,
      copies
    }))
}
