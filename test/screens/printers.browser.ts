import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type FakePrinter, startFakePrinter } from '../support/fake-printer.ts'
import { startServer } from '../support/server-process.ts'
import { expect, expectAccessible, test } from './office.ts'

const PAGE = '/admin/thiet-bi/may-in'

/** A server that may reach the printer of this story. */
async function withPrinter(
  story: (at: {
    address: string
    printer: FakePrinter
    enter: (page: import('@playwright/test').Page, place: string) => Promise<void>
  }) => Promise<void>
) {
  const printer = await startFakePrinter()
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-printers-'))
  const server = await startServer({
    databaseUrl: `sqlite:${path.join(folder, 'office.sqlite')}`,
    secretKeyFile: path.join(folder, 'secret.key'),
    demoPassword: 'mật khẩu thử',
    env: { PRINTER_NETWORK: '192.168.0.0/16,127.0.0.1/32', PRINTER_PORTS: `9100,${printer.port}` }
  })
  const { address } = server
  try {
    await story({
      address,
      printer,
      enter: async (page, place) => {
        const response = await page.request.post(`${address}/api/v1/session`, {
          data: { username: 'quantri', password: 'mật khẩu thử' },
          headers: { 'x-motcua': '1', origin: address }
        })
        expect(response.status()).toBe(200)
        await page.goto(address + place)
      }
    })
  } finally {
    await server.stop()
    await printer.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

// The screens are built by the office of the other stories.
test.beforeAll(async ({ office }) => {
  expect(office.address).toBeTruthy()
})

test('adds a printer, finds out what it can, prints a test, and asks about a paper that nobody is sure of', async ({
  page
}) => {
  test.setTimeout(180_000)
  await withPrinter(async ({ printer, enter }) => {
    await enter(page, PAGE)
    await expect(page.getByRole('heading', { name: 'Chưa có máy in vé' })).toBeVisible()
    await expect(page.getByText('Không có vé nào cần xem lại hôm nay.')).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: 'test-results/print-1-empty.png' })

    await page.getByRole('button', { name: 'Thêm máy in' }).click()
    const dialog = page.getByRole('dialog', { name: 'Thêm máy in vé' })
    await dialog.getByLabel('Địa chỉ IPv4').fill('may-in.local')
    await dialog.getByRole('button', { name: 'Ghi máy in' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Nhập tên máy in')
    await expect(dialog.getByRole('alert')).toContainText('Nhập địa chỉ IPv4')
    await dialog.getByLabel('Tên máy in').fill('Máy in cửa chính')
    await dialog.getByLabel('Địa chỉ IPv4').fill('8.8.8.8')
    await dialog.getByRole('button', { name: 'Ghi máy in' }).click()
    await expect(dialog.getByRole('alert')).toContainText('không nằm trong mạng dành cho máy in')
    await page.screenshot({ path: 'test-results/print-2-refused.png' })
    await dialog.getByLabel('Địa chỉ IPv4').fill('127.0.0.1')
    await dialog.getByLabel('Cổng').fill(String(printer.port))
    await dialog.getByRole('button', { name: 'Ghi máy in' }).click()
    await expect(dialog).toBeHidden()

    const card = page.getByRole('region', { name: 'Máy in cửa chính' })
    await card.getByRole('button', { name: 'Kiểm tra' }).click()
    await expect(card.getByText('Báo đúng từng vé đã in xong')).toBeVisible()
    await expect(card.getByText('Sẵn sàng')).toBeVisible()
    await card.getByRole('button', { name: 'In thử' }).click()
    await expect(card.getByText('Giấy thử: máy in xác nhận đã in xong.')).toBeVisible({ timeout: 15_000 })
    expect(printer.papers).toHaveLength(1)

    await card.getByRole('button', { name: 'Chọn ki-ốt' }).click()
    const kiosks = page.getByRole('dialog', { name: 'Ki-ốt in ở “Máy in cửa chính”' })
    await page.screenshot({ path: 'test-results/print-3-kiosks.png' })
    await kiosks.getByRole('checkbox').first().check()
    await kiosks.getByRole('button', { name: 'Ghi' }).click()
    await expect(kiosks).toBeHidden()

    printer.set({ diesAfter: 5000 })
    await card.getByRole('button', { name: 'In thử' }).click()
    const asked = page.locator('.asked-prints')
    await expect(asked.getByText('Giấy đã ra chưa?')).toBeVisible({ timeout: 15_000 })
    await expect(asked.getByText('Không rõ đã ra chưa: mất kết nối khi đang in')).toBeVisible()
    printer.set({ diesAfter: null })
    await expectAccessible(page)
    await page.screenshot({ path: 'test-results/print-4-asked.png' })
    await asked.getByRole('button', { name: 'In lại' }).click()
    await expect(asked.getByText('Không có vé nào cần xem lại hôm nay.')).toBeVisible()
    await expect.poll(() => printer.papers.length).toBe(2)

    printer.set({ paper: 'out' })
    await card.getByRole('button', { name: 'Kiểm tra' }).click()
    await expect(card.locator('.tag')).toHaveText('Hết giấy', { timeout: 45_000 })
    await page.screenshot({ path: 'test-results/print-5-paper-out.png' })
  })
})

test('shows every paper that the office prints as a picture', async ({ page, office }) => {
  await office.enter(page, 'quantri', '/admin/thiet-bi/giay-to')
  const ticket = page.getByRole('img', { name: 'Hình vé lấy số' })
  await expect(ticket).toBeVisible()
  await expect.poll(() => ticket.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(576)
  await expect(page.getByRole('img', { name: 'Hình vé in lại' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Hình giấy tiếp nhận hồ sơ và hẹn trả kết quả' })).toBeVisible()
  const apology = page.getByRole('img', { name: 'Hình phiếu xin lỗi và hẹn lại ngày trả kết quả' })
  await expect(apology).toContainText('Danh Hoàng Phúc')
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/print-6-papers.png' })
  await apology.screenshot({ path: 'test-results/print-7-apology.png' })
})
