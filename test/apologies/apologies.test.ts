import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { vietnam } from '../calendar/calendars.ts'
import { type Caller, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { receive } from '../support/dossiers.ts'

const RECEIVED = vietnam('2026-11-16 08:30')
const LATE = vietnam('2026-11-25 09:00')

const DRAFT = {
  reasonCode: 'cho_co_quan_khac',
  reason: 'Chưa có kết quả xác minh từ nơi đăng ký khai sinh cũ',
  newDueDay: '2026-11-30'
}

const SIGNATURE = { signer: 'Trần Quốc Việt', signerTitle: 'Chủ tịch', signedOn: '2026-11-25' }

describe.each(databases)('an apology, on $name', ({ open }) => {
  let test: TestApp
  let supervisor: Caller
  let counter: Caller
  let code: string

  beforeAll(async () => {
    test = await startTestApp(open, { now: RECEIVED })
  })
  afterAll(() => test.close())

  beforeEach(async () => {
    test.clock.now = new Date(RECEIVED)
    counter = await signIn(test.app, 'tiepnhan1')
    code = (await receive(counter)).code
    test.clock.now = new Date(LATE)
    counter = await signIn(test.app, 'tiepnhan1')
    supervisor = await signIn(test.app, 'lanhdao')
  })

  const draft = (changes: object = {}) =>
    supervisor('POST', `/api/v1/dossiers/${code}/apologies`, { ...DRAFT, ...changes })

  async function issued(signature: object = {}) {
    const { id } = (await draft()).body
    return supervisor('POST', `/api/v1/apologies/${id}/issue`, { ...SIGNATURE, ...signature })
  }

  it('takes its reasons from a catalogue', async () => {
    const { status, body } = await counter('GET', '/api/v1/late-reasons')
    expect(status).toBe(200)
    expect(body.items.length).toBeGreaterThan(5)
    expect(body.items).toContainEqual(expect.objectContaining({ code: DRAFT.reasonCode }))
  })

  it('is drafted from the records of the dossier', async () => {
    const { status, body } = await draft()
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        status: 'draft',
        dossierCode: code,
        previousDueDay: '2026-11-23',
        newDueDay: '2026-11-30',
        newDueAt: vietnam('2026-11-30 16:30'),
        sendBy: '2026-11-20',
        number: null,
        createdByName: 'Trịnh Văn Ửng'
      }
    })
    expect((await supervisor('GET', `/api/v1/apologies/${body.id}`)).body).toEqual(body)
    expect((await supervisor('GET', `/api/v1/dossiers/${code}/apologies`)).body).toEqual({
      items: [body],
      nextCursor: null,
      sendBy: '2026-11-20',
      newDatesLeft: 0
    })
  })

  it('D-11 is refused with the list of what is missing, and nothing is kept', async () => {
    const { status, body } = await supervisor('POST', `/api/v1/dossiers/${code}/apologies`, {})
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'APOLOGY_INCOMPLETE' })
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      '/reasonCode',
      '/reason',
      '/newDueDay'
    ])
    expect((await draft({ newDueDay: '2026-11-24' })).body.errors[0].path).toBe('/newDueDay')
    expect((await supervisor('GET', `/api/v1/dossiers/${code}/apologies`)).body.items).toEqual([])
  })

  it('changes as long as it is a draft', async () => {
    const { id } = (await draft()).body
    const { status, body } = await supervisor('PATCH', `/api/v1/apologies/${id}`, { newDueDay: '2026-12-01' })
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { newDueDay: '2026-12-01', reason: DRAFT.reason }
    })
    expect((await supervisor('PATCH', `/api/v1/apologies/${id}`, { reason: '' })).status).toBe(422)
    await supervisor('POST', `/api/v1/apologies/${id}/issue`, SIGNATURE)
    const refused = await supervisor('PATCH', `/api/v1/apologies/${id}`, { newDueDay: '2026-12-02' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'MOVE_NOT_ALLOWED' } })
  })

  it('moves the due date when it is issued, and the first one is kept', async () => {
    const { status, body } = await issued()
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'issued', ...SIGNATURE } })
    expect((await counter('GET', `/api/v1/dossiers/${code}`)).body).toMatchObject({
      dueAt: vietnam('2026-11-30 16:30'),
      dueDay: '2026-11-30',
      originalDueDay: '2026-11-23'
    })
  })

  it('D-11 is not issued without who signed it and when', async () => {
    const { id } = (await draft()).body
    const { status, body } = await supervisor('POST', `/api/v1/apologies/${id}/issue`, {})
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'APOLOGY_INCOMPLETE' })
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      '/signer',
      '/signerTitle',
      '/signedOn'
    ])
    expect((await counter('GET', `/api/v1/dossiers/${code}`)).body.dueDay).toBe('2026-11-23')
  })

  it('is not issued once the new day of the draft has gone by', async () => {
    const { id } = (await draft()).body
    test.clock.now = new Date(vietnam('2026-12-01 08:00'))
    supervisor = await signIn(test.app, 'lanhdao')
    const { status, body } = await supervisor('POST', `/api/v1/apologies/${id}/issue`, SIGNATURE)
    expect({ status, path: body.errors[0].path }).toEqual({ status: 422, path: '/newDueDay' })
  })

  it('refuses a second new date, also while the first is a draft', async () => {
    await draft()
    expect(await draft()).toMatchObject({ status: 409, body: { code: 'SECOND_NEW_DATE' } })
    const [{ id }] = (await supervisor('GET', `/api/v1/dossiers/${code}/apologies`)).body.items
    await supervisor('POST', `/api/v1/apologies/${id}/issue`, SIGNATURE)
    expect(await draft({ newDueDay: '2026-12-08' })).toMatchObject({
      status: 409,
      body: { code: 'SECOND_NEW_DATE' }
    })
  })

  it('is numbered by office and year without a gap, and no number is given twice', async () => {
    const first = Number((await issued()).body.number)
    code = (await receive(counter)).code
    const draftedLater = { newDueDay: '2026-12-10' }
    const refused = await supervisor('POST', `/api/v1/dossiers/${code}/apologies`, { reasonCode: 'khac' })
    expect(refused.status).toBe(422)
    const { id } = (await draft(draftedLater)).body
    const taken = await supervisor('POST', `/api/v1/apologies/${id}/issue`, {
      ...SIGNATURE,
      number: String(first)
    })
    expect(taken).toMatchObject({ status: 409, body: { code: 'LETTER_NUMBER_TAKEN' } })
    const next = await supervisor('POST', `/api/v1/apologies/${id}/issue`, SIGNATURE)
    expect(next.body.number).toBe(String(first + 1).padStart(2, '0'))
  })

  it('keeps a number that the agency has given itself', async () => {
    const year = { number: '31/PXL-UBND' }
    expect((await issued(year)).body.number).toBe('31/PXL-UBND')
  })

  it('is sent once it is issued, and once', async () => {
    const { id } = (await draft()).body
    const send = () => counter('POST', `/api/v1/apologies/${id}/send`, { channel: 'phone' })
    expect(await send()).toMatchObject({ status: 409, body: { code: 'MOVE_NOT_ALLOWED' } })
    await supervisor('POST', `/api/v1/apologies/${id}/issue`, SIGNATURE)
    expect(await send()).toMatchObject({
      status: 200,
      body: { status: 'sent', channel: 'phone', sentAt: LATE }
    })
    expect(await send()).toMatchObject({ status: 409, body: { code: 'MOVE_NOT_ALLOWED' } })
  })

  it('is not drafted for a dossier whose handling has ended', async () => {
    await counter('POST', `/api/v1/dossiers/${code}/record-result`, { outcome: 'granted' })
    expect(await draft()).toMatchObject({ status: 409, body: { code: 'MOVE_NOT_ALLOWED' } })
  })

  it('stands in the history of the dossier, and what was written of the case in the private part alone', async () => {
    await issued()
    const { items } = (await counter('GET', `/api/v1/dossiers/${code}/history`)).body
    const names = items.map(({ name }: { name: string }) => name)
    expect(names).toEqual(expect.arrayContaining(['apology.drafted', 'dossier.due_moved', 'apology.issued']))
    const events = await test.database.db
      .selectFrom('event')
      .leftJoin('eventPrivate', (join) =>
        join.onRef('event.officeId', '=', 'eventPrivate.officeId').onRef('event.seq', '=', 'eventPrivate.seq')
      )
      .select(['event.data', 'eventPrivate.private'])
      .where('event.name', 'in', ['apology.drafted', 'apology.issued'])
      .execute()
    expect(events.length).toBeGreaterThan(1)
    for (const event of events) {
      expect(event.data).not.toContain('xác minh')
      expect(event.private).toContain('xác minh')
    }
  })

  it('A-28 does not exist for another office', async () => {
    const { id } = (await draft()).body
    const stranger = await signIn(test.app, 'quantri9')
    for (const answer of [
      await stranger('GET', `/api/v1/apologies/${id}`),
      await stranger('POST', `/api/v1/apologies/${id}/issue`, SIGNATURE),
      await stranger('POST', `/api/v1/dossiers/${code}/apologies`, DRAFT)
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    }
  })
})
