import type { Page } from '@playwright/test'
import { readPdf } from '../printing/read-pdf.ts'
import { expect, expectAccessible, test } from './office.ts'

const HOME = '/supervisor'

const FIGURES = [
  ['hồ sơ quá hạn', 'late'],
  ['đến hạn hôm nay', 'dueToday'],
  ['đến hạn trong ba ngày làm việc tới', 'dueSoon'],
  ['quá hạn, chưa có phiếu xin lỗi', 'lateWithoutApology'],
  ['quá hạn, chưa ghi lý do', 'lateWithoutReason']
] as const

/** A day as people type it. */
function typed(day: string): string {
  return day.split('-').reverse().join('/')
}

function today(): string {
  return new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10)
}

async function workingDay(page: Page, after: number): Promise<string> {
  const asked = { term: { amount: after, unit: 'working_day' }, receivedAt: new Date().toISOString() }
  const answer = await page.request.post(new URL('/api/v1/due-dates', page.url()).href, {
    data: asked,
    headers: { 'x-motcua': '1', origin: new URL(page.url()).origin }
  })
  return (await answer.json()).dueDay
}

const rows = (page: Page) =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })

test('V-01 each figure is a link to the dossiers that it counts', async ({ page, office }) => {
  await office.enter(page, 'lanhdao', HOME)
  const figures = page.getByRole('navigation', { name: 'Số hồ sơ theo hạn trả' })
  await expect(rows(page).first()).toBeVisible()
  for (const [words] of FIGURES) {
    const link = figures.getByRole('link', { name: new RegExp(`^\\d+ ?${words}$`) })
    await link.click()
    await expect(link).toHaveAttribute('aria-current', 'page')
    const count = Number((await link.textContent())?.replace(/\D.*$/, ''))
    await expect(page.getByRole('heading', { level: 1 })).toContainText(String(count))
    await expect(rows(page)).toHaveCount(count)
  }
  await page.keyboard.press('Alt+1')
  await expect(page).toHaveURL(/xem=qua-han/)
  await expectAccessible(page)
})

test('drafts the letter of a late dossier, is told what is missing, issues and sends it', async ({
  page,
  office
}) => {
  await office.enter(page, 'lanhdao', `${HOME}?xem=chua-ly-do`)
  const code = (await rows(page).first().getByRole('button').first().textContent()) ?? ''
  await rows(page)
    .first()
    .getByRole('button', { name: /phiếu xin lỗi của hồ sơ/ })
    .click()
  const dialog = page.getByRole('dialog', { name: `Phiếu xin lỗi, hồ sơ ${code}` })
  await expect(dialog.getByLabel('Nguyên nhân trễ hạn')).toBeFocused()
  await dialog.getByRole('button', { name: 'Lập dự thảo' }).click()

  const missing = dialog.getByRole('alert')
  await expect(missing).toContainText('Phiếu xin lỗi còn thiếu')
  await expect(missing.getByRole('listitem')).toHaveCount(3)
  await missing.getByRole('link', { name: /Nhập ngày hẹn trả mới/ }).click()
  await expect(dialog.getByLabel('Ngày hẹn trả mới', { exact: true })).toBeFocused()
  await expectAccessible(page)

  const newDay = await workingDay(page, 4)
  await dialog.getByLabel('Nguyên nhân trễ hạn').selectOption('cho_co_quan_khac')
  await dialog.getByLabel('Lý do cụ thể').fill('Chưa có kết quả xác minh từ nơi đăng ký cũ')
  await dialog.getByLabel('Ngày hẹn trả mới', { exact: true }).fill(typed(newDay))
  await dialog.getByRole('button', { name: 'Lập dự thảo' }).click()
  await expect(dialog.getByText('Dự thảo, chưa ký')).toBeVisible()

  const href = await dialog.getByRole('link', { name: /Xem phiếu \(PDF\)/ }).getAttribute('href')
  const pdf = await page.request.get(office.address + href)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  const { text } = await readPdf(await pdf.body())
  expect(text).toContain(code)
  expect(text).toContain('Chưa có kết quả xác minh từ nơi đăng ký cũ')

  await dialog.getByRole('button', { name: 'Phát hành phiếu' }).click()
  await expect(dialog.getByRole('alert').getByRole('listitem')).toHaveCount(3)
  await dialog.getByLabel('Họ tên người ký').fill('Trần Quốc Việt')
  await dialog.getByLabel('Chức vụ người ký').fill('Chủ tịch')
  await dialog.getByLabel('Ngày ký', { exact: true }).fill(typed(today()))
  await dialog.getByRole('button', { name: 'Phát hành phiếu' }).click()
  await expect(dialog.getByText(/Phiếu số \d+, ký ngày/)).toBeVisible()

  await dialog.getByLabel('Báo bằng cách nào').selectOption('phone')
  await dialog.getByRole('button', { name: 'Ghi là đã gửi' }).click()
  await expect(dialog.getByText(/Đã gửi bằng điện thoại/)).toBeVisible()
  await expectAccessible(page)

  await dialog.getByRole('button', { name: 'Soạn phiếu hẹn lại lần nữa' }).click()
  await dialog.getByLabel('Nguyên nhân trễ hạn').selectOption('khac')
  await dialog.getByLabel('Lý do cụ thể').fill('Vẫn chưa có kết quả xác minh')
  await dialog.getByLabel('Ngày hẹn trả mới', { exact: true }).fill(typed(await workingDay(page, 9)))
  await dialog.getByRole('button', { name: 'Lập dự thảo' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Hồ sơ đã được hẹn lại')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await expect(page.getByRole('button', { name: code, exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: /quá hẹn lần đầu, đã hẹn lại/ }).click()
  await expect(page.getByRole('button', { name: code, exact: true })).toBeVisible()
})

test('shows who did what to a dossier', async ({ page, office }) => {
  await office.enter(page, 'lanhdao', HOME)
  const name = (await rows(page).first().getByRole('button').first().textContent()) ?? ''
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Hồ sơ ${name}` })
  await expect(dialog.getByText('Tiếp nhận hồ sơ')).toBeVisible()
  await expectAccessible(page)
})

test('V-10 a dossier that leaves the list waits until the person asks for the change', async ({
  page,
  office,
  browser
}) => {
  await office.enter(page, 'lanhdao', HOME)
  await expect(rows(page).first()).toBeVisible()
  const before = await rows(page).count()
  const last = (await rows(page).last().getByRole('button').first().textContent()) ?? ''
  const other = await browser.newPage({ baseURL: office.address })
  await office.enter(other, 'tiepnhan1', '/thu-tuc')
  const result = await other.request.post(`${office.address}/api/v1/dossiers/${last}/record-result`, {
    data: { outcome: 'granted' },
    headers: { 'x-motcua': '1', origin: office.address }
  })
  expect(result.status()).toBe(200)
  await other.close()

  await expect(page.getByText('1 thay đổi mới')).toBeVisible()
  await expect(rows(page)).toHaveCount(before)
  await expectAccessible(page)
  await page.keyboard.press('Alt+U')
  await expect(rows(page)).toHaveCount(before - 1)
  await expect(page.getByText('1 thay đổi mới')).toBeHidden()
})

test('C-20 says so when nothing is late, when reading fails, and when figures are old', async ({
  page,
  office
}) => {
  await page.route('**/supervision/dossiers?*', (route) => route.abort())
  await office.enter(page, 'lanhdao', HOME)
  await expect(page.getByRole('alert')).toContainText('Không nối được với máy chủ', { timeout: 15_000 })
  await expectAccessible(page)
  const nothing = { total: 0, items: [], nextCursor: null, fields: [], holders: [] }
  const asOf = new Date(Date.now() - 4 * 60_000).toISOString()
  await page.route('**/supervision/dossiers?*', (route) =>
    route.fulfill({ json: { asOf, nextChangeAt: new Date(Date.now() + 3600_000).toISOString(), ...nothing } })
  )
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await expect(page.getByText('Không có hồ sơ quá hạn')).toBeVisible()
  await expect(page.getByText(/Số liệu cũ \d phút/)).toBeVisible()
  await expectAccessible(page)
})

test('reads again at the minute in which a dossier becomes late', async ({ page, office }) => {
  const change = Date.now() + 8000
  let readAfter = false
  let readings = 0
  await page.route('**/supervision/dossiers?*', async (route) => {
    // Two readings come too early: the page knows the server's time to half a second only.
    readings += 1
    readAfter ||= readings > 3 && Date.now() >= change
    const response = await route.fetch()
    const nextChangeAt = new Date(readAfter ? change + 3600_000 : change).toISOString()
    await route.fulfill({ response, json: { ...(await response.json()), nextChangeAt } })
  })
  await office.enter(page, 'lanhdao', HOME)
  await expect(rows(page).first()).toBeVisible()
  await expect.poll(() => readAfter, { timeout: 14_000 }).toBe(true)
})

test('fits a small screen: nothing scrolls sideways at 1093 × 614', async ({ page, office }) => {
  await page.setViewportSize({ width: 1093, height: 614 })
  await office.enter(page, 'lanhdao', HOME)
  await expect(rows(page).first()).toBeVisible()
  const overflow = await page.evaluate(() => {
    const main = document.querySelector('main')
    return main ? main.scrollWidth - main.clientWidth : -1
  })
  expect(overflow).toBe(0)
  await expectAccessible(page)
})
