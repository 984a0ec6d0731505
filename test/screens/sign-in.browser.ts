import { expect, expectAccessible, signIn, test } from './office.ts'

test('says what is missing before anything is sent, and leads to the field', async ({ page, office }) => {
  await page.goto(`${office.address}/admin`)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()

  const problem = page.getByRole('alert', { name: 'Có lỗi cần sửa' })
  await expect(problem).toBeFocused()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expectAccessible(page)

  await problem.getByRole('link', { name: 'Nhập mật khẩu' }).click()
  await expect(page.getByLabel('Mật khẩu', { exact: true })).toBeFocused()
})

test('refuses a wrong password in words, keeps what was typed, and lets the right one in', async ({
  page,
  office
}) => {
  await page.goto(`${office.address}/admin`)
  await expectAccessible(page)
  await signIn(page, 'quantri', 'sai mật khẩu')

  await expect(page.getByRole('alert', { name: 'Tên đăng nhập hoặc mật khẩu chưa đúng' })).toBeFocused()
  await expect(page.getByLabel('Tên đăng nhập', { exact: true })).toHaveValue('quantri')
  await expect(page.getByLabel('Mật khẩu', { exact: true })).toHaveValue('sai mật khẩu')

  await signIn(page, 'quantri')
  await expect(page.getByRole('heading', { name: 'Việc cần làm' })).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('phường Rạch Giá')
  await expect(page.getByRole('banner')).toContainText('Lý Thanh Hùng')
})

test('shows the password to whoever wants to read it', async ({ page, office }) => {
  await page.goto(`${office.address}/admin`)
  await page.getByLabel('Mật khẩu', { exact: true }).fill('Đặng Ẵ')
  await page.getByLabel('Hiện mật khẩu').check()
  await expect(page.getByLabel('Mật khẩu', { exact: true })).toHaveAttribute('type', 'text')
})

test('tells a person without the role whom the page is for, and the way on', async ({ page, office }) => {
  await office.enter(page, 'tiepnhan1', '/admin/ngay-nghi')

  await expect(page.getByRole('heading', { name: 'Trang này dành cho quản trị viên' })).toBeVisible()
  await expect(page.getByText('cán bộ tiếp nhận và trả kết quả')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Tra cứu thủ tục hành chính' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Đăng nhập bằng tài khoản khác' }).click()
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible()
})

test('signs out, and the next page asks again', async ({ page, office }) => {
  await office.enter(page, 'quantri', '/admin')
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible()
  await page.goto(`${office.address}/admin/ngay-nghi`)
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible()
})
