import type { FastifyInstance } from 'fastify'
import { createAccount, hashOfPassword, registerDevice } from '../identity/service.ts'
import { newId } from '../ids.ts'
import { addCounter, addService, findOfficeOfCode } from '../offices/service.ts'
import { setAlwaysOpen } from '../queue/service.ts'
import { furnishOffice, SYSTEM, setUpOffice } from '../setup/service.ts'
import type { Work } from '../transact.ts'
import { DEMONSTRATION, type DemonstrationOffice } from './offices.ts'

/** Sets the demonstration offices up, with one password for all their accounts. */
export async function furnishDemonstration(app: FastifyInstance, password: string): Promise<void> {
  for (const office of DEMONSTRATION) {
    const { code, name, administrator, people } = office
    const officeId = newId(app.clock(), app.randomBytes)
    const hashes = await Promise.all(people.map(() => hashOfPassword(password)))
    const parts = {
      officeId,
      code,
      name,
      administrator: { ...administrator, passwordHash: await hashOfPassword(password) }
    }
    await setUpOffice(app.transact, parts, {
      furnish: async (work, founded) => {
        await furnishOffice(work, founded)
        await fillOffice(work, office, hashes)
      }
    })
  }
}

/** Whoever tries the demonstration out may first read for a while. Milliseconds. */
const DEMONSTRATION_ENROLMENT = 7 * 86_400_000

/** Registers a kiosk and a display of the first office. Answers the codes that let them in, once each. */
export async function registerDemonstrationDevices(
  app: FastifyInstance
): Promise<Record<'kiosk' | 'display', string>> {
  const { db, tokens } = app
  const office = await findOfficeOfCode(db, DEMONSTRATION[0].code)
  if (!office) throw new Error('The demonstration is not set up')
  const { id: officeId } = office
  const register = async (role: 'kiosk' | 'display', name: string) => {
    const parts = { role, name, tokens, term: DEMONSTRATION_ENROLMENT }
    const { id } = await app.transact({ officeId, actor: SYSTEM }, (work) => registerDevice(work, parts))
    return tokens.code('enrolment', { officeId, id })
  }
  return {
    kiosk: await register('kiosk', 'Ki-ốt sảnh'),
    display: await register('display', 'Bảng gọi số sảnh')
  }
}

async function fillOffice(work: Work, { people, counters, services }: DemonstrationOffice, hashes: string[]) {
  for (const [index, person] of people.entries()) {
    await createAccount(work, { ...person, passwordHash: hashes[index] ?? '' })
  }
  for (const counter of counters) await addCounter(work, counter)
  for (const service of services) await addService(work, service)
  await setAlwaysOpen(work, true)
}
