import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../server/audit/service.ts'
import { readPdf, scanQr } from '../printing/read-pdf.ts'
import { type Caller, ORIGIN, send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

/** Five working days after Monday 23/11/2026, with the holiday of the 24th between. */
const DUE = '2026-12-01T09:30:00.000Z'

describe.each(databases)('from ticket to apology, on $name', ({ open }) => {
  let test: TestApp
  let officer: Caller
  let supervisor: Caller
  let ticket: { id: string; number: string; followUrl: string }
  let dossier: { code: string; trackingUrl: string; slipUrl: string; version: number }
  beforeAll(async () => {
    test = await startTestApp(open)
    officer = await signIn(test.app, 'tiepnhan1')
    supervisor = await signIn(test.app, 'lanhdao')
  })
  afterAll(() => test.close())

  const page = (url: string) => send(test.app, { method: 'GET', url: url.replace(ORIGIN, '') })
  const office = async () => (await officer('GET', `/api/v1/offices/${officer.user.officeId}`)).body
  const file = async (who: Caller, url: string) =>
    (await test.app.inject({ url, headers: { cookie: who.cookie } })).rawPayload

  it('a citizen takes a number and follows it on the phone', async () => {
    const { services } = await office()
    const answer = await officer('POST', `/api/v1/offices/${officer.user.officeId}/tickets`, {
      serviceId: services[0].id
    })
    expect(answer).toMatchObject({
      status: 201,
      body: { number: 'A001', status: 'waiting', waitingAhead: 0 }
    })
    ticket = answer.body
    expect((await page(ticket.followUrl)).body).toContain('A001')
  })

  it('an officer opens a counter and calls it, and every screen can see it', async () => {
    const { counters } = await office()
    expect((await officer('POST', `/api/v1/counters/${counters[0].id}/open`)).body.open).toBe(true)
    expect(await officer('POST', `/api/v1/counters/${counters[0].id}/calls`)).toMatchObject({
      status: 200,
      body: { id: ticket.id, status: 'called', counterId: counters[0].id }
    })
    const { body } = await officer('GET', `/api/v1/offices/${officer.user.officeId}/queue`)
    expect(body.called).toMatchObject([{ number: 'A001', counterNumber: 1 }])
    expect((await page(ticket.followUrl)).body).toMatch(/quầy (số )?1/i)
    expect((await officer('POST', `/api/v1/tickets/${ticket.id}/serve`)).body.status).toBe('serving')
  })

  it('takes the dossier in, with the due date that the law gives', async () => {
    const answer = await officer('POST', '/api/v1/dossiers', {
      procedureCode: '1.004884',
      applicant: {
        kind: 'citizen',
        name: 'Trần Thị Bé Sáu',
        idNumber: '091154003862',
        address: 'Khu phố 4, phường Rạch Giá, tỉnh An Giang',
        phone: '0912345678'
      },
      channel: 'counter',
      components: [{ name: 'Tờ khai đăng ký lại khai sinh', originals: 1, copies: 0 }],
      resultDelivery: 'counter',
      ticketId: ticket.id
    })
    expect(answer).toMatchObject({
      status: 201,
      body: {
        code: 'H01.31-261123-0001',
        status: 'received',
        dueAt: DUE,
        dueDay: '2026-12-01',
        slipRequired: true
      }
    })
    dossier = answer.body
  })

  it('C-30 does not let the citizen go without the slip', async () => {
    const finish = () => officer('POST', `/api/v1/tickets/${ticket.id}/finish`)
    expect(await finish()).toMatchObject({ status: 409, body: { code: 'SLIP_NOT_GIVEN' } })
    const { counters } = await office()
    expect(await officer('POST', `/api/v1/counters/${counters[0].id}/close`)).toMatchObject({
      status: 409,
      body: { code: 'COUNTER_BUSY' }
    })
    await officer('POST', `/api/v1/dossiers/${dossier.code}/slip`, { how: 'printed' })
    expect(await finish()).toMatchObject({ status: 200, body: { status: 'finished' } })
  })

  it('the QR code on the slip opens the page of that dossier, which names nobody', async () => {
    const slip = await file(officer, `/api/v1/dossiers/${dossier.code}/slip.pdf`)
    const { text } = await readPdf(slip)
    expect(text.replaceAll('\u00a0', ' ')).toContain('16 giờ 30 phút, ngày 01 tháng 12 năm 2026')
    const address = await scanQr(slip)
    expect(address).toBe(dossier.trackingUrl)
    const { status, body } = await page(address ?? '')
    expect(status).toBe(200)
    expect(body).toContain('16:30 thứ Ba, 01/12/2026')
    for (const secret of ['Trần Thị Bé Sáu', '091154003862', '0912345678', 'Khu phố 4']) {
      expect(body).not.toContain(secret)
    }
  })

  it('a supervisor sees it before it is late, and when it is', async () => {
    const codes = async (list: string) =>
      (await supervisor('GET', `/api/v1/supervision/dossiers?list=${list}`)).body.items.map(
        ({ code }: { code: string }) => code
      )
    test.clock.now = new Date('2026-11-26T02:00:00.000Z')
    supervisor = await signIn(test.app, 'lanhdao')
    expect(await codes('soon')).toEqual([dossier.code])
    test.clock.now = new Date('2026-12-01T02:00:00.000Z')
    supervisor = await signIn(test.app, 'lanhdao')
    expect(await codes('today')).toEqual([dossier.code])
    test.clock.now = new Date('2026-12-01T09:31:00.000Z')
    supervisor = await signIn(test.app, 'lanhdao')
    expect(await codes('late')).toEqual([dossier.code])
    expect((await page(dossier.trackingUrl)).body).toMatch(/xin lỗi/i)
  })

  it('drafts the apology from the records, refuses what is missing and a second new date', async () => {
    const letters = `/api/v1/dossiers/${dossier.code}/apologies`
    expect(
      await supervisor('POST', letters, { reasonCode: 'khac', reason: '', newDueDay: '' })
    ).toMatchObject({
      status: expect.toSatisfy((status: number) => status === 400 || status === 422)
    })
    const draft = {
      reasonCode: 'khac',
      reason: 'Chưa xác minh xong ở nơi đăng ký trước đây',
      newDueDay: '2026-12-04'
    }
    const made = await supervisor('POST', letters, draft)
    expect(made).toMatchObject({ status: 201, body: { status: 'draft' } })
    const apology = `/api/v1/apologies/${made.body.id}`
    const signature = { signer: 'Trịnh Văn Ửng', signerTitle: 'Giám đốc', signedOn: '2026-12-01' }
    expect(await supervisor('POST', `${apology}/issue`, signature)).toMatchObject({ status: 200 })
    expect(await supervisor('POST', letters, draft)).toMatchObject({
      status: 409,
      body: { code: 'SECOND_NEW_DATE' }
    })

    const { text } = await readPdf(await file(supervisor, `${apology}/letter.pdf`))
    const letter = text.replaceAll('\u00a0', ' ')
    for (const words of ['Trần Thị Bé Sáu', dossier.code, 'Chưa xác minh xong', 'Trịnh Văn Ửng']) {
      expect(letter).toContain(words)
    }
    expect((await file(supervisor, `${apology}/letter.docx`)).subarray(0, 2).toString()).toBe('PK')
  })

  it('moves the date once, keeps the first, and tells the citizen', async () => {
    const { body } = await supervisor('GET', `/api/v1/dossiers/${dossier.code}`)
    expect(body).toMatchObject({ dueDay: '2026-12-04', originalDueDay: '2026-12-01' })
    expect((await page(dossier.trackingUrl)).body).toContain('04/12/2026')
    const summary = (await supervisor('GET', '/api/v1/supervision/summary')).body
    expect(summary).toMatchObject({ late: 0, lateWithoutApology: 0 })
  })

  it('has written it all in one log that verifies', async () => {
    const names = (
      await test.database.db
        .selectFrom('event')
        .select('name')
        .where('officeId', '=', officer.user.officeId)
        .orderBy('seq')
        .execute()
    ).map(({ name }) => name)
    const story = names.filter((name) => /^(ticket|dossier|apology)\./.test(name))
    for (const name of [
      'ticket.issued',
      'ticket.called',
      'ticket.serving',
      'dossier.received',
      'ticket.finished'
    ]) {
      expect(story).toContain(name)
    }
    expect(story.indexOf('dossier.received')).toBeLessThan(story.indexOf('apology.issued'))
    expect((await verifyChain(test.database.db, officer.user.officeId)).intact).toBe(true)
  })
})
