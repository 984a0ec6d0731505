import { seedLateReasons } from '../apologies/service.ts'
import { seedCalendar, seedOfficeHours } from '../calendar/service.ts'
import { DomainError } from '../errors.ts'
import type { Doer } from '../events.ts'
import type { Sent } from '../idempotency.ts'
import { createAccount } from '../identity/service.ts'
import { findFounded, foundOffice, isSetUp, recordFounding } from '../offices/service.ts'
import type { OfficeTable } from '../offices/tables.ts'
import { seedCatalogue } from '../procedures/service.ts'
import { seedRegulation } from '../regulation/service.ts'
import type { Transact, Work } from '../transact.ts'

/** Seeding the shipped catalogue and calendar writes some thousand rows, once. Milliseconds. */
const FOUNDING_DEADLINE = 60_000

/** Who does what nobody has signed in for. */
export const SYSTEM: Doer = { id: 'system', name: 'Hệ thống' }

export interface NewOfficeParts {
  officeId: string
  code: string
  name: string
  administrator: { username: string; name: string; passwordHash: string }
}

export interface FoundingOptions {
  by?: Doer
  sent?: Sent | undefined
  /** Whether it has to be the first office of the installation. */
  first?: boolean
  furnish: (work: Work, office: OfficeTable) => Promise<void>
}

/**
 * Founds an office with its first administrator in one transaction, and lets `furnish` add what it starts with;
 * for the first office that is what all offices share.
 *
 * @throws OFFICE_CODE_TAKEN, USERNAME_TAKEN; SETUP_CLOSED when it has to be the first office and is not
 */
export async function setUpOffice(
  transact: Transact,
  { officeId, code, name, administrator }: NewOfficeParts,
  { by = SYSTEM, sent, first = false, furnish }: FoundingOptions
): Promise<{ officeId: string; administratorId: string }> {
  let office: OfficeTable | undefined
  const found = async (db: Work['db'], now: string) => {
    office = await findFounded(db, officeId)
    if (office) return
    if (first && (await isSetUp(db))) throw new DomainError('SETUP_CLOSED')
    office = await foundOffice(db, { id: officeId, code, name, now })
  }
  return transact({ officeId, actor: by, sent, found, deadline: FOUNDING_DEADLINE }, async (work) => {
    if (!office) throw new Error('The office was not founded')
    recordFounding(work, office)
    const account = await createAccount(work, { ...administrator, roles: ['administrator'] })
    await furnish(work, office)
    return { officeId, administratorId: account.id }
  })
}

/** What an office starts with; the first one also gets what all offices share. */
export async function furnishOffice(work: Work, office: OfficeTable): Promise<void> {
  if (office.lead === 1) {
    await takeShippedLaw(work)
    await seedCatalogue(work)
  }
  await seedOfficeHours(work)
}

/**
 * Takes what this version of the program ships of the law and the installation does not have yet: rule sets, and
 * years of the calendar, reasons for lateness. What administrators have set stays. The catalogue is theirs, and only grows by import.
 */
export async function takeShippedLaw(work: Work): Promise<void> {
  await seedRegulation(work)
  await seedCalendar(work)
  await seedLateReasons(work)
}
