import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dossierFromEvents, splitFacts } from '../../server/dossiers/facts.ts'
import { dossierEvents, getDossierRecord, papersOfDossier } from '../../server/dossiers/service.ts'
import { MOVES, STATUSES, statusAfter } from '../../server/dossiers/states.ts'
import { AN, intake, SECRETS } from '../intake/intake-bodies.ts'
import { type Caller, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

const MORNING = '2026-11-23T02:12:00.000Z'

describe.each(databases)('moving a dossier, on $name', ({ open }) => {
  let test: TestApp
  let officer: Caller
  let specialist: Caller
  let agencyId: string

  beforeAll(async () => {
    test = await startTestApp(open)
    officer = await signIn(test.app, 'tiepnhan1')
    specialist = await signIn(test.app, 'chuyenmon1')
    const administrator = await signIn(test.app, 'quantri')
    const agency = await administrator('POST', '/api/v1/agencies', { name: 'Phòng Văn hóa – Xã hội' })
    agencyId = agency.body.id
  })
  afterAll(() => test.close())

  async function received(changes: object = {}): Promise<string> {
    return (await officer('POST', '/api/v1/dossiers', intake(changes))).body.code
  }

  /** Does something at another time, as someone who has signed in by then. */
  async function at<Result>(instant: string, act: () => Promise<Result>): Promise<Result> {
    test.clock.now = new Date(instant)
    officer = await signIn(test.app, 'tiepnhan1')
    const result = await act()
    test.clock.now = new Date(MORNING)
    officer = await signIn(test.app, 'tiepnhan1')
    return result
  }

  const url = (code: string, move: string) => `/api/v1/dossiers/${code}/${move}`

  const bodies = (): Record<string, object | undefined> => ({
    slip: { how: 'printed' },
    'hand-over': { toUserId: specialist.user.id, note: 'Xem giúp bà Nguyễn Thị Bé An' },
    'accept-hand-over': undefined,
    'request-supplement': { items: ['Giấy chứng sinh của Nguyễn Thị Bé An'], reason: 'Thiếu bản chính' },
    'receive-supplement': { components: [{ name: 'Giấy chứng sinh', originals: 1, copies: 0 }] },
    'request-payment': { amount: 50_000 },
    'confirm-payment': undefined,
    refuse: { reason: 'Không thuộc thẩm quyền' },
    withdraw: undefined,
    stop: { reason: 'Công dân đề nghị' },
    'record-result': {
      outcome: 'granted',
      number: '12/GCN',
      signer: 'Trịnh Văn Ửng',
      signedOn: '2026-11-23'
    },
    'return-result': { to: 'Nguyễn Thị Bé An', idNumber: '091185001234' }
  })

  const make = (code: string, move: string, headers: Record<string, string> = {}) =>
    (move === 'accept-hand-over' ? specialist : officer)('POST', url(code, move), bodies()[move], headers)

  it('walks from receipt to result, and tells it all again in words', async () => {
    const code = await received()
    const walk = [
      'slip',
      'hand-over',
      'accept-hand-over',
      'request-payment',
      'confirm-payment',
      'record-result',
      'return-result'
    ]
    const statuses = []
    for (const move of walk) {
      const { status, body } = await make(code, move)
      expect([move, status]).toEqual([move, 200])
      statuses.push(body.status)
    }
    expect(statuses).toEqual([
      'received',
      'processing',
      'processing',
      'awaiting_payment',
      'processing',
      'ready',
      'returned'
    ])
    const { body } = await officer('GET', url(code, 'history'))
    expect(body.items.map(({ text }: { text: string }) => text)).toEqual([
      'Tiếp nhận hồ sơ',
      'Giao giấy tiếp nhận và hẹn trả kết quả',
      'Chuyển xử lý',
      'Nhận chuyển xử lý',
      'Yêu cầu nộp phí, lệ phí',
      'Xác nhận đã nộp phí, lệ phí',
      'Ghi nhận kết quả',
      'Trả kết quả'
    ])
    expect(body.items[2]).toMatchObject({
      by: 'Danh Thị Mỹ Linh',
      status: 'processing',
      note: 'đến Phan Thị Ngọc Ánh. Xem giúp bà Nguyễn Thị Bé An'
    })
    const after = await officer('GET', `/api/v1/dossiers/${code}`)
    expect(after.body).toMatchObject({
      version: 8,
      nationalStatus: 10,
      result: { outcome: 'granted', number: '12/GCN', signedOn: '2026-11-23' },
      moves: []
    })
  })

  /** The shortest way to each status that a dossier of the counter can have. */
  const WAYS: Record<string, string[]> = {
    received: [],
    processing: ['hand-over'],
    awaiting_supplement: ['request-supplement'],
    awaiting_payment: ['request-payment'],
    ready: ['record-result'],
    returned: ['record-result', 'return-result'],
    refused: ['refuse'],
    withdrawn: ['withdraw'],
    stopped: ['stop']
  }

  it.each(STATUSES.filter((status) => status in WAYS))(
    'makes each move from %s that may be made and no other',
    async (status) => {
      for (const move of MOVES) {
        const code = await received()
        for (const step of WAYS[status] ?? []) await make(code, step)
        const before = (await officer('GET', `/api/v1/dossiers/${code}`)).body
        expect(before.status).toBe(status)
        const next = statusAfter(status, move)
        const answer = await make(code, move)
        expect(before.moves.includes(move), move).toBe(next !== undefined)
        if (next)
          expect(answer, move).toMatchObject({
            status: 200,
            body: { status: next, version: before.version + 1 }
          })
        else expect(answer, move).toMatchObject({ status: 409, body: { code: 'MOVE_NOT_ALLOWED' } })
      }
    }
  )

  it('refuses a move on a version that someone else has changed, and takes one without a version', async () => {
    const code = await received()
    expect((await make(code, 'slip', { 'if-match': '"1"' })).status).toBe(200)
    const stale = await make(code, 'hand-over', { 'if-match': '"1"' })
    expect(stale).toMatchObject({ status: 412, body: { code: 'STALE_VERSION' } })
    expect((await make(code, 'hand-over', { 'if-match': '"2"' })).body.version).toBe(3)
    expect((await make(code, 'hand-over')).body.version).toBe(4)
    expect((await make(code, 'slip', { 'if-match': 'x' })).status).toBe(400)
  })

  it('makes a move that is sent twice once', async () => {
    const code = await received()
    const key = { 'idempotency-key': `slip-${code}` }
    const first = await make(code, 'slip', key)
    await make(code, 'hand-over')
    expect((await make(code, 'slip', key)).body).toEqual(first.body)
    expect((await officer('GET', `/api/v1/dossiers/${code}`)).body.version).toBe(3)
  })

  it('hands over to a body or a person of the office, and to nobody else', async () => {
    const code = await received()
    const stranger = await signIn(test.app, 'tiepnhan9')
    for (const to of [
      {},
      { toAgencyId: agencyId, toUserId: specialist.user.id },
      { toUserId: stranger.user.id },
      { toAgencyId: 'x' }
    ]) {
      expect((await officer('POST', url(code, 'hand-over'), to)).status).toBe(400)
    }
    const { body } = await officer('POST', url(code, 'hand-over'), { toAgencyId: agencyId })
    expect(body).toMatchObject({ holderName: 'Phòng Văn hóa – Xã hội', handOverPending: true })
    expect((await officer('GET', `/api/v1/dossiers?holder=${agencyId}`)).body.items).toEqual([
      expect.objectContaining({ code })
    ])
    await officer('POST', url(code, 'hand-over'), { toUserId: specialist.user.id })
    expect((await officer('POST', url(code, 'accept-hand-over'))).status).toBe(403)
    expect((await specialist('POST', url(code, 'accept-hand-over'))).body.handOverPending).toBe(false)
    expect((await specialist('POST', url(code, 'accept-hand-over'))).status).toBe(409)
  })

  it('counts the term again from its beginning once the papers are complete', async () => {
    const code = await received()
    await make(code, 'request-supplement')
    const restarted = await at('2026-11-27T03:00:00.000Z', async () => {
      const { body } = await make(code, 'receive-supplement')
      return body
    })
    expect(restarted).toMatchObject({
      status: 'received',
      dueDay: '2026-12-04',
      originalDueDay: '2026-12-01',
      supplement: null
    })
    expect(restarted.dueSteps[0].day).toBe('2026-11-27')
    expect(restarted.components.map(({ name }: { name: string }) => name)).toContain('Giấy chứng sinh')
    const twice = await make(code, 'request-supplement')
    expect(twice).toMatchObject({ status: 409, body: { code: 'MOVE_NOT_ALLOWED' } })
  })

  it('counts on by the rules of its day of receipt, whatever has come into force since', async () => {
    const administrator = await signIn(test.app, 'quantri')
    const code = await received()
    await make(code, 'request-supplement')
    const set = await administrator('POST', '/api/v1/regulation/settings', {
      kind: 'decree',
      key: 'receiptDayCounted',
      value: true,
      effectiveFrom: '2026-11-25',
      basis: 'Quyết định 15/QĐ-UBND ngày 20/11/2026'
    })
    expect(set.status).toBe(201)
    const [old, fresh] = await at('2026-11-27T03:00:00.000Z', async () => [
      (await make(code, 'receive-supplement')).body.dueDay,
      (await officer('POST', '/api/v1/dossiers', intake())).body.dueDay
    ])
    expect([old, fresh]).toEqual(['2026-12-04', '2026-12-03'])
  })

  it('C-30 keeps the ticket until the slip is given or it is said why not', async () => {
    const { officeId } = officer.user
    const administrator = await signIn(test.app, 'quantri')
    const office = (await officer('GET', `/api/v1/offices/${officeId}`)).body
    const serviceId = office.services[0].id
    const counterId = office.counters[0].id
    const called = async () => {
      await administrator('POST', `/api/v1/offices/${officeId}/tickets`, { serviceId })
      return (await officer('POST', `/api/v1/counters/${counterId}/calls`)).body.id as string
    }
    const held = await called()
    await officer('POST', `/api/v1/tickets/${held}/serve`)
    const code = await received({ ticketId: held })
    expect(await officer('POST', `/api/v1/tickets/${held}/finish`)).toMatchObject({
      status: 409,
      body: { code: 'SLIP_NOT_GIVEN' }
    })
    expect((await officer('POST', url(code, 'slip'), { how: 'none' })).status).toBe(400)
    const reasoned = await officer('POST', url(code, 'slip'), {
      how: 'none',
      reason: 'Máy in hỏng, đã nhắn tin'
    })
    expect(reasoned.body.slip).toMatchObject({ how: 'none', reason: 'Máy in hỏng, đã nhắn tin' })
    expect((await officer('POST', `/api/v1/tickets/${held}/finish`)).status).toBe(200)

    const free = await called()
    await officer('POST', `/api/v1/tickets/${free}/serve`)
    await received({ ticketId: free, procedureCode: '1.000894' })
    expect((await officer('POST', `/api/v1/tickets/${free}/finish`)).status).toBe(200)
    expect((await officer('POST', '/api/v1/dossiers', intake({ ticketId: 'x' }))).status).toBe(404)
  })

  it('takes no dossier in on a number of yesterday, on a counter left open overnight; without it, all is taken in', async () => {
    const { officeId } = officer.user
    const office = (await officer('GET', `/api/v1/offices/${officeId}`)).body
    const body = { serviceId: office.services[0].id }
    const { id: ticketId } = (await officer('POST', `/api/v1/offices/${officeId}/tickets`, body)).body
    await officer('POST', `/api/v1/counters/${office.counters[0].id}/calls`)
    await officer('POST', `/api/v1/tickets/${ticketId}/serve`)
    await at('2026-11-25T01:00:00.000Z', async () => {
      const refused = await officer('POST', '/api/v1/dossiers', intake({ ticketId }))
      expect(refused).toMatchObject({ status: 409, body: { code: 'MOVE_NOT_ALLOWED' } })
      expect(refused.body.detail).toContain('lấy số mới')
      expect((await officer('GET', `/api/v1/tickets/${ticketId}`)).body.dossierCodes).toEqual([])
      expect((await officer('POST', '/api/v1/dossiers', intake())).status).toBe(201)
    })
  })

  it('A-08 is the same, built again from its events alone, which name nobody in their open part', async () => {
    const { db } = test.app
    const { officeId } = officer.user
    const applicant = { ...AN, email: 'bean@example.vn' }
    for (const way of [
      ['slip', 'hand-over', 'accept-hand-over', 'record-result', 'return-result'],
      ['request-supplement', 'receive-supplement', 'stop'],
      ['refuse'],
      ['request-payment', 'withdraw']
    ]) {
      const code = await received({
        applicant,
        submitter: { name: 'Nguyễn Thị Bé An', idNumber: '091185001234' },
        resultDelivery: 'post',
        summary: 'Của Nguyễn Thị Bé An'
      })
      for (const move of way) await make(code, move)
      const row = await getDossierRecord(db, { officeId, code })
      const events = await dossierEvents(db, row)
      const { facts, components } = dossierFromEvents(events)
      const { facts: open, personal } = splitFacts(row)
      expect(facts).toEqual({ ...open, ...personal })
      expect(components).toEqual(await papersOfDossier(db, row))
      for (const { data } of events)
        for (const secret of [...SECRETS, 'bean@']) expect(data).not.toContain(secret)
    }
  })
})
