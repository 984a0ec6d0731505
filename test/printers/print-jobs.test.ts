import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { queuePrint } from '../../server/printers/service.ts'
import { databases } from '../support/databases.ts'
import { type FakePrinter, type Faults, startFakePrinter } from '../support/fake-printer.ts'
import { enrolKiosk, openPrintingOffice, PAPER, type PrintingOffice } from './office.ts'

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

  const eventsOf = async (name: string) => {
    const rows = await office.app.db
      .selectFrom('event')
      .select('data')
      .where('name', '=', name)
      .orderBy('seq')
      .execute()
    return rows.map(({ data }) => JSON.parse(data))
  }

  /** Asks for a paper and lets the worker do what it can at this moment. */
  async function printed(faults: Partial<Faults> = {}) {
    printer.set(faults)
    const id = await office.ask()
    await settled(id)
    return office.job(id)
  }

  const settled = (id: string) =>
    expect.poll(async () => (await office.job(id)).running, { timeout: 10_000 }).toBe(false)

  it('K-06 prints a ticket by itself after the commit, and says so when the printer has said it', async () => {
    const id = await office.ask()
    await expect
      .poll(() => office.job(id), { timeout: 10_000 })
      .toMatchObject({
        state: 'confirmed',
        confirmedBy: 'printer',
        number: 'A027'
      })
    expect(printer.papers).toHaveLength(1)
    expect(printer.papers[0]?.width).toBe(576)
    const states = (await eventsOf('print.changed')).map(({ state }) => state)
    expect(states).toEqual(['queued', 'sending', 'sent', 'confirmed'])
  })

  it('asks for no paper where the ticket is taken at a place that has no printer', async () => {
    const { officeId } = office.officer.user
    const asked = await office.app.transact({ officeId, actor: office.officer.user }, (work) =>
      queuePrint(work, { deviceId: office.officer.user.id, ticketId: 'at-the-desk', ticket: PAPER })
    )
    expect(asked).toBeNull()
    expect((await office.officer('GET', '/api/v1/print-jobs')).body.items).toEqual([])
  })

  it.each<[string, Partial<Faults>, string]>([
    ['out of paper', { paper: 'out' }, 'paper_out'],
    ['with its cover open', { coverOpen: true }, 'cover_open'],
    ['that keeps silent though it usually answers', { silent: true }, 'silent'],
    ['that is in use elsewhere', { busy: true }, 'silent']
  ])('K-07 sends nothing to a printer %s, says why, and tries again', async (_, faults, cause) => {
    const job = await printed(faults)
    expect(job).toMatchObject({ state: 'failed', cause, retries: true, askedSince: null })
    expect(printer.papers).toHaveLength(0)

    printer.set({ paper: 'ok', coverOpen: false, silent: false, busy: false })
    office.later(5)
    await office.work()
    expect(await office.job(job.id)).toMatchObject({ state: 'confirmed', attempts: 2, cause: null })
    expect(printer.papers).toHaveLength(1)
  })

  it('K-07 tries a printer that is switched off, and tells staff once, not each time', async () => {
    await printer.switchOff()
    const job = await printed()
    expect(job).toMatchObject({ state: 'failed', cause: 'unreachable', retries: true })
    for (let tries = 0; tries < 3; tries += 1) {
      office.later(10)
      await office.work()
    }
    expect((await eventsOf('printer.changed')).map(({ state }) => state)).toEqual(['ready', 'unreachable'])

    await printer.switchOn()
    office.later(30)
    await office.work()
    expect(await office.job(job.id)).toMatchObject({ state: 'confirmed' })
    expect(printer.papers).toHaveLength(1)
    expect((await eventsOf('printer.changed')).map(({ state }) => state)).toEqual([
      'ready',
      'unreachable',
      'ready'
    ])
  })

  it('gives a paper up for which nobody stands there any more, and asks staff', async () => {
    const { id } = await printed({ paper: 'out' })
    for (let tries = 0; tries < 12; tries += 1) {
      office.later(20)
      await office.work()
    }
    expect(await office.job(id)).toMatchObject({ state: 'failed', retries: false, cause: 'paper_out' })
    const asked = await office.officer('GET', '/api/v1/print-jobs?state=asked')
    expect(asked.body.items.map((job: { id: string }) => job.id)).toEqual([id])

    printer.set({ paper: 'ok' })
    office.later(60)
    await office.work()
    expect(printer.papers).toHaveLength(0)
  })

  it.each<[string, Partial<Faults>, string, number]>([
    ['dies in the middle', { diesAfter: 5000 }, 'cut_off', 0],
    ['dies before the first row', { diesAfter: 0 }, 'cut_off', 0],
    ['takes everything and prints nothing', { swallows: true }, 'no_confirmation', 0],
    ['runs out of paper in the middle', { runsOutAfter: 5000 }, 'paper_out', 0],
    ['proves it too late', { proofDelay: 5000 }, 'no_confirmation', 1],
    ['only babbles afterwards', { proofs: 'none', babbles: true }, 'no_confirmation', 1]
  ])(
    'X-44 does not know about a paper when the printer %s, and never sends it again by itself',
    async (_, faults, cause, came) => {
      const job = await printed(faults)
      expect(job).toMatchObject({ state: 'unknown', cause, retries: false })
      expect(job.askedSince).not.toBeNull()
      printer.set({
        diesAfter: null,
        swallows: false,
        runsOutAfter: null,
        proofDelay: 0,
        proofs: 'process_id'
      })
      for (let tries = 0; tries < 4; tries += 1) {
        office.later(60)
        await office.work()
      }
      expect(printer.papers).toHaveLength(came)
      expect(await office.job(job.id)).toMatchObject({ state: 'unknown', attempts: 1 })
    }
  )

  it('X-44 takes a proof that comes late but in time', async () => {
    expect(await printed({ proofDelay: 300 })).toMatchObject({ state: 'confirmed' })
  })

  it('X-45 is not led astray by what nobody asked for', async () => {
    expect(await printed({ babbles: true })).toMatchObject({ state: 'confirmed', confirmedBy: 'printer' })
    expect(printer.papers).toHaveLength(1)
  })

  it('X-41 holds one connection at a time, however many tickets are taken, and prints them in their order', async () => {
    const ids = []
    for (let ticket = 0; ticket < 8; ticket += 1) {
      office.later(1)
      ids.push(await office.ask())
    }
    for (const id of ids) await settled(id)
    expect(printer.mostConnections).toBe(1)
    expect(printer.papers).toHaveLength(8)
    const sent = (await eventsOf('print.changed')).filter(({ state }) => state === 'sending')
    expect(sent.map(({ jobId }) => jobId)).toEqual(ids)
  })

  it('prints again only when somebody asks, marked as such, and the log says who', async () => {
    const first = await printed({ swallows: true })
    printer.set({ swallows: false })
    const answer = await office.officer('POST', `/api/v1/print-jobs/${first.id}/reprint`)
    expect(answer).toMatchObject({
      status: 201,
      body: { reprintOf: first.id, requestedByName: office.officer.user.name }
    })
    await settled(answer.body.id)
    expect(await office.job(answer.body.id)).toMatchObject({ state: 'confirmed' })
    expect(await office.job(first.id)).toMatchObject({ state: 'unknown', askedSince: null })
    expect((await office.officer('GET', '/api/v1/print-jobs?state=asked')).body.items).toEqual([])

    const log = await office.app.db
      .selectFrom('event')
      .select(['by', 'data'])
      .where('name', '=', 'print.changed')
      .execute()
    const asked = log.find(
      ({ data }) => JSON.parse(data).jobId === answer.body.id && JSON.parse(data).state === 'queued'
    )
    expect(JSON.parse(asked?.by ?? '{}')).toMatchObject({ id: office.officer.user.id })

    const again = await office.officer('POST', `/api/v1/print-jobs/${answer.body.id}/reprint`)
    expect(again.body.reprintOf).toBe(first.id)
  })

  it('X-44 marks the second paper itself: it is another picture than the first', async () => {
    const first = await printed()
    const second = await office.officer('POST', `/api/v1/print-jobs/${first.id}/reprint`)
    await settled(second.body.id)
    expect(printer.papers).toHaveLength(2)
    expect(printer.papers[1]?.rows.length).toBeGreaterThan(printer.papers[0]?.rows.length ?? 0)
  })

  it('answers the same when the same click comes twice', async () => {
    const first = await printed()
    const key = { 'idempotency-key': 'one-click' }
    const clicks = await Promise.all(
      [1, 2, 3].map(() => office.officer('POST', `/api/v1/print-jobs/${first.id}/reprint`, undefined, key))
    )
    expect(new Set(clicks.map(({ body }) => body.id)).size).toBe(1)
    await settled(clicks[0]?.body.id)
    expect(printer.papers).toHaveLength(2)
  })

  it('takes down what a person saw', async () => {
    const lost = await printed({ swallows: true })
    const yes = await office.officer('POST', `/api/v1/print-jobs/${lost.id}/outcome`, { printed: true })
    expect(yes.body).toMatchObject({
      state: 'confirmed',
      confirmedBy: 'person',
      askedSince: null,
      cause: null
    })

    const other = await printed({ swallows: true })
    const no = await office.officer('POST', `/api/v1/print-jobs/${other.id}/outcome`, { printed: false })
    expect(no.body).toMatchObject({ state: 'failed', retries: false, askedSince: null })
    printer.set({ swallows: false })
    office.later(60)
    await office.work()
    expect(printer.papers).toHaveLength(0)
  })

  it('refuses to print a second paper while the first is on its way', async () => {
    printer.set({ proofDelay: 400 })
    const id = await office.ask()
    await expect.poll(async () => (await office.job(id)).state, { timeout: 10_000 }).toBe('sent')
    const answer = await office.officer('POST', `/api/v1/print-jobs/${id}/reprint`)
    expect(answer).toMatchObject({ status: 409, body: { code: 'MOVE_NOT_ALLOWED' } })
    await settled(id)
  })

  it('shows a kiosk the papers of its own tickets and nothing else', async () => {
    const id = await office.ask()
    await settled(id)
    expect(await office.kiosk('GET', `/api/v1/print-jobs/${id}`)).toMatchObject({ status: 200, body: { id } })
    const other = await enrolKiosk(office.app, office.administrator, 'Ki-ốt 2')
    expect((await other('GET', `/api/v1/print-jobs/${id}`)).status).toBe(404)
    const test = await office.administrator('POST', `/api/v1/printers/${office.printerId}/test`)
    expect((await office.kiosk('GET', `/api/v1/print-jobs/${test.body.id}`)).status).toBe(404)
    for (const url of ['/api/v1/print-jobs', '/api/v1/printers']) {
      expect((await office.kiosk('GET', url)).status, url).toBe(403)
    }
  })

  it('keeps nothing in the database that opens a ticket', async () => {
    const id = await office.ask()
    await settled(id)
    const rows = await office.app.db.selectFrom('printJob').selectAll().execute()
    const token = office.app.tokens.token('ticket', { officeId: office.kiosk.user.officeId, id: 'ticket-1' })
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify(rows)).not.toContain('/q/')
  })
})
