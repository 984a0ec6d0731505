import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/database/open.ts'
import { readEvents } from '../../server/event-log.ts'
import { getEditionOn } from '../../server/procedures/service.ts'
import { type Caller, send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

const decided = { effectiveFrom: '2026-11-23', decision: 'Quyết định 12/QĐ-UBND ngày 20/11/2026' }

describe.each(databases)('amending a procedure, on $name', ({ open }) => {
  let test: TestApp
  let administrator: Caller
  beforeAll(async () => {
    test = await startTestApp(open)
    administrator = await signIn(test.app, 'quantri')
  })
  afterAll(() => test.close())

  const amend = (code: string, body: object, caller = administrator, headers = {}) =>
    caller('POST', `/api/v1/procedures/${code}/amendments`, body, headers)
  const read = async (code: string) =>
    (await send(test.app, { method: 'GET', url: `/api/v1/procedures/${code}` })).body
  const events = async (name: string) => {
    const all = await readEvents(test.database.db, {
      officeId: administrator.user.officeId,
      after: 0,
      limit: 5000
    })
    return all.filter((event) => event.name === name).map(({ data }) => JSON.parse(data))
  }
  const attentionOf = async (code: string) => {
    const { body } = await administrator('GET', '/api/v1/procedures/attention')
    const row = body.items.find((item: { code: string }) => item.code === code)
    return row?.attention.map(({ kind }: { kind: string }) => kind) ?? []
  }

  it('settles a term: the procedure has it from its day on and leaves the list', async () => {
    expect(await attentionOf('1.001022')).toContain('term_missing')
    const { status, body } = await amend('1.001022', { ...decided, term: { amount: 3, unit: 'working_day' } })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      ...decided,
      term: { amount: 3, unit: 'working_day' },
      termText: '3 ngày làm việc'
    })
    expect(await attentionOf('1.001022')).not.toContain('term_missing')
    expect(await read('1.001022')).toMatchObject({ term: { amount: 3, unit: 'working_day' } })
  })

  it('is recorded in the log of the lead office, with the new values', async () => {
    const [recorded] = (await events('procedure.amended')).filter(({ code }) => code === '1.001022')
    expect(recorded).toMatchObject({ ...decided, state: { term: { amount: 3, unit: 'working_day' } } })
    expect(recorded.state).not.toHaveProperty('components')
  })

  it('is seen at once by another process on the same database', async () => {
    const other = openDatabase(test.database.url)
    const today = '2026-11-23'
    expect((await getEditionOn(other.db, '1.010039', today)).fee).toBe(0)
    await amend('1.010039', { ...decided, fee: 5000 })
    expect((await getEditionOn(other.db, '1.010039', today)).fee).toBe(5000)
    await other.hints.close()
    await other.db.destroy()
  })

  it('waits for its day', async () => {
    await amend('1.004222', {
      ...decided,
      effectiveFrom: '2026-11-24',
      term: { amount: 5, unit: 'working_day' }
    })
    expect(await read('1.004222')).toMatchObject({ term: { amount: 7, unit: 'working_day' } })
    const { now } = test.clock
    test.clock.now = new Date('2026-11-23T17:00:00.000Z')
    expect(await read('1.004222')).toMatchObject({
      term: { amount: 5, unit: 'working_day' },
      effectiveFrom: '2026-11-24'
    })
    test.clock.now = now
  })

  it('can be put right on the same day', async () => {
    await amend('1.004194', { ...decided, fee: 15000, feeText: 'Mười lăm nghìn đồng' })
    await amend('1.004194', { ...decided, fee: 10000 })
    expect(await read('1.004194')).toMatchObject({ fee: 10000, feeText: '10.000 đồng' })
  })

  it('names cases, papers and channels anew', async () => {
    const { body } = await amend('1.012796', {
      ...decided,
      variants: [
        { name: 'Phải đo lại thửa đất', term: { amount: 18, unit: 'working_day' } },
        { name: 'x', channel: 'online', term: { amount: 5, unit: 'working_day' } }
      ],
      components: [{ name: ' Giấy  chứng nhận đã cấp ', originals: 1, copies: 0 }],
      channels: ['counter'],
      cutOff: { kind: 'last_hours', hours: 1 }
    })
    expect(body).toMatchObject({
      variants: [
        { id: '1', kind: 'case', name: 'Phải đo lại thửa đất' },
        { id: '2', kind: 'channel', name: 'nộp qua mạng' }
      ],
      components: [{ id: '1', name: 'Giấy chứng nhận đã cấp', presented: false }],
      channels: ['counter'],
      postal: false,
      cutOff: { kind: 'last_hours', hours: 1 }
    })
  })

  it('abolishes a procedure: nobody finds it any more', async () => {
    await amend('1.003622', { ...decided, abolished: true })
    expect(await read('1.003622')).toMatchObject({ code: 'NOT_FOUND' })
    const { body } = await send(test.app, { method: 'GET', url: '/api/v1/procedures?q=1.003622' })
    expect(body.items).toEqual([])
  })

  it('is done once when it is sent twice', async () => {
    const key = { 'idempotency-key': 'sua-thoi-han' }
    const body = { ...decided, effectiveFrom: '2026-11-20', term: { amount: 4, unit: 'working_day' } }
    const first = await amend('1.001653', body, administrator, key)
    const again = await amend('1.001653', body, administrator, key)
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect((await events('procedure.amended')).filter(({ code }) => code === '1.001653')).toHaveLength(1)
  })

  it.each<[string, object, number]>([
    ['nothing to change', {}, 400],
    ['a term of no days', { term: { amount: 0, unit: 'working_day' } }, 400],
    ['a unit that is none', { term: { amount: 3, unit: 'week' } }, 400],
    ['a fee below nothing', { fee: -1 }, 400],
    ['a field that is not known', { terms: [] }, 400],
    ['a day that is none', { term: { amount: 3, unit: 'working_day' }, effectiveFrom: '2026-02-30' }, 400],
    ['no decision', { term: { amount: 3, unit: 'working_day' }, decision: '' }, 400]
  ])('is refused: %s', async (_, change, status) => {
    expect((await amend('1.004859', { ...decided, ...change })).status).toBe(status)
  })

  it('is refused for a procedure that is not there', async () => {
    expect((await amend('9.999999', { ...decided, fee: 0 })).status).toBe(404)
  })

  it('is for administrators of the lead office alone', async () => {
    const change = { ...decided, fee: 0 }
    const anyone = await send(test.app, {
      method: 'POST',
      url: '/api/v1/procedures/1.001193/amendments',
      body: change
    })
    expect(anyone.status).toBe(401)
    for (const username of ['tiepnhan1', 'chuyenmon1', 'lanhdao', 'quantri9']) {
      const caller = await signIn(test.app, username)
      expect([username, (await amend('1.001193', change, caller)).status]).toEqual([username, 403])
    }
  })
})
