import { expect, expectAccessible, test } from './office.ts'

const PAGE = '/admin/gio-lam-viec'

test('shows the hours in force with the lunch break and the hour of return', async ({ page, office }) => {
  await office.enter(page, 'quantri', PAGE)

  await expect(page.getByRole('row', { name: 'thứ Hai 07:30–11:30 13:30–17:00' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'thứ Bảy nghỉ nghỉ' })).toBeVisible()
  await expect(page.getByText('Nghỉ trưa 11:30–13:30.')).toBeVisible()
  await expect(page.getByText('Thời hạn tính theo ngày: hẹn trả lúc 16:30.').first()).toBeVisible()
  await expectAccessible(page)
})

test('names the half of the day that is not whole, and writes Saturday mornings from a day on', async ({
  page,
  office
}) => {
  await office.enter(page, 'quantri', PAGE)
  await page.getByRole('button', { name: 'Ghi giờ mới' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ghi giờ làm việc mới' })
  await dialog.getByLabel('Áp dụng từ ngày').fill('1/1/2090')
  await dialog.getByLabel('thứ Bảy, buổi sáng, từ').fill('7h30')
  await dialog.getByRole('button', { name: 'Ghi giờ làm việc' }).click()

  const problem = dialog.getByRole('alert', { name: 'Có lỗi cần sửa' })
  await expect(problem).toBeFocused()
  await expectAccessible(page)
  await problem.getByRole('link', { name: 'Nhập đủ giờ mở và giờ đóng của buổi sáng thứ Bảy' }).click()
  await expect(dialog.getByLabel('thứ Bảy, buổi sáng, đến')).toBeFocused()

  await page.keyboard.type('11:00')
  await dialog.getByLabel('Ghi chú').fill('Quyết định 2/QĐ-UBND, mở cửa sáng thứ Bảy')
  await dialog.getByRole('button', { name: 'Ghi giờ làm việc' }).click()

  await expect(page.getByRole('heading', { name: 'Sẽ áp dụng từ 01/01/2090' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'thứ Bảy 07:30–11:00 nghỉ' })).toBeVisible()
  await expect(page.getByText('Sáng thứ Bảy có mở cửa, không tính vào thời hạn giải quyết.')).toBeVisible()
  await expect(page.getByText('Quyết định 2/QĐ-UBND, mở cửa sáng thứ Bảy')).toBeVisible()
})

test('copies Monday to the other working days', async ({ page, office }) => {
  await office.enter(page, 'quantri', PAGE)
  await page.getByRole('button', { name: 'Ghi giờ mới' }).click()
  await page.getByLabel('thứ Hai, buổi chiều, đến').fill('17:30')
  await page.getByRole('button', { name: 'Chép giờ thứ Hai' }).click()
  await expect(page.getByLabel('thứ Sáu, buổi chiều, đến')).toHaveValue('17:30')
  await expect(page.getByLabel('thứ Bảy, buổi chiều, đến')).toHaveValue('')
})
