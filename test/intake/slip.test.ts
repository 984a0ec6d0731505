import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf, scanQr } from '../printing/read-pdf.ts'
import { type Caller, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { intake } from './intake-bodies.ts'

describe.each(databases)('the slip of a dossier, on $name', ({ open }) => {
  let test: TestApp
  let officer: Caller

  beforeAll(async () => {
    test = await startTestApp(open)
    officer = await signIn(test.app, 'tiepnhan1')
  })
  afterAll(() => test.close())

  async function draw(caller: Caller, code: string) {
    const { statusCode, headers, rawPayload } = await test.app.inject({
      url: `/api/v1/dossiers/${code}/slip.pdf`,
      headers: { cookie: caller.cookie }
    })
    return { statusCode, headers, pdf: rawPayload }
  }

  it('is a PDF that nobody keeps, the same at each reprint', async () => {
    const { code } = (await officer('POST', '/api/v1/dossiers', intake())).body
    const first = await draw(officer, code)
    expect(first.statusCode).toBe(200)
    expect(first.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store'
    })
    expect(first.pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await officer('POST', `/api/v1/dossiers/${code}/slip`, { how: 'printed' })
    const second = await draw(officer, code)
    expect(second.pdf.equals(first.pdf)).toBe(true)
  })

  it('says what was taken in and by when, and its code opens the page of that dossier', async () => {
    const { code, trackingUrl } = (await officer('POST', '/api/v1/dossiers', intake())).body
    const { pdf } = await draw(officer, code)
    expect(await scanQr(pdf)).toBe(trackingUrl)
    const { text, pages } = await readPdf(pdf)
    expect(pages).toHaveLength(1)
    for (const words of [
      code,
      'Nguyễn Thị Bé An',
      '091185001234',
      '16 giờ 30 phút, ngày 01 tháng 12 năm 2026'
    ]) {
      expect(text.replaceAll('\u00a0', ' ')).toContain(words)
    }
  })

  it('is another for another dossier, and none for a stranger', async () => {
    const one = (await officer('POST', '/api/v1/dossiers', intake())).body.code
    const other = (await officer('POST', '/api/v1/dossiers', intake({ resultDelivery: 'post' }))).body.code
    expect((await draw(officer, one)).pdf.equals((await draw(officer, other)).pdf)).toBe(false)
    expect((await draw(await signIn(test.app, 'tiepnhan9'), one)).statusCode).toBe(404)
  })
})
