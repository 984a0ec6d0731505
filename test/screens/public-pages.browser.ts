import { expect, expectAccessible, test } from './office.ts'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a citizen finds a procedure without marks and has a due date explained', async ({ page, office }) => {
    await page.goto(`${office.address}/thu-tuc`)
    await page.getByLabel('Tìm thủ tục').fill('dang ky ket hon')
    await page.getByRole('button', { name: 'Tìm' }).click()
    await page.getByRole('link', { name: 'Thủ tục đăng ký kết hôn', exact: true }).click()

    await expect(page.getByRole('heading', { name: 'Thủ tục đăng ký kết hôn', level: 1 })).toBeVisible()
    await page.getByLabel('Ngày nộp hồ sơ').fill('20/10/2026')
    await page.getByLabel('Giờ nộp').fill('10:00')
    await page.getByLabel('Phải xác minh điều kiện kết hôn').check()
    await page.getByRole('button', { name: 'Tính ngày hẹn' }).click()

    await expect(page.getByText('ngày tiếp nhận, không tính')).toBeVisible()
    await expect(page.getByText('thứ Bảy', { exact: false }).first()).toBeVisible()
    await expect(page.getByText('ngày làm việc thứ 5')).toBeVisible()
    await expect(page.getByText(/16:30 thứ Ba, 27\/10\/2026/).first()).toBeVisible()
  })
})

test('the public pages can be read by everyone', async ({ page, office }) => {
  for (const place of ['/thu-tuc', '/thu-tuc?q=ket+hon', '/thu-tuc/1.000894?ngay=20/10/2026&gio=10:00']) {
    await page.goto(office.address + place)
    await expectAccessible(page)
  }
})
