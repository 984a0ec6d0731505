import type { Db } from '../database/schema.ts'
import { logPositions, readEvents } from '../event-log.ts'
import { CHAIN_START } from '../events.ts'
import { brokenLink, type ChainCheck } from './chain.ts'

/** Events read at once, so that a log of years needs no more memory than one of days. */
const BATCH = 1000

/**
 * Follows an office's chain from its first event to where the log said it stood when the look began, so that whoever
 * works meanwhile is not taken for a forger; tells the first event that does not fit.
 */
export async function verifyChain(db: Db, officeId: string): Promise<ChainCheck> {
  const log = (await logPositions(db)).find((office) => office.officeId === officeId)
  if (!log) return { intact: false, events: 0, fault: 'LOG_MISSING' }
  let position = { seq: 0, head: CHAIN_START }
  while (position.seq < log.seq) {
    const limit = Math.min(BATCH, log.seq - position.seq)
    const events = await readEvents(db, { officeId, after: position.seq, limit })
    if (events.length === 0) return { intact: false, events: position.seq, fault: 'END_MISSING' }
    const secrets = await readSecrets(db, { officeId, after: position.seq, upTo: position.seq + limit })
    for (const event of events) {
      const fault = brokenLink(position, event, secrets.get(event.seq))
      if (fault) return { intact: false, events: event.seq, fault }
      position = { seq: event.seq, head: event.hash }
    }
  }
  return position.head === log.head
    ? { intact: true, events: position.seq }
    : { intact: false, events: position.seq, fault: 'END_MISSING' }
}

/** Verifies the chain of every office, also of one whose log is gone. */
export async function verifyAll(db: Db): Promise<{ officeId: string; check: ChainCheck }[]> {
  const offices = await db.selectFrom('office').select('id').orderBy('id').execute()
  const checks = []
  for (const { id } of offices) checks.push({ officeId: id, check: await verifyChain(db, id) })
  return checks
}

async function readSecrets(
  db: Db,
  { officeId, after, upTo }: { officeId: string; after: number; upTo: number }
): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('eventPrivate')
    .select(['seq', 'private'])
    .where('officeId', '=', officeId)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .execute()
  return new Map(rows.map(({ seq, private: secret }) => [seq, secret]))
}
