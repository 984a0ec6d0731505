import { ask, callAndStart, pickProcedure, sitDown, takeNumber } from './at-counter.ts'
import { anotherDesk, called, emptyHall, finish, isFree, line, press } from './hall-of-counters.ts'
import { expect, expectAccessible, test } from './office.ts'

test.beforeEach(async ({ page, office }) => emptyHall(page, office))

test('C-03 R-12 two officers who press F2 at once call two different people', async ({
  page,
  office,
  browser
}) => {
  const other = await anotherDesk(browser)
  await sitDown({ page, office, counter: 1 })
  await sitDown({ page: other, office, counter: 2 }, 'tiepnhan2')
  await expect(line(page)).toContainText('2 người')
  await Promise.all([page.keyboard.press('F2'), other.keyboard.press('F2')])
  const headings = [page, other].map((desk) => desk.getByRole('heading', { name: /^Mời số [A-Z]\d{3}$/ }))
  for (const heading of headings) await expect(heading).toBeVisible()
  const [one, two] = await Promise.all(headings.map((heading) => heading.innerText()))
  expect(one).not.toBe(two)
  await expect(line(page)).toContainText('0 người')
  await other.context().close()
})

test('C-05 the line says how many wait, how long, who is next and why, and names nobody', async ({
  page,
  office
}) => {
  await sitDown({ page, office, counter: 1 })
  const elder = await takeNumber({ page, office, counter: 1 }, 'elderly')
  await expect(page.locator('.next-card')).toContainText(elder.number)
  await expect(page.locator('.next-card')).toContainText('Ưu tiên: người cao tuổi')
  await expect(line(page)).toContainText('2 người')
  await expect(line(page).getByRole('listitem').first()).toContainText('người cao tuổi')
  await expect(page.getByText('Sau 2 số thường đến 1 số ưu tiên.')).toBeVisible()
  await expect(page.getByText('Quầy này làm mọi lĩnh vực.')).toBeVisible()
  await expectAccessible(page)
})

test('C-28 a transfer keeps number and waiting time and carries the note to the next officer', async ({
  page,
  office,
  browser
}) => {
  const other = await anotherDesk(browser)
  await sitDown({ page: other, office, counter: 2 }, 'tiepnhan2')
  await other.keyboard.press('F2')
  await expect(other.getByRole('heading', { name: /^Mời số/ })).toBeVisible()
  await other.keyboard.press('Control+Enter')
  await finish(other)

  await sitDown({ page, office, counter: 1 })
  const number = await callAndStart(page)
  await page.keyboard.press('F6')
  const dialog = page.getByRole('dialog', { name: `Chuyển số ${number}` })
  await expect(dialog).toContainText('Giữ nguyên số và thời gian đã chờ')
  await press(page, `Chuyển ${number}`)
  await expect(dialog.getByRole('alert')).toContainText('Chọn lĩnh vực, quầy hoặc cán bộ')
  await expectAccessible(page)
  await dialog.getByLabel('Lĩnh vực khác').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(dialog.getByLabel('Quầy', { exact: true })).toBeFocused()
  await page.keyboard.type('Quầy 2')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Đã xem giấy tờ, chỉ còn ký')
  await press(page, `Chuyển ${number}`)
  await isFree(page)
  await expect(page.getByText(new RegExp(`^Đã chuyển ${number} tới Quầy 2`))).toBeVisible()

  await expect(other.locator('.next-card')).toContainText(number)
  await other.keyboard.press('F2')
  await expect(called(other, number)).toBeVisible()
  await expect(other.getByText('Đã xem giấy tờ, chỉ còn ký')).toBeVisible()
  await other.context().close()
})

test('C-28 whoever is parked comes back to the same counter, and so does the half-filled dossier', async ({
  page,
  office
}) => {
  await sitDown({ page, office, counter: 3 })
  const number = await callAndStart(page)
  await pickProcedure(page, 'dklks', /đăng ký lại khai sinh/)
  await page.getByLabel('Họ và tên', { exact: true }).focus()
  await page.keyboard.type('Đặng Thị Nghiễm')
  await page.keyboard.press('Alt+KeyT')
  await isFree(page)
  await expect(page.getByText(`${number} tạm chờ`).first()).toBeVisible()

  const { number: between } = await takeNumber({ page, office, counter: 3 })
  await page.keyboard.press('F2')
  await expect(called(page, between)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Tìm thủ tục')).toBeFocused()
  await finish(page)

  await page.keyboard.press('Alt+KeyV')
  await expect(page.getByRole('dialog', { name: 'Tạm chờ và vắng mặt' })).toContainText(number)
  await expectAccessible(page)
  await press(page, `Tiếp tục ${number}`)
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Đặng Thị Nghiễm')
  await expect(page.locator('.serving .number')).toHaveText(number)
  await page.keyboard.press('F7')
  await press(page, 'Bỏ nội dung và kết thúc')
  await isFree(page)
})

test('C-04 after three calls the screen advises to mark absent, and whoever turns up late goes first', async ({
  page,
  office
}) => {
  await sitDown({ page, office, counter: 4 })
  await page.keyboard.press('F2')
  const heading = page.getByRole('heading', { name: /^Mời số [A-Z]\d{3}$/ })
  const number = (await heading.innerText()).replace('Mời số ', '')
  await expect(page.getByText(/^Không thấy ai tới/)).toBeVisible()
  for (const call of [2, 3]) {
    await page.keyboard.press('F3')
    await expect(page.getByText(`lần gọi thứ ${call}`)).toBeVisible()
  }
  await expect(page.getByText('Đã gọi 3 lần, chưa thấy ai tới')).toBeVisible()
  await expect(page.getByText(`${number} tự vào lại hàng sau 3 lượt gọi nữa`)).toBeVisible()
  await page.keyboard.press('F4')
  await page.keyboard.press('F4')
  await isFree(page)

  await takeNumber({ page, office, counter: 4 })
  await expect(page.getByRole('listitem').filter({ hasText: 'tự vào lại hàng' })).toContainText(number)
  await press(page, `Xếp lại ${number}`)
  await expect(page.locator('.next-card')).toContainText(number)
  await expect(page.locator('.next-card')).toContainText('quay lại')
  await page.keyboard.press('F2')
  await expect(called(page, number)).toBeVisible()
})

test('C-05 somebody else than the next is called by digits alone, with a reason that the supervisor sees', async ({
  page,
  office
}) => {
  await sitDown({ page, office, counter: 5 })
  await takeNumber({ page, office, counter: 5 })
  const last = await takeNumber({ page, office, counter: 5 })
  await page.keyboard.press('Alt+KeyG')
  const dialog = page.getByRole('dialog', { name: 'Gọi trước lượt' })
  await expect(dialog).toContainText('Lãnh đạo thấy số được gọi trước')
  await page.keyboard.type(String(Number(last.number.slice(1))))
  await expect(dialog.getByRole('status')).toContainText(last.number)
  await press(page, `Gọi ${last.number}`)
  await expect(dialog.getByRole('alert')).toContainText('Chọn lý do gọi trước lượt')
  await dialog.getByLabel('Lý do khác').focus()
  await page.keyboard.press('Space')
  await dialog.getByLabel('Ghi lý do').focus()
  await page.keyboard.type('...')
  await press(page, `Gọi ${last.number}`)
  await expect(dialog.getByRole('alert')).toContainText('Ghi lý do gọi trước lượt')
  await expectAccessible(page)
  await dialog.getByLabel('Ghi lý do').fill('')
  await page.keyboard.type('Con nhỏ đang sốt')
  await press(page, `Gọi ${last.number}`)
  await expect(called(page, last.number)).toBeVisible()

  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Tìm thủ tục')).toBeFocused()
  await finish(page)
  await office.enter(page, 'lanhdao', '/supervisor')
  const today = new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10)
  const skips = await ask({ page, office }, 'GET', `/supervision/hall/skips?from=${today}&to=${today}`)
  expect(JSON.stringify(skips)).toContain('Con nhỏ đang sốt')
})

test('a counter where somebody sits is taken over only when that is said, and he is told at once', async ({
  page,
  office,
  browser
}) => {
  const other = await anotherDesk(browser)
  await sitDown({ page, office, counter: 1 })
  await office.enter(other, 'tiepnhan2', '/counter')
  await press(other, /^Quầy 1 /)
  const dialog = other.getByRole('dialog', { name: 'Quầy 1 đang do Danh Thị Mỹ Linh mở' })
  await expect(dialog.getByRole('button', { name: 'Chọn quầy khác' })).toBeFocused()
  await expectAccessible(other)
  await press(other, 'Nhận quầy')
  await expect(other.getByRole('heading', { name: 'Số tiếp theo' })).toBeVisible()

  await expect(page.getByRole('heading', { name: 'Quầy 1 đang do Huỳnh Quốc Đạt mở' })).toBeVisible()
  await page.keyboard.press('F2')
  await expect(page.getByRole('heading', { name: /^Mời số/ })).toHaveCount(0)
  await expectAccessible(page)

  // Whoever sits there now and serves somebody is not sent away.
  await other.keyboard.press('F2')
  await expect(other.getByRole('heading', { name: /^Mời số/ })).toBeVisible()
  await press(page, 'Nhận quầy')
  await expect(page.getByText(/^Quầy đang phục vụ số/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Chọn quầy làm việc' })).toBeVisible()
  await other.context().close()
})

test('one number for several matters, and a number that was taken by mistake', async ({ page, office }) => {
  await sitDown({ page, office, counter: 2 })
  await page.keyboard.press('F2')
  await expect(page.getByRole('heading', { name: /^Mời số/ })).toBeVisible()
  await page.keyboard.press('Alt+KeyC')
  await press(page, 'Đất đai, xây dựng')
  await expect(page.getByText('Đã ghi thêm: Đất đai, xây dựng.')).toBeVisible()
  await expect(page.locator('.next-card')).toContainText('Đất đai, xây dựng')
  await expect(page.locator('.next-card')).toContainText('Hộ tịch, chứng thực')

  await page.keyboard.press('Alt+KeyX')
  const sure = page.getByRole('dialog', { name: /^Hủy số [A-Z]\d{3}\?$/ })
  await expect(sure.getByRole('button', { name: 'Giữ số' })).toBeFocused()
  await press(page, 'Hủy số')
  await isFree(page)
  await expect(page.getByText(/^Đã hủy số [A-Z]\d{3}\.$/)).toBeVisible()
})

test('C-27 a pause says why on every screen, and closing asks for no reason', async ({ page, office }) => {
  await sitDown({ page, office, counter: 3 })
  await page.keyboard.press('Alt+KeyP')
  await press(page, 'Họp')
  await expect(page.getByRole('heading', { name: 'Quầy tạm dừng' })).toBeVisible()
  await expect(page.getByText('Họp').first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await isFree(page)
  await page.keyboard.press('Alt+KeyP')
  await press(page, 'Đóng quầy')
  await expect(page.getByRole('heading', { name: 'Quầy đang đóng' })).toBeVisible()
})

test('C-27 a turn that goes on and on is noticed', async ({ page, office }) => {
  await page.route('**/api/v1/tickets/*', async (route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const response = await route.fetch()
    const ticket = await response.json()
    const servingAt = new Date(Date.now() - 26.5 * 60_000).toISOString()
    return route.fulfill({ response, json: { ...ticket, servingAt } })
  })
  await sitDown({ page, office, counter: 4 })
  await callAndStart(page)
  await page.reload()
  await expect(page.getByText('Phục vụ đã lâu')).toBeVisible()
  await expect(page.getByText(/^Đã 26 phút\. Người dân về rồi thì kết thúc \(F7\)/)).toBeVisible()
  await expectAccessible(page)
})

for (const [name, size] of [
  ['1366 × 768', { width: 1366, height: 768 }],
  ['1366 × 768 at 125 %', { width: 1093, height: 614 }]
] as const) {
  test(`C-32 the queue fits ${name}, with every dialog`, async ({ page, office }) => {
    test.setTimeout(90_000)
    await page.setViewportSize(size)
    const at = { page, office, counter: 2 }
    const fits = async () => {
      for (const part of ['.work', '.rail.left', 'dialog[open] .body']) {
        const wide = await page.evaluate<number>(`(() => {
          const part = document.querySelector('${part}')
          return part ? part.scrollWidth - part.clientWidth : 0
        })()`)
        expect(wide, part).toBeLessThanOrEqual(0)
      }
      await expectAccessible(page)
    }
    await sitDown(at)
    for (const group of ['disabled', null, 'elderly', null]) await takeNumber(at, group)
    await fits()
    await page.keyboard.press('F2')
    await expect(page.getByRole('heading', { name: /^Mời số/ })).toBeVisible()
    await fits()
    for (const [key, title] of [
      ['F6', /^Chuyển số/],
      ['Alt+KeyC', /còn làm việc gì nữa/],
      ['Alt+KeyX', /^Hủy số/]
    ] as const) {
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog', { name: title })).toBeVisible()
      await fits()
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('Alt+KeyT')
    await isFree(page)
    await page.keyboard.press('F2')
    await expect(page.getByRole('heading', { name: /^Mời số/ })).toBeVisible()
    await page.keyboard.press('F4')
    await page.keyboard.press('F4')
    await isFree(page)
    await fits()
    for (const [key, title] of [
      ['Alt+KeyV', 'Tạm chờ và vắng mặt'],
      ['Alt+KeyG', 'Gọi trước lượt']
    ] as const) {
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog', { name: title })).toBeVisible()
      await fits()
      await page.keyboard.press('Escape')
    }
  })
}
