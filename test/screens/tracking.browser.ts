import type { Page } from '@playwright/test'
import { expect, expectAccessible, type Office, test } from './office.ts'

/** A cheap phone. */
const PHONE = { width: 360, height: 640 }

const NEW_DOSSIER = {
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

/** Asks the interface as the person who is signed in. */
async function ask(page: Page, office: Office, url: string, data?: object) {
  const headers = { 'x-motcua': '1', origin: office.address }
  const address = `${office.address}/api/v1${url}`
  const answer = data
    ? await page.request.post(address, { data, headers })
    : await page.request.get(address, { headers })
  expect(answer.ok(), `${url}: ${await answer.text()}`).toBe(true)
  return answer.json()
}

async function dossierIn(page: Page, office: Office): Promise<{ code: string; path: string }> {
  await office.enter(page, 'tiepnhan1', '/thu-tuc')
  const { code, trackingUrl } = await ask(page, office, '/dossiers', NEW_DOSSIER)
  return { code, path: new URL(trackingUrl).pathname }
}

test.use({ viewport: PHONE })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a citizen opens the page of the slip and reads the answer on the first screen', async ({
    page,
    office
  }) => {
    const { path } = await dossierIn(page, office)
    await page.goto(office.address + path)

    await expect(page.getByRole('heading', { name: 'Hồ sơ đang được giải quyết' })).toBeInViewport()
    await expect(page.getByText('Hẹn trả kết quả')).toBeInViewport()
    await expect(page.getByText(/Còn \d+ ngày làm việc/)).toBeInViewport()
    await expect(page.getByRole('heading', { name: 'Ông/bà chưa cần làm gì' })).toBeInViewport()
    await expect(page.getByText('T. T. B. Sáu')).toBeVisible()
  })

  test('a citizen who cannot scan finds it by code and four digits', async ({ page, office }) => {
    const { code, path } = await dossierIn(page, office)
    await page.goto(`${office.address}/tra-cuu`)
    await page.getByLabel('Mã hồ sơ').fill(code.toLowerCase())
    await page.getByLabel('4 số cuối').fill('0000')
    await page.getByRole('button', { name: 'Xem tình trạng hồ sơ' }).click()
    await expect(page.getByRole('alert')).toContainText('Không có hồ sơ nào khớp')

    await page.getByLabel('4 số cuối').fill('5678')
    await page.getByRole('button', { name: 'Xem tình trạng hồ sơ' }).click()
    await expect(page).toHaveURL(office.address + path)
    await expect(page.getByRole('heading', { name: 'Hồ sơ đang được giải quyết' })).toBeVisible()
  })
})

test('the pages of a dossier can be read by everyone, in each of its states', async ({ page, office }) => {
  const waiting = await dossierIn(page, office)
  await ask(page, office, `/dossiers/${waiting.code}/request-supplement`, {
    items: ['Bản chính giấy khai sinh cũ', 'Sổ hộ khẩu cũ'],
    reason: 'Hồ sơ mới có bản sao, pháp luật yêu cầu bản chính'
  })
  const ready = await dossierIn(page, office)
  await ask(page, office, `/dossiers/${ready.code}/record-result`, { outcome: 'granted' })
  const running = await dossierIn(page, office)
  const { items } = await ask(page, office, '/dossiers?due=late&limit=5')
  const late = await Promise.all(
    (items as { code: string }[]).map(async ({ code }) => {
      const { trackingUrl } = await ask(page, office, `/dossiers/${code}`)
      return new URL(trackingUrl).pathname
    })
  )
  for (const path of [running.path, waiting.path, ready.path, ...late, '/t/nothing', '/tra-cuu']) {
    await page.goto(office.address + path)
    await expectAccessible(page)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wider, path).toBe(false)
  }
})
