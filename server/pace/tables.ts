import type { Lesson } from './lessons.ts'

declare module '../database/schema.ts' {
  interface Database {
    servicePace: ServicePaceTable
    estimateScore: EstimateScoreTable
  }
}

/**
 * How long the people of a service occupied a counter on a day, and what became of their waits, as sums: reading stays cheap
 * however many came.
 */
interface ServicePaceTable extends Lesson {
  officeId: string
  serviceId: string
  day: string
  count: number
  /** Milliseconds. */
  sumMs: number
  /** Of the squares of seconds. */
  sumSq: number
}

/** What became of the waits that were foretold on a day. */
export interface EstimateScoreTable {
  officeId: string
  day: string
  serviceId: string
  made: number
  within: number
  /** Called sooner than the range said. */
  below: number
  /** Called later than the range said. */
  above: number
  /** Minutes between the wait and the middle of its range, whichever way, added up. */
  sumError: number
}
