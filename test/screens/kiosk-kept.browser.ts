import type { Page } from '@playwright/test'
import { scan } from './at-counter.ts'
import { test } from './hall.ts'
import { expect } from './office.ts'

test.use({ viewport: { width: 1080, height: 1920 } })

test.beforeEach(async ({ hall }) => {
  for (const [index, { id }] of hall.counters.entries()) {
    await hall.askAt(index)('POST', `/api/v1/counters/${id}/open`)
  }
})

const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const key = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const question = (page: Page) => page.getByRole('heading', { name: 'Ông/bà cần việc gì?' })
const scaleOf = (page: Page) => page.evaluate(() => window.visualViewport?.scale)

test('K-16 two fingers zoom nothing, and what was zoomed in is all in sight', async ({ page, hall }) => {
  await hall.enrol(page, 'kiosk')
  await expect(question(page)).toBeVisible()
  const browser = await page.context().newCDPSession(page)
  const pinch = { x: 540, y: 800, scaleFactor: 4, relativeSpeed: 800 }
  await browser.send('Input.synthesizePinchGesture', { ...pinch, gestureSourceType: 'touch' })
  expect(await scaleOf(page)).toBe(1)
  // However it came to be zoomed, as by the device's own magnifier.
  await browser.send('Emulation.setPageScaleFactor', { pageScaleFactor: 4 })
  await expect.poll(() => scaleOf(page)).toBe(4)
  const shown = () =>
    page.evaluate(() => {
      const { offsetLeft = 0, offsetTop = 0, scale = 1 } = window.visualViewport ?? {}
      const { left, top, width, height } =
        document.querySelector('.kiosk')?.getBoundingClientRect() ?? new DOMRect()
      return [left - offsetLeft, top - offsetTop, width * scale, height * scale].map(Math.round)
    })
  await expect.poll(shown).toEqual([0, 0, 1080, 1920])
})

test('the question whether anybody is there has its buttons within reach', async ({ page, hall }) => {
  await page.clock.install()
  await hall.enrol(page, 'kiosk')
  await tap(page, /^Tra cứu/)
  await tap(page, /^Tra cứu thủ tục/)
  await page.clock.runFor(41_000)
  const ways = page.locator('.k-idle button')
  // So long without an answer the server is given up for a moment.
  await expect(ways.last()).toBeVisible({ timeout: 10_000 })
  for (const way of await ways.all()) {
    const box = await way.boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(1152)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(1920)
  }
})

test('K-12 who types without marks finds too, and comes back from a procedure to his words', async ({
  page,
  hall
}) => {
  await hall.enrol(page, 'kiosk')
  await tap(page, /^Tra cứu/)
  await tap(page, /^Tra cứu thủ tục/)
  await expect(page.getByRole('button', { name: 'Xem kết quả' })).toBeDisabled()
  for (const letter of 'khaisinh') await key(page, letter)
  await expect(page.locator('.query')).toHaveText(/khaisinh$/)
  await expect(page.locator('.found button').first()).toContainText(/khai sinh/i)
  await key(page, 'Xem kết quả')
  await page.locator('.found button').first().click()
  await expect(page.getByText('Thời hạn')).toBeVisible()
  await tap(page, 'Quay lại')
  await expect(page.locator('.query')).toHaveText(/khaisinh$/)
  await expect(page.locator('.found button').first()).toContainText(/khai sinh/i)
  await expect(page.locator('.keyboard')).toHaveCount(0)
  await tap(page, 'Quay lại')
  await tap(page, /^Tra cứu/)
  await tap(page, /^Tra cứu thủ tục/)
  await expect(page.locator('.query')).not.toContainText('khaisinh')
})

test('in large text, lying, the word in the search box is whole and no name is cut', async ({
  page,
  hall
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await hall.enrol(page, 'kiosk')
  await tap(page, 'Chữ to')
  await tap(page, /^Tra cứu/)
  await tap(page, /^Tra cứu thủ tục/)
  for (const letter of 'khai') await key(page, letter)
  await expect(page.locator('.preview li').first()).toBeVisible()
  const cut = await page.evaluate(() => {
    const box = document.querySelector('.query')
    const list = document.querySelector('.preview ul')?.getBoundingClientRect()
    const names = [...document.querySelectorAll('.preview li')].map((name) => name.getBoundingClientRect())
    const seen = names.filter(({ left, right }) => list && left >= list.left - 1 && right <= list.right + 1)
    const low = seen.filter(({ bottom }) => list && bottom > Math.min(list.bottom, innerHeight) + 1)
    return { box: box && box.scrollHeight > box.clientHeight + 1, low: low.length, seen: seen.length > 0 }
  })
  expect(cut).toEqual({ box: false, low: 0, seen: true })
})

test('what was refused is not said to other digits', async ({ page, hall }) => {
  await hall.enrol(page, 'kiosk')
  await tap(page, /^Đến theo lịch hẹn/)
  for (const digit of '999999') await key(page, digit)
  await key(page, 'Lấy số')
  await expect(page.getByRole('alert')).toContainText(/lịch hẹn/i)
  await key(page, '1')
  await expect(page.getByRole('alert')).toHaveText('')
})

test('K-03 in large text the priority number is on the first page', async ({ page, hall }) => {
  await hall.enrol(page, 'kiosk')
  await tap(page, 'Chữ to')
  await expect(page.getByRole('button', { name: 'Việc khác' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Lấy số ưu tiên/ })).toBeVisible()
})

test('a number is cancelled although the first answer was lost, and is not told as good', async ({
  page,
  hall
}) => {
  await hall.enrol(page, 'kiosk')
  await tap(page, /Bảo trợ xã hội/)
  let cut = true
  const keys = new Set<string | undefined>()
  await page.route('**/cancel', async (route) => {
    keys.add(route.request().headers()['idempotency-key'])
    if (!cut) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await tap(page, /^Lấy nhầm/)
  await expect(page.getByText('Mất kết nối, máy đang hủy lại số này…')).toBeVisible()
  cut = false
  await expect(page.getByText(/đã hủy/i)).toBeVisible()
  expect(keys.size).toBe(1)
})

test('where to wait follows the hall while the number is shown', async ({ page, hall }) => {
  await hall.enrol(page, 'kiosk')
  await tap(page, /Bảo trợ xã hội/)
  const place = page.locator('.ticket dl div').nth(1)
  await expect(place).not.toContainText('chưa mở')
  for (const { id } of hall.counters) await hall.ask('POST', `/api/v1/counters/${id}/close`)
  await expect(place).toContainText('chưa mở', { timeout: 10_000 })
})

test('an identity card scanned where there are no keys is not told of keys', async ({ page, hall }) => {
  await hall.enrol(page, 'kiosk')
  await expect(question(page)).toBeVisible()
  await scan(page, '091190001234|271234567|Trần Thị Bé Sáu|05031990|Nữ|Rạch Giá|12082021')
  await expect(page.getByRole('alert')).toContainText('thẻ căn cước')
  await expect(page.getByRole('alert')).not.toContainText('phím')
})
