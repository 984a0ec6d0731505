/** A number below the given one, the same sequence each time. */
type Chance = (below: number) => number

/** Something that happened to one of a day's numbers. Minutes after midnight. */
export interface Moment {
  minute: number
  what: 'issue' | 'call' | 'serve' | 'finish' | 'absent'
  /** Which of the day's people. */
  person: Person
  /** Which of the counters, once he is called. */
  counter: number
}

export interface Person {
  letter: string
  priorityGroup: string | null
  arrives: number
  walks: number
  /** Minutes at the counter; nothing when he has gone home. */
  takes: number | null
}

/** Minutes that somebody is at a counter at least. */
const SHORTEST = 3

/** When people come: most between eight and ten, some in the afternoon. Minutes after midnight, share of a hundred. */
const ARRIVALS = [
  { from: 450, to: 480, share: 15 },
  { from: 480, to: 570, share: 40 },
  { from: 570, to: 660, share: 20 },
  { from: 810, to: 930, share: 25 }
] as const

/**
 * A day in the hall as it may have been: who came when, for what, how long it took, and which counter was free. Kept apart
 * from the database so that it is the same at each start.
 *
 * @param until nothing is told that came after this minute
 */
export function dayInHall(
  chance: Chance,
  {
    people,
    letters,
    counters,
    until
  }: { people: number; letters: readonly string[]; counters: number; until: number }
): Moment[] {
  const came = Array.from({ length: people }, () => personOf(chance, letters))
  const turns = [...came, ...came.flatMap(comesBack)].sort((one, other) => one.arrives - other.arrives)
  const moments: Moment[] = []
  const freeAt = Array.from({ length: counters }, () => 450)
  for (const person of turns) {
    if (came.includes(person)) moments.push({ minute: person.arrives, what: 'issue', person, counter: 0 })
    const counter = freeAt.indexOf(Math.min(...freeAt))
    const called = Math.max(freeAt[counter] ?? 0, person.arrives + 0.5)
    const there = called + person.walks
    moments.push({ minute: called, what: 'call', person, counter })
    if (person.takes === null) {
      moments.push({ minute: called + 2, what: 'absent', person, counter })
      freeAt[counter] = called + 2.2
    } else {
      moments.push({ minute: there, what: 'serve', person, counter })
      moments.push({ minute: there + person.takes, what: 'finish', person, counter })
      freeAt[counter] = there + person.takes + 0.3
    }
  }
  return moments.filter(({ minute }) => minute <= until).sort((one, other) => one.minute - other.minute)
}

/** Minutes until whoever did not come is there after all. */
const BACK_AFTER = 15

/**
 * Whoever did not come is called once more, and then he is there: without a turn for him somebody else would be left over, and wait
 * through lunch.
 */
function comesBack(person: Person): Person[] {
  if (person.takes !== null) return []
  return [{ ...person, arrives: person.arrives + BACK_AFTER, takes: SHORTEST + 2 }]
}

function personOf(chance: Chance, letters: readonly string[]): Person {
  const roll = chance(100)
  const place = Math.min(Math.floor(((roll * roll) / 10_000) * letters.length), letters.length - 1)
  return {
    letter: letters[place] ?? '',
    priorityGroup: chance(12) === 0 ? 'elderly' : null,
    arrives: arrival(chance),
    walks: 0.2 + chance(10) / 10,
    takes: chance(20) === 0 ? null : SHORTEST + chance(7) + chance(5)
  }
}

function arrival(chance: Chance): number {
  let roll = chance(100)
  for (const { from, to, share } of ARRIVALS) {
    if (roll < share) return from + chance((to - from) * 10) / 10
    roll -= share
  }
  return ARRIVALS[0].from
}
