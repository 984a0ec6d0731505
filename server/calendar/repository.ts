import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import type { NotedWeek } from './described.ts'
import type { OfficeWeek } from './office-week.ts'
import type { CalendarQuestion, OfficialDay } from './official-days.ts'
import type { CalendarQuestionTable, OfficeWeekTable } from './tables.ts'

const CALENDAR = 'calendar'

/** What a compiled calendar is made of, as it stands now: when both are the same, it is. */
export interface Stamps {
  calendar: string
  week: string | null
}

export async function readStamps(db: Db, officeId: string): Promise<Stamps> {
  const { rows } = await stampsOf(db, { id: CALENDAR, officeId })
  return rows[0] ?? { calendar: '', week: null }
}

export async function findVersion(db: Db): Promise<number> {
  const row = await db
    .selectFrom('calendarVersion')
    .select('version')
    .where('id', '=', CALENDAR)
    .executeTakeFirst()
  return row?.version ?? 0
}

/** Says that the days have changed. `stamp` must be new. */
export async function raiseVersion(db: Db, stamp: string): Promise<number> {
  const { version } = await db
    .insertInto('calendarVersion')
    .values({ id: CALENDAR, version: 1, stamp })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({ version: eb('calendarVersion.version', '+', 1), stamp }))
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function listYears(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('calendarYear').select('year').orderBy('year').execute()
  return rows.map(({ year }) => year)
}

export async function insertYears(db: Db, years: readonly number[], addedAt: string): Promise<void> {
  if (years.length === 0) return
  await db
    .insertInto('calendarYear')
    .values(years.map((year) => ({ year, addedAt })))
    .execute()
}

export async function listDays(db: Db): Promise<OfficialDay[]> {
  const rows = await db.selectFrom('calendarDay').selectAll().orderBy('day').execute()
  return rows as OfficialDay[]
}

export async function saveDays(db: Db, days: readonly OfficialDay[]): Promise<void> {
  for (const day of days) {
    await db
      .insertInto('calendarDay')
      .values(day)
      .onConflict((conflict) => conflict.column('day').doUpdateSet(day))
      .execute()
  }
}

export async function deleteDays(db: Db, days: readonly OfficialDay[]): Promise<void> {
  for (const { day } of days) await db.deleteFrom('calendarDay').where('day', '=', day).execute()
}

export async function listQuestions(db: Db): Promise<CalendarQuestionTable[]> {
  return db.selectFrom('calendarQuestion').selectAll().orderBy('id').execute()
}

export async function saveQuestions(db: Db, questions: readonly CalendarQuestion[]): Promise<void> {
  for (const { id, title, note } of questions) {
    await db
      .insertInto('calendarQuestion')
      .values({ id, title, note, resolvedAt: null })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ title, note }))
      .execute()
  }
}

export async function resolveQuestions(db: Db, ids: readonly string[], resolvedAt: string): Promise<void> {
  for (const id of ids) {
    await db.updateTable('calendarQuestion').set({ resolvedAt }).where('id', '=', id).execute()
  }
}

export async function listWeeks(db: Db, officeId: string): Promise<NotedWeek[]> {
  const rows = await db
    .selectFrom('officeWeek')
    .selectAll()
    .where('officeId', '=', officeId)
    .orderBy('effectiveFrom')
    .execute()
  return rows.map(asWeek)
}

/** One that takes effect on the same day is written over. Answers the version that the hours of the office have now. */
export async function saveWeek(
  db: Db,
  { officeId, id, createdAt, week }: { officeId: string; id: string; createdAt: string; week: NotedWeek }
): Promise<number> {
  const version = (await lastWeekVersion(db, officeId)) + 1
  const row = {
    ...week,
    officeId,
    id,
    version,
    createdAt,
    week: JSON.stringify(week.week),
    saturdayCounts: week.saturdayCounts ? 1 : 0
  }
  await db
    .insertInto('officeWeek')
    .values(row)
    .onConflict((conflict) => conflict.columns(['officeId', 'effectiveFrom']).doUpdateSet(row))
    .execute()
  return version
}

function asWeek({ effectiveFrom, week, returnMinute, saturdayCounts, note }: OfficeWeekTable): NotedWeek {
  return {
    effectiveFrom: effectiveFrom as OfficeWeek['effectiveFrom'],
    week: JSON.parse(week),
    returnMinute,
    saturdayCounts: saturdayCounts === 1,
    note
  }
}

async function lastWeekVersion(db: Db, officeId: string): Promise<number> {
  const row = await db
    .selectFrom('officeWeek')
    .select('version')
    .where('officeId', '=', officeId)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row?.version ?? 0
}

const stampsOf = compiled<{ id: string; officeId: string }, Stamps>((db, slot) =>
  db
    .selectFrom('calendarVersion')
    .select('stamp as calendar')
    .select((eb) =>
      eb
        .selectFrom('officeWeek')
        .select('officeWeek.id')
        .where('officeId', '=', slot('officeId'))
        .orderBy('officeWeek.version', 'desc')
        .limit(1)
        .as('week')
    )
    .where('calendarVersion.id', '=', slot('id'))
)
