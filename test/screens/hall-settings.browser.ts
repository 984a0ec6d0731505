import { expect, expectAccessible, test } from './office.ts'

const PAGE = '/admin/phong-cho'

test('says the rules in words as they are set, and keeps them', async ({ page, office }) => {
  await office.enter(page, 'quantri', PAGE)
  const read = page.getByRole('complementary').filter({ hasText: 'Người dân và cán bộ sẽ đọc' })
  await expect(read).toContainText('cứ gọi 2 số thường thì gọi 1 số ưu tiên')
  await expectAccessible(page)

  await page.getByLabel('Ưu tiên trước').check()
  await page.getByLabel('Số thường chờ nhiều nhất (phút)').fill('45')
  await expect(read).toContainText('chờ quá 45 phút')
  await page.getByLabel('Vắng mặt mấy lần thì hết hiệu lực').fill('0')
  await page.getByRole('button', { name: 'Ghi quy tắc' }).click()
  const problem = page.getByRole('alert', { name: 'Có lỗi cần sửa' })
  await expect(problem).toBeFocused()
  await problem.getByRole('link', { name: /nhập số từ 1 đến 10/ }).click()
  await page.keyboard.type('3')
  await page.getByLabel('Vắng mặt mấy lần thì hết hiệu lực').fill('3')
  await page.getByLabel('Số vắng mặt tự quay lại hàng').uncheck()
  await page.getByLabel('Lĩnh vực của số nhận kết quả').selectOption({ label: 'L. Nhận kết quả' })
  await page.getByRole('button', { name: 'Ghi quy tắc' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Đã ghi' })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Ưu tiên trước')).toBeChecked()
  await expect(page.getByLabel('Số vắng mặt tự quay lại hàng')).not.toBeChecked()
  await expect(read).toContainText('khi quay lại hãy báo cán bộ')
  await expect(read).toContainText('Vắng mặt 3 lần')
})

test('puts priority groups in order and adds one', async ({ page, office }) => {
  await office.enter(page, 'quantri', `${PAGE}/uu-tien`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Thêm diện' }).click()
  const added = page.getByRole('group', { name: 'Diện 8' })
  await page.getByRole('button', { name: 'Ghi danh mục' }).click()
  await expect(page.getByRole('link', { name: 'Nhập tên của diện thứ 8' })).toBeVisible()
  await added.getByLabel('Tên diện').fill('Người nuôi con dưới 36 tháng')
  await added.getByRole('button', { name: 'Lên Diện 8' }).click()
  const moved = page.getByRole('group', { name: 'Diện 7' })
  await expect(moved.getByLabel('Tên diện')).toHaveValue('Người nuôi con dưới 36 tháng')
  await expect(moved.getByRole('button', { name: 'Lên' })).toBeFocused()
  await page.getByRole('button', { name: 'Bỏ Diện 2' }).click()
  await expect(page.getByRole('group', { name: 'Diện 2' }).getByLabel('Tên diện')).toHaveValue(
    'Người khuyết tật nặng, đặc biệt nặng'
  )
  await page.getByRole('group', { name: 'Diện 7' }).getByLabel('Đang dùng').uncheck()
  await page.getByRole('button', { name: 'Ghi danh mục' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Đã ghi' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('group', { name: 'Diện 6' }).getByLabel('Tên diện')).toHaveValue(
    'Người nuôi con dưới 36 tháng'
  )
  await expect(page.getByRole('group', { name: 'Diện 7' }).getByLabel('Đang dùng')).not.toBeChecked()
})

test('gives counters their services by keyboard, and warns of one that nobody serves', async ({
  page,
  office
}) => {
  await office.enter(page, 'quantri', `${PAGE}/quay`)
  const cell = (counter: number) => page.getByLabel(`Quầy ${counter}, Nhận kết quả`)
  await expect(cell(5)).toHaveValue('serves')
  await expect(cell(1)).toHaveValue('helps')
  await expectAccessible(page)

  await cell(5).focus()
  await page.keyboard.press('ArrowDown')
  await expect(cell(5)).toHaveValue('helps')
  await expect(page.getByText('1 quầy đã đổi, chưa ghi')).toBeVisible()
  for (const counter of [1, 2, 3, 4, 5]) await cell(counter).selectOption('Không')
  await expect(page.getByText('5 quầy đã đổi, chưa ghi')).toBeVisible()
  await page.getByRole('button', { name: 'Ghi phân công' }).click()
  await expect(page.getByRole('heading', { name: '1 điều cần xem lại' })).toBeVisible()
  await expect(page.getByText('Chưa quầy nào phục vụ “Nhận kết quả”')).toBeVisible()
  for (const service of [
    'Hộ tịch, chứng thực',
    'Đất đai, xây dựng',
    'Bảo trợ xã hội, người có công',
    'Kinh doanh, lĩnh vực khác',
    'Nhận kết quả'
  ])
    await page.getByLabel(`Quầy 5, ${service}`).selectOption('Không')
  await expect(page.getByText('Quầy 5 phải phục vụ hoặc hỗ trợ ít nhất một lĩnh vực')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ghi phân công' })).toBeDisabled()
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click()
  await cell(5).selectOption('Phục vụ')
  await page.getByRole('button', { name: 'Ghi phân công' }).click()
  await expect(page.getByRole('heading', { name: /điều cần xem lại/ })).toHaveCount(0)
})

test('adds a service with a letter of its own, refuses one that rhymes, and limits its numbers', async ({
  page,
  office
}) => {
  await office.enter(page, 'quantri', `${PAGE}/quay`)
  await page.getByRole('button', { name: 'Thêm lĩnh vực' }).click()
  const dialog = page.getByRole('dialog', { name: 'Thêm lĩnh vực' })
  await expect(dialog.getByLabel('Chữ cái đứng đầu số')).toHaveValue('M')
  await expectAccessible(page)
  await dialog.getByLabel('Lĩnh vực').fill('Lao động, việc làm')
  await dialog.getByLabel('Chữ cái đứng đầu số').fill('d')
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('M, ')
  await expect(dialog.getByLabel('Lĩnh vực')).toHaveValue('Lao động, việc làm')
  await dialog.getByLabel('Chữ cái đứng đầu số').fill('M')
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click()
  await expect(dialog).toHaveCount(0)

  await page.getByRole('button', { name: 'Đặt giới hạn Lao động, việc làm' }).click()
  await page.getByLabel('Cấp nhiều nhất bao nhiêu số một ngày').fill('40')
  await page.getByRole('button', { name: 'Ghi giới hạn' }).click()
  await expect(page.getByRole('row', { name: /M Lao động, việc làm 40 số/ })).toBeVisible()

  await page.getByRole('button', { name: 'Thêm quầy' }).click()
  await expect(page.getByLabel('Số quầy')).toHaveValue('6')
  await page.getByLabel('Tên quầy').fill('Lao động')
  await page.getByRole('dialog').getByRole('button', { name: 'Thêm', exact: true }).click()
  await expect(page.getByRole('rowheader', { name: '6. Lao động' })).toBeVisible()
})

test('mends the name of a counter and of a service', async ({ page, office }) => {
  await office.enter(page, 'quantri', `${PAGE}/quay`)
  await page.getByRole('button', { name: 'Đổi tên 5. ' }).click()
  const counter = page.getByRole('dialog', { name: 'Đổi tên quầy 5' })
  await counter.getByLabel('Tên quầy').fill('Đất đai, nhà ở')
  await expectAccessible(page)
  await counter.getByRole('button', { name: 'Ghi tên' }).click()
  await expect(counter).toHaveCount(0)
  await expect(page.getByRole('rowheader', { name: '5. Đất đai, nhà ở' })).toBeVisible()

  await page.getByRole('button', { name: 'Đổi tên Bảo trợ xã hội, người có công' }).click()
  const service = page.getByRole('dialog', { name: 'Đổi tên lĩnh vực H' })
  await service.getByLabel('Lĩnh vực').fill('hộ tịch,  chứng thực')
  await service.getByRole('button', { name: 'Ghi tên' }).click()
  await expect(service.getByRole('link', { name: /đã có/ })).toBeVisible()
  await service.getByLabel('Lĩnh vực').fill('Bảo trợ xã hội')
  await service.getByRole('button', { name: 'Ghi tên' }).click()
  await expect(page.getByRole('row', { name: /^H Bảo trợ xã hội không giới hạn/ })).toBeVisible()
  // Back, as other stories look for the names of the demonstration.
  await page.getByRole('button', { name: 'Đổi tên Bảo trợ xã hội' }).click()
  await service.getByLabel('Lĩnh vực').fill('Bảo trợ xã hội, người có công')
  await service.getByRole('button', { name: 'Ghi tên' }).click()
  await expect(service).toHaveCount(0)
})

test('announces between calls, and raises and ends an emergency', async ({ page, office }) => {
  await office.enter(page, 'quantri', `${PAGE}/thong-bao`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Thêm thông báo' }).click()
  const added = page.getByRole('group', { name: 'Thông báo 3' })
  await added.getByLabel('Nội dung').fill('Thứ Ba 24/11 nghỉ Ngày Văn hóa Việt Nam.')
  await added.getByLabel('Đến hết ngày').fill('31/02/2026')
  await page.getByRole('button', { name: 'Ghi thông báo' }).click()
  await expect(page.getByRole('link', { name: /Thông báo 3: ngày này không có trong lịch/ })).toBeVisible()
  await added.getByLabel('Đến hết ngày').fill('24/11/2026')
  await expect(added.getByRole('figure')).toContainText('nghỉ Ngày Văn hóa Việt Nam')
  await page.getByRole('button', { name: 'Ghi thông báo' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Đã ghi' })).toBeVisible()

  await page.getByRole('button', { name: 'Phát thông báo khẩn' }).click()
  const dialog = page.getByRole('dialog', { name: 'Phát thông báo khẩn' })
  await dialog.getByLabel(/Nội dung/).fill('Có cháy. Mời mọi người ra cửa chính.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Phát ngay cho mọi màn hình' }).click()
  await expect(page.getByText(/Đang phát từ/)).toBeVisible()
  await page.getByRole('button', { name: 'Kết thúc thông báo khẩn' }).click()
  await expect(page.getByRole('button', { name: 'Phát thông báo khẩn' })).toBeVisible()
})

test('makes an appointment, tells its code, and cancels it after asking again', async ({ page, office }) => {
  await office.enter(page, 'quantri', `${PAGE}/lich-hen`)
  const rows = page.getByRole('table').getByRole('row')
  // The demonstration has appointments on the next working day, whatever the day of the test is.
  do {
    await page.getByRole('button', { name: 'Ngày sau' }).click()
    await expect(page.getByRole('table').or(page.getByText(/Chưa có lịch hẹn nào/))).toBeVisible()
  } while ((await rows.count()) === 0)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Đặt lịch hẹn' }).click()
  const dialog = page.getByRole('dialog', { name: 'Đặt lịch hẹn' })
  await dialog.getByRole('button', { name: 'Đặt lịch hẹn' }).click()
  await expect(dialog.getByRole('link', { name: 'Chọn giờ hẹn' })).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Lĩnh vực').selectOption('Hộ tịch, chứng thực')
  await dialog.getByLabel('Giờ', { exact: true }).selectOption('09:00')
  await dialog.getByLabel('Họ và tên').fill('Danh Thị Sa Rương')
  await dialog.getByLabel('Điện thoại').fill('0912 345 678')
  await dialog.getByRole('button', { name: 'Đặt lịch hẹn' }).click()
  const made = page.getByRole('dialog', { name: 'Đã đặt lịch hẹn' })
  const code = await made.getByText(/^\d{6}$/).textContent()
  await made.getByRole('button', { name: 'Đóng' }).last().click()

  const row = page.getByRole('row', { name: /Danh Thị Sa Rương/ })
  await expect(row).toContainText(`mã ${code}`)
  await row.getByRole('button', { name: 'Hủy hẹn lịch 09:00, điện thoại …5678' }).click()
  await row.getByRole('button', { name: 'Hủy lịch hẹn này' }).click()
  await expect(row).toContainText('Đã hủy')
})

test('takes as many appointments in half an hour as are set', async ({ page, office }) => {
  await office.enter(page, 'quantri', `${PAGE}/lich-hen`)
  const limit = page.getByLabel('Đất đai, xây dựng')
  await limit.fill('100')
  await page.getByRole('button', { name: 'Ghi số lịch hẹn' }).click()
  await expect(page.getByRole('link', { name: /nhập số từ 0 đến 50/ })).toBeVisible()
  await limit.fill('2')
  await page.getByRole('button', { name: 'Ghi số lịch hẹn' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Đã ghi' })).toBeVisible()
  await page.reload()
  await expect(limit).toHaveValue('2')
})
