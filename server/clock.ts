/** What a clock is made of: the machine's own time, and a timer that nobody sets. Milliseconds. */
export interface ClockParts {
  wall: () => number
  timer: () => number
  /** The newest instant that stands in the log: the time is at least that, unless it lies days ahead by mistake. */
  from?: string | undefined
}

/** Whatever is further behind is no small correction; it is not waited for. Milliseconds. */
const FARTHEST_BEHIND = 2 * 86_400_000

/** No office ran before this: a clock that says less has lost its battery, and numbers would be those of a past day. */
const EARLIEST = '2026-11-01T00:00:00.000Z'

/** While the machine's clock catches up, time passes at this speed. */
const SLOWED = 0.5

/** Whether a machine's clock cannot be right, so that the server must not start by it. */
export function isBeforeAllOffices(wall: number): boolean {
  return wall < Date.parse(EARLIEST)
}

/**
 * A clock that never goes back: people who wait keep their turn, nobody waits less than nothing, and no number of a past day is
 * given. When the machine's clock is set back, time goes on at half speed until the machine has caught up; when it
 * falls back by days, as without a battery, time goes on by the timer alone. Forward it follows at once, as a machine
 * that slept has to.
 */
export function steadyClock({ wall, timer, from }: ClockParts): () => Date {
  const newest = from === undefined ? 0 : Date.parse(from)
  let told = newest - wall() > FARTHEST_BEHIND ? wall() : Math.max(newest, wall())
  let toldAt = timer()
  return () => {
    const elapsed = timer() - toldAt
    toldAt += elapsed
    const machine = wall()
    const speed = told - machine > FARTHEST_BEHIND ? 1 : SLOWED
    told = Math.max(machine, told + elapsed * speed)
    return new Date(told)
  }
}
