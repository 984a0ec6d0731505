import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vietnam } from '../calendar/calendars.ts'
import { filesOfDocx, readXml } from '../printing/read-docx.ts'
import { readPdf, scanQr } from '../printing/read-pdf.ts'
import { type Caller, ORIGIN, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { receive } from '../support/dossiers.ts'

describe.each(databases)('the apology letter, on $name', ({ open }) => {
  let test: TestApp
  let supervisor: Caller
  let id: string
  let dossier: { code: string; trackingUrl: string }

  beforeAll(async () => {
    test = await startTestApp(open, { now: vietnam('2026-11-16 08:30') })
    dossier = await receive(await signIn(test.app, 'tiepnhan1'))
    test.clock.now = new Date(vietnam('2026-11-25 09:00'))
    supervisor = await signIn(test.app, 'lanhdao')
    const { body } = await supervisor('POST', `/api/v1/dossiers/${dossier.code}/apologies`, {
      reasonCode: 'cho_co_quan_khac',
      reason: 'chưa có kết quả xác minh từ nơi đăng ký khai sinh cũ',
      newDueDay: '2026-11-30'
    })
    id = body.id
  })
  afterAll(() => test.close())

  async function letter(kind: 'pdf' | 'docx') {
    const { statusCode, headers, rawPayload } = await test.app.inject({
      url: `/api/v1/apologies/${id}/letter.${kind}`,
      headers: { cookie: supervisor.cookie }
    })
    return { statusCode, headers, bytes: rawPayload }
  }

  it('D-11 has blanks for what nobody has signed yet, and says what the records say', async () => {
    const { statusCode, headers, bytes } = await letter('pdf')
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="phieu-xin-loi-${dossier.code}.pdf"`,
      'cache-control': 'no-store'
    })
    const { text } = await readPdf(bytes)
    expect(text).toContain('Trần Thị Bé Sáu')
    expect(text).toContain(dossier.code)
    expect(text).toContain('chưa có kết quả xác minh')
    expect(text).toContain('16 giờ 30 phút, ngày 23 tháng 11 năm 2026')
    expect(text).toContain('ngày 30 tháng 11 năm 2026')
    expect(text).not.toContain('Trần Quốc Việt')
    expect(text).toContain('……')
    expect(text).toBe(text.normalize('NFC'))
  })

  it('has number, day and signer once it is issued, and is the same whenever it is drawn', async () => {
    const signature = { signer: 'Trần Quốc Việt', signerTitle: 'Chủ tịch', signedOn: '2026-11-25' }
    const issued = await supervisor('POST', `/api/v1/apologies/${id}/issue`, signature)
    expect(issued.status).toBe(200)
    const { bytes } = await letter('pdf')
    const { text } = await readPdf(bytes)
    expect(text).toContain(`Số: ${issued.body.number}/PXL`)
    expect(text).toContain('ngày 25 tháng 11 năm 2026')
    expect(text).toContain('CHỦ TỊCH')
    expect(text).toContain('Trần Quốc Việt')
    expect((await letter('pdf')).bytes.equals(bytes)).toBe(true)
    expect(text).toContain('16 giờ 30 phút, ngày 23 tháng 11 năm 2026')
  })

  it("leads to the dossier's page by its code", async () => {
    expect(await scanQr((await letter('pdf')).bytes)).toBe(dossier.trackingUrl)
    expect(dossier.trackingUrl.startsWith(ORIGIN)).toBe(true)
  })

  it('D-10 is also there as a Word file with the same words', async () => {
    const { headers, bytes } = await letter('docx')
    expect(headers['content-disposition']).toBe(`attachment; filename="phieu-xin-loi-${dossier.code}.docx"`)
    const text = readXml(String(filesOfDocx(bytes).get('word/document.xml'))).texts.join('')
    expect(text).toContain('Trần Thị Bé Sáu')
    expect(text).toContain('Trần Quốc Việt')
    expect(text).not.toMatch(/\{\w+\}/)
  })
})
