import type { Page } from '@playwright/test'
import {
  CARD,
  callAndStart,
  fillIn,
  pickProcedure,
  receive,
  scan,
  sitDown,
  tabTo,
  takeNumber,
  tickAll
} from './at-counter.ts'
import { expect, expectAccessible, type Office, signIn, test } from './office.ts'

async function read(page: Page, office: Office, path: string) {
  return (await page.request.get(`${office.address}/api/v1${path}`)).json()
}

/** What another tab or another officer does meanwhile. */
async function doElsewhere(page: Page, address: string, data?: object) {
  const headers = { 'x-motcua': '1', origin: new URL(address).origin }
  const response = await page.request.post(address, { headers, ...(data && { data }) })
  expect(response.ok()).toBe(true)
  return response.json()
}

test('C-01 C-30 takes a dossier in with the keyboard alone, from the call to the slip', async ({
  page,
  office
}) => {
  const printed: string[] = []
  page.on('console', (message) => {
    if (message.text().startsWith('in /')) printed.push(message.text())
  })
  await sitDown({ page, office, counter: 1 })
  const number = await callAndStart(page)

  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Chọn thủ tục của hồ sơ')).toBeVisible()
  await pickProcedure(page, 'dklks', /đăng ký lại khai sinh/)
  await expect(page.getByText(/^16:30 thứ \S+, \d\d\/\d\d\/\d{4}$/)).toBeVisible()

  // Wrong first: the summary has the focus, and each line leads to its field.
  await expect(page.getByLabel(/^Số căn cước/)).toBeFocused()
  await page.keyboard.type('0911540038')
  await page.keyboard.press('Control+Enter')
  const problem = page.getByRole('alert', { name: 'Có lỗi cần sửa' })
  await expect(problem).toBeFocused()
  await expect(page).toHaveTitle(/^Lỗi: Người nộp hồ sơ/)
  await expect(problem.getByRole('link')).toHaveText([
    'Nhập số căn cước, gồm 12 chữ số',
    'Nhập họ và tên người nộp hồ sơ',
    'Nhập địa chỉ của người nộp hồ sơ'
  ])
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel(/^Số căn cước/)).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')

  await scan(page, CARD.replace('091154003862', '091154003870'))
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Trần Thị Bé Sáu')
  await expect(page.getByLabel(/^Ngày sinh/)).toHaveValue('12/04/1954')
  await expect(page.getByLabel('Nữ', { exact: true })).toBeChecked()
  await expect(page.getByLabel('Địa chỉ', { exact: true })).toHaveValue(
    'Khu phố 4, phường Rạch Giá, tỉnh An Giang'
  )
  await expect(page.getByLabel(/^Điện thoại/)).toBeFocused()
  await page.keyboard.type('0918.204 573')
  await page.keyboard.press('Control+Enter')

  // A paper that nobody looked at keeps it from going on.
  await expect(page.getByRole('heading', { name: 'Giấy tờ của hồ sơ' })).toBeVisible()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('t')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('2')
  await expect(page.getByText('Thiếu 1 giấy tờ · còn 4 dòng chưa xem')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(problem).toBeFocused()
  await expect(problem.getByRole('link')).toHaveCount(4)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  for (const key of ['k', 'k', 'Space', 'k']) {
    await page.keyboard.press(key)
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Control+Enter')

  await expect(page.getByRole('heading', { name: 'Kiểm tra trước khi tiếp nhận' })).toBeVisible()
  await expect(page.getByText('Căn cước 091154003870 · điện thoại 0918.204 573')).toBeVisible()
  await expect(page.getByText('Còn thiếu 1 giấy tờ')).toBeVisible()
  await expect(page.getByText('Không có hồ sơ trùng thủ tục đang giải quyết')).toBeVisible()
  const code = await receive(page)
  expect(code).toMatch(/^H01\.31-\d{6}-\d{4}$/)
  await expect.poll(() => printed).toEqual([`in /api/v1/dossiers/${code}/slip.pdf`])

  await page.keyboard.press('F7')
  await expect(page.getByText(/chưa in hoặc gửi giấy tiếp nhận/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Đã giao phiếu hẹn bản giấy.' })).toBeVisible()
  await page.keyboard.press('F7')
  await expect(page.getByText(new RegExp(`^${number} vừa xong`))).toBeVisible()

  const dossier = await read(page, office, `/dossiers/${code}`)
  expect(dossier).toMatchObject({
    status: 'received',
    applicant: { name: 'Trần Thị Bé Sáu', idNumber: '091154003870', sex: 'female', birthDate: '1954-04-12' },
    slip: { how: 'printed' }
  })
  expect(dossier.components).toHaveLength(2)
  expect(await read(page, office, `/tickets/${dossier.ticketId}`)).toMatchObject({
    status: 'finished',
    number
  })
})

test('C-04 two presses of F2 call one number, and the second says why it does not call', async ({
  page,
  office
}) => {
  let calls = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/calls')) calls += 1
  })
  await sitDown({ page, office, counter: 2 })
  await takeNumber({ page, office, counter: 2 })
  await Promise.all([page.keyboard.press('F2'), page.keyboard.press('F2')])
  await expect(page.getByRole('heading', { name: /^Mời số/ })).toBeVisible()
  await page.keyboard.press('F2')
  await expect(page.getByText(/đã được gọi\. Gọi lại \(F3\)/)).toBeVisible()
  expect(calls).toBe(1)

  await page.keyboard.press('F3')
  await expect(page.getByText(/^Đã gọi lại [A-Z]\d{3} lúc/)).toBeVisible()
  await page.keyboard.press('F4')
  await expect(page.getByRole('button', { name: /Bấm lần nữa/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Mời số/ })).toBeVisible()
  await page.keyboard.press('F4')
  await expect(page.getByText(/^Đã ghi [A-Z]\d{3} vắng mặt\.$/)).toBeVisible()
})

test('C-04 the screen follows its ticket when it is moved elsewhere, and names no group by its code', async ({
  page,
  office
}) => {
  await sitDown({ page, office, counter: 2 })
  const api = `${office.address}/api/v1`
  const { user } = await read(page, office, '/session')
  const { services } = await read(page, office, `/offices/${user.officeId}`)
  const { id, number } = await doElsewhere(page, `${api}/offices/${user.officeId}/tickets`, {
    serviceId: services[0].id,
    priorityGroup: 'elderly'
  })
  const line = page.getByRole('region', { name: 'Hàng chờ của quầy' }).getByRole('listitem')
  await expect(line.filter({ hasText: number })).toContainText('người cao tuổi')
  await expect(page.getByText('elderly')).toHaveCount(0)

  const { counters } = await read(page, office, `/offices/${user.officeId}/queue`)
  const reason = 'Sức khỏe không chờ được'
  await doElsewhere(page, `${api}/counters/${counters[1].id}/calls`, { ticketId: id, reason })
  await expect(page.getByRole('heading', { name: `Mời số ${number}` })).toBeVisible()
  await expect(page.getByText('Ưu tiên: người cao tuổi').first()).toBeVisible()
  await doElsewhere(page, `${api}/tickets/${id}/serve`)
  await expect(page.getByText('Đang phục vụ, chưa có hồ sơ nào đang soạn.')).toBeVisible()
  await doElsewhere(page, `${api}/tickets/${id}/finish`)
  await expect(page.getByText('Quầy trống')).toBeVisible()
})

test('C-30 a slip that cannot be handed over needs a reason', async ({ page, office }) => {
  await sitDown({ page, office, counter: 3 })
  await fillIn(page)
  const code = await receive(page)
  await tabTo(page, 'Không giao được phiếu')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Vì sao không giao được phiếu hẹn' })
  await tabTo(page, 'Ghi lý do')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('Nhập lý do không giao được phiếu hẹn')
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Máy in hỏng, người nộp nhận ảnh chụp')
  await tabTo(page, 'Ghi lý do')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Đã ghi lý do không giao phiếu hẹn.' })).toBeVisible()
  await page.keyboard.press('F7')
  await expect(page.getByText('Quầy trống')).toBeVisible()
  expect((await read(page, office, `/dossiers/${code}`)).slip).toMatchObject({
    how: 'none',
    reason: 'Máy in hỏng, người nộp nhận ảnh chụp'
  })
})

test('C-30 whoever came without a number does not go without the slip either', async ({ page, office }) => {
  await sitDown({ page, office, counter: 3 })
  await page.keyboard.press('Alt+KeyN')
  await expect(page.getByLabel('Tìm thủ tục')).toBeFocused()
  await pickProcedure(page, 'dklks', /đăng ký lại khai sinh/)
  await scan(page, CARD)
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Trần Thị Bé Sáu')
  await page.keyboard.press('Control+Enter')
  await tickAll(page)
  const code = await receive(page)
  await page.keyboard.press('F7')
  await expect(page.getByText(`Hồ sơ ${code} chưa in hoặc gửi giấy tiếp nhận`)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Đã tiếp nhận hồ sơ' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Đã giao phiếu hẹn bản giấy.' })).toBeVisible()
  await page.keyboard.press('F7')
  await expect(page.getByText('Quầy trống')).toBeVisible()
})

test('C-18 R-12 a lost answer keeps everything, and the same dossier is not taken in twice', async ({
  page,
  office
}) => {
  const keys: string[] = []
  await sitDown({ page, office, counter: 4 })
  await fillIn(page)
  await page.route('**/api/v1/dossiers', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    keys.push((await route.request().allHeaders())['idempotency-key'] ?? '')
    if (keys.length > 1) return route.continue()
    await route.fetch()
    return route.abort()
  })
  // Pressed twice before the screen is drawn anew: one request, one answer that is lost.
  await page.evaluate(`for (const _ of [1, 2])
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'F8', key: 'F8', bubbles: true }))`)
  await expect(page.getByText('Chưa biết thao tác đã được ghi hay chưa.')).toBeVisible()
  await expect(page.getByText('Căn cước 091154003862')).toBeVisible()

  await receive(page)
  expect(keys).toHaveLength(2)
  expect(keys[1]).toBe(keys[0])
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('F7')
  await expect(page.getByText('Quầy trống')).toBeVisible()
})

test('a number that is over does not keep a dossier from being taken in, and nothing is typed again', async ({
  page,
  office
}) => {
  await sitDown({ page, office, counter: 4 })
  const number = await fillIn(page)
  const { user } = await read(page, office, '/session')
  const { serving } = await read(page, office, `/offices/${user.officeId}/queue`)
  const { id } = serving.find((ticket: { number: string }) => ticket.number === number)
  await doElsewhere(page, `${office.address}/api/v1/tickets/${id}/finish`)
  await page.keyboard.press('F8')
  await expect(page.getByRole('alert')).toContainText('Hồ sơ chưa được tiếp nhận. Số này đã phục vụ xong.')
  await expect(page.getByText('Căn cước 091154003862')).toBeVisible()
  await tabTo(page, `Tiếp nhận hồ sơ, không kèm số ${number}`)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Đã tiếp nhận hồ sơ' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('F7')
  await expect(page.getByText('Quầy trống')).toBeVisible()
})

test('C-21 a locked screen gives the half-filled dossier back', async ({ page, office }) => {
  await sitDown({ page, office, counter: 5 })
  await callAndStart(page)
  await pickProcedure(page, 'dklks', /đăng ký lại khai sinh/)
  await page.getByLabel('Họ và tên', { exact: true }).focus()
  await page.keyboard.type('Đặng Thị Nghiễm')
  await page.keyboard.press('Alt+KeyL')
  await expect(page.getByRole('heading', { name: 'Màn hình đang khóa' })).toBeVisible()
  await expect(page.getByText('Đặng Thị Nghiễm')).toHaveCount(0)
  await signIn(page, 'tiepnhan1')
  await expect(page.getByRole('heading', { name: 'Người nộp hồ sơ' })).toBeVisible()
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Đặng Thị Nghiễm')

  // C-07: the card of somebody else is not taken unasked.
  await scan(page, CARD)
  const dialog = page.getByRole('dialog', { name: 'Quét thẻ của người khác' })
  await expect(dialog).toContainText('Đặng Thị Nghiễm')
  await expect(dialog).toContainText('Trần Thị Bé Sáu')
  await expect(dialog.getByRole('button', { name: 'Giữ nội dung đang soạn' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Đặng Thị Nghiễm')

  // C-16: ending the turn now would lose it, so that is asked.
  await page.keyboard.press('F7')
  await expect(page.getByRole('dialog', { name: 'Hồ sơ đang soạn chưa tiếp nhận' })).toBeVisible()
  await tabTo(page, 'Bỏ nội dung và kết thúc')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Quầy trống')).toBeVisible()
})

test('C-06 a scan changes nothing but what it is for, wherever the focus stands', async ({
  page,
  office
}) => {
  await sitDown({ page, office, counter: 1 })
  await callAndStart(page)
  await scan(page, CARD)
  await expect(page.getByLabel('Tìm thủ tục')).toHaveValue('')
  await pickProcedure(page, 'dklks', /đăng ký lại khai sinh/)
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Trần Thị Bé Sáu')
  await page.keyboard.press('Control+Enter')
  const papers = page.getByRole('list', { name: 'Giấy tờ của hồ sơ' })
  await expect(papers.getByRole('button').first()).toBeFocused()
  await scan(page, '091085001234||NGUYEN VAN AN|05031985|Nam|Rach Gia|12082021')
  await expect(page.getByRole('dialog', { name: 'Quét thẻ của người khác' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(papers.getByText('Chưa xem')).toHaveCount(7)
  await page.keyboard.press('F7')
  await tabTo(page, 'Bỏ nội dung và kết thúc')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Quầy trống')).toBeVisible()
})

test('X-12 keys rest while a word is being composed, and while a key is held down', async ({
  page,
  office
}) => {
  await sitDown({ page, office, counter: 2 })
  await page.evaluate(`for (const options of [{ isComposing: true }, { repeat: true }])
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'F2', key: 'F2', bubbles: true, ...options }))`)
  await page.keyboard.press('Control+KeyK')
  await expect(page.getByRole('heading', { name: 'Tìm hồ sơ' })).toBeVisible()
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Số tiếp theo' })).toBeVisible()
})
