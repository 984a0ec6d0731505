import { expect, expectAccessible, test } from './office.ts'

const HALL = '/admin/phong-cho'
const DEVICES = '/admin/thiet-bi'

test('two administrators at once: neither writes over what the other has written', async ({
  page,
  office,
  browser
}) => {
  const colleague = await (await browser.newContext()).newPage()
  await office.enter(page, 'quantri', `${HALL}/thong-bao`)
  await office.enter(colleague, 'quantri', `${HALL}/thong-bao`)
  const mine = page.getByRole('group', { name: 'Thông báo 1', exact: true }).getByLabel('Nội dung')
  await mine.fill('Chiều nay nghỉ sớm')

  await colleague.getByRole('button', { name: 'Thêm thông báo' }).click()
  const added = colleague.getByRole('group', { name: 'Thông báo 3' })
  await expect(added.getByLabel('Nội dung')).toBeFocused()
  await colleague.keyboard.type('Có nước uống ở góc phòng')
  const theirSave = colleague.getByRole('button', { name: 'Ghi thông báo' })
  await theirSave.click()
  await expect(colleague.getByRole('status').filter({ hasText: 'Đã ghi' })).toBeVisible()
  await expect(theirSave).toBeFocused()
  await expect(colleague.getByText('Nội dung nhập dở')).toHaveCount(0)

  await page.getByRole('button', { name: 'Ghi thông báo' }).click()
  await expect(page.getByRole('alert')).toContainText('Người khác vừa ghi trước')
  await expect(mine).toHaveValue('Chiều nay nghỉ sớm')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Bỏ phần đang sửa, xem nội dung mới' }).click()
  await expect(page.getByRole('group', { name: 'Thông báo 3' }).getByLabel('Nội dung')).toHaveValue(
    'Có nước uống ở góc phòng'
  )
  await expect(mine).not.toHaveValue('Chiều nay nghỉ sớm')
  await colleague.context().close()
})

test('what was changed and not written is there again after another page', async ({ page, office }) => {
  await office.enter(page, 'quantri', `${HALL}/quay`)
  const cell = page.getByLabel('Quầy 1, Nhận kết quả')
  await cell.selectOption('Phục vụ')
  await page.getByRole('link', { name: 'Thông báo', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Thông báo', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Quầy và lĩnh vực' }).click()
  await expect(cell).toHaveValue('serves')
  await expect(page.getByText('1 quầy đã đổi, chưa ghi')).toBeVisible()
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click()
  await expect(cell).toHaveValue('helps')
  await expect(page.getByText('Chưa đổi quầy nào')).toBeVisible()

  await page.setViewportSize({ width: 800, height: 614 })
  const isWide = await page.evaluate(() =>
    [document.documentElement, document.querySelector('main')].some(
      (element) => element && element.scrollWidth > element.clientWidth
    )
  )
  expect(isWide).toBe(false)
  await page.getByRole('button', { name: 'Thêm lĩnh vực' }).click()
  await page.getByLabel('Lĩnh vực', { exact: true }).fill('  đất đai,  XÂY dựng')
  await page.getByRole('dialog').getByRole('button', { name: 'Thêm', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('đã có. Nhập tên khác')
})

test('the hand goes back to the page when what it was on is gone', async ({ page, office }) => {
  await office.enter(page, 'quantri', `${DEVICES}/may-in`)
  const dialog = page.getByRole('dialog')
  const add = async (name: string, address: string) => {
    if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Thêm máy in' }).click()
    await dialog.getByLabel('Tên máy in').fill(name)
    await dialog.getByLabel('Địa chỉ IPv4').fill(address)
    await dialog.getByRole('button', { name: 'Ghi máy in' }).click()
  }
  await add('Máy in sảnh', '192.168.001.050')
  await expect(dialog.getByRole('alert')).toContainText('Bỏ các số 0 ở đầu: 192.168.1.50')
  await add('Máy in sảnh', '192.168.1.50')
  await expect(dialog).toHaveCount(0)
  await add('máy in  SẢNH', '192.168.1.51')
  await expect(dialog.getByRole('alert')).toContainText('đã có. Nhập tên khác')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Bỏ máy in' }).click()
  await dialog.getByRole('button', { name: 'Bỏ máy in' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Máy in', level: 1 })).toBeFocused()

  await page.goto(office.address + DEVICES)
  await page.getByRole('button', { name: 'Thêm thiết bị' }).click()
  await dialog.getByLabel('Tên thiết bị').fill('ki-ốt SẢNH')
  await dialog.getByRole('button', { name: 'Tạo mã thiết bị' }).click()
  await expect(dialog.getByRole('alert')).toContainText('đã có. Nhập tên khác')
  await dialog.getByLabel('Tên thiết bị').fill('Ki-ốt cửa sau')
  await dialog.getByRole('button', { name: 'Tạo mã thiết bị' }).click()
  await expect(dialog.getByRole('button', { name: 'Đóng' }).last()).toBeFocused()
})

test('a save without a server says what to do, and loses nothing', async ({ page, office }) => {
  await office.enter(page, 'quantri', HALL)
  const promised = page.getByLabel('Được gọi trong vòng (phút)')
  await promised.fill('25')
  const button = page.getByRole('button', { name: 'Ghi quy tắc' })
  await page.route('**/api/v1/hall/rules', (route) => route.abort())
  await button.click()
  await expect(page.getByRole('alert')).toContainText('Nội dung đã nhập vẫn còn ở đây')
  await expect(promised).toHaveValue('25')
  await page.unroute('**/api/v1/hall/rules')
  await button.click()
  await expect(page.getByRole('status').filter({ hasText: 'Đã ghi' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(button).toBeFocused()
})
