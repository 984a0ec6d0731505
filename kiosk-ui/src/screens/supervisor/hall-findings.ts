import type { Staffing } from '../../api/waiting.ts'
import { hourText, hallHistoryText as text } from '../../text/hall-figures.ts'

/** With fewer people "nine in ten" is nobody, and one slow case would name its group. */
const FEWEST = 10

/** Groups whose figures lie closer together than this are called alike: a title that named one of them would be gossip. */
const ALIKE = 1.1

/** Nor does a difference of less say anything to whoever waits. Seconds. */
const SAME_WAIT = 120

/** More than these stand for no one group. */
const MOST_NAMED = 2

/** What a chart shows, in a sentence that is true of all the data behind it, and which bar it speaks of. */
export interface Finding<Key> {
  title: string
  /** Nothing when it speaks of several or of none. */
  marked: Key | undefined
}

interface Waits {
  waiting: { count: number; p90: number | null }
}

/** In which hour people have to wait longest. */
export function findingOfHours(hours: readonly ({ hour: number } & Waits)[]): Finding<number> {
  const told = findingOfWaits(hours, {
    named: (rows, minutes) => text.hoursFinding(rows.map(({ hour }) => hourText(hour)).join(', '), minutes),
    each: text.hoursEach,
    only: ({ hour }, minutes) => text.hoursOnly(hourText(hour), minutes),
    among: text.hoursAmong
  })
  return { title: told.title, marked: told.leader?.hour }
}

/** For which service people have to wait longest. */
export function findingOfServices(
  services: readonly ({ serviceId: string; serviceName: string } & Waits)[]
): Finding<string> {
  const told = findingOfWaits(services, {
    named: (rows, minutes) =>
      text.servicesFinding(rows.map(({ serviceName }) => serviceName).join(text.and), minutes),
    each: text.servicesEach,
    only: ({ serviceName }, minutes) => text.servicesOnly(serviceName, minutes),
    among: text.servicesAmong
  })
  return { title: told.title, marked: told.leader?.serviceId }
}

/** Which counters served most; those that were open and served nobody are compared as well. */
export function findingOfCounters(
  counters: readonly { counterId: string; counterNumber: number; served: number }[]
): Finding<string> {
  const all = counters.reduce((sum, { served }) => sum + served, 0)
  if (all < FEWEST) return { title: text.tooFew(FEWEST), marked: undefined }
  const most = Math.max(...counters.map(({ served }) => served))
  const leaders = counters.filter(({ served }) => served * ALIKE >= most)
  const [first] = leaders
  if (counters.length === 1 && first)
    return { title: text.countersOnly(text.counter(first.counterNumber)), marked: undefined }
  if (leaders.length === counters.length) return { title: text.countersEven, marked: undefined }
  const sum = leaders.reduce((served, leader) => served + leader.served, 0)
  const names = leaders.map(({ counterNumber }) => text.counter(counterNumber)).join(', ')
  const title =
    leaders.length === 1
      ? text.countersFinding(names, shareOf(sum, all))
      : text.countersTogether(names, shareOf(sum, all))
  return { title, marked: leaders.length === 1 ? first?.counterId : undefined }
}

/** When most counters are needed. */
export function findingOfStaffing({ hours, counters }: Pick<Staffing, 'hours' | 'counters'>): string {
  if (hours.length === 0) return text.staffingNone
  const most = Math.max(...hours.map((hour) => hour.counters))
  if (most > counters) return text.staffingTooMany(most, counters)
  const busiest = hours.filter((hour) => hour.counters === most)
  if (busiest.length === hours.length && hours.length > 1) return text.staffingEven(most)
  return text.staffingFinding(busiest.map(({ hour }) => hourText(hour)).join(', '), most)
}

interface Sentences<Row> {
  named(rows: readonly Row[], minutes: number): string
  each(minutes: number): string
  only(row: Row, minutes: number): string
  /** Said of some of the groups, as the others have too few people. */
  among(finding: string, fewest: number): string
}

function findingOfWaits<Row extends Waits>(
  rows: readonly Row[],
  sentences: Sentences<Row>
): { title: string; leader?: Row | undefined } {
  const enough = rows.filter(({ waiting }) => waiting.count >= FEWEST)
  const [first] = enough
  if (!first) return { title: text.tooFew(FEWEST) }
  const longest = Math.max(...enough.map(waitOf))
  const minutes = Math.max(1, Math.ceil(longest / 60))
  if (enough.length === 1) return { title: sentences.only(first, minutes) }
  const others = rows.some(({ waiting }) => waiting.count > 0 && waiting.count < FEWEST)
  const about = (finding: string) => (others ? sentences.among(finding, FEWEST) : finding)
  const leaders = enough.filter((row) => waitOf(row) * ALIKE >= longest)
  const alike = longest - Math.min(...enough.map(waitOf)) < SAME_WAIT
  if (alike || leaders.length > MOST_NAMED || leaders.length === enough.length)
    return { title: about(sentences.each(minutes)) }
  const title = about(sentences.named(leaders, minutes))
  return { title, leader: leaders.length === 1 ? leaders[0] : undefined }
}

function waitOf({ waiting }: Waits): number {
  return waiting.p90 ?? 0
}

/** Whole percent; all of it only when it is all. */
function shareOf(part: number, all: number): number {
  const share = Math.round((100 * part) / all)
  return part < all ? Math.min(share, 99) : share
}
