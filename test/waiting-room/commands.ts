import fc from 'fast-check'
import { arrive, book, unbook } from './appointment-deeds.ts'
import { call, callChosen, close, pause, serveOn, sit, straying } from './call-deeds.ts'
import { compare } from './comparisons.ts'
import type { Deed, Numbers } from './deeds.ts'
import type { Office } from './office.ts'
import {
  again,
  againOtherwise,
  clockBack,
  clockRight,
  look,
  newService,
  nextDay,
  restart,
  setCounter,
  setLimit,
  setRules,
  wait
} from './office-deeds.ts'
import { letPass, type Play, reached } from './play.ts'
import { furtherService, issue, move, noShow, takeBack, transfer } from './ticket-deeds.ts'

class Step implements fc.AsyncCommand<Play, Office> {
  readonly name: keyof typeof DEEDS
  readonly numbers: Numbers
  constructor(name: keyof typeof DEEDS, numbers: Numbers) {
    this.name = name
    this.numbers = numbers
  }
  check(play: Readonly<Play>): boolean {
    return this.name !== 'nextDay' || play.daysForward < 2
  }
  async run(play: Play, office: Office): Promise<void> {
    letPass({ play, office }, 1000)
    reached(play, this.name)
    await DEEDS[this.name]({ play, office }, this.numbers)
    await compare(play, office)
  }
  toString(): string {
    return `${this.name}(${this.numbers.join(',')})`
  }
}

const DEEDS = {
  issue,
  sit,
  pause,
  close,
  call,
  serveOn,
  callChosen,
  move,
  takeBack,
  noShow,
  straying,
  transfer,
  furtherService,
  book,
  unbook,
  arrive,
  newService,
  setRules,
  setCounter,
  setLimit,
  again,
  againOtherwise,
  look,
  wait,
  nextDay,
  clockBack,
  clockRight,
  restart
} as const satisfies Record<string, Deed>

/** How often each is done, of a hundred and some. */
const WEIGHTS: Record<keyof typeof DEEDS, number> = {
  issue: 18,
  sit: 4,
  pause: 2,
  close: 3,
  call: 12,
  serveOn: 12,
  callChosen: 5,
  move: 14,
  takeBack: 3,
  noShow: 5,
  straying: 3,
  transfer: 8,
  furtherService: 2,
  book: 5,
  unbook: 1,
  arrive: 6,
  newService: 1,
  setRules: 3,
  setCounter: 3,
  setLimit: 1,
  again: 4,
  againOtherwise: 1,
  look: 8,
  wait: 4,
  nextDay: 1,
  clockBack: 1,
  clockRight: 1,
  restart: 1
}

const small = fc.nat({ max: 1000 })

const step = fc.oneof(
  ...Object.entries(WEIGHTS).map(([name, weight]) => ({
    weight,
    arbitrary: fc
      .tuple(small, small, small, small)
      .map((numbers): fc.AsyncCommand<Play, Office> => new Step(name as keyof typeof DEEDS, numbers))
  }))
)

/** Whatever people do, in any order. */
export const anyDay = (most: number, replayPath?: string) =>
  fc.commands([step], { maxCommands: most, size: 'max', ...(replayPath ? { replayPath } : {}) })

export const DEED_NAMES = Object.keys(DEEDS)
