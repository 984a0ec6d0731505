import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('the public pages of procedures, on $name', ({ open }) => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp(open)
  })
  afterAll(() => test.close())

  const get = (url: string) => send(test.app, { method: 'GET', url })
  const page = async (url: string) => {
    const { body, status, headers } = await get(url)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    return { status, html: String(body), text: words(String(body)) }
  }
  const form = (values: Record<string, string>) => new URLSearchParams(values)

  it('are Vietnamese, say whose they are, and need no script', async () => {
    for (const url of ['/thu-tuc', '/thu-tuc/1.001193', '/thu-tuc/9.999999']) {
      const { html } = await page(url)
      expect(html).toContain('<html lang="vi">')
      expect(html).toContain('Trung tâm Phục vụ hành chính công phường Rạch Giá')
      expect(html).toContain('Trang chính thức: localhost')
      expect(html).not.toMatch(/<script|javascript:|\son\w+=/)
    }
  })

  it('list the procedures, and search them without marks', async () => {
    const { text } = await page('/thu-tuc')
    expect(text).toMatch(/\d{2} thủ tục/)
    expect(text).toContain('Trang 1 trên')
    const found = await page('/thu-tuc?q=dang+ky+ket+hon')
    expect(found.html).toContain('href="/thu-tuc/1.000894"')
    expect(found.html).not.toContain('href="/thu-tuc/1.004222"')
    expect(found.html).toContain('value="dang ky ket hon"')
  })

  it('keep the query and the field from page to page', async () => {
    const { html } = await page('/thu-tuc?field=H%E1%BB%99+t%E1%BB%8Bch&q=dang+ky')
    expect(html).toContain('<option selected>Hộ tịch</option>')
    const all = await page('/thu-tuc?trang=2')
    expect(all.text).toContain('Trang 2 trên')
    expect((await page('/thu-tuc?trang=xyz')).text).toContain('Trang 1 trên')
    expect((await page('/thu-tuc?trang=99')).status).toBe(200)
  })

  it('say what to do when nothing is found', async () => {
    const { status, text } = await page('/thu-tuc?q=zzzz')
    expect(status).toBe(200)
    expect(text).toContain('Không tìm thấy thủ tục nào khớp với “zzzz”')
    expect(text).toContain('Gặp cán bộ hướng dẫn')
  })

  it('show what was typed as text, never as markup', async () => {
    const { html } = await page(`/thu-tuc?${form({ q: '"><script>alert(1)</script>', field: '<b>' })}`)
    expect(html).not.toContain('<script>alert')
    const procedure = await page(`/thu-tuc/1.004873?${form({ ngay: '"><img src=x>', gio: '<i>' })}`)
    expect(procedure.html).not.toMatch(/<img|<i>(?!<)/)
  })

  it('tell of a procedure the term, the papers, the fee, the channels and the result', async () => {
    const { text } = await page('/thu-tuc/1.001193')
    for (const words of [
      'Thủ tục đăng ký khai sinh',
      'Trong ngày',
      'Nộp sau 15:00 thì tính từ ngày làm việc tiếp theo',
      'Giấy chứng sinh',
      'đưa cán bộ xem rồi nhận lại',
      'Không thu',
      'Gửi qua bưu chính công ích',
      'Giấy khai sinh',
      'Mã thủ tục: 1.001193'
    ]) {
      expect(text).toContain(words)
    }
  })

  it('say of a procedure without a term that nobody can promise a day', async () => {
    const { text, html } = await page('/thu-tuc/2.001019')
    expect(text).toContain('Chưa xác định được thời hạn')
    expect(html).not.toContain('name="ngay"')
  })

  it('work a due date out and explain it day by day', async () => {
    const asked = form({ ngay: '20/11/2026', gio: '14h30', 'truong-hop': '' })
    const { status, text, html } = await page(`/thu-tuc/1.004873?${asked}`)
    expect(status).toBe(200)
    expect(text).toContain('16:30 thứ Năm, 26/11/2026')
    expect(text).toContain('nghỉ Ngày Văn hóa Việt Nam')
    expect(html).toContain('value="20/11/2026"')
  })

  it('work it out for the case that was chosen, and keep it chosen', async () => {
    const asked = form({ ngay: '01/12/2026', gio: '08:00', 'truong-hop': 'Phải xác minh' })
    const { text, html } = await page(`/thu-tuc/1.004873?${asked}`)
    expect(text).toContain('16:30 thứ Năm, 24/12/2026')
    expect(html).toMatch(/value="Phải xác minh" checked/)
  })

  it('work it out for the way of filing', async () => {
    const asked = form({ ngay: '01/12/2026', gio: '08:00', 'cach-nop': 'online' })
    expect((await page(`/thu-tuc/1.013133?${asked}`)).text).toContain('10:00 thứ Ba, 01/12/2026')
  })

  it.each([
    ['a day that is none', { ngay: '31/11/2026', gio: '08:00' }, 'Tháng 11 năm 2026 chỉ có 30 ngày'],
    ['a time that is none', { ngay: '20/11/2026', gio: 'trưa' }, 'Nhập giờ nộp gồm giờ và phút'],
    ['a case that is none', { ngay: '20/11/2026', gio: '8', 'truong-hop': 'lạ' }, 'Chọn một trường hợp']
  ])('say what is wrong with %s, and keep what was typed', async (_, typed, words) => {
    const { status, html, text } = await page(`/thu-tuc/1.004873?${form(typed)}`)
    expect(status).toBe(400)
    expect(html).toContain('<title>Lỗi: ')
    expect(text).toContain('Có lỗi cần sửa')
    expect(text).toContain(words)
    expect(html).toContain(`value="${typed.ngay}"`)
  })

  it('take a day and a time from a keypad of digits alone', async () => {
    const asked = form({ ngay: '20112026', gio: '1430' })
    expect((await page(`/thu-tuc/1.004873?${asked}`)).text).toContain('16:30 thứ Năm, 26/11/2026')
  })

  it('mark a wrong case at the choice itself too', async () => {
    const { html } = await page(
      `/thu-tuc/1.004873?${form({ ngay: '20/11/2026', gio: '8', 'truong-hop': 'lạ' })}`
    )
    expect(html).toMatch(
      /<fieldset class="field wrong" id="truong-hop" aria-describedby="truong-hop-fault"><legend>Trường hợp<\/legend>\s*<span class="fault" id="truong-hop-fault">Chọn một trường hợp/
    )
    const right = await page('/thu-tuc/1.004873')
    expect(right.html).not.toContain('truong-hop-fault')
  })

  it('say once, in words for a citizen, that a year has no calendar yet', async () => {
    const { status, text } = await page(`/thu-tuc/1.004873?${form({ ngay: '24/11/2035', gio: '8' })}`)
    expect(status).toBe(200)
    expect(text.match(/lịch nghỉ lễ, Tết năm 2035/g)).toHaveLength(1)
    expect(text).toContain('Hỏi cán bộ tại quầy')
    expect(text).not.toMatch(/Quản trị viên|calendar import|Có lỗi cần sửa/)
  })

  it.each([
    '/thu-tuc?q=ket+hon&q=b&field=x&field=y&trang=1&trang=2',
    '/thu-tuc/1.000894?ngay=24/11/2026&ngay=b&gio=8&gio=9&truong-hop=&truong-hop=a&cach-nop=post&cach-nop=x'
  ])('take the first of what stands twice in the address: %s', async (url) => {
    const { status, html } = await page(url)
    expect(status).toBe(200)
    expect(html).toMatch(/value="(?:ket hon|24\/11\/2026)"/)
  })

  it('are 404 for a procedure that is not there, with a way on', async () => {
    const { status, html } = await page('/thu-tuc/9.999999')
    expect(status).toBe(404)
    expect(html).toContain('href="/thu-tuc"')
  })

  it('never answer from a catalogue that has changed since', async () => {
    await page('/thu-tuc/1.010028')
    const administrator = await signIn(test.app, 'quantri')
    await administrator('POST', '/api/v1/procedures/1.010028/amendments', {
      effectiveFrom: '2026-11-23',
      decision: 'QĐ 11',
      fee: 12345
    })
    expect((await page('/thu-tuc/1.010028')).text).toContain('12.345 đồng')
  })
})

describe.each(databases)('the page of a procedure that has changed, on $name', ({ open }) => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp(open)
    const administrator = await signIn(test.app, 'quantri')
    const amend = (code: string, changes: object) =>
      administrator('POST', `/api/v1/procedures/${code}/amendments`, { decision: 'QĐ 12', ...changes })
    const days = (amount: number) => ({ amount, unit: 'working_day' })
    await amend('1.004873', {
      effectiveFrom: '2026-11-23',
      term: days(2),
      fee: 9000,
      variants: [{ name: 'Phải hỏi nơi khác', term: days(9) }]
    })
    await amend('2.001019', { effectiveFrom: '2026-11-23', term: days(4) })
    await amend('1.010038', { effectiveFrom: '2026-12-01', variants: [{ name: 'Đã ly hôn', term: days(8) }] })
    await amend('1.004222', { effectiveFrom: '2026-12-10', abolished: true })
  })
  afterAll(() => test.close())

  const page = async (code: string, values: Record<string, string> = {}) => {
    const url = `/thu-tuc/${code}?${new URLSearchParams(values)}`
    const { body, status } = await send(test.app, { method: 'GET', url })
    return { status, html: String(body), text: words(String(body)) }
  }
  const asked = (ngay: string, chosen = '') => ({ ngay, gio: '8', 'truong-hop': chosen })
  const OTHER = 'áp dụng cho hồ sơ nộp ngày'

  it('is that of today, and says nothing of others', async () => {
    const { text } = await page('1.004873', asked('24/11/2026'))
    expect(text).toContain('2 ngày làm việc')
    expect(text).not.toContain(OTHER)
  })

  it('is that of the day of receipt where a day is asked for, says so, and leads back to today', async () => {
    const { status, text, html } = await page('1.004873', asked('20/11/2026', 'Phải xác minh'))
    expect(status).toBe(200)
    expect(text).toContain('3 ngày làm việc')
    expect(text).not.toContain('9.000 đồng')
    expect(text).toContain(
      'Nội dung này áp dụng cho hồ sơ nộp ngày 20/11/2026 (có hiệu lực từ ngày 01/07/2025)'
    )
    expect(html).toContain('<a href="/thu-tuc/1.004873">Xem nội dung áp dụng hôm nay</a>')
    expect(text).toContain('Tính theo nội dung thủ tục có hiệu lực từ ngày 01/07/2025')
  })

  it('shows the cases of that day, and says so when the chosen one is not among them', async () => {
    const { status, text, html } = await page('1.004873', asked('20/11/2026', 'Phải hỏi nơi khác'))
    expect(status).toBe(400)
    expect(text).toContain('Hồ sơ nộp ngày này không có trường hợp đã chọn. Chọn lại trong danh sách')
    expect(html).toContain('value="Phải xác minh"')
    expect(html).not.toContain('value="Phải hỏi nơi khác"')
  })

  it('says so too where that day has no cases to choose from', async () => {
    const { status, text, html } = await page('1.010038', asked('24/11/2026', 'Đã ly hôn'))
    expect(status).toBe(200)
    expect(text).toContain('Hồ sơ nộp ngày này không chia trường hợp. Bấm “Tính ngày hẹn” để tính lại.')
    expect(html).not.toContain('truong-hop')
    expect((await page('1.010038', asked('01/12/2026', 'Đã ly hôn'))).text).toContain(
      '16:30 thứ Sáu, 11/12/2026'
    )
  })

  it('says that there was no term on that day, shows none, and keeps the form', async () => {
    const { status, text, html } = await page('2.001019', asked('20/11/2026'))
    expect(status).toBe(200)
    expect(text).toContain('Chưa xác định được thời hạn')
    expect(text).not.toMatch(/4 ngày làm việc|Báo quản trị viên/)
    expect(text).toContain('Danh mục chưa có thời hạn cho hồ sơ này')
    expect(html).toContain('name="ngay"')
    expect((await page('2.001019', asked('23/11/2026'))).text).toContain('4 ngày làm việc')
  })

  it('says that days before the catalogue are worked out by its first edition', async () => {
    const { text } = await page('1.004873', asked('02/06/2025'))
    expect(text).toContain('Danh mục chỉ có nội dung từ ngày 01/07/2025')
    expect(text).toContain('3 ngày làm việc')
  })

  it('says of a day on which nobody can ask for it any more that it is gone', async () => {
    const { status, text } = await page('1.004222', asked('10/12/2026'))
    expect(status).toBe(400)
    expect(text).toContain('Ngày 10/12/2026 không còn thủ tục này')
    expect(text).not.toContain('Hẹn trả kết quả')
  })
})

describe.each(databases)('an installation that is not set up yet, on $name', ({ open }) => {
  it('has an empty list and no error', async () => {
    const test = await startTestApp(open, { furnished: false })
    const { status, body } = await send(test.app, { method: 'GET', url: '/thu-tuc' })
    expect(status).toBe(200)
    expect(String(body)).toContain('Danh mục chưa có thủ tục nào')
    await test.close()
  })
})

/** What a reader reads: without tags, with entities as their characters. */
function words(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/\s+/g, ' ')
}
