import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import type { Lesson } from './lessons.ts'
import type { EstimateScoreTable } from './tables.ts'

interface ServiceDay {
  officeId: string
  serviceId: string
  day: string
}

export interface PaceRow extends Lesson {
  serviceId: string
  day: string
  count: number
  sumMs: number
  sumSq: number
}

/** The days of services from one to another, both included. */
export async function listPace(
  db: Db,
  {
    officeId,
    serviceIds,
    from,
    to
  }: { officeId: string; serviceIds: readonly string[]; from: string; to: string }
): Promise<PaceRow[]> {
  return db
    .selectFrom('servicePace')
    .select(['serviceId', 'day', 'count', 'sumMs', 'sumSq', ...TAUGHT])
    .where('officeId', '=', officeId)
    .where('serviceId', 'in', serviceIds)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
}

const TAUGHT = [
  'waits',
  'sumExpected',
  'sumWaited',
  'sumHalfWidth',
  'sumError'
] as const satisfies (keyof Lesson)[]

type Sample = ServiceDay & Lesson & { count: number; sumMs: number; sumSq: number }

const NO_VISIT = { count: 0, sumMs: 0, sumSq: 0 }
const NO_LESSON: Lesson = { waits: 0, sumExpected: 0, sumWaited: 0, sumHalfWidth: 0, sumError: 0 }

/** Adds one visit. Called under the office's lock. */
export async function addSample(db: Db, sample: Omit<Sample, keyof Lesson>): Promise<void> {
  await addToPace(db, { ...NO_LESSON, ...sample })
}

/** Adds what one ended wait taught. Called under the office's lock. */
export async function addLesson(db: Db, lesson: ServiceDay & Lesson): Promise<void> {
  await addToPace(db, { ...NO_VISIT, ...lesson })
}

/** Adds one wait. Called under the office's lock. */
export async function addToScore(db: Db, score: EstimateScoreTable): Promise<void> {
  await addScore(db, { ...score })
}

type ServiceScore = Omit<EstimateScoreTable, 'officeId' | 'day'>

/** By service, from a day to a day, both included. */
export async function sumScores(
  db: Db,
  { officeId, from, to }: { officeId: string; from: string; to: string }
): Promise<ServiceScore[]> {
  return db
    .selectFrom('estimateScore')
    .select(({ fn }) => [
      'serviceId',
      fn.sum<number>('made').as('made'),
      fn.sum<number>('within').as('within'),
      fn.sum<number>('below').as('below'),
      fn.sum<number>('above').as('above'),
      fn.sum<number>('sumError').as('sumError')
    ])
    .where('officeId', '=', officeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('serviceId')
    .orderBy('serviceId')
    .execute()
}

const addToPace = compiled<Sample, unknown>((db, slot) =>
  db
    .insertInto('servicePace')
    .values({
      officeId: slot('officeId'),
      serviceId: slot('serviceId'),
      day: slot('day'),
      count: slot('count'),
      sumMs: slot('sumMs'),
      sumSq: slot('sumSq'),
      waits: slot('waits'),
      sumExpected: slot('sumExpected'),
      sumWaited: slot('sumWaited'),
      sumHalfWidth: slot('sumHalfWidth'),
      sumError: slot('sumError')
    })
    .onConflict((conflict) =>
      conflict.columns(['officeId', 'serviceId', 'day']).doUpdateSet((eb) => ({
        count: eb('servicePace.count', '+', eb.ref('excluded.count')),
        sumMs: eb('servicePace.sumMs', '+', eb.ref('excluded.sumMs')),
        sumSq: eb('servicePace.sumSq', '+', eb.ref('excluded.sumSq')),
        waits: eb('servicePace.waits', '+', eb.ref('excluded.waits')),
        sumExpected: eb('servicePace.sumExpected', '+', eb.ref('excluded.sumExpected')),
        sumWaited: eb('servicePace.sumWaited', '+', eb.ref('excluded.sumWaited')),
        sumHalfWidth: eb('servicePace.sumHalfWidth', '+', eb.ref('excluded.sumHalfWidth')),
        sumError: eb('servicePace.sumError', '+', eb.ref('excluded.sumError'))
      }))
    )
)

const addScore = compiled<EstimateScoreTable & Record<never, never>, unknown>((db, slot) =>
  db
    .insertInto('estimateScore')
    .values({
      officeId: slot('officeId'),
      day: slot('day'),
      serviceId: slot('serviceId'),
      made: slot('made'),
      within: slot('within'),
      below: slot('below'),
      above: slot('above'),
      sumError: slot('sumError')
    })
    .onConflict((conflict) =>
      conflict.columns(['officeId', 'day', 'serviceId']).doUpdateSet((eb) => ({
        made: eb('estimateScore.made', '+', eb.ref('excluded.made')),
        within: eb('estimateScore.within', '+', eb.ref('excluded.within')),
        below: eb('estimateScore.below', '+', eb.ref('excluded.below')),
        above: eb('estimateScore.above', '+', eb.ref('excluded.above')),
        sumError: eb('estimateScore.sumError', '+', eb.ref('excluded.sumError'))
      }))
    )
)
