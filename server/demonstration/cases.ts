import { type Chance, pick } from './people.ts'

/** What becomes of a dossier. */
export type Fate =
  | 'returned'
  | 'ready'
  | 'running'
  | 'supplement'
  | 'payment'
  | 'refused'
  | 'withdrawn'
  | 'stopped'
  /** Handled after its due date. */
  | 'belated'
  /** Past its first due date; the citizen was told in time, with a new date. */
  | 'apologised'
  /** Late, with the letter drafted and not signed. */
  | 'drafted'

/** Who handles the procedure in the ward. */
export type Desk = 'registry' | 'economy' | 'society' | 'police'

/** A procedure of the catalogue that comes in every day, and about how often. */
interface Offer {
  code: string
  desk: Desk
  weight: number
  organisation?: boolean
}

export const OFFERS: readonly [Offer, ...Offer[]] = [
  { code: '2.000815', desk: 'registry', weight: 8 },
  { code: '1.001193', desk: 'registry', weight: 6 },
  { code: '2.000635', desk: 'registry', weight: 6 },
  { code: '1.004873', desk: 'registry', weight: 7 },
  { code: '1.000894', desk: 'registry', weight: 3 },
  { code: '1.004884', desk: 'registry', weight: 5 },
  { code: '1.004837', desk: 'registry', weight: 1 },
  { code: '2.000884', desk: 'registry', weight: 4 },
  { code: '1.001612', desk: 'economy', weight: 5 },
  { code: '2.000720', desk: 'economy', weight: 4 },
  { code: '1.013225', desk: 'economy', weight: 5 },
  { code: '1.012796', desk: 'economy', weight: 4 },
  { code: '1.001266', desk: 'economy', weight: 2 },
  { code: '1.005280', desk: 'economy', weight: 1, organisation: true },
  { code: '1.014027', desk: 'society', weight: 5 },
  { code: '1.001776', desk: 'society', weight: 5 },
  { code: '1.001699', desk: 'society', weight: 3 },
  { code: '1.010833', desk: 'society', weight: 3 },
  { code: '1.010803', desk: 'society', weight: 2 },
  { code: '1.004222', desk: 'police', weight: 5 },
  { code: '1.004194', desk: 'police', weight: 3 },
  { code: '1.014063', desk: 'police', weight: 3 }
]

/** A dossier that is to be there, before anyone knows its dates. */
export interface Case {
  offer: Offer
  /** How many working days ago it came; 0 is today. */
  daysAgo: number
  /** Minutes after midnight. */
  minute: number
  fate: Fate
}

/** How far back the demonstration goes, in working days. */
const DAYS_BACK = 30

/** Those that show what the supervisor looks at: working days past the due day, or before it with a minus. */
const TELLING: readonly [code: string, past: number, fate: Fate][] = [
  ['1.013225', 3, 'running'],
  ['1.001776', 6, 'running'],
  ['1.012796', 1, 'running'],
  ['1.004222', 2, 'drafted'],
  ['1.004873', 9, 'running'],
  ['1.001699', 2, 'apologised'],
  ['1.004884', 0, 'running'],
  ['1.001612', 0, 'running'],
  ['1.014027', 0, 'running'],
  ['2.000720', -1, 'running'],
  ['1.010833', -1, 'running'],
  ['1.013225', -1, 'running'],
  ['1.014063', -2, 'running'],
  ['1.004222', -2, 'running'],
  ['1.012796', -3, 'running'],
  ['1.004884', -3, 'running'],
  ['1.014027', -3, 'running'],
  ['1.013225', -5, 'supplement'],
  ['1.014063', -4, 'payment'],
  ['1.013225', -6, 'stopped'],
  ['1.001776', -4, 'withdrawn']
]

/**
 * The dossiers of several weeks: the telling ones, a few each working day before, and this morning's.
 *
 * @param termOf working days of a procedure; 0 for those that are done the same day
 * @param perDay how many come on a usual day; a small office has none of the usual and every third of the telling ones
 */
export function casesOf(chance: Chance, termOf: (code: string) => number, perDay: number): Case[] {
  const shown = TELLING.filter((_, index) => perDay > 0 || index % 3 === 0)
  const telling = shown.map(([code, past, fate]) => {
    const offer = OFFERS.find((known) => known.code === code) ?? OFFERS[0]
    return { offer, daysAgo: termOf(code) + past, minute: minuteOf(chance), fate }
  })
  const usual = Array.from({ length: DAYS_BACK * perDay }, (_, index) => {
    const daysAgo = DAYS_BACK - Math.floor(index / perDay)
    const offer = weighted(chance)
    return { offer, daysAgo, minute: minuteOf(chance), fate: fateOf(chance, termOf(offer.code) - daysAgo) }
  })
  const today = Array.from({ length: perDay + 2 }, () => ({
    offer: weighted(chance),
    daysAgo: 0,
    minute: 440 + chance(120),
    fate: 'running' as const
  }))
  return [...telling, ...usual, ...today]
}

/** What is usual for a dossier with so many working days left; what was due long ago is done. */
function fateOf(chance: Chance, daysLeft: number): Fate {
  const roll = chance(20)
  if (daysLeft < -1) {
    if (roll === 0) return 'refused'
    if (roll === 1) return 'withdrawn'
    if (roll === 2) return 'belated'
    return roll < 5 ? 'ready' : 'returned'
  }
  if (daysLeft < 3) return roll < 10 ? 'ready' : 'returned'
  if (roll < 3) return 'supplement'
  if (roll === 3) return 'payment'
  if (roll === 4) return 'stopped'
  return roll < 9 ? 'ready' : 'running'
}

function weighted(chance: Chance): Offer {
  const lots = OFFERS.flatMap((offer) => Array<Offer>(offer.weight).fill(offer))
  return pick(chance, lots as [Offer, ...Offer[]])
}

/** In the hours in which the counter is busy: a quarter past seven to half past ten, or a quarter past one to four. */
function minuteOf(chance: Chance): number {
  return chance(3) < 2 ? 435 + chance(195) : 795 + chance(165)
}
