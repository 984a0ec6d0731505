import type { Page } from '@playwright/test'
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
  await expect(counter).toContainText('Danh Thị Mỹ Linh')
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
    const empty = { called: [], serving: [], noticeText: null }
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
