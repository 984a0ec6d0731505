import type { Page } from '@playwright/test'
import { callAndStart, sitDown, tabTo } from './at-counter.ts'
import { type HallServer, test } from './hall.ts'
import { enterAt, expect, expectAccessible } from './office.ts'

test.slow()

// While a server is away, its sockets fail in the browser's own words: those stories have a page that nobody listens to.

test('C-17 C-18 C-20 after a cut all is read anew, and a press without an answer is told as not recorded', async ({
  browser,
  hall
}) => {
  const page = await (await browser.newContext()).newPage()
  await sitDown(at(page, hall, 1))
  await hall.kill()
  await page.keyboard.press('F2')
  await expect(page.getByText(UNKNOWN)).toBeVisible()
  await expect(page.getByText(/^Không tải lại được/)).toBeVisible()
  await expect(page.getByText(/^Mất kết nối từ/)).toBeVisible()

  await hall.comeBack()
  await expect(page.getByText(NOT_RECORDED)).toBeVisible({ timeout: 20_000 })
  await expectNoDoubt(page)
  await expect(page.locator('.saved')).toHaveCount(0)
  await expectAccessible(page)
  await page.keyboard.press('F2')
  await expect(page.getByRole('heading', { name: /^Mời số/ })).toBeVisible()
  await expect(page.locator('.saved')).toBeVisible()
  await hall.clear(0)
  await page.context().close()
})

test('C-18 a pause that the server never heard of is told as not recorded, in the dialog', async ({
  browser,
  hall
}) => {
  const page = await (await browser.newContext()).newPage()
  await sitDown(at(page, hall, 2))
  await page.keyboard.press('Alt+KeyP')
  await hall.kill()
  await tabTo(page, 'Họp')
  await page.keyboard.press('Enter')
  await expect(page.getByText(UNKNOWN)).toBeVisible()
  await hall.comeBack()
  await expect(page.getByRole('dialog').getByText(/thao tác vừa rồi chưa được ghi\. Bấm lại\.$/)).toBeVisible(
    {
      timeout: 20_000
    }
  )
  await expectNoDoubt(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Quầy tạm dừng' })).toBeVisible()
  await page.context().close()
})

test('C-18 R-12 a call whose answer was lost is found to be recorded, and is not made twice', async ({
  page,
  hall
}) => {
  const keys: string[] = []
  await sitDown(at(page, hall, 3))
  await page.route('**/calls', async (route) => {
    keys.push((await route.request().allHeaders())['idempotency-key'] ?? '')
    if (keys.length > 1) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await page.keyboard.press('F2')
  await expect(page.getByText(RECORDED)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('heading', { name: /^Mời số/ })).toBeVisible()
  await expectNoDoubt(page)
  expect(new Set(keys).size).toBe(1)
  await hall.clear(2)
})

test('C-18 C-28 whoever was parked as the answer was lost takes the half-filled dossier along', async ({
  page,
  hall
}) => {
  await sitDown(at(page, hall, 4))
  const number = await callAndStart(page)
  await page.keyboard.type('dklks')
  await page.route(
    '**/park',
    async (route) => {
      await route.fetch()
      return route.abort()
    },
    { times: 1 }
  )
  await page.keyboard.press('Alt+KeyT')
  await expect(page.getByText(RECORDED)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Quầy trống')).toBeVisible()
  await page.keyboard.press('Alt+KeyV')
  await tabTo(page, `Tiếp tục ${number}`)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Tìm thủ tục')).toBeVisible()
  await hall.clear(3)
})

const UNKNOWN = /^Chưa biết thao tác đã được ghi hay chưa/
const RECORDED = /^Đã nối lại\. Thao tác lúc \d\d:\d\d đã được ghi\.$/
const NOT_RECORDED = /^Đã nối lại\. Thao tác lúc \d\d:\d\d chưa được ghi/

function at(page: Page, { address }: HallServer, counter: number) {
  return { page, office: { address, enter: enterAt(address) }, counter }
}

/** Nothing on the screen says that it is old, or that nobody knows. */
async function expectNoDoubt(page: Page): Promise<void> {
  await expect(page.getByText(/^Không tải lại được/)).toHaveCount(0)
  await expect(page.getByText(UNKNOWN)).toHaveCount(0)
  await expect(page.getByText(/^Mất kết nối từ/)).toHaveCount(0)
}
