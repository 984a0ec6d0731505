import { dayInVietnam } from '../../server/regulation/day.ts'
import type { Office } from './office.ts'
import { type Slip, today } from './oracle.ts'
import type { Play } from './play.ts'

/** Says who, where and to whom, counted in what there is at that moment. */
export type Numbers = readonly [number, number, number, number]

/** What somebody does. */
export type Deed = (parts: { play: Play; office: Office }, numbers: Numbers) => Promise<unknown>

export function pick<Item>(items: readonly Item[], number: number): Item {
  return items[number % items.length] as Item
}

/** Somebody with a number of today in one of these states; without states, of any day. */
export function anyone(
  { play, office }: { play: Play; office: Office },
  number: number,
  ...wanted: Slip['status'][]
) {
  const here = today(play.world, dayInVietnam(office.now()))
  const slips = wanted.length > 0 ? here.filter(({ status }) => wanted.includes(status)) : play.world.slips
  return slips[number % Math.max(slips.length, 1)]
}
