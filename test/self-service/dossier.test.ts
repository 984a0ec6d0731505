import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Hall, openHall } from '../queue/hall.ts'
import { type Caller, signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { receive } from '../support/dossiers.ts'

/** What of a citizen must not stand on a screen in the hall (K-04). */
const SECRETS = ['Trần Thị', '091190001234', '0912345678', '5678', 'khu phố 2']

/** A Monday; five working days later is the Monday after. */
const RECEIVED = '2026-11-16T02:12:00.000Z'

describe.each(databases)('a dossier at the kiosk, on $name', ({ open }) => {
  let hall: Hall
  let kiosk: Caller
  let counter: Caller
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever came
  let dossier: any

  beforeAll(async () => {
    hall = await openHall(open, { now: RECEIVED })
    kiosk = await hall.device('kiosk')
  })
  beforeEach(async () => {
    counter = await signIn(hall.app, 'tiepnhan1')
    dossier = await receive(counter)
  })
  afterAll(() => hall.close())

  const look = (asked: object) => kiosk('POST', '/api/v1/self-service/dossier', asked)
  const take = (asked: object, headers: Record<string, string> = {}) =>
    kiosk('POST', '/api/v1/self-service/pick-up-tickets', asked, headers)
  const onSlip = () => ({ scan: dossier.trackingUrl })
  const inDigits = (more: object = {}) => ({
    code: dossier.code.split('-').slice(1).join('-'),
    lastFour: '5678',
    ...more
  })
  const makeReady = async () => {
    const specialist = await signIn(hall.app, 'chuyenmon1')
    const { version } = (await specialist('GET', `/api/v1/dossiers/${dossier.code}`)).body
    const result = { outcome: 'granted', number: '12/TLKS', signer: 'Trần Minh Khôi', signedOn: '2026-11-16' }
    const answer = await specialist('POST', `/api/v1/dossiers/${dossier.code}/record-result`, result, {
      'if-match': `"${version}"`
    })
    expect(answer.status).toBe(200)
  }

  it.each([
    ['the QR code of its slip', () => onSlip()],
    ['the last digits of its code and of the phone', () => inDigits()],
    ['its whole code and the last digits of the id number', () => ({ code: dossier.code, lastFour: '1234' })]
  ])('K-04 is shown by %s, and names nobody', async (_, asked) => {
    const { status, body } = await look(asked())
    expect(status).toBe(200)
    expect(body).toMatchObject({
      applicant: 'T. T. B. Sáu',
      status: 'received',
      late: false,
      due: { day: '2026-11-23', time: '16:30' },
      collectable: false,
      counterNumber: null
    })
    for (const secret of SECRETS) expect(JSON.stringify(body)).not.toContain(secret)
  })

  it('says one and the same to a wrong code, wrong digits and a strange scan', async () => {
    const answers = [
      await look(inDigits({ lastFour: '0000' })),
      await look({ code: '261116-9999', lastFour: '5678' }),
      await look({ scan: 'https://elsewhere.example/t/x' }),
      await look({ scan: dossier.trackingUrl.replace(/.$/, '_') })
    ]
    for (const { status, body } of answers) {
      expect([status, body.code, body.detail]).toEqual([404, 'NOT_FOUND', answers[0]?.body.detail])
    }
  })

  it('refuses a scan of more than 4 kB', async () => {
    expect((await look({ scan: 'x'.repeat(4097) })).status).toBe(400)
  })

  it('lets nobody try the digits out, and does not count right ones', async () => {
    for (let n = 0; n < 8; n += 1) expect((await look(inDigits())).status).toBe(200)
    for (let n = 0; n < 5; n += 1) expect((await look(inDigits({ lastFour: '0000' }))).status).toBe(404)
    expect((await look(inDigits())).status).toBe(429)
    expect((await look(onSlip())).status).toBe(200)
  })

  it('gives no number before the result is there, and says when it will be', async () => {
    const { status, body } = await take(onSlip())
    expect([status, body.code]).toEqual([409, 'RESULT_NOT_READY'])
    expect(body.detail).toContain('16:30 thứ Hai, 23/11/2026')
  })

  it('gives a number for the counter that holds the result, once for one key', async () => {
    await makeReady()
    const place = { counterId: hall.counters[1] }
    const url = `/api/v1/self-service/result-places/${dossier.code}`
    expect((await counter('PUT', url, place)).body).toMatchObject({ ...place, counterNumber: 2 })
    expect((await counter('GET', url)).body).toMatchObject(place)
    expect((await look(onSlip())).body).toMatchObject({ collectable: true, counterNumber: 2 })

    const key = { 'idempotency-key': `pick-up-${dossier.code}` }
    const { status, body } = await take(onSlip(), key)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      purpose: 'pick_up',
      serviceName: 'Nhận kết quả',
      forCounterId: hall.counters[1],
      dossierCodes: [dossier.code]
    })
    expect((await take(onSlip(), key)).body.number).toBe(body.number)
    const again = await take(inDigits())
    expect(again).toMatchObject({ status: 200, body: { id: body.id, number: body.number, printJob: null } })
    expect((await hall.move(body.id, 'cancel')).status).toBe(200)
  })

  it('K-05 a slip shown again gives the same number, a new one only when that one is over', async () => {
    await makeReady()
    const { body: first } = await take(onSlip())
    expect(await take(onSlip())).toMatchObject({ status: 200, body: { number: first.number } })
    expect((await hall.call(0)).body.number).toBe(first.number)
    expect(await take(onSlip())).toMatchObject({ status: 200, body: { number: first.number } })
    expect((await hall.move(first.id, 'absent')).status).toBe(200)
    expect(await take(onSlip())).toMatchObject({ status: 200, body: { number: first.number } })
    expect((await hall.call(0)).body.number).toBe(first.number)
    expect((await hall.move(first.id, 'finish')).body.status).toBe('finished')
    const { status, body } = await take(onSlip())
    expect(status).toBe(201)
    expect(body.number).not.toBe(first.number)
  })

  it('a number taken before anybody said which counter holds the result learns it when the slip is shown again', async () => {
    await makeReady()
    const { body: first } = await take(onSlip())
    expect(first.forCounterId).toBeNull()
    const url = `/api/v1/self-service/result-places/${dossier.code}`
    expect((await counter('PUT', url, { counterId: hall.counters[1] })).status).toBe(200)
    const sentTo = { id: first.id, number: first.number, forCounterId: hall.counters[1] }
    expect(await take(onSlip())).toMatchObject({ status: 200, body: sentTo })
    expect((await hall.queue()).waiting).toContainEqual(expect.objectContaining(sentTo))
    // Whom an officer has sent elsewhere stays there.
    const elsewhere = { counterId: hall.counters[2], note: 'Quầy 2 đang đông' }
    expect((await counter('POST', `/api/v1/tickets/${first.id}/transfer`, elsewhere)).status).toBe(200)
    expect((await take(onSlip())).body.forCounterId).toBe(hall.counters[2])
    expect((await hall.move(first.id, 'cancel')).status).toBe(200)
  })

  it('a result that goes by post is not fetched', async () => {
    dossier = await receive(counter, {
      resultDelivery: 'post',
      resultAddress: 'Tổ 3, khu phố 2, phường Rạch Giá'
    })
    await makeReady()
    expect((await look(onSlip())).body.collectable).toBe(false)
    expect((await take(onSlip())).body.detail).toContain('bưu điện')
  })

  it('knows no counter and no dossier that the office has not', async () => {
    const put = (code: string, counterId: string | null) =>
      counter('PUT', `/api/v1/self-service/result-places/${code}`, { counterId })
    expect((await put(dossier.code, 'elsewhere')).status).toBe(404)
    expect((await put('H01.31-200101-0001', hall.counters[0] ?? '')).status).toBe(404)
    expect((await put(dossier.code, null)).body.counterNumber).toBeNull()
  })
})
