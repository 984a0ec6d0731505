import type { Page } from '@playwright/test'
import { signInAt } from '../support/server-process.ts'
import { heard, listen, openBlocked } from './ear.ts'
import { test } from './hall.ts'
import { expect, expectAccessible } from './office.ts'

test.use({ viewport: { width: 1920, height: 1080 } })

const call = (page: Page) => page.locator('.now .big').first()

test('B-09 shows a call at once, who sits where, and who pauses why', async ({ page, hall }) => {
  const code = /display#(\d{8})/.exec(hall.printed)?.[1]
  await page.goto(`${hall.address}/display#${code}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('phường Rạch Giá')
  const { id, number } = await hall.callNew(2)
  await expect(call(page)).toHaveText(number)
  const counter = page.getByRole('complementary').getByRole('listitem').filter({ hasText: 'Quầy 3' })
  await expect(counter).toContainText('Cán bộ quầy 3')
  await expect(counter).toContainText(number)

  await hall.ask('POST', `/api/v1/tickets/${id}/serve`)
  await expect(page.getByText('Vừa gọi số')).toBeVisible()
  await hall.ask('POST', `/api/v1/tickets/${id}/finish`)
  await hall.ask('POST', `/api/v1/counters/${hall.counters[2]?.id}/pause`, { reason: 'họp ngắn' })
  await expect(counter).toContainText('Tạm dừng')
  await expect(counter).toContainText('họp ngắn')
  await expectAccessible(page)
})

test('a number that is called again comes to the top', async ({ page, hall }) => {
  await hall.enrol(page, 'display')
  const first = await hall.callNew(0)
  const second = await hall.callNew(1)
  await expect(call(page)).toHaveText(second.number)
  await hall.ask('POST', `/api/v1/tickets/${first.id}/recall`)
  await expect(call(page)).toHaveText(first.number)
  await expect(page.locator('.before li').first()).toContainText(second.number)
  const drawn = await call(page).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  expect(drawn).toBeGreaterThan(1080 / 8)
})

test('B-13 says that nobody was called yet, and the hours', async ({ page, hall }) => {
  await page.route('**/queue', async (route) => {
    const response = await route.fetch()
    const empty = { called: [], serving: [], lastCalls: [], noticeText: null, announcements: [] }
    await route.fulfill({ response, json: { ...(await response.json()), ...empty } })
  })
  await hall.enrol(page, 'display')
  await expect(page.getByText('Chưa có số nào được gọi')).toBeVisible()
  await expect(page.getByText('Giờ làm việc:').first()).toBeVisible()
  await expectAccessible(page)
})

test('B-01 B-08 says since when it is cut off, and is right again by itself', async ({ browser, hall }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await hall.enrol(page, 'display')
  const before = await hall.callNew(3)
  await expect(call(page)).toHaveText(before.number)
  await hall.kill()
  await expect(page.getByText(/Mất kết nối từ \d\d:\d\d – thông tin có thể chưa mới/)).toBeVisible({
    timeout: 15_000
  })
  await expect(call(page)).toHaveText(before.number)
  await expectAccessible(page)
  await hall.comeBack()
  const missed = await hall.callNew(4)
  await expect(call(page)).toHaveText(missed.number)
  await expect(page.getByText(/Mất kết nối/)).toBeHidden()
  await context.close()
})

test('B-12 says that the browser blocks the sound, and one touch gives it back', async ({ page, hall }) => {
  await listen(page)
  await openBlocked(page, () => hall.enrol(page, 'display'))
  const notice = page.getByRole('region', { name: 'ÂM THANH TẮT' })
  await expect(notice).toBeVisible()
  await expect(notice).toContainText('--autoplay-policy=no-user-gesture-required')
  await expectAccessible(page)
  await hall.callNew(1)
  expect(await heard(page)).toEqual([])
  await page.getByRole('button', { name: 'Bật âm thanh' }).click()
  await expect(notice).toBeHidden()
  // Whoever was called just now is said after all.
  await expect.poll(async () => (await heard(page)).length, { timeout: 10_000 }).toBeGreaterThan(3)
})

test('B-12 says that there are no recordings, and goes on by itself when they come', async ({
  page,
  hall
}) => {
  let areThere = false
  await page.route('**/voice/**', (route) => (areThere ? route.fallback() : route.abort()))
  await openBlocked(page, () => hall.enrol(page, 'display'))
  await page.getByRole('button', { name: 'Bật âm thanh' }).click()
  await expect(page.getByText('Không tải được bản ghi giọng đọc')).toBeVisible()
  areThere = true
  await expect(page.locator('.board')).toHaveAttribute('data-sound', 'on', { timeout: 15_000 })
})

test('B-14 an emergency stands over everything until it ends', async ({ page, hall }) => {
  const supervisor = await signInAt(hall.address, 'lanhdao', 'mật khẩu thử')
  await hall.enrol(page, 'display')
  const { number } = await hall.callNew(0)
  await expect(call(page)).toHaveText(number)
  await supervisor.ask('POST', '/api/v1/hall/emergency', {
    text: 'Mời mọi người ra cửa số 2, đi bộ, không dùng thang máy'
  })
  await expect(page.getByRole('alert')).toContainText('Mời mọi người ra cửa số 2')
  await expect(page.getByText(number)).toHaveCount(0)
  await expectAccessible(page)
  await supervisor.ask('DELETE', '/api/v1/hall/emergency')
  await expect(call(page)).toHaveText(number)
})

test('B-14 announces between the calls, and is still while somebody is called', async ({ page, hall }) => {
  const supervisor = await signInAt(hall.address, 'lanhdao', 'mật khẩu thử')
  for (const index of hall.counters.keys()) await hall.clear(index)
  await hall.enrol(page, 'display')
  const announcements = [{ text: 'Sáng thứ Bảy mở cửa đến 11:30', fromDay: null, untilDay: null }]
  await supervisor.ask('PUT', '/api/v1/hall/announcements', { announcements })
  // It takes turns with the hours; on a board on which nobody was called yet it has the main place.
  await expect(page.getByText('Sáng thứ Bảy mở cửa')).toBeVisible({ timeout: 30_000 })
  const { number } = await hall.callNew(2)
  await expect(call(page)).toHaveText(number)
  await expect(page.getByText('Sáng thứ Bảy mở cửa')).toHaveCount(0)
})

test('B-13 a state that cannot be shown leaves the last good one and says so', async ({ browser, hall }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  let isSpoilt = false
  test.setTimeout(75_000)
  await page.route('**/queue', async (route) => {
    const response = await route.fetch()
    const json = await response.json()
    if (isSpoilt) for (const counter of json.counters) counter.officerName = { not: 'a name' }
    await route.fulfill({ response, json })
  })
  await hall.enrol(page, 'display')
  const { number } = await hall.callNew(1)
  await expect(call(page)).toHaveText(number)
  isSpoilt = true
  await expect(page.getByText('Bảng đang gặp lỗi')).toBeVisible({ timeout: 25_000 })
  await expect(call(page)).toHaveText(number)
  isSpoilt = false
  await expect(page.getByText('Bảng đang gặp lỗi')).toBeHidden({ timeout: 25_000 })
  await context.close()
})

test('B-10 opens itself anew at two in the morning for a new version, not by day', async ({
  browser,
  hall
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  let isNew = false
  let hour = 'Mon, 23 Nov 2026 03:00:00 GMT'
  await page.route('**/api/v1/**', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), date: hour } })
  })
  for (const index of hall.counters.keys()) await hall.clear(index)
  await page.clock.install()
  await hall.enrol(page, 'display')
  await expect(page.locator('.board')).toBeVisible()
  await page.route('**/display', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(/(assets\/display)-/, '$1-new-')
    await route.fulfill(
      isNew && route.request().resourceType() === 'fetch' ? { response, body } : { response }
    )
  })
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  isNew = true
  await page.clock.runFor(70_000)
  expect(loads).toBe(0)
  hour = 'Mon, 23 Nov 2026 19:00:30 GMT'
  await page.clock.runFor(25_000)
  await page.waitForTimeout(500)
  await page.clock.runFor(62_000)
  await expect.poll(() => loads).toBe(1)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await context.close()
})
