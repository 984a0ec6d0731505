import type { Locator, Page } from '@playwright/test'
import { ask, callAndStart, scan, sitDown, tabTo, takeNumber } from './at-counter.ts'
import { called, emptyHall, isFree } from './hall-of-counters.ts'
import { expect, expectAccessible, test } from './office.ts'

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 }
]

test.beforeEach(async ({ page, office }) => emptyHall(page, office))

test('C-01 C-05 somebody is called before his turn for a reason in own words, by keyboard alone', async ({
  page,
  office
}) => {
  const at = { page, office, counter: 5 }
  await sitDown(at)
  const taken = await takeNumber(at)
  await page.keyboard.press('Alt+KeyG')
  const dialog = page.getByRole('dialog', { name: 'Gọi trước lượt' })
  await page.keyboard.type(taken.number)
  await expect(dialog.getByRole('status')).toContainText(taken.number)
  await reach(page, dialog.getByRole('radio').first())
  await page.keyboard.press('ArrowUp')
  await expect(dialog.getByLabel('Lý do khác')).toBeChecked()
  await page.keyboard.press('Tab')
  const own = dialog.getByLabel('Ghi lý do')
  await expect(own).toBeFocused()
  await page.keyboard.insertText('Con nhỏ đang sốt '.repeat(15))
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('đang có 254 chữ, kể cả dấu cách, nhiều nhất 200')
  await expectAccessible(page)
  await reach(page, own)
  await page.keyboard.press('Control+KeyA')
  await page.keyboard.insertText('Con nhỏ đang sốt')
  await page.keyboard.press('Enter')
  await expect(called(page, taken.number)).toBeVisible()
})

for (const size of SIZES) {
  test(`C-05 C-32 the same digits under many letters leave the button in sight at ${size.width} × ${size.height}`, async ({
    page,
    office
  }) => {
    await page.setViewportSize(size)
    const at = { page, office, counter: 1 }
    await page.route('**/offices/*/queue', async (route) => {
      const response = await route.fetch()
      const queue = await response.json()
      const [first] = queue.waiting
      const waiting = [...'ABCDEFG'].map((letter) => ({ ...first, id: letter, number: `${letter}001` }))
      return route.fulfill({ response, json: { ...queue, waiting } })
    })
    await sitDown(at)
    await expect(page.getByText(/Số ưu tiên được gọi trước|Sau \d+ số thường/)).toBeInViewport({ ratio: 1 })
    for (const key of await page.locator('.serving .keys kbd').all()) {
      const inside = await key.evaluate((kbd) => {
        const button = kbd.closest('button')
        return button !== null && kbd.getBoundingClientRect().right <= button.getBoundingClientRect().right
      })
      expect(inside, await key.innerText()).toBe(true)
      await expect(key).toBeInViewport({ ratio: 1 })
    }
    await page.keyboard.press('Alt+KeyG')
    await page.keyboard.type('001')
    const dialog = page.getByRole('dialog', { name: 'Gọi trước lượt' })
    await expect(dialog.getByRole('radio', { name: /^[A-G]001/ })).toHaveCount(5)
    await expect(dialog.getByRole('button', { name: 'Gọi số này' })).toBeInViewport({ ratio: 1 })
    await expectAccessible(page)
  })
}

test('C-28 a transfer to an officer, and to a closed counter with what that means, by keyboard alone', async ({
  page,
  office
}) => {
  await sitDown({ page, office, counter: 1 })
  await callAndStart(page)
  await page.keyboard.press('F6')
  const dialog = page.getByRole('dialog', { name: /^Chuyển số/ })
  await expect(dialog.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(dialog.getByLabel('Quầy', { exact: true })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(dialog).toContainText(
    'Quầy 3 đang đóng: quầy nào nhận việc này cũng gọi được số này, kể cả quầy của ông/bà.'
  )
  await expectAccessible(page)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByLabel('Một cán bộ')).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(dialog).toContainText(/không ngồi quầy nào đang mở: quầy nào nhận việc này/)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Xem lại tờ khai')
  await tabTo(page, /^Chuyển [A-Z]\d{3}$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Đã chuyển [A-Z]\d{3} tới /)).toBeVisible()
  await isFree(page)
})

test('C-01 an appointment is made by keyboard alone', async ({ page, office }) => {
  await sitDown({ page, office, counter: 2 })
  const ahead = await daysUntilFree({ page, office, counter: 2 })
  await page.keyboard.press('Alt+KeyH')
  await expect(page.getByRole('heading', { name: 'Lịch hẹn' })).toBeVisible()
  await tabTo(page, 'Ngày sau')
  for (let day = 0; day < ahead; day += 1) await page.keyboard.press('Enter')
  await tabTo(page, 'Đặt lịch hẹn')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Đặt lịch hẹn' })
  await expect(dialog.getByLabel('Lĩnh vực')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await reach(page, dialog.getByLabel('Giờ', { exact: true }))
  await expect(dialog.getByLabel('Giờ', { exact: true }).locator('option')).not.toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Danh Thị Mai')
  await page.keyboard.press('Tab')
  await page.keyboard.type('0912 345 678')
  await page.keyboard.press('Enter')
  const made = page.getByRole('dialog', { name: /đặt/i })
  await expect(made).toContainText('Danh Thị Mai')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(made).toHaveCount(0)
  await page.keyboard.press('Escape')
  await isFree(page)
})

test('C-06 C-31 the slip of whoever fetches a result is scanned and the result returned, by keyboard alone', async ({
  page,
  office
}) => {
  const at = { page, office, counter: 1 }
  await sitDown(at)
  const dossier = await ask(at, 'POST', '/dossiers', DOSSIER)
  await ask(at, 'POST', `/dossiers/${dossier.code}/slip`, { how: 'printed' })
  await ask(at, 'POST', `/dossiers/${dossier.code}/record-result`, { outcome: 'granted' })
  await scan(page, dossier.trackingUrl)
  await expect(page.getByRole('heading', { name: dossier.code, exact: true })).toBeVisible()
  await tabTo(page, 'Trả kết quả')
  await page.keyboard.press('Enter')
  const step = page.getByRole('dialog', { name: 'Trả kết quả' })
  await expect(step.getByLabel('Người nhận kết quả')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Đã trả kết quả').first()).toBeVisible()
  await expect(step).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  await isFree(page)
})

test('C-27 a counter is closed, and left with somebody at it, by keyboard alone', async ({
  page,
  office
}) => {
  const at = { page, office, counter: 4 }
  await sitDown(at)
  await page.keyboard.press('Alt+KeyP')
  await tabTo(page, 'Đóng quầy')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Quầy đang đóng' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await isFree(page)

  await callAndStart(page)
  await tabTo(page, 'Đăng xuất')
  await page.keyboard.press('Enter')
  const sure = page.getByRole('dialog', { name: 'Đăng xuất thì quầy 4 vẫn mở' })
  await expect(sure.getByRole('button', { name: 'Ở lại quầy' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(sure).toHaveCount(0)
  await tabTo(page, 'Đăng xuất')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Đăng xuất, để quầy mở')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Tên đăng nhập')).toBeFocused()
})

const DOSSIER = {
  procedureCode: '1.004884',
  applicant: {
    kind: 'citizen',
    name: 'Trần Thị Bé Sáu',
    idNumber: '091190001234',
    address: 'Tổ 3, khu phố 2, phường Rạch Giá, tỉnh An Giang',
    phone: '0912345678'
  },
  channel: 'counter',
  components: [],
  resultDelivery: 'counter'
}

/** In how many days the first service has a time for an appointment: tomorrow may be a day off. */
async function daysUntilFree(at: Parameters<typeof ask>[0] & { counter: number }): Promise<number> {
  const { user } = await ask(at, 'GET', '/session')
  const { services } = await ask(at, 'GET', `/offices/${user.officeId}`)
  for (let ahead = 1; ahead < 15; ahead += 1) {
    const day = new Date(Date.now() + 7 * 3600_000 + ahead * 86_400_000).toISOString().slice(0, 10)
    const { times } = await ask(at, 'GET', `/appointments/times?serviceId=${services[0].id}&day=${day}`)
    if (times.length > 0) return ahead
  }
  throw new Error('no day of the next two weeks is free')
}

/** Goes on with Tab until it has the focus. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let tries = 0; tries < 80; tries += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not reach it')
}
