import type { FastifyInstance } from 'fastify'
import { createAccount, hashOfPassword } from '../identity/service.ts'
import { newId } from '../ids.ts'
import { addCounter, addService } from '../offices/service.ts'
import { setAlwaysOpen } from '../queue/service.ts'
import { furnishOffice, setUpOffice } from '../setup/service.ts'
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

async function fillOffice(work: Work, { people, counters, services }: DemonstrationOffice, hashes: string[]) {
  for (const [index, person] of people.entries()) {
    await createAccount(work, { ...person, passwordHash: hashes[index] ?? '' })
  }
  for (const counter of counters) await addCounter(work, counter)
  for (const service of services) await addService(work, service)
  await setAlwaysOpen(work, true)
}
