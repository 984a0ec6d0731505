import type { Page } from '@playwright/test'
import { kioskVietnamese } from '../../kiosk-ui/src/text/kiosk.ts'
import { receive } from '../support/dossiers.ts'
import { signInAt } from '../support/server-process.ts'
import { type HallServer, test } from './hall.ts'
import { expect, expectAccessible } from './office.ts'

test.use({ viewport: { width: 1080, height: 1920 } })

/** What of a citizen must not be found on the kiosk. */
const SECRETS = ['Trần Thị Bé', '091190001234', '0912345678', '5678']

const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const key = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const numberOn = (page: Page) => page.locator('.ticket .number')

/** Types as a hand scanner does: at once, and Enter. */
async function scan(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

async function digits(page: Page, text: string): Promise<void> {
  for (const digit of text) await key(page, digit)
}

async function answerOf(asked: Promise<Response>) {
  const response = await asked
  if (!response.ok) throw new Error(await response.text())
  // biome-ignore lint/suspicious/noExplicitAny: stories read whatever came
  return (await response.json()) as any
}

/** A dossier of the hall's office; ready and held by counter 2 where that is asked for. */
async function dossierIn(hall: HallServer, { ready = false } = {}) {
  const call = async (method: string | undefined, url: string, body?: object) => {
    const response = await hall.ask(method ?? 'GET', url, body)
    return { status: response.status, body: await response.json(), headers: {} }
  }
  const dossier = await receive(Object.assign(call, { user: null as never, cookie: '' }))
  if (!ready) return dossier
  const { ask } = await signInAt(hall.address, 'chuyenmon1', 'mật khẩu thử')
  const { version } = await answerOf(ask('GET', `/api/v1/dossiers/${dossier.code}`))
  const day = new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10)
  const result = { outcome: 'granted', number: '12/TLKS', signer: 'Trần Minh Khôi', signedOn: day }
  await answerOf(
    ask('POST', `/api/v1/dossiers/${dossier.code}/record-result`, result, { 'if-match': `"${version}"` })
  )
  const place = { counterId: hall.counters[1]?.id ?? '' }
  await answerOf(hall.ask('PUT', `/api/v1/self-service/result-places/${dossier.code}`, place))
  return dossier
}

test.beforeEach(async ({ hall }) => {
  for (const [index, { id }] of hall.counters.entries()) {
    await hall.askAt(index)('POST', `/api/v1/counters/${id}/open`)
  }
})

test('K-04 K-16 a slip that is scanned shows the dossier, names nobody, and is forgotten', async ({
  page,
  hall
}) => {
  const dossier = await dossierIn(hall)
  await page.clock.install()
  await hall.enrol(page, 'kiosk')
  await expect(page.getByRole('heading', { name: 'Ông/bà cần việc gì?' })).toBeVisible()
  await scan(page, dossier.trackingUrl)
  await expect(page.getByRole('heading', { name: 'Hồ sơ đang được giải quyết' })).toBeVisible()
  await expect(page.getByText('T. T. B. Sáu')).toBeVisible()
  const words = await page.locator('body').innerText()
  for (const secret of SECRETS) expect(words).not.toContain(secret)
  await expectAccessible(page)

  await page.clock.runFor(41_000)
  await expect(page.getByRole('heading', { name: 'Ông/bà còn dùng máy không?' })).toBeVisible()
  await page.clock.runFor(21_000)
  await expect(page.getByRole('heading', { name: 'Ông/bà cần việc gì?' })).toBeVisible()
  const left = await page.content()
  for (const trace of ['T. T. B. Sáu', dossier.code.slice(-4), dossier.trackingUrl.slice(-22)]) {
    expect(left).not.toContain(trace)
  }
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.length])
  )
  expect(stored).not.toContain(dossier.trackingUrl.slice(-22))
  expect(page.url()).toBe(`${hall.address}/kiosk`)
})

test('K-01 a result that is ready is fetched with a number for the counter that holds it', async ({
  page,
  hall
}) => {
  const dossier = await dossierIn(hall, { ready: true })
  await hall.enrol(page, 'kiosk')
  await tap(page, /^Nhận kết quả/)
  await expect(page.getByRole('heading', { name: 'Quét mã trên giấy hẹn' })).toBeVisible()
  await expectAccessible(page)
  await scan(page, dossier.trackingUrl)
  await expect(page.getByRole('heading', { name: 'Đã có kết quả' })).toBeVisible()
  await expect(page.getByText('Quầy 2')).toBeVisible()
  await tap(page, 'Lấy số nhận kết quả')
  await expect(numberOn(page)).toHaveText(/^L\d{3}$/)
  await expect(page.getByText('Quầy 2')).toBeVisible()
})

test('a dossier is found by its digits on the keys; wrong ones are told, and what was typed stays', async ({
  page,
  hall
}) => {
  const dossier = await dossierIn(hall)
  const ending = dossier.code.split('-').slice(1).join('')
  await hall.enrol(page, 'kiosk')
  await tap(page, /^Tra cứu/)
  await tap(page, /^Xem hồ sơ đã nộp/)
  await key(page, 'Tiếp')
  await expect(page.getByRole('alert')).toContainText('Nhập đủ mã hồ sơ')
  await digits(page, ending)
  await key(page, 'Tiếp')
  await digits(page, '0000')
  await key(page, 'Xem')
  await expect(page.getByRole('alert')).toContainText('Không tìm thấy hồ sơ với các số này')
  await expectAccessible(page)
  for (let n = 0; n < 4; n += 1) await key(page, 'Xóa')
  await digits(page, '5678')
  await key(page, 'Xem')
  await expect(page.getByRole('heading', { name: 'Hồ sơ đang được giải quyết' })).toBeVisible()
})

test('what is no slip is told and typed nowhere', async ({ page, hall }) => {
  await hall.enrol(page, 'kiosk')
  await tap(page, /^Nhận kết quả/)
  await scan(page, '091190001234|271234567|Trần Thị Bé Sáu|05031990|Nữ|Rạch Giá|12082021')
  await expect(page.getByRole('alert')).toContainText('Đây là mã trên thẻ căn cước')
  expect(await page.content()).not.toContain('0911')
})

test('K-12 K-13 a procedure is found by Telex on the kiosk’s own keys, and taken home', async ({
  page,
  hall
}) => {
  await hall.enrol(page, 'kiosk')
  await tap(page, /^Tra cứu/)
  await tap(page, /^Tra cứu thủ tục/)
  for (const letter of 'khai sinh') await key(page, letter === ' ' ? 'Cách' : letter)
  await expect(page.locator('.query')).toHaveText(/khai sinh$/)
  await expect(page.getByText(/Tìm thấy \d+ thủ tục/)).toBeVisible()
  await expectAccessible(page)
  await key(page, 'Xem kết quả')
  await expect(page.locator('.keyboard')).toHaveCount(0)
  await page.locator('.found button').first().click()
  await expect(page.getByRole('heading', { name: /khai sinh/i })).toBeVisible()
  await expect(page.getByText('Thời hạn')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Mã QR mở trang thủ tục' })).toBeVisible()
  await expectAccessible(page)
})

test('K-12 one slip of the finger is forgiven, and nothing found leads to a person and is noted', async ({
  page,
  hall
}) => {
  await hall.enrol(page, 'kiosk')
  await tap(page, /^Tra cứu/)
  await tap(page, /^Tra cứu thủ tục/)
  await page.keyboard.type('ket honn', { delay: 110 })
  await expect(page.getByText(/Tìm thấy .*thủ tục/)).toBeVisible()
  await expect(page.locator('.keyboard')).toHaveCount(0)
  for (let n = 0; n < 8; n += 1) await page.keyboard.press('Backspace', { delay: 110 })
  await page.keyboard.type('qwqwqw', { delay: 110 })
  await expect(page.getByText('Không tìm thấy thủ tục nào')).toBeVisible()
  await expect
    .poll(
      async () => {
        const { ask } = await signInAt(hall.address, 'quantri', 'mật khẩu thử')
        const { items } = await answerOf(ask('GET', '/api/v1/self-service/search-misses'))
        return items.length
      },
      { timeout: 8000 }
    )
    .toBeGreaterThan(0)
  await tap(page, 'Gặp cán bộ')
  await expect(page.locator('.k-help').getByText('Đã gọi cán bộ')).toBeVisible()
})

test('K-14 English is one touch away, another language comes from the office, and all end at idle', async ({
  page,
  hall
}) => {
  const { ask } = await signInAt(hall.address, 'quantri', 'mật khẩu thử')
  const khmer = {
    name: 'ខ្មែរ',
    texts: { ...kioskVietnamese, question: 'តើលោកអ្នកត្រូវការអ្វី?' },
    serviceNames: { [hall.services[0]?.id ?? '']: 'សេវា' },
    groupNames: {}
  }
  await page.clock.install()
  await hall.enrol(page, 'kiosk')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'What do you need?' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expectAccessible(page)
  await answerOf(ask('PUT', '/api/v1/kiosk-languages/km', khmer))
  await expect(page.getByRole('button', { name: 'Language' })).toBeVisible()
  await page.clock.runFor(61_000)
  await expect(page.getByRole('heading', { name: 'Ông/bà cần việc gì?' })).toBeVisible()
  await page.getByRole('button', { name: 'Ngôn ngữ' }).click()
  await page.getByRole('button', { name: 'ខ្មែរ' }).click()
  await expect(page.getByRole('heading', { name: khmer.texts.question })).toBeVisible()
  await expect(page.getByRole('button', { name: /សេវា/ })).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  const drawn = await page.evaluate(() => document.fonts.check('700 32px "Noto Sans Khmer"', 'ខ្មែរ'))
  expect(drawn).toBe(true)
  await expectAccessible(page)
  await ask('DELETE', '/api/v1/kiosk-languages/km')
})

test('an appointment is checked in by phone and time; an unknown one leads to a person', async ({
  page,
  hall
}) => {
  await hall.enrol(page, 'kiosk')
  await tap(page, /^Đến theo lịch hẹn/)
  await digits(page, '999999')
  await key(page, 'Lấy số')
  await expect(page.getByRole('alert')).toContainText(/lịch hẹn/i)
  await expectAccessible(page)
  await tap(page, 'Không nhớ mã hẹn')
  await digits(page, '1234')
  await key(page, 'Tiếp')
  await digits(page, '9999')
  await key(page, 'Lấy số')
  await expect(page.getByRole('alert')).toContainText('Nhập giờ hẹn bằng bốn số')
})

for (const viewport of [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 }
]) {
  test(`all that is touched lies within reach at ${viewport.width} × ${viewport.height}`, async ({
    page,
    hall
  }) => {
    await page.setViewportSize(viewport)
    await hall.enrol(page, 'kiosk')
    const pages: (string | RegExp)[][] = [
      [],
      [/^Nhận kết quả/],
      [/^Tra cứu/],
      [/^Tra cứu/, /^Tra cứu thủ tục/],
      [/^Đến theo lịch hẹn/],
      [/^Lấy số ưu tiên/]
    ]
    for (const way of pages) {
      for (const step of way) await tap(page, step)
      await expectWithinReach(page)
      for (const _ of way)
        if ((await page.getByRole('button', { name: 'Quay lại' }).count()) > 0) await tap(page, 'Quay lại')
    }
  })
}

/** Below 1220 mm where the screen stands, inside the screen, at least 80 px high and not cut (EN 301 549, look/notes). */
async function expectWithinReach(page: Page): Promise<void> {
  const wrong = await page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .filter((button) => {
        const { left, right, top, bottom, height } = button.getBoundingClientRect()
        const tooHigh = innerHeight > innerWidth && top < 1151
        const outside = left < 0 || right > innerWidth + 1 || bottom > innerHeight + 1
        return tooHigh || outside || height < 79 || button.scrollWidth > button.clientWidth + 2
      })
      .map(({ textContent }) => textContent)
  )
  expect(wrong).toEqual([])
}
