import type { Page } from '@playwright/test'
import { expect, expectAccessible, type Office, signIn, test } from './office.ts'

const YEAR = '/admin/ngay-nghi?nam=2026'

/** When something received on Friday 20/11/2026 with a term of one working day is due. */
async function dueDay(page: Page, { address }: Office): Promise<string> {
  const response = await page.request.post(`${address}/api/v1/due-dates`, {
    data: { term: { amount: 1, unit: 'working_day' }, receivedAt: '2026-11-20T03:00:00.000Z' },
    headers: { 'x-motcua': '1', origin: address }
  })
  return (await response.json()).dueDay
}

test('shows the days off of a year by kind, what is undecided, and the papers behind them', async ({
  page,
  office
}) => {
  await office.enter(page, 'quantri', YEAR)

  await expect(page.getByRole('heading', { name: 'Ngày nghỉ năm 2026' })).toBeVisible()
  await expect(
    page.getByRole('button', { name: 'Ngày 24, thứ Ba, 24/11/2026: nghỉ lễ, Ngày Văn hóa Việt Nam' })
  ).toBeVisible()
  await expect(page.getByRole('button', { name: /thứ Bảy, 22\/08\/2026: làm bù/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /thứ Hai, 23\/11\/2026: chưa quyết định/ })).toBeVisible()
  await expect(page.getByRole('row', { name: 'T6 02/01 Nghỉ, làm bù T7 10/01 hoán đổi' })).toBeVisible()
  await expect(page.getByRole('row', { name: /16–20\/02 Tết .* nghỉ lễ/ })).toBeVisible()
  await expect(page.getByText(/^Căn cứ: .*Bộ luật Lao động/)).toBeVisible()
  await expectAccessible(page)
})

test('goes from year to year, each with the number of its open questions', async ({ page, office }) => {
  await office.enter(page, 'quantri', YEAR)
  await page.getByRole('link', { name: '2027: 2 mục chưa quyết định' }).click()

  await expect(page.getByRole('heading', { name: 'Ngày nghỉ năm 2027' })).toBeVisible()
  await expect(page).toHaveTitle(/Ngày nghỉ năm 2027/)
  await expect(page.getByRole('button', { name: /thứ Năm, 04\/02\/2027: chưa quyết định/ })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Ngày nghỉ năm 2026' })).toBeVisible()
})

test('an administrator of another office reads it and is told who may change it', async ({
  page,
  office
}) => {
  await office.enter(page, 'quantri9', YEAR)

  await expect(page.getByText('Lịch này dùng chung cho cả tỉnh')).toBeVisible()
  await expect(page.getByText('thứ Ba, 24/11/2026: nghỉ lễ, Ngày Văn hóa Việt Nam')).toBeAttached()
  await expect(page.getByRole('button', { name: 'Thêm ngày', exact: true })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Ghi quyết định/ })).toHaveCount(0)
  await expectAccessible(page)
})

test('adds a day, changes it and takes it away again', async ({ page, office }) => {
  await office.enter(page, 'quantri', '/admin/ngay-nghi?nam=2025')
  await page.getByRole('button', { name: 'Thêm ngày', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Thêm ngày', exact: true })
  await dialog.getByRole('button', { name: 'Ghi ngày này' }).click()
  await expect(dialog.getByRole('alert', { name: 'Có lỗi cần sửa' })).toBeFocused()
  await expectAccessible(page)

  await dialog.getByLabel('Ngày', { exact: true }).fill('2.6.2025')
  await expect(dialog.getByText('thứ Hai, 02/06/2025')).toBeVisible()
  await dialog.getByLabel('Loại ngày').selectOption('nghỉ lễ')
  await dialog.getByLabel('Tên ngày').fill('Ngày thử lịch')
  await dialog.getByLabel('Căn cứ').fill('Quyết định 1/QĐ-UBND ngày 01/5/2025')
  await dialog.getByRole('button', { name: 'Ghi ngày này' }).click()

  const marked = page.getByRole('button', { name: 'Ngày 2, thứ Hai, 02/06/2025: nghỉ lễ, Ngày thử lịch' })
  await expect(marked).toBeVisible()
  await expect(page.getByRole('banner')).toContainText(/Đã ghi \d\d:\d\d/)

  await marked.click()
  const editing = page.getByRole('dialog', { name: 'Sửa ngày thứ Hai, 02/06/2025' })
  await editing.getByLabel('Tên ngày').fill('Ngày thử lịch lần hai')
  await editing.getByRole('button', { name: 'Ghi thay đổi' }).click()
  await page
    .getByRole('button', { name: 'Ngày 2, thứ Hai, 02/06/2025: nghỉ lễ, Ngày thử lịch lần hai' })
    .click()

  await page.getByRole('button', { name: 'Xóa ngày này' }).click()
  await page.getByRole('button', { name: 'Xóa 02/06/2025' }).click()
  await expect(page.getByRole('button', { name: /02\/06\/2025/ })).toHaveCount(0)
})

test('keeps what was typed when the form is closed, and when the screen is locked', async ({
  page,
  office
}) => {
  await office.enter(page, 'quantri', YEAR)
  await page.getByRole('button', { name: 'Thêm ngày', exact: true }).click()
  await page.getByLabel('Tên ngày').fill('Đại hội, dở dang')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Thêm ngày', exact: true })).toBeFocused()

  await page.getByRole('button', { name: 'Thêm ngày', exact: true }).click()
  await expect(page.getByLabel('Tên ngày')).toHaveValue('Đại hội, dở dang')

  await page.keyboard.press('Alt+KeyL')
  await expect(page.getByRole('heading', { name: 'Màn hình đang khóa' })).toBeVisible()
  await expect(page.getByText('Lý Thanh Hùng')).toBeHidden()
  await expectAccessible(page)
  await signIn(page, 'quantri')
  await expect(page.getByLabel('Tên ngày')).toHaveValue('Đại hội, dở dang')

  await page.getByRole('button', { name: 'Nhập lại từ đầu' }).click()
  await expect(page.getByLabel('Tên ngày')).toHaveValue('')
})

test('the decision about 23/11/2026 is written once and moves due dates', async ({ page, office }) => {
  expect(await dueDay(page, office)).toBe('2026-11-23')
  await office.enter(page, 'quantri', YEAR)
  await page.getByRole('button', { name: 'Ghi quyết định: Thứ Hai 23/11/2026' }).click()
  const dialog = page.getByRole('dialog', { name: /^Ghi quyết định: Thứ Hai 23\/11\/2026/ })
  await expectAccessible(page)

  await dialog.getByLabel('Loại ngày').selectOption('nghỉ hoán đổi')
  await dialog.getByRole('button', { name: 'Thêm ngày của cùng văn bản' }).click()
  const added = dialog.getByRole('group', { name: 'ngày thêm của cùng văn bản' })
  await added.getByLabel('Ngày', { exact: true }).fill('28/11/2026')
  await added.getByLabel('Tên').fill('Làm bù ngày 23/11')
  await dialog.getByLabel('Căn cứ').fill('Thông báo 1234/TB-BNV ngày 20/11/2026')
  await dialog.getByRole('button', { name: 'Ghi quyết định' }).click()

  await expect(page.getByRole('button', { name: /thứ Hai, 23\/11\/2026: nghỉ hoán đổi/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /thứ Bảy, 28\/11\/2026: làm bù/ })).toBeVisible()
  await expect(page.getByRole('row', { name: 'T2 23/11 Nghỉ, làm bù T7 28/11 hoán đổi' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '2 mục chưa quyết định' })).toBeVisible()
  expect(await dueDay(page, office)).toBe('2026-11-25')
})

test('prints the year without what is only for the screen', async ({ page, office }) => {
  await office.enter(page, 'quantri', YEAR)
  await expect(page.getByText('Tháng 12', { exact: true })).toBeVisible()
  await page.emulateMedia({ media: 'print' })

  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Thêm ngày', exact: true })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Ngày nghỉ năm 2026' })).toBeVisible()
  await expect(page.getByText('Tháng 12', { exact: true })).toBeVisible()
})
