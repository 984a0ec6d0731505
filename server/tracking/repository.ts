import type { InferResult } from 'kysely'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'

/** What the citizen's page is made of; nothing else of a dossier is even read. */
export type TrackedRow = InferResult<ReturnType<typeof trackedDossiers>>[number]

/** The dossier of a token with its office and the letter that moved its date: one reading for the whole page. */
export async function findTrackedRow(
  db: Db,
  key: { officeId: string; tokenHash: string }
): Promise<TrackedRow | undefined> {
  const { rows } = await trackedByHash(db, key)
  return rows[0]
}

function trackedDossiers(db: Db) {
  return db
    .selectFrom('dossier')
    .innerJoin('office', 'office.id', 'dossier.officeId')
    .leftJoin('apology', (join) =>
      join.onRef('apology.officeId', '=', 'dossier.officeId').onRef('apology.id', '=', 'dossier.apologyId')
    )
    .select([
      'dossier.officeId',
      'dossier.code',
      'dossier.status',
      'dossier.procedureName',
      'dossier.applicantKind',
      'dossier.applicantName',
      'dossier.receivedAt',
      'dossier.dueAt',
      'dossier.dueDay',
      'dossier.originalDueAt',
      'dossier.holderKind',
      'dossier.holderName',
      'dossier.resultDelivery',
      'dossier.supplementItems',
      'dossier.supplementReason',
      'dossier.supplementAskedAt',
      'dossier.paymentAmount',
      'dossier.closingReason',
      'dossier.processedAt',
      'dossier.closedAt',
      'office.name as officeName',
      'office.phone as officePhone',
      'apology.number as letterNumber',
      'apology.signedOn as letterSignedOn',
      'apology.reason as letterReason'
    ])
}

const trackedByHash = compiled<{ officeId: string; tokenHash: string }, TrackedRow>((db, slot) =>
  trackedDossiers(db)
    .where('dossier.officeId', '=', slot('officeId'))
    .where('dossier.tokenHash', '=', slot('tokenHash'))
)
