import { expect, expectAccessible, test } from './office.ts'

const LIST = '/admin/thu-tuc'

/** Today as people type it; what takes effect today is seen today. */
function today(): string {
  const now = new Date(Date.now() + 7 * 3600_000)
  return [now.getUTCDate(), now.getUTCMonth() + 1, now.getUTCFullYear()].join('/')
}

test('finds a procedure without marks, by its initials and by its code', async ({ page, office }) => {
  await office.enter(page, 'quantri', LIST)
  const found = page.getByRole('link', { name: 'Thủ tục đăng ký kết hôn', exact: true })
  for (const words of ['dang ky ket hon', 'dkkh', '1.000894']) {
    await page.getByLabel('Tìm thủ tục').fill(words)
    await expect(page.getByRole('heading', { name: `Thủ tục: tìm “${words}”` })).toBeVisible()
    await expect(found).toBeVisible()
  }
  await expectAccessible(page)

  await page.getByLabel('Tìm thủ tục').fill('không có thủ tục này')
  await expect(page.getByRole('heading', { name: /Không có thủ tục nào khớp/ })).toBeVisible()
  await expect(page.getByText('Thử ít chữ hơn')).toBeVisible()
})

test('an answer that comes late does not push out a newer one', async ({ page, office }) => {
  await office.enter(page, 'quantri', LIST)
  await page.route('**/procedures?*q=khai+sinh*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue().catch(() => undefined)
  })
  await page.getByLabel('Tìm thủ tục').fill('khai sinh')
  await page.waitForTimeout(300)
  await page.getByLabel('Tìm thủ tục').fill('ket hon')
  await expect(page.getByRole('link', { name: 'Thủ tục đăng ký kết hôn', exact: true })).toBeVisible()
  await page.waitForTimeout(1800)
  await expect(page.getByRole('link', { name: 'Thủ tục đăng ký kết hôn', exact: true })).toBeVisible()
  await expect(page.getByLabel('Tìm thủ tục')).toHaveValue('ket hon')
})

test('sets the term of a procedure from the list of what wants attention', async ({ page, office }) => {
  await office.enter(page, 'quantri', LIST)
  const kind = page
    .getByRole('navigation', { name: 'Cần xem lại' })
    .getByRole('link', { name: /^Chưa có thời hạn đọc được/ })
  const before = Number((await kind.textContent())?.replace(/\D/g, ''))
  await kind.click()
  await expect(page.getByRole('heading', { name: 'Chưa có thời hạn đọc được' })).toBeVisible()
  await expectAccessible(page)

  const first = page.getByRole('table').getByRole('link').first()
  const name = (await first.textContent()) ?? ''
  await first.click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeFocused()
  await expect(page.getByText('Chưa có thời hạn thì quầy chưa tiếp nhận được')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Đặt thời hạn', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Đặt thời hạn' })
  await dialog.getByRole('button', { name: 'Ghi thời hạn' }).click()
  await expect(dialog.getByRole('alert', { name: 'Có lỗi cần sửa' })).toBeFocused()
  await expectAccessible(page)

  await dialog.getByLabel('Đơn vị').selectOption('ngày làm việc')
  await dialog.getByLabel('Thời hạn, bằng số').fill('7')
  await dialog.getByLabel('Quyết định').fill('Quyết định 88/QĐ-UBND ngày 20/11/2026')
  await dialog.getByLabel('Áp dụng từ ngày').fill(today())
  await dialog.getByRole('button', { name: 'Ghi thời hạn' }).click()

  await expect(page.getByRole('status').filter({ hasText: 'Đã ghi, áp dụng từ' })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: '7 ngày làm việc' })).toBeVisible()
  await page.getByRole('link', { name: 'Danh mục thủ tục' }).click()
  await expect(kind.or(page.getByText('Không có thủ tục nào cần xem lại.'))).toContainText(
    before > 1 ? String(before - 1) : ''
  )
})

test('sets a fee that is typed with dots', async ({ page, office }) => {
  await office.enter(page, 'quantri', `${LIST}/1.000894`)
  await page.getByRole('button', { name: 'Đặt mức thu' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Đặt mức thu' })
  await dialog.getByLabel('Mức thu (đồng)').fill('30.000')
  await dialog.getByLabel('Quyết định').fill('Nghị quyết 5/NQ-HĐND ngày 10/7/2026')
  await dialog.getByLabel('Áp dụng từ ngày').fill(today())
  await dialog.getByRole('button', { name: 'Ghi mức thu' }).click()
  await expect(page.getByRole('definition').filter({ hasText: '30.000 đồng' })).toBeVisible()
})

test('rewrites the papers of a procedure: one changed, one taken away, one added', async ({
  page,
  office
}) => {
  await office.enter(page, 'quantri', `${LIST}/1.000894`)
  await page.getByRole('button', { name: 'Sửa thành phần hồ sơ' }).last().click()
  const dialog = page.getByRole('dialog', { name: 'Sửa thành phần hồ sơ' })
  await expectAccessible(page)
  await dialog.getByLabel('Bản sao').first().fill('2')
  await dialog.getByRole('button', { name: 'Bỏ giấy tờ 2' }).click()
  await dialog.getByRole('button', { name: 'Thêm giấy tờ' }).click()
  await dialog.getByRole('button', { name: 'Ghi thành phần hồ sơ' }).click()
  await expect(dialog.getByRole('link', { name: 'Nhập tên giấy tờ 3, hoặc bỏ giấy tờ này' })).toBeVisible()
  await dialog.getByLabel('Tên giấy tờ').last().fill('Giấy tờ mới để thử')
  await dialog.getByLabel('Quyết định').fill('Quyết định 90/QĐ-UBND ngày 20/11/2026')
  await dialog.getByLabel('Áp dụng từ ngày').fill(today())
  await dialog.getByRole('button', { name: 'Ghi thành phần hồ sơ' }).click()

  await expect(page.getByRole('listitem').filter({ hasText: '1 bản chính, 2 bản sao' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Giấy tờ mới để thử' })).toBeVisible()
  await expect(page.getByText('Căn cước, hộ chiếu hoặc giấy tờ tùy thân')).toHaveCount(0)
})

test('adds a case with a term of its own', async ({ page, office }) => {
  await office.enter(page, 'quantri', `${LIST}/1.000894`)
  await page.getByRole('button', { name: 'Đặt thời hạn theo trường hợp' }).last().click()
  const dialog = page.getByRole('dialog', { name: 'Đặt thời hạn theo trường hợp' })
  await dialog.getByRole('button', { name: 'Thêm trường hợp' }).click()
  const added = dialog.getByRole('group', { name: 'Trường hợp 2' })
  await added.getByLabel('Tên trường hợp').fill('có yếu tố nước ngoài')
  await added.getByLabel('Thời hạn').fill('10')
  await dialog.getByLabel('Quyết định').fill('Quyết định 91/QĐ-UBND ngày 20/11/2026')
  await dialog.getByLabel('Áp dụng từ ngày').fill(today())
  await dialog.getByRole('button', { name: 'Ghi các trường hợp' }).click()
  await expect(page.getByText('có yếu tố nước ngoài: 10 ngày làm việc')).toBeVisible()
})

test('an administrator of another office reads the catalogue and is told who may change it', async ({
  page,
  office
}) => {
  await office.enter(page, 'quantri9', `${LIST}/1.000894`)
  await expect(page.getByText('Danh mục này dùng chung cho cả tỉnh')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Đặt thời hạn' })).toHaveCount(0)
  await page.goto(`${office.address}${LIST}/nhap`)
  await expect(page.getByText('Danh mục này dùng chung cho cả tỉnh')).toBeVisible()
  await expect(page.getByLabel('Tệp danh mục (JSON)')).toHaveCount(0)
})

test('shows what a catalogue file would change before it changes anything', async ({ page, office }) => {
  const document = [
    {
      code: '9.900001',
      name: 'Thủ tục mới để thử',
      field: 'Hộ tịch',
      termText: '02 ngày làm việc',
      feeText: 'Miễn phí'
    },
    { code: 'không phải mã', name: 'Dòng hỏng' }
  ]
  await office.enter(page, 'quantri', `${LIST}/nhap`)
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
  await expect(page.getByRole('alert', { name: 'Có lỗi cần sửa' })).toBeFocused()
  await expectAccessible(page)

  await page.getByLabel('Tệp danh mục (JSON)').setInputFiles({
    name: 'danh-muc.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(document))
  })
  await page.getByLabel('Quyết định').fill('Quyết định 99/QĐ-UBND ngày 22/11/2026')
  await page.getByLabel('Áp dụng từ ngày').fill(today())
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()

  await expect(page.getByRole('heading', { name: '1 thủ tục thêm mới' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '1 dòng không đọc được' })).toBeVisible()
  await expect(page.getByText('Dòng 2 (không phải mã)')).toBeVisible()
  await expectAccessible(page)
  const unchanged = await page.request.get(`${office.address}/api/v1/procedures/9.900001`)
  expect(unchanged.status()).toBe(404)
  await expect(page.getByRole('banner')).not.toContainText('Đã ghi')

  await page.getByRole('button', { name: 'Áp dụng 1 thay đổi' }).click()
  await expect(page.getByRole('heading', { name: 'Đã ghi danh mục: thêm 1, đổi 0 thủ tục.' })).toBeVisible()
  const added = await page.request.get(`${office.address}/api/v1/procedures/9.900001`)
  expect((await added.json()).term).toEqual({ amount: 2, unit: 'working_day' })
})

test('refuses a file that is no JSON before it travels', async ({ page, office }) => {
  await office.enter(page, 'quantri', `${LIST}/nhap`)
  await page.getByLabel('Tệp danh mục (JSON)').setInputFiles({
    name: 'anh.png',
    mimeType: 'image/png',
    buffer: Buffer.from('không phải JSON')
  })
  await page.getByLabel('Quyết định').fill('Quyết định 99/QĐ-UBND')
  await page.getByLabel('Áp dụng từ ngày').fill(today())
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click()
  await expect(page.getByRole('link', { name: /Tệp này không phải JSON/ })).toBeVisible()
})
