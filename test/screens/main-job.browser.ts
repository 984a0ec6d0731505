import { scanQr } from '../printing/read-pdf.ts'
import { fillIn, receive, tabTo } from './at-counter.ts'
import { test } from './hall.ts'
import { expect } from './office.ts'

test.setTimeout(90_000)

/** One citizen's way through the office, seen on every screen that he and the officers look at. */
test('from the kiosk to the phone, through a power cut, with nothing lost', async ({
  context,
  browser,
  hall
}) => {
  const [kiosk, board, counter] = [await context.newPage(), await context.newPage(), await context.newPage()]
  await kiosk.setViewportSize({ width: 1080, height: 1920 })
  await board.setViewportSize({ width: 1920, height: 1080 })
  await hall.enrol(kiosk, 'kiosk')
  await hall.enrol(board, 'display')

  // Whoever waits from the demonstration is served first, so that the next call is for the citizen of this story.
  await hall.callNew(0)
  await hall.clear(0)
  await kiosk.getByRole('button', { name: /Hộ tịch/ }).click()
  const number = await kiosk.locator('.ticket .number').innerText()

  const session = await counter.request.post(`${hall.address}/api/v1/session`, {
    data: { username: 'tiepnhan1', password: 'mật khẩu thử' },
    headers: { 'x-motcua': '1', origin: hall.address }
  })
  expect(session.status()).toBe(200)
  await counter.bringToFront()
  await counter.goto(`${hall.address}/counter`)
  await tabTo(counter, /^Quầy 1 /)
  await counter.keyboard.press('Enter')
  await expect(counter.getByRole('heading', { name: 'Số tiếp theo' })).toBeVisible()
  expect(await fillIn(counter)).toBe(number)
  await expect(board.locator('main')).toContainText(number)
  const code = await receive(counter)

  const asked = hall.ask('GET', `/api/v1/dossiers/${code}/slip.pdf`)
  const slip = Buffer.from(await (await asked).arrayBuffer())
  const address = (await scanQr(slip)) ?? ''
  expect(address).toMatch(/\/t\/\S+$/)

  await hall.kill()
  await hall.comeBack()

  const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, javaScriptEnabled: false })
  const page = await phone.newPage()
  await page.goto(hall.address + new URL(address).pathname)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hồ sơ')
  await expect(page.locator('main')).toContainText('16:30')
  await expect(page.locator('body')).not.toContainText('Trần Thị Bé Sáu')
  await phone.close()

  const kept = await (await hall.ask('GET', `/api/v1/dossiers/${code}`)).json()
  expect(kept).toMatchObject({ code, status: 'received', applicant: { name: 'Trần Thị Bé Sáu' } })
  await expect(board.locator('main')).toContainText(number)
  await counter.keyboard.press('Control+Enter')
  await expect(counter.getByRole('heading', { name: 'Đã giao phiếu hẹn bản giấy.' })).toBeVisible({
    timeout: 15_000
  })
})
