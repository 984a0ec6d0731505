import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../server/audit/service.ts'
import type { databases } from '../support/databases.ts'
import { MORNING } from '../support/settings.ts'
import { assertBuiltAgain } from './built-again.ts'
import { anyDay, DEED_NAMES } from './commands.ts'
import { compareVisits, lookAtHall } from './comparisons.ts'
import { type Office, openOffice } from './office.ts'
import { beginRun } from './play.ts'

/** Runs on each database; a nightly run asks for more. */
const RUNS = Number(process.env.WAITING_ROOM_RUNS ?? 1000)
const MOST_STEPS = 60

/** The same days at each run, so that what lands is what was seen; a night's run takes another seed. To see a failure again: the seed, the path and the path of the commands that it printed. */
const { WAITING_ROOM_SEED, WAITING_ROOM_PATH, WAITING_ROOM_REPLAY } = process.env
const AGAIN = {
  seed: Number(WAITING_ROOM_SEED ?? 20_261_123),
  ...(WAITING_ROOM_PATH ? { path: WAITING_ROOM_PATH } : {})
}

/** Rare paths, each of which must have been reached: else the runs prove less than they seem to. */
const RARE = [
  'answer QUOTA_REACHED',
  'answer PRIORITY_GROUP_UNKNOWN',
  'answer COUNTER_BUSY',
  'answer COUNTER_TAKEN',
  'answer SEAT_BUSY',
  'answer NO_TICKET_WAITING',
  'answer SKIP_REASON_REQUIRED',
  'answer TRANSFER_NOWHERE',
  'answer TRANSFER_REASON_REQUIRED',
  'answer NOT_FOUND',
  'called as returning',
  'called as priority',
  'called as waited_long',
  'called as appointment',
  'an appointment called before its time',
  'too late for an appointment',
  'came twice for one appointment',
  'came again after his number was cancelled',
  'answer APPOINTMENT_NOT_NOW',
  'called as turn',
  'called as helping',
  'called out of turn',
  'called for a counter that has closed',
  'called for this counter',
  'called for this officer',
  'called for an officer who has gone',
  'called after two absences',
  'served by a helper as nobody else does',
  'a service that no counter serves',
  'absent person called again as nobody else waits',
  'absent person back in line after further calls',
  'absent person back in line as his counter went on',
  'absent for good',
  'absent twice, then there after all',
  'a counter taken over',
  'a counter taken over while somebody is there',
  'sent to a closed counter',
  'sent on while parked',
  'a number of yesterday is not called again',
  'an officer who changed his counter',
  'left at a counter when the day ended',
  'day of the numbers kept though the clock says another'
]

/** A run begins four days after the one before: the days off of all those years are decided, or nobody could make appointments. */
async function decideYears({ database }: Office): Promise<void> {
  const last = 2027 + Math.ceil((RUNS * 4) / 365)
  const years = Array.from({ length: last - 2027 }, (_, index) => ({ year: 2028 + index, addedAt: MORNING }))
  await database.db.transaction().execute((work) => work.insertInto('calendarYear').values(years).execute())
}

/** Random days on one database. One file for each database calls it, so that both run at once. */
export function describeRandomDays({ name, open }: (typeof databases)[number]): void {
  describe(`whatever people do in the waiting room, on ${name}`, () => {
    let office: Office
    beforeAll(async () => {
      office = await openOffice(open)
      await decideYears(office)
    })
    afterAll(() => office.close())

    it(`R-03 R-10 R-11 R-12 is as on paper, in ${RUNS} random days`, async () => {
      const seen = new Map<string, number>()
      let run = 0
      await fc.assert(
        fc.asyncProperty(anyDay(MOST_STEPS, WAITING_ROOM_REPLAY), async (commands) => {
          run += 1
          const play = await beginRun(office, { run, seen })
          await fc.asyncModelRun(() => ({ model: play, real: office }), commands)
          await compareVisits(play, office)
          await lookAtHall(play, office)
        }),
        { numRuns: RUNS, ...AGAIN, endOnFailure: process.env.WAITING_ROOM_SHRINK === 'no' }
      )
      await assertBuiltAgain(office.database.db, office.officeId)
      expect(await verifyChain(office.database.db, office.officeId)).toMatchObject({ intact: true })
      if (process.env.WAITING_ROOM_STATISTICS)
        process.stdout.write(`${JSON.stringify(Object.fromEntries([...seen].toSorted()), null, 1)}\n`)
      if (RUNS >= 1000) expect([...DEED_NAMES, ...RARE].filter((what) => !seen.has(what))).toEqual([])
    }, 3_600_000)
  })
}
