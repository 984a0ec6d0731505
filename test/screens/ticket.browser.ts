import type { BrowserContext, Page } from '@playwright/test'
import { type HallServer, test } from './hall.ts'
import { expect, expectAccessible } from './office.ts'

/** A cheap phone. */
const PHONE = { width: 360, height: 640 }

test.use({ viewport: PHONE })
test.setTimeout(60_000)

interface Ticket {
  id: string
  number: string
  path: string
}

async function act(hall: HallServer, url: string, body?: object) {
  const answer = await hall.ask('POST', `/api/v1${url}`, body)
  const found = await answer.json()
  expect(answer.ok, `${url}: ${JSON.stringify(found)}`).toBe(true)
  return found
}

async function take(hall: HallServer): Promise<Ticket> {
  const ticket = await act(hall, `/offices/${hall.officeId}/tickets`, { serviceId: hall.services[0]?.id })
  return { ...ticket, path: new URL(ticket.followUrl).pathname }
}

/** Calls this number to a counter, past whoever waits there. */
async function call(hall: HallServer, ticket: Ticket, counter = 2) {
  await hall.clear(counter)
  const { id } = hall.counters[counter] ?? { id: '' }
  const chosen = { ticketId: ticket.id, reason: 'Kiểm thử trang số thứ tự' }
  const answer = await hall.askAt(counter)('POST', `/api/v1/counters/${id}/calls`, chosen)
  expect(answer.ok, await answer.text()).toBe(true)
}

const move = (hall: HallServer, ticket: Ticket, name: string) => act(hall, `/tickets/${ticket.id}/${name}`)

/** What the phone's own parts were asked to do, and when the page asked for news. */
const WATCH = `
  window.felt = []
  window.heard = 0
  window.asked = []
  Object.defineProperty(Navigator.prototype, 'vibrate', { value: (pattern) => window.felt.push(pattern) > 0 })
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (...call) {
    window.heard += 1
    return start.apply(this, call)
  }
  const open = XMLHttpRequest.prototype.open
  XMLHttpRequest.prototype.open = function (...call) {
    window.asked.push(Date.now())
    return open.apply(this, call)
  }`

const felt = (page: Page) => page.evaluate<number[][]>('window.felt')
const heard = (page: Page) => page.evaluate<number>('window.heard')
const asked = (page: Page) => page.evaluate<number[]>('window.asked')

async function phone(context: BrowserContext, hall: HallServer, ticket: Ticket): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript(WATCH)
  await page.goto(hall.address + ticket.path)
  return page
}

/** Lets time pass on the phone, with breath for what goes over the network meanwhile. */
async function pass(page: Page, seconds: number) {
  for (let left = seconds; left > 0; left -= 1) {
    await page.clock.runFor(1000)
    await page.evaluate('new Promise((done) => requestIdleCallback(done))')
  }
}

test('S-05 S-06 a call fills the screen within ten seconds; only who asked for it is shaken', async ({
  context,
  hall
}) => {
  const ticket = await take(hall)
  const quiet = await phone(context, hall, ticket)
  const loud = await phone(context, hall, ticket)
  await expect(loud.getByRole('heading', { name: `Số ${ticket.number}` })).toBeInViewport()
  await expect(loud.locator('.due')).toContainText(/cùng lĩnh vực|người tiếp theo của lĩnh vực/)
  await loud.getByRole('button', { name: 'Báo cho tôi khi đến lượt' }).click()
  await expect(loud.getByText('Điện thoại sẽ rung khi đến lượt.')).toBeInViewport()
  await loud.getByRole('button', { name: 'Kèm tiếng chuông' }).click()
  await expect(loud.getByText('Đã bật tiếng chuông.')).toBeVisible()
  const tried = await heard(loud)
  expect(tried).toBeGreaterThan(0)

  await call(hall, ticket)
  await expect(loud.getByText('Quầy 3', { exact: true })).toBeInViewport({ timeout: 10_000 })
  await expect(loud).toHaveTitle(`Đến lượt ông/bà – quầy 3 (${ticket.number})`)
  expect(await felt(loud)).toHaveLength(1)
  expect(await heard(loud)).toBe(2 * tried)
  const filled = await loud.locator('main').boundingBox()
  expect(filled?.height).toBeGreaterThan(PHONE.height * 0.85)
  await loud.screenshot({ path: 'test-results/ticket-called.png' })

  await move(hall, ticket, 'recall')
  await expect.poll(() => felt(loud), { timeout: 10_000 }).toHaveLength(2)

  await expect(loud.getByRole('button')).toHaveCount(0)
  await quiet.bringToFront()
  await expect(quiet.getByText('Quầy 3', { exact: true })).toBeVisible({ timeout: 10_000 })
  expect(await felt(quiet)).toEqual([])
  expect(await heard(quiet)).toBe(0)
})

test('S-06 a phone that cannot be shaken rings instead', async ({ context, hall }) => {
  const ticket = await take(hall)
  const page = await context.newPage()
  await page.addInitScript(`${WATCH}; delete Navigator.prototype.vibrate`)
  await page.goto(hall.address + ticket.path)
  await page.getByRole('button', { name: 'Báo cho tôi khi đến lượt' }).click()
  await expect(page.getByText('Trang sẽ phát tiếng chuông khi đến lượt.')).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  const tried = await heard(page)
  await call(hall, ticket)
  await expect(page.getByText('Quầy 3', { exact: true })).toBeVisible({ timeout: 10_000 })
  expect(await heard(page)).toBe(2 * tried)
})

test('S-01 its script is small, kept for ever, and written for old phones', async ({ page, hall }) => {
  const ticket = await take(hall)
  await page.goto(hall.address + ticket.path)
  const address = await page.locator('script[src]').getAttribute('src')
  const answer = await page.request.get(hall.address + address)
  expect(answer.headers()).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable' })
  const script = await answer.text()
  expect(script.length).toBeLessThan(5 * 1024)
  expect(script).not.toMatch(/\?\?|\?\.|\*\*|\basync\b|\bawait\b|catch ?\{|\.\.\./)
})

test('S-05 without a network it says how old it is, asks ever less, and is back at once', async ({
  context,
  page,
  hall
}) => {
  const ticket = await take(hall)
  await page.addInitScript(WATCH)
  await page.clock.install()
  await page.goto(hall.address + ticket.path)
  await pass(page, 20)
  expect((await asked(page)).length).toBeGreaterThanOrEqual(2)
  await expect(page.locator('.age')).toHaveText(/^Cập nhật lúc \d\d:\d\d\s*Cập nhật ngay$/, {
    useInnerText: true
  })

  await context.setOffline(true)
  await expect(page.getByText('Điện thoại đang mất mạng.')).toBeInViewport()
  await expect(page.locator('.age')).toContainText(/Cập nhật lúc \d\d:\d\d, đang mất mạng/, {
    useInnerText: true
  })
  await page.screenshot({ path: 'test-results/ticket-offline.png', fullPage: true })
  const before = (await asked(page)).length
  await pass(page, 400)
  const times = (await asked(page)).slice(before)
  const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? 0)) / 1000)
  expect(gaps.slice(0, 4).every((gap, index) => gap >= [8, 16, 32, 48][index]! - 1)).toBe(true)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(62)
  expect(times.length).toBeLessThan(12)

  await call(hall, ticket, 1)
  await context.setOffline(false)
  await expect(page.getByText('Quầy 2', { exact: true })).toBeVisible({ timeout: 3000 })
  await expect(page.getByText('Điện thoại đang mất mạng.')).toBeHidden()
  const back = (await asked(page)).length
  await pass(page, 20)
  expect((await asked(page)).length - back).toBeGreaterThanOrEqual(2)
})

test('S-05 a server that has gone is no less gone, and comes back by itself', async ({ page, hall }) => {
  const ticket = await take(hall)
  await page.clock.install()
  await page.goto(hall.address + ticket.path)
  const broken = (status: number, body: string) =>
    page.route('**/state', (route) => route.fulfill({ status, body }))
  for (const [status, body] of [
    [503, ''],
    [200, '<html>Đăng nhập Wi-Fi</html>'],
    [429, '']
  ] as const) {
    await broken(status, body)
    await pass(page, 62)
    await expect(page.getByText('Điện thoại đang mất mạng.')).toBeVisible()
    await page.unroute('**/state')
    await pass(page, 62)
    await expect(page.getByText('Điện thoại đang mất mạng.')).toBeHidden()
  }
})

test('S-05 it rests while nobody looks, and stops asking once the ticket is over', async ({ page, hall }) => {
  const ticket = await take(hall)
  await page.addInitScript(WATCH)
  await page.clock.install()
  await page.goto(hall.address + ticket.path)
  const look = (hidden: boolean) =>
    page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'))`)

  await look(true)
  await pass(page, 12)
  const rested = (await asked(page)).length
  await pass(page, 60)
  expect((await asked(page)).length).toBe(rested)
  await look(false)
  await expect.poll(async () => (await asked(page)).length).toBe(rested + 1)

  await call(hall, ticket, 0)
  await move(hall, ticket, 'finish')
  await pass(page, 11)
  await expect(page.getByText('Đã phục vụ xong')).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  const ended = (await asked(page)).length
  await pass(page, 120)
  await look(false)
  await pass(page, 2)
  expect((await asked(page)).length).toBe(ended)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page loads itself anew and shows the call', async ({ page, hall }) => {
    const ticket = await take(hall)
    await page.goto(hall.address + ticket.path)
    await expect(page.getByText('Cập nhật ngay')).toBeVisible()
    await expect(page.getByRole('button')).toHaveCount(0)
    await call(hall, ticket, 3)
    await expect(page.getByText('Quầy 4', { exact: true })).toBeVisible({ timeout: 12_000 })
  })
})

test('S-11 every state can be read by everyone, also four times as large', async ({ page, hall }) => {
  const ticket = await take(hall)
  const look = async (name: string) => {
    await page.setViewportSize(PHONE)
    await page.goto(hall.address + ticket.path)
    await page.screenshot({ path: `test-results/ticket-${name}.png` })
    await expectAccessible(page)
    for (const width of [PHONE.width, 320]) {
      await page.setViewportSize({ width, height: 256 })
      const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      expect(wider, `${name} at ${width}`).toBe(false)
    }
  }
  await look('waiting')
  await page.getByRole('button', { name: 'Báo cho tôi khi đến lượt' }).click()
  await page.setViewportSize(PHONE)
  await page.screenshot({ path: 'test-results/ticket-armed.png' })
  await expectAccessible(page)
  await call(hall, ticket)
  await look('called-page')
  await page.screenshot({ path: 'test-results/ticket-called-large.png' })
  await move(hall, ticket, 'park')
  await look('parked')
  await move(hall, ticket, 'resume')
  await look('resumed')
  await call(hall, ticket)
  await move(hall, ticket, 'absent')
  await look('absent')
  await move(hall, ticket, 'resume')
  await call(hall, ticket)
  await move(hall, ticket, 'serve')
  await look('serving')
  await move(hall, ticket, 'finish')
  await look('finished')
})

test('S-07 a wrong address tells what to do', async ({ page, hall }) => {
  const ticket = await take(hall)
  const answer = await page.goto(`${hall.address}${ticket.path}x`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'Không tìm thấy số này' })).toBeInViewport()
  await expect(page.getByText('đưa giấy số cho cán bộ hướng dẫn')).toBeInViewport()
  await page.screenshot({ path: 'test-results/ticket-missing.png' })
  await expectAccessible(page)
})
