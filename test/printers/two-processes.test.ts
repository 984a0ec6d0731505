import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { openDatabase } from '../../server/database/open.ts'
import { databases } from '../support/databases.ts'
import { startFakePrinter } from '../support/fake-printer.ts'
import { openPrintingOffice } from './office.ts'

it('X-41 two servers on one PostgreSQL never both speak to a printer, and print each paper once', async () => {
  const postgres = databases.find(({ name }) => name === 'PostgreSQL')
  if (!postgres) throw new Error('no PostgreSQL')
  const printer = await startFakePrinter({ proofDelay: 10 })
  const office = await openPrintingOffice(postgres.open, { printer })
  const { config } = office.app
  const database = openDatabase(office.database.url)
  const clock = () => new Date(office.clock.now)
  const other = await buildApp({ database, config, clock, randomBytes })
  await other.ready()

  const papers = 12
  for (let paper = 0; paper < papers; paper += 1) await office.ask()
  const states = async () =>
    (await office.app.db.selectFrom('printJob').select('state').execute()).map(({ state }) => state)
  await expect
    .poll(
      async () => {
        await Promise.all([office.work(), other.printWorker.sweep()])
        return states()
      },
      { timeout: 20_000 }
    )
    .toEqual(Array(papers).fill('confirmed'))
  expect(printer.papers).toHaveLength(papers)
  expect(printer.mostConnections).toBe(1)

  const senders = await office.app.db.selectFrom('printJob').select('attempts').execute()
  expect(senders.map(({ attempts }) => attempts)).toEqual(Array(papers).fill(1))
  await other.close()
  await database.db.destroy()
  await office.close()
  await printer.close()
})
