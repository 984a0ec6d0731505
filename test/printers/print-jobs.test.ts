import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../support/databases.ts'
import { type FakePrinter, startFakePrinter } from '../support/fake-printer.ts'
import { openPrintingOffice, type PrintingOffice } from './office.ts'

describe.each(databases)('printing tickets, on $name', ({ open }) => {
  let printer: FakePrinter
  let office: PrintingOffice
  beforeEach(async () => {
    printer = await startFakePrinter()
    office = await openPrintingOffice(open, { printer })
  })
  afterEach(async () => {
    await office.close()
    await printer.close()
  })

  it('K-06 prints a ticket by itself after the commit, and says so when the printer has said it', async () => {
    const id = await office.ask()
    await expect
      .poll(() => office.job(id))
      .toMatchObject({ state: 'confirmed', confirmedBy: 'printer', number: 'A027' })
    expect(printer.papers).toHaveLength(1)
    expect(printer.papers[0]?.width).toBe(576)
  })
})
