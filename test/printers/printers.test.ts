import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { type FakePrinter, type Faults, startFakePrinter } from '../support/fake-printer.ts'
import { enrolKiosk, openPrintingOffice, type PrintingOffice } from './office.ts'

describe.each(databases)('ticket printers, on $name', ({ open }) => {
  let printer: FakePrinter
  let office: PrintingOffice
  beforeEach(async () => {
    printer = await startFakePrinter()
    office = await openPrintingOffice(open, { printer, probe: false })
  })
  afterEach(async () => {
    await office.close()
    await printer.close()
  })

  const probe = () => office.administrator('POST', `/api/v1/printers/${office.printerId}/probe`)
  const shown = async () => (await office.administrator('GET', '/api/v1/printers')).body.items[0]
  const settled = (id: string) =>
    expect.poll(async () => (await office.job(id)).running, { timeout: 10_000 }).toBe(false)
  const told = async () => {
    const rows = await office.app.db
      .selectFrom('event')
      .select('data')
      .where('name', '=', 'printer.changed')
      .orderBy('seq')
      .execute()
    return rows.map(({ data }) => JSON.parse(data))
  }

  it.each<[string, Partial<Faults>, object]>([
    ['names papers', {}, { confirms: 'process_id', tellsStatus: true, state: 'ready', paper: 'ok' }],
    ['answers in turn', { proofs: 'fence' }, { confirms: 'fence', tellsStatus: true, state: 'ready' }],
    ['proves nothing', { proofs: 'none' }, { confirms: 'none', tellsStatus: true, state: 'ready' }],
    [
      'only takes',
      { proofs: 'none', silent: true },
      { confirms: 'none', tellsStatus: false, state: 'unknown' }
    ],
    ['babbles', { proofs: 'none', babbles: true }, { confirms: 'none', tellsStatus: true }]
  ])('X-43 finds out by a probe, which prints nothing, that a printer %s', async (_, faults, found) => {
    printer.set(faults)
    expect((await probe()).body).toMatchObject(found)
    expect((await shown()).probedAt).not.toBeNull()
    expect(printer.papers).toHaveLength(0)
  })

  it('keeps what it knew of a printer that is in no state to show it', async () => {
    await probe()
    printer.set({ paper: 'out' })
    expect((await probe()).body).toMatchObject({ state: 'paper_out', paper: 'out', confirms: 'process_id' })
    await printer.switchOff()
    expect((await probe()).body).toMatchObject({ state: 'unreachable', paper: 'out', confirms: 'process_id' })
  })

  it.each<[string, Partial<Faults>, object]>([
    ['answers in turn', { proofs: 'fence' }, { state: 'confirmed', confirmedBy: 'printer' }],
    ['proves nothing', { proofs: 'none' }, { state: 'sent', confirmedBy: null, askedSince: null }],
    ['only takes', { proofs: 'none', silent: true }, { state: 'sent', confirmedBy: null, askedSince: null }]
  ])('X-43 says honestly what it knows of a paper at a printer that %s', async (_, faults, outcome) => {
    printer.set(faults)
    await probe()
    const id = await office.ask()
    await settled(id)
    expect(await office.job(id)).toMatchObject(outcome)
    expect(printer.papers).toHaveLength(1)
  })

  it('does not take a printer that proves nothing at its word when it says afterwards that something is wrong', async () => {
    printer.set({ proofs: 'none' })
    await probe()
    printer.set({ runsOutAfter: 5000 })
    const id = await office.ask()
    await settled(id)
    expect(await office.job(id)).toMatchObject({ state: 'unknown', cause: 'paper_out' })
  })

  it('prints on a printer that was never probed, and says that nobody proved it', async () => {
    const id = await office.ask()
    await settled(id)
    expect(await office.job(id)).toMatchObject({ state: 'sent' })
    expect(printer.papers).toHaveLength(1)
  })

  it('K-08 tells staff when the roll is nearly empty and how long it lasts, once', async () => {
    await probe()
    printer.set({ paper: 'near_end' })
    for (let ticket = 0; ticket < 3; ticket += 1) await settled(await office.ask())
    expect((await told()).map(({ paper, papersLeft }) => [paper, papersLeft])).toEqual([
      ['ok', null],
      ['near_end', 40]
    ])
    expect((await shown()).papersLeft).toBe(38)
    expect((await office.officer('GET', '/api/v1/printers/states')).body.items).toEqual([
      {
        printerId: office.printerId,
        name: expect.any(String),
        state: 'ready',
        paper: 'near_end',
        papersLeft: 38
      }
    ])
    for (let ticket = 0; ticket < 4; ticket += 1) await settled(await office.ask())

    printer.set({ paper: 'out' })
    office.later(60)
    await office.work()
    expect(await shown()).toMatchObject({ paper: 'out', state: 'paper_out', papersLeft: 0 })
    printer.set({ paper: 'near_end' })
    office.later(60)
    await office.work()
    // The roll before gave six after it was first said to be nearly empty.
    expect((await shown()).papersLeft).toBe(6)
  })

  it('asks a printer from time to time how it is, and says so only when it changes', async () => {
    await probe()
    for (let minutes = 0; minutes < 5; minutes += 1) {
      office.later(60)
      await office.work()
    }
    expect(await told()).toHaveLength(1)
    printer.set({ coverOpen: true })
    for (let minutes = 0; minutes < 3; minutes += 1) {
      office.later(60)
      await office.work()
    }
    expect((await told()).map(({ state }) => state)).toEqual(['ready', 'cover_open'])
    expect(printer.papers).toHaveLength(0)
  })

  it('tries what waits at once when the printer is seen to be well again', async () => {
    await probe()
    printer.set({ paper: 'out' })
    const id = await office.ask()
    await settled(id)
    office.later(5)
    await office.work()
    office.later(9)
    await office.work()
    printer.set({ paper: 'ok' })
    // Its next try would come later than the next look at the printer.
    office.later(11)
    await office.work()
    await expect.poll(async () => (await office.job(id)).state, { timeout: 10_000 }).toBe('confirmed')
  })

  it('A-52 takes literal addresses in the allowed network only, and never tells what a printer said', async () => {
    const add = (address: string, port?: number) =>
      office.administrator('POST', '/api/v1/printers', { name: 'Máy', address, ...(port ? { port } : {}) })
    for (const [address, port] of [
      ['8.8.8.8', 9100],
      ['169.254.169.254', 9100],
      ['127.0.0.2', 9100],
      ['may-in.local', 9100],
      ['10.0.0.5', 22]
    ] as const) {
      expect(await add(address, port), address).toMatchObject({
        status: 422,
        body: { code: 'PRINTER_NOT_ALLOWED' }
      })
    }
    expect(await add('10.0.0.5')).toMatchObject({ status: 201, body: { port: 9100, state: 'unknown' } })
    expect(await add('10.0.0.5')).toMatchObject({ status: 409, body: { code: 'PRINTER_ADDRESS_TAKEN' } })
    printer.set({ babbles: true })
    expect(JSON.stringify((await probe()).body)).not.toMatch(/\\u|�|ÿ/)
  })

  it('A-52 looks again before it connects: what was allowed once need not be', async () => {
    const { officeId } = office.administrator.user
    await office.app.transact({ officeId, actor: office.administrator.user }, async ({ db }) => {
      await db
        .updateTable('printer')
        .set({ address: '127.0.0.2' })
        .where('id', '=', office.printerId)
        .execute()
    })
    const before = printer.connections
    const id = await office.ask()
    await settled(id)
    expect(await office.job(id)).toMatchObject({ state: 'failed', cause: 'not_allowed' })
    expect(printer.connections).toBe(before)
  })

  it('forgets what it knew of a printer that stands at a new address', async () => {
    await probe()
    const moved = await office.administrator('PATCH', `/api/v1/printers/${office.printerId}`, {
      address: '10.0.0.9'
    })
    expect(moved.body).toMatchObject({
      address: '10.0.0.9',
      state: 'unknown',
      confirms: 'none',
      probedAt: null
    })
    const named = await office.administrator('PATCH', `/api/v1/printers/${office.printerId}`, {
      name: 'Máy in  cửa chính'
    })
    expect(named.body).toMatchObject({ name: 'Máy in cửa chính', address: '10.0.0.9' })
  })

  it('gives up what waits for a printer that is taken away, and asks staff', async () => {
    await printer.switchOff()
    const id = await office.ask()
    await settled(id)
    expect((await office.administrator('DELETE', `/api/v1/printers/${office.printerId}`)).status).toBe(204)
    expect(await office.job(id)).toMatchObject({ state: 'failed', cause: 'printer_removed', retries: false })
    expect((await office.job(id)).askedSince).not.toBeNull()
    expect(await office.administrator('GET', '/api/v1/printers')).toMatchObject({ body: { items: [] } })
    expect((await office.officer('POST', `/api/v1/print-jobs/${id}/reprint`)).status).toBe(404)
    await expect(office.ask()).rejects.toThrow('no printer')
  })

  it('prints once more where the kiosk prints by now, when its printer was replaced', async () => {
    await probe()
    const first = await office.ask()
    await settled(first)
    await office.app.transact({ officeId: office.kiosk.user.officeId, actor: office.kiosk.user }, ({ db }) =>
      db.updateTable('printer').set({ removedAt: '2026-11-23T02:13:00.000Z' }).execute()
    )
    expect((await office.officer('POST', `/api/v1/print-jobs/${first}/reprint`)).status).toBe(404)
    const added = await office.administrator('POST', '/api/v1/printers', {
      name: 'Máy mới',
      address: '10.0.0.8'
    })
    await office.administrator('PUT', `/api/v1/printers/${added.body.id}/kiosks`, {
      deviceIds: [office.kiosk.user.id]
    })
    const again = await office.officer('POST', `/api/v1/print-jobs/${first}/reprint`)
    expect(again).toMatchObject({ status: 201, body: { printerName: 'Máy mới', reprintOf: first } })
  })

  it('waits for a printer that answers nothing while it prints', async () => {
    await probe()
    printer.set({ silentAfterCut: true, proofDelay: 300 })
    const id = await office.ask()
    await settled(id)
    expect(await office.job(id)).toMatchObject({ state: 'confirmed', confirmedBy: 'printer' })
  })

  it('lets a kiosk print at one printer, and only kiosks of the office', async () => {
    office.later(1)
    const second = await enrolKiosk(office.app, office.administrator, 'Ki-ốt 2')
    const other = await office.administrator('POST', '/api/v1/printers', {
      name: 'Máy 2',
      address: '10.0.0.7'
    })
    const set = (id: string, deviceIds: string[]) =>
      office.administrator('PUT', `/api/v1/printers/${id}/kiosks`, { deviceIds })
    await set(other.body.id, [second.user.id, office.kiosk.user.id])
    const { items } = (await office.administrator('GET', '/api/v1/printers')).body
    expect(items.map(({ kiosks }: { kiosks: { name: string }[] }) => kiosks.map(({ name }) => name))).toEqual(
      [[], ['Ki-ốt 1', 'Ki-ốt 2']]
    )
    expect((await set(other.body.id, [office.officer.user.id])).status).toBe(404)
    const stranger = await signIn(office.app, 'quantri9')
    expect(
      (await stranger('PUT', `/api/v1/printers/${other.body.id}/kiosks`, { deviceIds: [] })).status
    ).toBe(404)
    expect((await stranger('GET', '/api/v1/printers')).body.items).toEqual([])
  })

  it('prints a test paper for the administrator', async () => {
    await probe()
    const asked = await office.administrator('POST', `/api/v1/printers/${office.printerId}/test`)
    expect(asked).toMatchObject({ status: 201, body: { subject: 'test', ticketId: null, number: null } })
    await settled(asked.body.id)
    expect(await office.job(asked.body.id)).toMatchObject({ state: 'confirmed' })
    expect(printer.papers).toHaveLength(1)
  })

  it('shows a ticket as a picture', async () => {
    const response = await office.app.inject({
      method: 'GET',
      url: '/api/v1/papers/ticket.png?number=B012',
      headers: { cookie: office.officer.cookie }
    })
    expect(response.headers['content-type']).toBe('image/png')
    expect(response.rawPayload.subarray(1, 4).toString()).toBe('PNG')
  })
})
