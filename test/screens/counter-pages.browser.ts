import {
  CARD,
  callAndStart,
  fillIn,
  pickProcedure,
  receive,
  scan,
  sitDown,
  tabTo,
  tickAll
} from './at-counter.ts'
import { expect, expectAccessible, test } from './office.ts'

test('C-24 finds a dossier by name in any order, shows its history and hands it over', async ({
  page,
  office
}) => {
  await sitDown({ page, office, counter: 3 })
  await fillIn(page)
  const code = await receive(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Đã giao phiếu hẹn bản giấy.' })).toBeVisible()

  // Another matter of the same person: what is known of her is not asked again.
  await page.keyboard.press('Alt+KeyM')
  await expect(page.getByLabel('Tìm thủ tục')).toBeFocused()
  await page.keyboard.type('dkkh')
  await expect(page.getByRole('option', { name: /đăng ký kết hôn/i, selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: /^Trường hợp thường/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Trần Thị Bé Sáu')
  await page.keyboard.press('F7')
  await tabTo(page, 'Bỏ nội dung và kết thúc')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Quầy trống')).toBeVisible()

  await page.keyboard.press('Slash')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('sau tran')
  await expect(page).toHaveURL(/tim=sau/)
  await expect(page.getByRole('link', { name: code })).toBeVisible()
  await scan(page, code.toLowerCase())
  await expect(page.getByRole('heading', { name: code, exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Diễn biến' })).toBeVisible()

  await tabTo(page, 'Chuyển hồ sơ')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Chuyển hồ sơ' })
  await tabTo(page, 'Chuyển hồ sơ')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('Chọn nơi hoặc người nhận hồ sơ')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Phan')
  await expect(dialog.getByLabel('Chuyển cho')).toHaveValue(/^user:/)
  await tabTo(page, 'Chuyển hồ sơ')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Đã ghi lúc \d\d:\d\d: chuyển hồ sơ\.$/)).toBeVisible()
  await expect(page.getByText('Đang giải quyết').first()).toBeVisible()
  await expectAccessible(page)
})

for (const [name, size, counter] of [
  ['1366 × 768', { width: 1366, height: 768 }, 4],
  ['1366 × 768 at 125 %', { width: 1093, height: 614 }, 5]
] as const) {
  test(`C-32 fits ${name}, and every step is accessible`, async ({ page, office }) => {
    // Nine pages, each looked through for what keeps people out.
    test.setTimeout(120_000)
    await page.setViewportSize(size)
    const fits = async () => {
      const wide = await page.evaluate<number>(
        `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.work'))`
      )
      expect(wide).toBeLessThanOrEqual(0)
      await expectAccessible(page)
    }
    await office.enter(page, 'tiepnhan1', '/counter')
    await expect(page.getByRole('heading', { name: 'Chọn quầy làm việc' })).toBeVisible()
    await fits()
    await sitDown({ page, office, counter })
    await fits()
    await callAndStart(page)
    await expect(page.getByRole('option').first()).toBeVisible()
    await fits()
    await pickProcedure(page, 'dklks', /đăng ký lại khai sinh/)
    await scan(page, CARD)
    await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Trần Thị Bé Sáu')
    await fits()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Giấy tờ của hồ sơ' })).toBeVisible()
    await fits()
    await tickAll(page)
    await fits()
    await receive(page)
    await fits()
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('F7')
    await expect(page.getByText('Quầy trống')).toBeVisible()
    await page.keyboard.press('Control+KeyK')
    await expect(page.getByRole('table')).toBeVisible()
    await fits()
  })
}
