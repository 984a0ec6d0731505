import { createRequire } from 'node:module'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { heardBy } from '../../server/realtime/audience.ts'
import { databases } from '../support/databases.ts'
import { type FakePrinter, type PrintedPaper, startFakePrinter } from '../support/fake-printer.ts'
import { openPrintingOffice, type PrintingOffice } from './office.ts'

const jsQr = createRequire(import.meta.url)('jsqr') as (
  data: Uint8ClampedArray,
  width: number,
  height: number
) => { data: string } | null

function qrOn({ width, rows }: PrintedPaper): string | undefined {
  const pixels = new Uint8ClampedArray(width * rows.length * 4).fill(255)
  rows.forEach((row, y) => {
    for (let x = 0; x < width; x += 1) {
      if (((row[x >> 3] ?? 0) >> (7 - (x & 7))) & 1)
        pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  })
  return jsQr(pixels, width, rows.length)?.data
}

describe.each(databases)('a ticket taken at the kiosk, on $name', ({ open }) => {
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

  async function takeTicket(key = 'one-tap') {
    const { officeId } = office.kiosk.user
    const { body } = await office.kiosk('GET', `/api/v1/offices/${officeId}`)
    return office.kiosk(
      'POST',
      `/api/v1/offices/${officeId}/tickets`,
      { serviceId: body.services[0].id },
      { 'idempotency-key': key }
    )
  }

  it('K-06 K-20 comes out with the address of its own page in the code', async () => {
    const { status, body } = await takeTicket()
    expect(status).toBe(201)
    expect(body.printJob).toMatchObject({ state: 'queued' })
    await expect
      .poll(async () => (await office.job(body.printJob.id)).state, { timeout: 10_000 })
      .toBe('confirmed')
    const [paper] = printer.papers
    expect(paper && qrOn(paper)).toBe(body.followUrl)
    expect(await office.job(body.printJob.id)).toMatchObject({ ticketId: body.id, number: body.number })
  })

  it('K-05 comes out once when the same tap arrives three times', async () => {
    const taps = await Promise.all([takeTicket(), takeTicket(), takeTicket()])
    expect(new Set(taps.map(({ body }) => body.printJob.id)).size).toBe(1)
    await expect
      .poll(async () => (await office.job(taps[0]?.body.printJob.id)).running, { timeout: 10_000 })
      .toBe(false)
    await office.work()
    expect(printer.papers).toHaveLength(1)
  })

  it('K-07 is a ticket also when the printer has no paper, and all in the hall hear what they need and no more', async () => {
    printer.set({ paper: 'out' })
    const { status, body } = await takeTicket()
    expect(status).toBe(201)
    await expect
      .poll(async () => (await office.job(body.printJob.id)).state, { timeout: 10_000 })
      .toBe('failed')
    const rows = await office.app.db.selectFrom('event').select(['name', 'data']).orderBy('seq').execute()
    const last = (name: string) => rows.findLast((row) => row.name === name) as { name: string; data: string }
    expect(heardBy('kiosk', last('print.changed'))).toEqual({
      jobId: body.printJob.id,
      ticketId: body.id,
      printerId: office.printerId,
      state: 'failed',
      cause: 'paper_out'
    })
    expect(heardBy('kiosk', last('printer.changed'))).toEqual({
      printerId: office.printerId,
      name: 'Máy in sảnh',
      state: 'paper_out',
      paper: 'out'
    })
    expect(heardBy('counter', last('printer.changed'))).toMatchObject({ papersLeft: 0 })
    expect(heardBy('counter', last('print.changed'))).toMatchObject({ number: body.number })
    expect(heardBy('display', last('print.changed'))).toBeUndefined()
  })

  it('K-17 does not come out any more once its number was taken back', async () => {
    printer.set({ paper: 'out' })
    const { body } = await takeTicket()
    const jobNow = async () => office.job(body.printJob.id)
    await expect.poll(async () => (await jobNow()).state, { timeout: 10_000 }).toBe('failed')
    expect((await office.kiosk('POST', `/api/v1/tickets/${body.id}/cancel`)).status).toBe(200)
    printer.set({ paper: 'ok' })
    office.clock.now = new Date(office.clock.now.getTime() + 40_000)
    await office.work()
    expect(await jobNow()).toMatchObject({ state: 'failed', cause: 'taken_back', retries: false })
    expect(printer.papers).toHaveLength(0)
  })
})
