import { ask, scan, sitDown, takeNumber } from './at-counter.ts'
import { called, emptyHall, finish, isFree, press } from './hall-of-counters.ts'
import { expect, expectAccessible, test } from './office.ts'

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

test.beforeEach(async ({ page, office }) => emptyHall(page, office))

test('C-06 the code on a slip opens its dossier, the code on a ticket what can be done with the number', async ({
  page,
  office
}) => {
  const at = { page, office, counter: 1 }
  const dossier = await ask(at, 'POST', '/dossiers', DOSSIER)
  await sitDown(at)
  await scan(page, dossier.trackingUrl)
  await expect(page.getByRole('heading', { name: dossier.code, exact: true })).toBeVisible()
  await page.keyboard.press('Control+Enter')

  await takeNumber(at)
  const { number, followUrl } = await takeNumber(at)
  await scan(page, followUrl)
  const dialog = page.getByRole('dialog', { name: 'Gọi trước lượt' })
  await expect(dialog.getByRole('button', { name: `Gọi ${number}` })).toBeVisible()
})

test('C-31 whoever fetches a result is led to the step that returns it', async ({ page, office }) => {
  const at = { page, office, counter: 5 }
  const dossier = await ask(at, 'POST', '/dossiers', DOSSIER)
  await ask(at, 'POST', `/dossiers/${dossier.code}/slip`, { how: 'printed' })
  await ask(at, 'POST', `/dossiers/${dossier.code}/record-result`, { outcome: 'granted' })
  await sitDown(at)

  await page.goto(`${office.address}/counter/ho-so/${dossier.code}`)
  const place = page.getByLabel('Kết quả để ở quầy')
  await place.focus()
  await page.keyboard.type('Quầy 5')
  await expect(page.getByText('Đã ghi nơi để kết quả.')).toBeVisible()
  await page.keyboard.press('Control+Enter')

  const ticket = await ask(at, 'POST', '/self-service/pick-up-tickets', { scan: dossier.trackingUrl })
  await page.keyboard.press('Alt+KeyG')
  await page.keyboard.type(ticket.number)
  await page.getByLabel('Đã tới quầy trước đó, quay lại bổ sung').focus()
  await page.keyboard.press('Space')
  await press(page, `Gọi ${ticket.number}`)
  await expect(called(page, ticket.number)).toBeVisible()
  await expect(page.getByText('Người này đến nhận kết quả.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const step = page.getByRole('dialog', { name: 'Trả kết quả' })
  await step.getByLabel('Người nhận kết quả').fill('Trần Thị Bé Sáu')
  await press(page, 'Trả kết quả')
  await expect(page.getByText('Đã trả kết quả').first()).toBeVisible()
  await expect(step).toHaveCount(0)
  await finish(page)
})

test('what the whole hall has to know stands above the work, and papers of the kiosk are looked after', async ({
  page,
  office
}) => {
  let answered: unknown
  const job = { id: 'p1', state: 'unknown', number: 'A012', printerName: 'Ki-ốt sảnh' }
  await page.route('**/api/v1/print-jobs**', async (route) => {
    if (route.request().method() === 'GET')
      return route.fulfill({ json: { items: answered ? [] : [job], nextCursor: null } })
    answered = route.request().postDataJSON()
    return route.fulfill({ json: { ...job, state: 'confirmed' } })
  })
  await sitDown({ page, office, counter: 1 })
  await expect(page.getByText('Chưa biết vé A012 đã ra khỏi máy in “Ki-ốt sảnh” chưa.')).toBeVisible()
  await expectAccessible(page)
  await press(page, 'Đã ra')
  await expect(page.getByText(/vé A012/)).toHaveCount(0)
  expect(answered).toEqual({ printed: true })

  const supervisor = await page.context().browser()?.newContext()
  const place = await supervisor?.newPage()
  if (!place) throw new Error('no second browser')
  await office.enter(place, 'lanhdao', '/supervisor')
  await ask({ page: place, office }, 'POST', '/hall/emergency', {
    text: 'Mời mọi người ra khỏi sảnh bằng cửa bên trái'
  })
  await expect(page.getByRole('alert')).toContainText('Mời mọi người ra khỏi sảnh bằng cửa bên trái')
  await expectAccessible(page)
  await ask({ page: place, office }, 'DELETE', '/hall/emergency')
  await expect(page.getByText('Thông báo khẩn')).toHaveCount(0)
  await supervisor?.close()
})

test('appointments are made and seen from the counter', async ({ page, office }) => {
  await sitDown({ page, office, counter: 1 })
  await page.keyboard.press('Alt+KeyH')
  await expect(page.getByRole('heading', { name: 'Lịch hẹn' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Lịch hẹn' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await isFree(page)
})
