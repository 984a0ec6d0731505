import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { type FakePrinter, startFakePrinter } from '../support/fake-printer.ts'
import { type ServerProcess, signInAt, startServer } from '../support/server-process.ts'
import { test as base, expect, expectAccessible } from './office.ts'

const PASSWORD = 'mật khẩu thử'

interface Parts {
  printer: FakePrinter
  server: ServerProcess
  /** Enters a kiosk whose tickets come out of the fake printer. */
  enter: (page: Page) => Promise<void>
}

const test = base.extend<object, { parts: Parts }>({
  parts: [
    async ({ office: _ }, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'motcua-paper-'))
      const printer = await startFakePrinter()
      const network = { PRINTER_NETWORK: '127.0.0.1/32', PRINTER_PORTS: String(printer.port) }
      Object.assign(process.env, network)
      const server = await startServer({
        databaseUrl: `sqlite:${path.join(folder, 'office.sqlite')}`,
        secretKeyFile: path.join(folder, 'secret.key'),
        demoPassword: PASSWORD
      })
      for (const name of Object.keys(network)) delete process.env[name]
      await use({ printer, server, enter: (page) => enterKiosk(page, { printer, server }) })
      await server.kill()
      await printer.close()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' }
  ]
})

let printerId: string | undefined

async function enterKiosk(page: Page, { printer, server }: Omit<Parts, 'enter'>): Promise<void> {
  const { ask } = await signInAt(server.address, 'quantri', PASSWORD)
  const post = async (url: string, body?: object, method = 'POST') => {
    const response = await ask(method, `/api/v1${url}`, body)
    if (!response.ok) throw new Error(`${url}: ${await response.text()}`)
    // biome-ignore lint/suspicious/noExplicitAny: stories read whatever came
    return (await response.json()) as any
  }
  const device = await post('/devices', { kind: 'kiosk', name: 'Ki-ốt 1' })
  if (printerId === undefined) {
    const made = await post('/printers', { name: 'Máy in sảnh', address: '127.0.0.1', port: printer.port })
    printerId = made.id
    await post(`/printers/${printerId}/probe`)
  }
  await post(`/printers/${printerId}/kiosks`, { deviceIds: [device.id] }, 'PUT')
  await page.goto(`${server.address}/kiosk#${device.code}`)
}

test.use({ viewport: { width: 1080, height: 1920 } })

/** A counter's screen in a browser of its own. */
async function staffAt(page: Page, address: string): Promise<Page> {
  const context = await page.context().browser()?.newContext()
  if (!context) throw new Error('no browser')
  await context.request.post(`${address}/api/v1/session`, {
    data: { username: 'tiepnhan1', password: PASSWORD },
    headers: { 'x-motcua': '1', origin: address }
  })
  const counter = await context.newPage()
  await counter.goto(`${address}/counter`)
  return counter
}

const take = (page: Page) => page.getByRole('button', { name: /Hộ tịch/ }).click()
const standing = (page: Page) => page.locator('.ticket .print')

test('K-07 a kiosk with a printer tells of the paper before its first ticket', async ({ page, parts }) => {
  await parts.enter(page)
  await expect(page.getByText('Nhận giấy số')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Nhận giấy số')).toBeVisible()
})

test('K-06 "Đã in" stands only when the printer has said so', async ({ page, parts }) => {
  await parts.enter(page)
  // Only now: the probe that goes before asks for the same proof.
  parts.printer.set({ proofDelay: 1500 })
  await take(page)
  await expect(page.locator('.ticket .number')).toBeVisible()
  await expect(standing(page)).toContainText('Đang in số…')
  await expect(standing(page)).toContainText('Đã in', { timeout: 10_000 })
  expect(parts.printer.papers).toHaveLength(1)
  await expectAccessible(page)
  parts.printer.set({ proofDelay: 0 })
})

test('K-07 where nobody knows whether the paper came, the screen does not say that it did', async ({
  page,
  parts
}) => {
  parts.printer.set({ diesAfter: 2000 })
  await parts.enter(page)
  await take(page)
  await expect(standing(page)).toContainText('Không biết tình trạng máy in', { timeout: 25_000 })
  parts.printer.set({ diesAfter: null })
})

test('K-07 out of paper: the number is given and stays, the first screen says it, and paper mends it', async ({
  page,
  parts
}) => {
  parts.printer.set({ paper: 'out' })
  await parts.enter(page)
  await take(page)
  await expect(standing(page)).toContainText('Máy in hết giấy', { timeout: 10_000 })
  await expect(standing(page)).toContainText('Chụp lại màn hình hoặc ghi số này.')
  await expect(page.locator('.ticket .number')).toHaveText(/^A\d{3}$/)
  await expect(page.getByRole('img', { name: /^Mã QR mở trang theo dõi số/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Xong' }).click()
  await expect(page.locator('.notice')).toContainText('Máy in hết giấy')
  await expectAccessible(page)
  // A counter that is opened only now has heard nothing of it: it is told what stands.
  const counter = await staffAt(page, parts.server.address)
  const alarm = counter.getByText(/^Máy in “Máy in sảnh” hết giấy/)
  await expect(alarm).toBeVisible()

  parts.printer.set({ paper: 'ok' })
  await expect(alarm).toHaveCount(0, { timeout: 25_000 })
  await counter.context().close()
  await expect(page.locator('.notice', { hasText: 'Máy in' })).toHaveCount(0, { timeout: 25_000 })
})

test('K-07 a printer that is switched off is told in words', async ({ page, parts }) => {
  await parts.printer.switchOff()
  await parts.enter(page)
  await take(page)
  await expect(standing(page)).toContainText('Không liên lạc được với máy in', { timeout: 15_000 })
  await parts.printer.switchOn()
})
