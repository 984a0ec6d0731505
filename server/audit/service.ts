import type { Db } from '../database/schema.ts'
import { logPositions, readEvents } from '../event-log.ts'
import { brokenLink, type ChainCheck } from './chain.ts'

/** Events read at once, so that a log of years needs no more memory than one of days. */
const BATCH = 1000

/**
 * Follows an office's chain from its first event and compares the end with where the log says it stands; tells the
 * first event that does not fit.
 */
export async function verifyChain(db: Db, officeId: string): Promise<ChainCheck> {
  let position = { seq: 0, head: '' }
  for (;;) {
    const events = await readEvents(db, { officeId, after: position.seq, limit: BATCH })
    const secrets = await readSecrets(db, { officeId, after: position.seq, upTo: position.seq + BATCH })
    for (const event of events) {
      const fault = brokenLink(position, event, secrets.get(event.seq))
      if (fault) return { intact: false, events: event.seq, fault }
      position = { seq: event.seq, head: event.hash }
    }
    if (events.length < BATCH) break
  }
  const log = (await logPositions(db)).find((office) => office.officeId === officeId)
  const whole = log?.seq === position.seq && log.head === position.head
  return whole
    ? { intact: true, events: position.seq }
    : { intact: false, events: position.seq, fault: 'END_MISSING' }
}

/** Verifies the chain of every office. */
export async function verifyAll(db: Db): Promise<{ officeId: string; check: ChainCheck }[]> {
  const checks = []
  for (const { officeId } of await logPositions(db)) {
    checks.push({ officeId, check: await verifyChain(db, officeId) })
  }
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
