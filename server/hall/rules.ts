/** How a waiting room is run: what an office sets itself, as no rule of law fixes it. */
export interface HallRules {
  /** Gives numbers at any hour, as a demonstration does. */
  alwaysOpen: boolean
  /** `strict`: priority first, within bounds; `interleaved`: one with priority after every few ordinary ones. */
  priorityMode: 'strict' | 'interleaved'
  ordinaryPerPriority: number
  /** Minutes. */
  mostOrdinaryWait: number
  absentReturnsAfter: number | null
  mostAbsences: number
  /** Minutes. */
  promisedWait: number
  /** Percent of the people. */
  promisedShare: number
  /** Minutes. */
  appointmentGrace: number
  pickUpServiceId: string | null
}

/** What holds in an office that has set nothing yet. */
export const FIRST_RULES: HallRules = {
  alwaysOpen: false,
  priorityMode: 'interleaved',
  ordinaryPerPriority: 2,
  mostOrdinaryWait: 60,
  absentReturnsAfter: 3,
  mostAbsences: 2,
  promisedWait: 15,
  promisedShare: 80,
  appointmentGrace: 15,
  pickUpServiceId: null
}
