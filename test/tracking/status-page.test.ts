import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { receive } from '../support/dossiers.ts'

/** What of a citizen must stand on no page. */
const SECRETS = ['Trần Thị Bé Sáu', '091190001234', '0912345678', '912345678', 'khu phố 2', '5678']

const RECEIVED = '2026-11-16T02:12:00.000Z'

describe.each(databases)('the page of a dossier, on $name', ({ open }) => {
  let test: TestApp
  let counter: Caller
  let specialist: Caller
  let supervisor: Caller

  beforeAll(async () => {
    test = await startTestApp(open, { now: RECEIVED })
    await signAllIn()
  })
  afterAll(() => test.close())

  async function signAllIn() {
    counter = await signIn(test.app, 'tiepnhan1')
    specialist = await signIn(test.app, 'chuyenmon1')
    supervisor = await signIn(test.app, 'lanhdao')
  }

  /** Turns the clock; sessions end meanwhile, so everyone signs in again. */
  async function at(now: string) {
    test.clock.now = new Date(now)
    await signAllIn()
  }

  const read = (path: string) => send(test.app, { method: 'GET', url: path })
  const pageOf = (dossier: { trackingUrl: string }) => read(new URL(dossier.trackingUrl).pathname)
  const words = (html: string) =>
    html
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')

  async function received(changes: object = {}) {
    await at(RECEIVED)
    return receive(counter, changes)
  }

  it('answers where it is, when it is due and what to do (S-02, S-04)', async () => {
    const dossier = await received()
    await at('2026-11-18T03:05:00.000Z')
    const { status, body } = await pageOf(dossier)

    expect(status).toBe(200)
    expect(body).toContain('<h1>Hồ sơ đang được giải quyết</h1>')
    for (const said of [
      'T. T. B. Sáu',
      '16:30 thứ Hai, 23/11/2026',
      'Còn 3 ngày làm việc',
      'Đã nhận hồ sơ',
      '09:12 thứ Hai, 16/11',
      'Đang xem xét hồ sơ',
      'Ông/bà chưa cần làm gì',
      'Mang theo giấy hẹn và căn cước',
      'Cập nhật lúc 10:05 thứ Tư, 18/11/2026',
      'Trang chính thức: localhost:3000'
    ]) {
      expect(words(body)).toContain(said)
    }
  })

  it('tells nobody who it is (S-08)', async () => {
    const dossier = await received()
    const { body } = await pageOf(dossier)
    for (const secret of SECRETS) expect(words(body)).not.toContain(secret)
  })

  it('shortens a long name of a procedure above the answer and tells it in full below', async () => {
    const { items } = (await read('/api/v1/procedures?limit=100')).body
    const long = (items as { code: string; name: string; term: object | null }[]).find(
      ({ name, term }) => term && name.length > 100
    )
    const { body } = await pageOf(await received({ procedureCode: long?.code }))
    const [above = '', below = ''] = body.split('<h1>').map(words)
    expect(above).toContain('… · T. T. B. Sáu')
    expect(below).toContain(long?.name)
  })

  it('is kept by no cache, passed on to no other place and found by no search engine', async () => {
    const { headers } = await pageOf(await received())
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow'
    })
  })

  it('says whom to call, as a link that a phone dials', async () => {
    const dossier = await received()
    expect((await pageOf(dossier)).body).toContain('<a class="call" href="tel:02973860215">')
    const administrator = await signIn(test.app, 'quantri')
    const url = `/api/v1/offices/${administrator.user.officeId}/phone`
    expect(await administrator('PUT', url, { phone: null })).toMatchObject({
      status: 200,
      body: { phone: null }
    })
    expect(words((await pageOf(dossier)).body)).toContain('Hỏi tại quầy của Trung tâm')
    expect((await administrator('PUT', url, { phone: 'gọi tôi' })).status).toBe(400)
    await administrator('PUT', url, { phone: '0297 3 860 215' })
  })

  it('is one small answer without a script or anything from elsewhere (S-01)', async () => {
    const { body } = await pageOf(await received())
    expect(gzipSync(body).length).toBeLessThan(14 * 1024)
    expect(body).not.toMatch(/<script|<link|<img|\ssrc=|url\(["']?http/)
  })

  it('says sorry by itself from the due minute on, and invents no reason (S-03)', async () => {
    const dossier = await received()
    test.clock.now = new Date('2026-11-23T09:30:00.000Z')
    expect((await pageOf(dossier)).body).toContain('<h1>Hồ sơ đang được giải quyết</h1>')
    expect(words((await pageOf(dossier)).body)).toContain('Hôm nay là ngày hẹn')

    test.clock.now = new Date('2026-11-23T09:30:01.000Z')
    const { body } = await pageOf(dossier)
    expect(body).toContain('<h1>Hồ sơ bị trễ. Chúng tôi xin lỗi ông/bà.</h1>')
    expect(words(body)).toContain('Đã quá giờ hẹn hôm nay')
    expect(words(body)).toContain('Chúng tôi chưa có lý do và ngày hẹn mới')

    test.clock.now = new Date('2026-11-26T02:00:00.000Z')
    expect(words((await pageOf(dossier)).body)).toContain('Đã quá hẹn 1 ngày làm việc')
  })

  it('shows the new date, its reason and the letter once it is signed, and no draft', async () => {
    const dossier = await received()
    await at('2026-11-19T02:00:00.000Z')
    const draft = await supervisor('POST', `/api/v1/dossiers/${dossier.code}/apologies`, {
      reasonCode: 'xac_minh_thuc_dia',
      reason: 'phải xác minh tại nơi cư trú cũ',
      newDueDay: '2026-11-26'
    })
    expect(draft.status).toBe(201)
    expect((await pageOf(dossier)).body).not.toContain('phải xác minh')

    const issued = await supervisor('POST', `/api/v1/apologies/${draft.body.id}/issue`, {
      signer: 'Trịnh Văn Ửng',
      signerTitle: 'Giám đốc',
      signedOn: '2026-11-19'
    })
    expect(issued.status).toBe(200)
    const early = (await pageOf(dossier)).body
    expect(early).toContain('<h1>Hồ sơ sẽ bị trễ. Chúng tôi xin lỗi ông/bà.</h1>')
    for (const said of [
      'Hẹn lại 16:30 thứ Năm, 26/11/2026',
      'Hẹn lần đầu: 16:30 thứ Hai, 23/11/2026',
      'Lý do: phải xác minh tại nơi cư trú cũ.',
      `Văn bản xin lỗi số ${issued.body.number} ngày 19/11/2026.`
    ]) {
      expect(words(early)).toContain(said)
    }
    expect(early.indexOf('Chúng tôi xin lỗi')).toBeLessThan(early.indexOf('Lý do:'))

    test.clock.now = new Date('2026-11-23T09:31:00.000Z')
    expect((await pageOf(dossier)).body).toContain('<h1>Hồ sơ bị trễ. Chúng tôi xin lỗi ông/bà.</h1>')
    test.clock.now = new Date('2026-11-26T09:31:00.000Z')
    expect(words((await pageOf(dossier)).body)).toContain('Ngày hẹn lại cũng đã qua.')
  })

  it('forgets the new date of a letter once papers have set the term anew (S-03)', async () => {
    const dossier = await received()
    await at('2026-11-19T02:00:00.000Z')
    const draft = await supervisor('POST', `/api/v1/dossiers/${dossier.code}/apologies`, {
      reasonCode: 'xac_minh_thuc_dia',
      reason: 'bà TRẦN THỊ BÉ SÁU (0912 345 678) chưa có mặt',
      newDueDay: '2026-11-26'
    })
    const signed = { signer: 'Trịnh Văn Ửng', signerTitle: 'Giám đốc', signedOn: '2026-11-19' }
    expect((await supervisor('POST', `/api/v1/apologies/${draft.body.id}/issue`, signed)).status).toBe(200)
    expect(words((await pageOf(dossier)).body)).toContain('Lý do: bà T. T. B. Sáu ([số đã ẩn]) chưa có mặt.')

    const asked = { items: ['Bản chính giấy khai sinh'], reason: 'thiếu căn cứ' }
    const path = `/api/v1/dossiers/${dossier.code}`
    expect((await specialist('POST', `${path}/request-supplement`, asked)).status).toBe(200)
    await at('2026-11-24T02:00:00.000Z')
    const back = await counter('POST', `${path}/receive-supplement`, {
      components: [{ name: 'Giấy khai sinh', originals: 1, copies: 0 }]
    })
    expect(back.status, JSON.stringify(back.body)).toBe(200)
    const { body } = await pageOf(dossier)
    expect(body).toContain('<h1>Hồ sơ đang được giải quyết</h1>')
    for (const gone of ['Hẹn lại', 'Hẹn lần đầu', 'xin lỗi', 'chưa có mặt']) {
      expect(words(body)).not.toContain(gone)
    }

    test.clock.now = new Date(Date.parse(back.body.dueAt) + 1000)
    const late = words((await pageOf(dossier)).body)
    expect(late).toContain('Đã quá giờ hẹn hôm nay')
    expect(late).toContain('Chúng tôi chưa có lý do và ngày hẹn mới')
  })

  it('is read again by itself just after the due minute, at most an hour ahead (S-03)', async () => {
    const dossier = await received()
    const readAgain = async () => (await pageOf(dossier)).headers.refresh
    expect(await readAgain()).toBe('3600')
    test.clock.now = new Date('2026-11-23T09:10:00.000Z')
    expect(await readAgain()).toBe('1201')
    test.clock.now = new Date('2026-11-23T09:29:50.000Z')
    expect(await readAgain()).toBe('60')
    await at('2026-11-23T09:31:00.000Z')
    expect(await readAgain()).toBe('3600')
    await counter('POST', `/api/v1/dossiers/${dossier.code}/withdraw`, {})
    expect(await readAgain()).toBeUndefined()
  })

  it('shows no full name and no number that an officer wrote down (S-08)', async () => {
    const submitter = { name: 'Lý Thị Hoà', idNumber: '091085005678', authorisation: 'giấy uỷ quyền' }
    const reason =
      'Bà trần thị bé sáu, CCCD 091 190 001 234, đt 0912.345.678, do bà LÝ THỊ HOÀ nộp ngày 16/11/2026'
    const hidden = [...SECRETS, 'trần thị bé sáu', '001 234', '345.678', 'LÝ THỊ HOÀ']
    const asked = await received({ submitter })
    const path = (move: string) => `/api/v1/dossiers/${asked.code}/${move}`
    const items = [`Giấy tờ của ${reason}`]
    expect((await specialist('POST', path('request-supplement'), { items, reason })).status).toBe(200)
    const refused = await received({ submitter })
    const refusal = await counter('POST', `/api/v1/dossiers/${refused.code}/refuse`, { reason })
    expect(refusal.status).toBe(200)
    for (const dossier of [asked, refused]) {
      const said = words((await pageOf(dossier)).body)
      expect(said).toContain(
        'Bà T. T. B. Sáu, CCCD [số đã ẩn], đt [số đã ẩn], do bà L. T. Hoà nộp ngày 16/11/2026'
      )
      for (const secret of hidden) expect(said).not.toContain(secret)
    }
  })

  it('shows of a name of one word the initial only (S-08)', async () => {
    const applicant = {
      kind: 'citizen',
      name: 'Bảnh',
      idNumber: '091190001234',
      address: 'Tổ 3, khu phố 2, phường Rạch Giá, tỉnh An Giang'
    }
    const said = words((await pageOf(await received({ applicant }))).body)
    expect(said).toContain('· B.')
    expect(said).not.toContain('Bảnh')
  })

  it('lists the papers to bring, and does not call late what waits for them', async () => {
    const dossier = await received()
    await specialist('POST', `/api/v1/dossiers/${dossier.code}/request-supplement`, {
      items: ['Bản chính giấy khai sinh cũ', 'Sổ hộ khẩu <b>cũ</b>'],
      reason: 'thiếu căn cứ'
    })
    await at('2026-11-30T02:00:00.000Z')
    const { body } = await pageOf(dossier)
    expect(body).toContain('<h1>Cần ông/bà bổ sung 2 giấy tờ</h1>')
    expect(words(body)).toContain('Bản chính giấy khai sinh cũ')
    expect(body).toContain('Sổ hộ khẩu &#60;b&#62;cũ&#60;/b&#62;')
    expect(words(body)).toContain('Chờ ông/bà bổ sung')
  })

  it.each([
    ['refuse', { reason: 'không thuộc thẩm quyền' }, 'Hồ sơ không được giải quyết', 'không thuộc thẩm quyền'],
    ['record-result', { outcome: 'granted' }, 'Hồ sơ đã có kết quả', 'Mời ông/bà đến nhận tại'],
    ['withdraw', { reason: 'không cần nữa' }, 'Hồ sơ đã được rút', 'Kết thúc lúc']
  ])('after %s says what that means', async (move, given, headline, said) => {
    const dossier = await received()
    expect((await counter('POST', `/api/v1/dossiers/${dossier.code}/${move}`, given)).status).toBe(200)
    const { body } = await pageOf(dossier)
    expect(body).toContain(`<h1>${headline}</h1>`)
    expect(words(body)).toContain(said)
  })

  it('ends with the result in hand', async () => {
    const dossier = await received()
    await counter('POST', `/api/v1/dossiers/${dossier.code}/record-result`, { outcome: 'granted' })
    await counter('POST', `/api/v1/dossiers/${dossier.code}/return-result`, { to: 'Trần Thị Bé Sáu' })
    const { body } = await pageOf(dossier)
    expect(body).toContain('<h1>Đã trả kết quả</h1>')
    for (const secret of SECRETS) expect(words(body)).not.toContain(secret)
  })

  it('answers every address that opens nothing with one and the same page (S-07)', async () => {
    const dossier = await received()
    const [office, secret = ''] = dossier.trackingToken.split('.')
    const [other] = (await received()).trackingToken.split('.')
    expect(other).toBe(office)
    await counter('POST', `/api/v1/dossiers/${dossier.code}/withdraw`, {})
    await at('2027-03-01T02:00:00.000Z')
    const pages = await Promise.all(
      [
        `/t/${dossier.trackingToken}`,
        `/t/${office}.${'A'.repeat(22)}`,
        `/t/${office}.${secret.slice(0, -1)}`,
        `/t/nowhere.${secret}`,
        `/t/${secret}`,
        '/t',
        '/t/',
        '/t/x',
        `/t/${'x'.repeat(5000)}`,
        '/t/a/b/c',
        '/t/%00',
        "/t/'%20or%201=1--"
      ].map(read)
    )
    const [first] = pages
    expect(first?.status).toBe(404)
    expect(first?.body).toContain('<h1>Không mở được trang hồ sơ</h1>')
    for (const { status, body, headers } of pages) {
      expect({ status, body }).toEqual({ status: first?.status, body: first?.body })
      expect(headers['cache-control']).toBe('no-store')
    }
  })

  it('does not name a procedure that is nobody else’s business', async () => {
    const { items } = (await read('/api/v1/procedures?q=tro+giup+xa+hoi&limit=100')).body
    const [procedure] = items as { code: string; name: string; term: object | null }[]
    if (!procedure?.term) return
    const dossier = await received({ procedureCode: procedure.code })
    const { body } = await pageOf(dossier)
    expect(body).not.toContain(procedure.name)
    expect(words(body)).toContain('Thủ tục hành chính · T. T. B. Sáu')
  })
})

describe.each(databases)('looking a dossier up by hand, on $name', ({ open }) => {
  let test: TestApp
  let code: string
  let path: string

  beforeAll(async () => {
    test = await startTestApp(open, { now: RECEIVED })
    const dossier = await receive(await signIn(test.app, 'tiepnhan1'))
    code = dossier.code
    path = new URL(dossier.trackingUrl).pathname
  })
  afterAll(() => test.close())

  let caller = 0
  const ask = (ma: string, so: string, from = `10.0.0.${++caller}`) =>
    test.app.inject({
      method: 'POST',
      url: '/tra-cuu',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: String(new URLSearchParams({ ma, so })),
      remoteAddress: from
    })

  it('is a form that reads without JavaScript', async () => {
    const { status, body } = await send(test.app, { method: 'GET', url: '/tra-cuu' })
    expect(status).toBe(200)
    expect(body).toContain('<form class="form" method="post" action="/tra-cuu"')
  })

  it.each([
    ['of the phone', '5678'],
    ['of the id number', '1234']
  ])('opens its page with the last four digits %s', async (_, digits) => {
    const answer = await ask(` ${code.toLowerCase()} `, digits)
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe(path)
  })

  it('answers a wrong code and wrong digits alike, and keeps the digits to itself', async () => {
    const wrongDigits = await ask(code, '9999')
    const wrongCode = await ask(`${code.slice(0, -4)}9999`, '5678')
    const wrongOffice = await ask('H99.99-261116-0001', '5678')
    expect(wrongDigits.statusCode).toBe(404)
    for (const other of [wrongCode, wrongOffice]) {
      expect(other.statusCode).toBe(404)
      const without = (html: string) => html.replace(/value="[^"]*"/g, '')
      expect(without(other.body)).toBe(without(wrongDigits.body))
    }
    expect(wrongDigits.body).not.toContain('9999"')
  })

  it.each([
    ['', '5678', 'Nhập mã hồ sơ in trên giấy hẹn'],
    ['H01.31-261116-0001', '56', 'Nhập 4 chữ số cuối']
  ])('says what to type when it is not there (%s, %s)', async (ma, so, message) => {
    const answer = await ask(ma, so)
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain(message)
  })

  it('lets nobody try digits out: five tries for a code, then it waits, the right digits too', async () => {
    const other = 'H01.31-261116-0777'
    for (let tries = 0; tries < 5; tries += 1) expect((await ask(other, '0000')).statusCode).toBe(404)
    const answer = await ask(other, '0000')
    expect(answer.statusCode).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.body).toContain('Đã thử quá nhiều lần')
  })

  it('lets nobody try codes out: twenty tries for an address in an hour', async () => {
    const codes = Array.from({ length: 20 }, (_, index) => `H01.31-261116-${2000 + index}`)
    for (const one of codes) expect((await ask(one, '0000', '10.9.9.9')).statusCode).toBe(404)
    expect((await ask('H01.31-261116-3000', '0000', '10.9.9.9')).statusCode).toBe(429)
    expect((await ask('H01.31-261116-3000', '0000', '10.9.9.8')).statusCode).toBe(404)
  })

  it('is refused when another site’s page asks', async () => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/tra-cuu',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
      payload: 'ma=x&so=1234'
    })
    expect(answer.statusCode).toBe(403)
  })
})
