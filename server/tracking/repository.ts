import type { InferResult } from 'kysely'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'

/** What the citizen's page is made of, and what it must hide in officers' words; nothing else is even read. */
export type TrackedRow = InferResult<ReturnType<typeof trackedDossiers>>[number]

/** The dossier of a token with its office and the letter that moved its date: one reading for the whole page. */
export async function findTrackedRow(
  db: Db,
  key: { officeId: string; tokenHash: string }
): Promise<TrackedRow | undefined> {
  const { rows } = await trackedByHash(db, key)
  return rows[0]
}

/**
 * Written with inner selects: for a join SQLite plans anew at each run, by the values that are bound, which costs ten
 * times the reading itself.
 */
function trackedDossiers(db: Db) {
  return db
    .selectFrom('dossier')
    .select([
      'officeId',
      'code',
      'status',
      'procedureName',
      'applicantKind',
      'applicantName',
      'idNumber',
      'phone',
      'submitter',
      'receivedAt',
      'dueAt',
      'dueDay',
      'originalDueAt',
      'holderKind',
      'holderName',
      'resultDelivery',
      'supplementItems',
      'supplementReason',
      'supplementAskedAt',
      'paymentAmount',
      'closingReason',
      'processedAt',
      'closedAt'
    ])
    .select((eb) => {
      const office = eb.selectFrom('office').whereRef('office.id', '=', 'dossier.officeId')
      const letter = eb
        .selectFrom('apology')
        .whereRef('apology.officeId', '=', 'dossier.officeId')
        .whereRef('apology.id', '=', 'dossier.apologyId')
      return [
        office.select('office.name').$asScalar().$notNull().as('officeName'),
        office.select('office.phone').as('officePhone'),
        letter.select('apology.number').as('letterNumber'),
        letter.select('apology.signedOn').as('letterSignedOn'),
        letter.select('apology.reason').as('letterReason'),
        letter.select('apology.previousDueAt').as('letterPreviousDueAt'),
        letter.select('apology.newDueAt').as('letterNewDueAt')
      ]
    })
}

const trackedByHash = compiled<{ officeId: string; tokenHash: string }, TrackedRow>((db, slot) =>
  trackedDossiers(db).where('officeId', '=', slot('officeId')).where('tokenHash', '=', slot('tokenHash'))
)
