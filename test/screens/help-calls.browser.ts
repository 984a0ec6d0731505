import type { Browser, Page } from '@playwright/test'
import { type HallServer, test } from './hall.ts'
import { expect, expectAccessible } from './office.ts'

test.use({ viewport: { width: 1080, height: 1920 } })

const PASSWORD = 'mật khẩu thử'

/** A page of staff in a browser of its own. */
async function staffAt(
  browser: Browser,
  hall: HallServer,
  [username, place]: [string, string]
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const response = await context.request.post(`${hall.address}/api/v1/session`, {
    data: { username, password: PASSWORD },
    headers: { 'x-motcua': '1', origin: hall.address }
  })
  expect(response.status()).toBe(200)
  const page = await context.newPage()
  await page.goto(hall.address + place)
  return page
}

const button = (page: Page, name: string) => page.getByRole('button', { name })
const alarm = (page: Page) => page.getByText(/^kiosk cần người hướng dẫn/)

async function callFromHelp(kiosk: Page): Promise<void> {
  await button(kiosk, 'Cần hướng dẫn').click()
  await button(kiosk, 'Gọi cán bộ đến đây').click()
  await expect(kiosk.locator('.k-help').getByText('Đã gọi cán bộ')).toBeVisible()
}

test('who asks at the kiosk is heard at every counter and answered by one, without leaving what is typed', async ({
  page: kiosk,
  browser,
  hall
}) => {
  await hall.enrol(kiosk, 'kiosk')
  await expect(button(kiosk, 'Cần hướng dẫn')).toBeVisible()
  const one = await staffAt(browser, hall, ['tiepnhan1', '/counter/ho-so'])
  const other = await staffAt(browser, hall, ['tiepnhan2', '/counter'])
  const room = await staffAt(browser, hall, ['lanhdao', '/supervisor/phong-cho'])
  const field = one.getByLabel('Tìm hồ sơ', { exact: true })
  await field.pressSequentially('Trần Th')

  await callFromHelp(kiosk)
  await expectAccessible(kiosk)
  for (const page of [one, other, room]) await expect(alarm(page)).toBeVisible({ timeout: 3_000 })
  await one.keyboard.type('ị Bé')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('Trần Thị Bé')
  await other.reload()
  await expect(alarm(other)).toBeVisible()
  await kiosk.reload()
  await expect(button(kiosk, 'Đã gọi cán bộ')).toBeVisible()

  await one.keyboard.press('Alt+K')
  await expect(one.getByText('Ông/bà đang đến kiosk.', { exact: false })).toBeVisible()
  await expect(field).toHaveValue('Trần Thị Bé')
  for (const page of [one, other, room]) await expect(alarm(page)).toHaveCount(0)
  await button(kiosk, 'Cán bộ đang đến').click()
  await expect(kiosk.locator('.k-help')).not.toContainText('Linh')
  await button(kiosk, 'Đã có người giúp').click()
  await expect(button(kiosk, 'Gọi cán bộ đến đây')).toBeVisible()
  await expect(one.getByText('Ông/bà đang đến kiosk.', { exact: false })).toHaveCount(0)
  for (const page of [one, other, room]) await page.context().close()
})

test('nobody has answered in a minute: the kiosk says where else a person is, and the call is taken back', async ({
  page: kiosk,
  browser,
  hall
}) => {
  // A minute of the server's: a clock of the page's own would be set right by the next answer.
  test.setTimeout(150_000)
  await hall.enrol(kiosk, 'kiosk')
  await hall.askAt(2)('POST', `/api/v1/counters/${hall.counters[2]?.id}/open`)
  const officer = await staffAt(browser, hall, ['tiepnhan2', '/counter'])
  await callFromHelp(kiosk)
  await expect(alarm(officer)).toBeVisible()
  await expect(kiosk.getByText('Chưa có cán bộ trả lời')).toBeVisible({ timeout: 75_000 })
  await expect(kiosk.getByText(/^Xin đến bàn hướng dẫn, hoặc quầy đang mở: .*3/)).toBeVisible()
  await expect(kiosk.getByText('Ông/bà còn dùng máy không?')).toHaveCount(0)
  await button(kiosk, 'Không cần nữa').click()
  await expect(alarm(officer)).toHaveCount(0)
  await officer.context().close()
})

test('a call whose answer was lost stands, and is not told as one that reached nobody', async ({
  page: kiosk,
  hall
}) => {
  await hall.enrol(kiosk, 'kiosk')
  await kiosk.route('**/self-service/help-calls', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await route.fetch()
    return route.abort()
  })
  await button(kiosk, 'Cần hướng dẫn').click()
  await button(kiosk, 'Gọi cán bộ đến đây').click()
  await expect(kiosk.locator('.k-help').getByText('Đã gọi cán bộ')).toBeVisible({ timeout: 12_000 })
  await expect(kiosk.getByText('Chưa gọi được cán bộ')).toHaveCount(0)
  await button(kiosk, 'Không cần nữa').click()
  await expect(button(kiosk, 'Gọi cán bộ đến đây')).toBeVisible()
})

test('K-12 whoever found nothing and asks for an officer has called one, also across a restart', async ({
  browser,
  hall
}) => {
  // A browser of its own: that the server is gone for a moment is no fault of the page.
  const hallway = await browser.newContext({ viewport: { width: 1080, height: 1920 } })
  const kiosk = await hallway.newPage()
  await hall.enrol(kiosk, 'kiosk')
  const officer = await staffAt(browser, hall, ['tiepnhan2', '/counter'])
  await button(kiosk, 'Tra cứu').click()
  await button(kiosk, 'Tra cứu thủ tục').click()
  await kiosk.keyboard.type('qwqwqw', { delay: 110 })
  await button(kiosk, 'Gặp cán bộ').click()
  await expect(kiosk.locator('.k-help').getByText('Đã gọi cán bộ')).toBeVisible()
  await expect(alarm(officer)).toBeVisible()
  await hall.kill()
  await hall.comeBack()
  await expect(button(kiosk, 'Không cần nữa')).toBeVisible({ timeout: 10_000 })
  await expect(alarm(officer)).toBeVisible()
  await button(kiosk, 'Không cần nữa').click()
  await expect(alarm(officer)).toHaveCount(0, { timeout: 20_000 })
  await officer.context().close()
  await hallway.close()
})
