import { ask, callAndStart, sitDown, takeNumber } from './at-counter.ts'
import { anotherDesk, called, emptyHall, isFree, press } from './hall-of-counters.ts'
import { expect, expectAccessible, test } from './office.ts'

test.beforeEach(async ({ page, office }) => emptyHall(page, office))

type Staff = Parameters<typeof ask>[0]

/** The states of the counters, and who sits there, as the server knows them. */
async function counters(at: Staff): Promise<{ number: number; state: string; officerName: string | null }[]> {
  const { user } = await ask(at, 'GET', '/session')
  return (await ask(at, 'GET', `/offices/${user.officeId}/queue`)).counters
}

test('C-27 whoever looks at the other counters goes back to her own, and leaves none open behind her', async ({
  page,
  office
}) => {
  await office.enter(page, 'tiepnhan1', '/counter')
  await expect(page.getByRole('button', { name: /^Quầy 1 / })).toBeFocused()
  await takeNumber({ page, office, counter: 2 })
  await page.keyboard.press('2')
  await isFree(page)

  for (const key of ['Escape', 'F6', 'Control+Enter']) {
    await page.keyboard.press('F6')
    const own = page.getByRole('button', { name: /^Quầy 2 .*quầy của ông\/bà, đang mở$/ })
    await expect(own).toBeFocused()
    await page.keyboard.press(key)
    await expect(page.getByRole('heading', { name: 'Số tiếp theo' })).toBeVisible()
  }
  await page.keyboard.press('F6')
  await page.reload()
  await expect(page.getByRole('button', { name: /quầy của ông\/bà/ })).toBeFocused()
  await expectAccessible(page)

  await page.keyboard.press('3')
  await expect(page.locator('.bar')).toContainText('Quầy 3')
  await expect(page.getByRole('heading', { name: 'Số tiếp theo' })).toBeVisible()
  const standing = await counters({ page, office })
  expect(standing.filter(({ state }) => state !== 'closed').map(({ number }) => number)).toEqual([3])

  await page.keyboard.press('F6')
  await expect(page.getByRole('button', { name: /quầy của ông\/bà/ })).toBeFocused()
  await page.keyboard.press('F2')
  await expect(page.getByRole('heading', { name: /^Mời số/ })).toBeVisible()
})

test('C-27 a counter with somebody at it is not left, and signing out closes one without', async ({
  page,
  office
}) => {
  await sitDown({ page, office, counter: 1 })
  const number = await callAndStart(page)
  await page.goto(`${office.address}/counter/doi-quay`)
  await expect(page.getByRole('button', { name: /quầy của ông\/bà/ })).toBeFocused()
  await page.keyboard.press('2')
  const refusal = page.getByRole('alert')
  await expect(refusal).toContainText('Quầy 1 chưa đóng được, ông/bà vẫn ở quầy này')
  await expect(refusal).toContainText(`Quầy 1 đang có số ${number}`)
  await page.keyboard.press('Escape')
  await expect(page.locator('.serving .number')).toHaveText(number)

  await press(page, 'Đăng xuất')
  const sure = page.getByRole('dialog', { name: 'Đăng xuất thì quầy 1 vẫn mở' })
  await expect(sure).toContainText(`Số ${number} còn ở quầy`)
  await expect(sure.getByRole('button', { name: 'Ở lại quầy' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.keyboard.press('F7')
  await isFree(page)

  await press(page, 'Đăng xuất')
  await expect(page.getByLabel('Tên đăng nhập', { exact: true })).toBeVisible()
  await office.enter(page, 'tiepnhan1', '/counter')
  expect((await counters({ page, office })).every(({ state }) => state === 'closed')).toBe(true)
})

test('C-28 an officer is offered with where he sits, and only one who may call', async ({
  page,
  office,
  browser
}) => {
  const other = await anotherDesk(browser)
  await sitDown({ page: other, office, counter: 3 }, 'tiepnhan2')
  await sitDown({ page, office, counter: 1 })
  await callAndStart(page)
  await page.keyboard.press('F6')
  const dialog = page.getByRole('dialog', { name: /^Chuyển số/ })
  await dialog.getByLabel('Một cán bộ').check()
  const offered = await dialog.getByLabel('Cán bộ', { exact: true }).locator('option').allInnerTexts()
  expect(offered[1]).toMatch(/ \(quầy 3, đang mở\)$/)
  expect(offered.slice(2).every((words) => words.endsWith('(không ngồi quầy nào)'))).toBe(true)
  expect(offered.join()).not.toContain('Danh Thị Mỹ Linh')
  expect(offered.join()).not.toContain('Phan Thị Ngọc Ánh')
  await expectAccessible(page)
  await other.context().close()
})

test('C-28 what else the person came for is asked about before the turn ends', async ({ page, office }) => {
  await sitDown({ page, office, counter: 2 })
  const number = await callAndStart(page)
  await page.keyboard.press('Alt+KeyC')
  await press(page, 'Đất đai, xây dựng')
  await expect(page.getByText('Đã ghi thêm: Đất đai, xây dựng.')).toBeVisible()
  const question = page.getByRole('dialog', { name: /^Còn Đất đai, xây dựng: làm tiếp, chuyển/ })
  await page.keyboard.press('F7')
  await expect(question.getByRole('button', { name: 'Làm tiếp' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.locator('.serving .number')).toHaveText(number)

  await page.keyboard.press('F7')
  await press(page, 'Chuyển…')
  const move = page.getByRole('dialog', { name: `Chuyển số ${number}` })
  await expect(move.getByLabel('Lĩnh vực', { exact: true }).locator('option:checked')).toHaveText(
    'Đất đai, xây dựng'
  )
  await page.keyboard.press('Escape')
  await page.keyboard.press('F7')
  await press(page, 'Kết thúc luôn')
  await isFree(page)
})

test('C-04 no key is without an answer: F7 for whoever was called, F2 while the counter rests', async ({
  page,
  office
}) => {
  await sitDown({ page, office, counter: 4 })
  const next = await page.locator('.next-number').innerText()
  await page.keyboard.press('F2')
  await expect(called(page, next)).toBeVisible()
  await page.keyboard.press('F7')
  const sure = page.getByRole('dialog', { name: `Kết thúc ${next} khi chưa bắt đầu tiếp nhận?` })
  await expect(sure.getByRole('button', { name: 'Chưa kết thúc' })).toBeFocused()
  await press(page, 'Kết thúc luôn')
  await isFree(page)

  await takeNumber({ page, office, counter: 4 })
  const { number } = await takeNumber({ page, office, counter: 4 })
  await expect(page.getByRole('row').filter({ hasText: number })).toContainText('đúng lượt')
  await page.keyboard.press('Alt+KeyP')
  await press(page, 'Họp')
  await expect(page.getByRole('heading', { name: 'Quầy tạm dừng' })).toBeVisible()
  await page.keyboard.press('F2')
  await expect(page.getByText('Quầy đang tạm dừng – Ctrl+Enter để mở lại.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await isFree(page)
  await expect(page.getByText('Quầy đang tạm dừng')).toHaveCount(0)

  await page.keyboard.press('F2')
  await expect(page.getByRole('heading', { name: /^Mời số/ })).toBeVisible()
  await page.keyboard.press('Alt+KeyT')
  await isFree(page)
  await expect(page.getByRole('button', { name: /^Tiếp tục/ }).first()).toBeVisible()
  await page.keyboard.press('Alt+KeyV')
  const away = page.getByRole('dialog', { name: 'Tạm chờ và vắng mặt' })
  await expect(away.getByRole('button', { name: /^Tiếp tục/ })).toBeFocused()
})
