import { expect, expectAccessible, test } from './office.ts'

/** How much wider the page is than its place, as the browser reckons it. */
const WIDER = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.page'))`

const PAGES = [
  '/admin',
  '/admin/ngay-nghi?nam=2026',
  '/admin/gio-lam-viec',
  '/admin/thu-tuc',
  '/admin/thu-tuc/1.000894'
]

test('when the server is gone, says so in words and goes on by itself when it is back', async ({
  page,
  office
}) => {
  await office.enter(page, 'quantri', '/admin')
  await expect(page.getByRole('heading', { name: 'Việc cần làm' })).toBeVisible()
  await page.route('**/api/v1/**', (route) => route.abort())
  await page.getByRole('link', { name: 'Thủ tục', exact: true }).click()

  await expect(page.getByRole('heading', { name: 'Không nối được với máy chủ' })).toBeVisible()
  await expect(page.getByText('Những gì đã ghi trước đó vẫn an toàn')).toBeVisible()
  await expect(page.getByRole('banner')).toContainText(/Mất kết nối từ \d\d:\d\d/)
  await expectAccessible(page)

  await page.unroute('**/api/v1/**')
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await expect(page.getByRole('columnheader', { name: 'Thời hạn' })).toBeVisible()
  await expect(page.getByRole('banner')).not.toContainText('Mất kết nối')
})

test('what is on the screen stays when it cannot be read again, with its age', async ({ page, office }) => {
  await office.enter(page, 'quantri', '/admin/gio-lam-viec')
  await expect(page.getByRole('row', { name: /thứ Hai/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Ghi giờ mới' }).click()
  await page.getByLabel('Áp dụng từ ngày').fill('1/2/2090')
  await page.route('**/hours', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue()
  )
  await page.getByRole('button', { name: 'Ghi giờ làm việc' }).click()

  await expect(page.getByText(/Không tải lại được\. Đang xem số liệu lúc \d\d:\d\d\./)).toBeVisible()
  await expect(page.getByRole('row', { name: /thứ Hai/ }).first()).toBeVisible()
})

test('a change whose answer was lost is sent again with the same key, and made once', async ({
  page,
  office
}) => {
  const keys: string[] = []
  await office.enter(page, 'quantri', '/admin/gio-lam-viec')
  await page.route('**/hours', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    keys.push((await route.request().allHeaders())['idempotency-key'] ?? '')
    if (keys.length > 1) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await page.getByRole('button', { name: 'Ghi giờ mới' }).click()
  await page.getByLabel('Áp dụng từ ngày').fill('1/3/2090')
  await page.getByRole('button', { name: 'Ghi giờ làm việc' }).click()
  await expect(page.getByText('Chưa biết thao tác đã được ghi hay chưa.')).toBeVisible()
  await expect(page.getByLabel('Áp dụng từ ngày')).toHaveValue('1/3/2090')

  await page.getByRole('button', { name: 'Ghi giờ làm việc' }).click()
  await expect(page.getByRole('heading', { name: 'Sẽ áp dụng từ 01/03/2090' })).toHaveCount(1)
  expect(keys[1]).toBe(keys[0])
})

test('a session that has ended locks the screen instead of losing it', async ({ page, office, context }) => {
  await office.enter(page, 'quantri', '/admin/gio-lam-viec')
  await page.getByRole('button', { name: 'Ghi giờ mới' }).click()
  await page.getByLabel('Ghi chú').fill('đang nhập dở')
  await page.getByLabel('Áp dụng từ ngày').fill('1/4/2090')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Ghi giờ làm việc' }).click()
  await expect(page.getByRole('heading', { name: 'Màn hình đang khóa' })).toBeVisible()
})

test('waits without flashing, and shows that something is coming when it takes long', async ({
  page,
  office
}) => {
  await page.route('**/api/v1/calendar**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1200))
    await route.continue()
  })
  await office.enter(page, 'quantri', '/admin/ngay-nghi?nam=2026')
  await expect(page.getByRole('status').filter({ hasText: 'Đang tải…' })).toBeVisible()
  await expect(page.getByText('Tháng 12', { exact: true })).toBeVisible()
  await expect(page.getByText('Đang tải…')).toHaveCount(0)
})

test('is used from the keyboard alone', async ({ page, office }) => {
  await office.enter(page, 'quantri', '/admin')
  await expect(page.getByRole('heading', { name: 'Việc cần làm' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Đến nội dung chính' })).toBeFocused()

  await page.keyboard.press('Alt+Digit3')
  await expect(page.getByRole('heading', { name: /Ngày nghỉ năm/ })).toBeFocused()
  await page.keyboard.press('F1')
  const help = page.getByRole('dialog', { name: 'Phím tắt' })
  await expect(help.getByText('Khóa màn hình')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
})

for (const [name, size] of [
  ['1366 × 768', { width: 1366, height: 768 }],
  ['1366 × 768 at 125 %', { width: 1093, height: 614 }],
  ['a phone', { width: 360, height: 640 }]
] as const) {
  test(`fits ${name} without scrolling sideways, and every page is accessible`, async ({ page, office }) => {
    await page.setViewportSize(size)
    await office.enter(page, 'quantri', '/admin')
    for (const place of PAGES) {
      await page.goto(office.address + place)
      await page.waitForLoadState('networkidle')
      const wide = await page.evaluate<number>(WIDER)
      expect(wide, place).toBeLessThanOrEqual(0)
      await expectAccessible(page)
    }
  })
}
