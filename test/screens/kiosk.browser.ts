import type { Page } from '@playwright/test'
import { signInAt } from '../support/server-process.ts'
import { test } from './hall.ts'
import { expect, expectAccessible } from './office.ts'

test.use({ viewport: { width: 1080, height: 1920 } })

test.beforeEach(async ({ hall }) => {
  for (const [index, { id }] of hall.counters.entries()) {
    await hall.askAt(index)('POST', `/api/v1/counters/${id}/open`)
  }
})

const choice = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(name) })
const numberOn = (page: Page) => page.locator('.ticket .number')

test('K-01 a number is had in three taps, shown on the board when it is called, and followed by phone', async ({
  page,
  context,
  hall
}) => {
  const code = /kiosk#(\d{8})/.exec(hall.printed)?.[1]
  await page.goto(`${hall.address}/kiosk#${code}`)
  await expect(page.getByRole('heading', { name: 'Ông/bà cần việc gì?' })).toBeVisible()
  await expect(page).toHaveURL(`${hall.address}/kiosk`)
  const board = await context.newPage()
  await hall.enrol(board, 'display')

  await choice(page, 'Lấy số ưu tiên').click()
  await choice(page, 'Người cao tuổi').click()
  await choice(page, 'Hộ tịch').click()
  await expect(page.getByRole('heading', { name: 'Số ưu tiên của ông/bà' })).toBeVisible()
  const number = await numberOn(page).innerText()
  expect(number).toMatch(/^A\d{3}$/)
  const height = await numberOn(page).evaluate((element) =>
    Number.parseFloat(getComputedStyle(element).fontSize)
  )
  expect(height).toBeGreaterThanOrEqual(150)
  await expect(page.getByRole('img', { name: `Mã QR mở trang theo dõi số ${number}` })).toBeVisible()

  // Whoever else has priority and came before is called first.
  let called = { number: '', followUrl: '' }
  while (called.number !== number) {
    await hall.clear(1)
    const call = await hall.askAt(1)('POST', `/api/v1/counters/${hall.counters[1]?.id}/calls`)
    expect(call.status).toBe(200)
    called = (await call.json()) as typeof called
  }
  await expect(board.getByText('Mời số')).toBeVisible()
  await expect(board.locator('.now .big').first()).toHaveText(number)
  await expect(page.getByText('Đến lượt ông/bà: mời đến quầy 2')).toBeVisible()
  await page.goto(called.followUrl.replace('localhost', '127.0.0.1'))
  await expect(page.getByText('Quầy 2', { exact: true })).toBeVisible()
})

test('the counts of who waits change by themselves', async ({ page, hall }) => {
  await hall.enrol(page, 'kiosk')
  const tile = choice(page, 'Đất đai')
  const count = async () => Number(/(\d+) người/.exec(await tile.innerText())?.[1] ?? 0)
  await expect(tile).toBeVisible()
  const before = await count()
  const url = `/api/v1/offices/${hall.officeId}/tickets`
  await hall.ask('POST', url, { serviceId: hall.services[1]?.id })
  await expect.poll(count).toBe(before + 1)
})

test('K-05 hurried taps give one number, and the next person another', async ({ page, hall }) => {
  await hall.enrol(page, 'kiosk')
  await choice(page, 'Bảo trợ xã hội').dblclick()
  const first = await numberOn(page).innerText()
  await page.getByRole('button', { name: 'Xong' }).click()
  await choice(page, 'Bảo trợ xã hội').click()
  const second = await numberOn(page).innerText()
  expect(Number(second.slice(1))).toBe(Number(first.slice(1)) + 1)
})

test('K-05 a number whose answer was lost is given again, not anew', async ({ page, hall }) => {
  await hall.enrol(page, 'kiosk')
  await expect(choice(page, 'Kinh doanh')).toBeVisible()
  const given: string[] = []
  await page.route('**/tickets', async (route) => {
    const response = await route.fetch()
    given.push((await response.json()).number)
    if (given.length === 1) await route.abort()
    else await route.fulfill({ response })
  })
  await choice(page, 'Kinh doanh').click()
  await expect(page.getByText('Xin gặp cán bộ ở bàn hướng dẫn để lấy số.')).toBeVisible()
  await choice(page, 'Kinh doanh').click()
  await expect(numberOn(page)).toHaveText(given[0] ?? '')
  expect(new Set(given).size).toBe(1)
})

test('K-20 a kiosk that prints through its browser prints once, and does not claim to know', async ({
  page,
  hall
}) => {
  const printed: string[] = []
  page.on('console', (message) => {
    if (message.text() === 'in /kiosk') printed.push(message.text())
  })
  await hall.enrol(page, 'kiosk')
  await expect(choice(page, 'Hộ tịch')).toBeVisible()
  await page.goto(`${hall.address}/kiosk?in=trinh-duyet`)
  await choice(page, 'Hộ tịch').click()
  await expect(page.locator('.ticket .print')).toContainText('Không biết tình trạng máy in')
  await expect(page.locator('.paper .number')).toHaveText(await numberOn(page).innerText())
  await expect(page.locator('.paper')).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.paper .number')).toBeVisible()
  await expect(numberOn(page)).toBeHidden()
  expect(printed).toHaveLength(1)
})

test('K-17 a number taken by mistake is given back', async ({ page, hall }) => {
  await hall.enrol(page, 'kiosk')
  await choice(page, 'Đất đai').click()
  const number = await numberOn(page).innerText()
  await page.getByRole('button', { name: /Lấy nhầm\? Hủy số này, còn \d+ giây/ }).click()
  await expect(page.getByText(`Đã hủy số ${number}.`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Xong' }).click()
  await expect(page.getByRole('heading', { name: 'Ông/bà cần việc gì?' })).toBeVisible()
})

test('K-16 a kiosk that was left asks, then forgets who stood there', async ({ page, hall }) => {
  await page.clock.install()
  await hall.enrol(page, 'kiosk')
  await page.getByRole('button', { name: 'Chữ to' }).click()
  await choice(page, 'Hộ tịch').click()
  const number = await numberOn(page).innerText()
  await page.clock.runFor(46_000)
  await expect(page.getByRole('heading', { name: 'Ông/bà còn dùng máy không?' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Tôi cần thêm thời gian' }).click()
  await expect(page.getByRole('heading', { name: 'Ông/bà còn dùng máy không?' })).toBeHidden()
  await page.clock.runFor(61_000)
  await expect(numberOn(page)).toBeHidden()
  await expect(page.getByText(number)).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('data-text', 'usual')
})

test('K-11 outside the hours it says why and when to come again, and still looks things up', async ({
  page,
  hall
}) => {
  const closedText = 'Hôm nay, thứ Ba 24/11, nghỉ Ngày Văn hóa Việt Nam. Mở cửa lại 07:30 thứ Tư 25/11.'
  await page.route('**/queue', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), open: false, closedText } })
  })
  await hall.enrol(page, 'kiosk')
  await expect(page.getByText('Hiện chưa cấp số')).toBeVisible()
  await expect(page.getByText(closedText)).toBeVisible()
  await expect(choice(page, 'Hộ tịch')).toHaveCount(0)
  await expect(choice(page, 'Tra cứu thủ tục')).toBeVisible()
  await expectAccessible(page)
})

test('K-11 a refusal of the server is told in words, and nothing is lost', async ({ page, hall }) => {
  await hall.enrol(page, 'kiosk')
  const detail = 'Lĩnh vực này đã cấp hết số của hôm nay.'
  await page.route('**/tickets', (route) =>
    route.fulfill({ status: 409, json: { code: 'QUOTA_REACHED', status: 409, title: 'Hết số', detail } })
  )
  await choice(page, 'Hộ tịch').click()
  await expect(page.getByRole('alert')).toContainText(detail)
  await expect(choice(page, 'Hộ tịch')).toBeEnabled()
})

test('K-18 a service without a counter stays in its place, grey, and says why', async ({ page, hall }) => {
  const { ask } = await signInAt(hall.address, 'quantri', 'mật khẩu thử')
  const serves = (counter: number, services: number[]) =>
    ask('PUT', `/api/v1/hall/counters/${hall.counters[counter]?.id}/services`, {
      services: services.map((service) => ({ serviceId: hall.services[service]?.id, helps: false }))
    })
  for (const counter of hall.counters.keys()) await serves(counter, counter === 2 ? [1] : [0])
  await hall.enrol(page, 'kiosk')
  await expect(choice(page, 'Đất đai')).toBeEnabled()
  await hall.ask('POST', `/api/v1/counters/${hall.counters[2]?.id}/close`)
  await expect(choice(page, 'Đất đai')).toBeDisabled()
  await expect(choice(page, 'Đất đai')).toContainText('Chưa có quầy mở')
  await expect(choice(page, 'Hộ tịch')).toBeEnabled()
  await expectAccessible(page)
  for (const counter of hall.counters.keys()) await serves(counter, [])
})

test('an emergency message covers the kiosk, and no numbers are given while it stands', async ({
  page,
  hall
}) => {
  const { ask } = await signInAt(hall.address, 'quantri', 'mật khẩu thử')
  const text = 'Mời mọi người ra cửa phía trước'
  await hall.enrol(page, 'kiosk')
  await choice(page, 'Hộ tịch').click()
  const number = await numberOn(page).innerText()
  await ask('POST', '/api/v1/hall/emergency', { text })
  await expect(page.getByRole('alert')).toContainText(text)
  await expect(page.getByRole('button')).toHaveCount(0)
  await expectAccessible(page)
  await ask('DELETE', '/api/v1/hall/emergency')
  await expect(choice(page, 'Hộ tịch')).toBeVisible()
  await expect(page.getByText(number)).toHaveCount(0)
})

test('a scanned code that is on no slip is told so at once', async ({ page, hall }) => {
  await hall.enrol(page, 'kiosk')
  await expect(choice(page, 'Hộ tịch')).toBeVisible()
  await page.keyboard.type('https://example.org/t/abcdefghijklmnopqrstuvwxyz')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('không phải mã trên giấy hẹn')
})

test('K-02 a range of minutes stands beside who waits, and nothing where too little is known', async ({
  page,
  hall
}) => {
  await page.route('**/queue', async (route) => {
    const response = await route.fetch()
    const queue = await response.json()
    const services = queue.services.map((service: object, index: number) => ({
      ...service,
      estimate: index === 0 ? { lowMinutes: 10, highMinutes: 20 } : null
    }))
    await route.fulfill({ response, json: { ...queue, services } })
  })
  await hall.enrol(page, 'kiosk')
  await expect(choice(page, 'Hộ tịch')).toContainText(/chờ, 10–20 phút/)
  await expect(choice(page, 'Đất đai')).not.toContainText('phút')
})

test('K-09 K-10 says in words that the server is gone, and is back by itself', async ({ browser, hall }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await hall.enrol(page, 'kiosk')
  await choice(page, 'Hộ tịch').click()
  await expect(numberOn(page)).toBeVisible()
  const number = await numberOn(page).innerText()
  await hall.kill()
  await expect(page.getByText('Số này vẫn có giá trị')).toBeVisible()
  await expect(numberOn(page)).toHaveText(number)
  await page.getByRole('button', { name: 'Xong' }).click()
  await expect(page.getByRole('heading', { name: 'Máy lấy số đang mất kết nối' })).toBeVisible()
  await expect(page.getByText('Xin gặp cán bộ ở bàn hướng dẫn để lấy số.')).toBeVisible()
  await expectAccessible(page)
  await hall.comeBack()
  await expect(choice(page, 'Hộ tịch')).toBeVisible()
  await choice(page, 'Hộ tịch').click()
  await expect(numberOn(page)).toBeVisible()
  expect(Number((await numberOn(page).innerText()).slice(1))).toBe(Number(number.slice(1)) + 1)
  await context.close()
})

test('a browser that is no device yet is told what to do', async ({ page, hall }) => {
  await page.goto(`${hall.address}/kiosk`)
  await expect(page.getByRole('heading', { name: 'Đăng ký ki-ốt này' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Đăng ký' }).click()
  await expect(page.getByText('Nhập đủ 8 chữ số của mã thiết bị.')).toBeVisible()
  for (const digit of '00000000') await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: 'Đăng ký' }).click()
  await expect(page.getByText('Mã chưa đúng, đã dùng hoặc đã hết hạn.')).toBeVisible()
})

for (const viewport of [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 }
]) {
  test(`K-15 every page can be read by everyone at ${viewport.width} × ${viewport.height}`, async ({
    page,
    hall
  }) => {
    await page.setViewportSize(viewport)
    await hall.enrol(page, 'kiosk')
    await expect(choice(page, 'Hộ tịch')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Chữ to' }).click()
    await page.getByRole('button', { name: 'Tương phản cao' }).click()
    await expectNothingCut(page)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Cần hướng dẫn' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Quay lại' }).click()
    await choice(page, 'Lấy số ưu tiên').click()
    await expectAccessible(page)
    await choice(page, 'Người cao tuổi').click()
    await expectNothingCut(page)
    await choice(page, 'Hộ tịch').click()
    await expect(numberOn(page)).toBeVisible()
    await expectNothingCut(page)
    await expectAccessible(page)
  })
}

/** Whatever can be touched and read lies within the screen and within its own frame. */
async function expectNothingCut(page: Page): Promise<void> {
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('button, .choice b, .info > :not(.now), .ticket > :not(.number)')]
      .filter((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect()
        const outside = left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1
        return outside || element.scrollHeight > element.clientHeight + 12
      })
      .map((element) => `${element.className} ${element.textContent}`)
  )
  expect(cut).toEqual([])
}
