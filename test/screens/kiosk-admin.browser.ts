import { kioskVietnamese } from '../../kiosk-ui/src/text/kiosk.ts'
import { test } from './hall.ts'
import { expect, expectAccessible } from './office.ts'

const PASSWORD = 'mật khẩu thử'

test.beforeEach(async ({ page, hall }) => {
  const response = await page.request.post(`${hall.address}/api/v1/session`, {
    data: { username: 'quantri', password: PASSWORD },
    headers: { 'x-motcua': '1', origin: hall.address }
  })
  expect(response.status()).toBe(200)
})

test('K-19 a device is let in by its code, seen to be well, silent when it is gone, and revoked', async ({
  page,
  context,
  hall
}) => {
  await page.goto(`${hall.address}/admin/thiet-bi`)
  await page.getByRole('button', { name: 'Thêm thiết bị' }).click()
  await page.getByRole('button', { name: 'Tạo mã thiết bị' }).click()
  await expect(page.getByText('Nhập tên thiết bị').first()).toBeVisible()
  await page.getByLabel('Tên thiết bị').fill('Ki-ốt cửa chính')
  await page.getByRole('button', { name: 'Tạo mã thiết bị' }).click()
  const address = await page.getByText(/\/kiosk#\d{8}$/).innerText()
  await expectAccessible(page)
  await page.locator('dialog').getByRole('button', { name: 'Đóng' }).last().click()
  const row = page.getByRole('row', { name: /Ki-ốt cửa chính/ })
  await expect(row).toContainText('Chưa mở lần nào')

  const kiosk = await context.newPage()
  await kiosk.goto(address)
  await expect(kiosk.getByRole('heading', { name: 'Ông/bà cần việc gì?' })).toBeVisible()
  await page.reload()
  await expect(row).toContainText('Đang hoạt động')
  await expect(row).toContainText('Phiên bản')
  await expectAccessible(page)

  await row.getByRole('button', { name: 'Ngừng' }).click()
  await page.locator('dialog').getByRole('button', { name: 'Ngừng' }).click()
  await expect(row).toHaveCount(0)
  await expect(kiosk.getByRole('heading', { name: 'Đăng ký ki-ốt này' })).toBeVisible({ timeout: 25_000 })
})

test('K-14 a language is taken from a file, each missing sentence is named, and it goes to the kiosks', async ({
  page,
  hall
}) => {
  await page.goto(`${hall.address}/admin/thiet-bi`)
  await page.getByRole('link', { name: 'Thêm ngôn ngữ' }).click()
  await page.getByLabel('Mã ngôn ngữ').fill('km')
  const texts: Record<string, string> = { ...kioskVietnamese, question: 'តើលោកអ្នកត្រូវការអ្វី?' }
  delete texts.done
  const file = (content: object) => ({
    name: 'km.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(content))
  })
  const chooser = page.getByLabel('Chọn tệp đã dịch')
  await chooser.setInputFiles(file({ strange: true }))
  await expect(page.getByText('không phải tệp câu chữ của ki-ốt')).toBeVisible()
  await chooser.setInputFiles(file({ name: 'ខ្មែរ', texts }))
  await expect(page.getByLabel('Tên ngôn ngữ')).toHaveValue('ខ្មែរ')
  await page.getByRole('button', { name: 'Ghi ngôn ngữ này' }).click()
  await expect(page.getByText('Thiếu câu “done”').first()).toBeVisible()
  await page.getByLabel('Xong', { exact: true }).fill('រួចរាល់')
  await page.getByLabel('Mã ngôn ngữ').fill('km')
  await page.getByRole('button', { name: 'Ghi ngôn ngữ này' }).click()
  await expect(page.getByRole('link', { name: /ខ្មែរ/ })).toBeVisible()
  await page.getByRole('link', { name: /ខ្មែរ/ }).click()
  await expect(page.getByLabel('Xong', { exact: true })).toHaveValue('រួចរាល់')
  await page.getByRole('button', { name: 'Bỏ ngôn ngữ này' }).click()
  await page.locator('dialog').getByRole('button', { name: 'Bỏ ngôn ngữ này' }).click()
  await expect(page.getByRole('link', { name: /ខ្មែរ/ })).toHaveCount(0)
})
