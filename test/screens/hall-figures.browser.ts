import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { readPdf } from '../printing/read-pdf.ts'
import { signInAt, startServer } from '../support/server-process.ts'
import { test as base, expect, expectAccessible } from './office.ts'

const PASSWORD = 'mật khẩu thử'
const HALL = '/supervisor/phong-cho'
const HISTORY = '/supervisor/thong-ke-cho'

/** Where a person who looks at the pictures wants them; nowhere otherwise. */
const PICTURES = process.env.HALL_PICTURES

interface Watched {
  enter(page: Page, place: string): Promise<void>
  // biome-ignore lint/suspicious/noExplicitAny: stories read whatever came
  act(url: string, body?: object): Promise<any>
  /** The same as a second and a third officer: each has one counter. */
  others: [Watched['act'], Watched['act']]
  /** Another supervisor raises an emergency message. */
  raise(text: string): Promise<void>
  /** Sends home everyone whom the demonstration lets wait. */
  empty(): Promise<void>
  officeId: string
  services: { id: string; name: string }[]
  counters: { id: string; number: number }[]
}

/** A hall with a server of its own and six weeks behind it. */
const test = base.extend<object, { watched: Watched }>({
  watched: [
    // The office's fixture has built the screens.
    async ({ office: _ }, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'motcua-watched-'))
      const file = path.join(folder, 'hall.sqlite')
      const server = await startServer({
        databaseUrl: `sqlite:${file}`,
        secretKeyFile: path.join(folder, 'secret.key'),
        demoPassword: PASSWORD
      })
      const { address } = server
      const { ask, user } = await signInAt(address, 'tiepnhan1', PASSWORD)
      const { services, counters } = await (await ask('GET', `/api/v1/offices/${user.officeId}`)).json()
      const actAs = (asking: typeof ask) => async (url: string, body?: object) => {
        const response = await asking('POST', `/api/v1${url}`, body)
        if (!response.ok) throw new Error(`${url}: ${await response.text()}`)
        return response.json()
      }
      const act = actAs(ask)
      const second = actAs((await signInAt(address, 'tiepnhan2', PASSWORD)).ask)
      const supervising = (await signInAt(address, 'lanhdao', PASSWORD)).ask
      const third = actAs(supervising)
      const raise = async (text: string) => {
        const { status } = await supervising('POST', '/api/v1/hall/emergency', { text })
        if (status >= 300) throw new Error(`emergency: ${status}`)
      }
      const enter = async (page: Page, place: string) => {
        const headers = { 'x-motcua': '1', origin: address }
        const data = { username: 'lanhdao', password: PASSWORD }
        await page.request.post(`${address}/api/v1/session`, { data, headers })
        await page.goto(address + place)
      }
      writeHistory(file, { officeId: user.officeId, services, counters })
      const empty = async () => {
        const queue = await (await ask('GET', `/api/v1/offices/${user.officeId}/queue`)).json()
        for (const { id } of queue.waiting) await act(`/tickets/${id}/cancel`)
      }
      await use({
        enter,
        act,
        others: [second, third],
        raise,
        empty,
        officeId: user.officeId,
        services,
        counters
      })
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' }
  ]
})

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080]
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: path.join(PICTURES, `${name}-${width}.png`) })
    await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight))
    await page.screenshot({ path: path.join(PICTURES, `${name}-${width}-end.png`) })
    await page.locator('main').evaluate((main) => main.scrollTo(0, 0))
  }
}

test('an empty hall says that all is well, and numbers appear by themselves', async ({ page, watched }) => {
  await watched.empty()
  await watched.enter(page, HALL)
  await expect(page.getByText(/Thiết bị và hàng chờ đều ổn/)).toBeVisible()
  await expect(page.getByText(/Chưa có lượt nào được gọi trước lượt/)).toBeVisible()
  await expectAccessible(page)

  const { officeId, services, counters, act } = watched
  const figures = page.getByRole('list', { name: 'Phòng chờ lúc này' })
  const issue = (service: number) => act(`/offices/${officeId}/tickets`, { serviceId: services[service]?.id })
  const first = await issue(0)
  await expect(figures.getByRole('listitem').first()).toHaveText('1người đang chờ')
  await issue(1)
  const third = await issue(0)
  const hurried = await issue(2)
  await act(`/counters/${counters[0]?.id}/calls`)
  await act(`/tickets/${first.id}/serve`)
  const [second, other] = watched.others
  await second(`/counters/${counters[1]?.id}/calls`, {
    ticketId: hurried.id,
    reason: 'Người bệnh nặng, không ngồi lâu được'
  })
  const row = region(page, 'Các quầy').getByRole('row', { name: /^1 / })
  await expect(row).toContainText(first.number)
  await expect(row).toContainText('vừa bắt đầu')
  await expect(region(page, 'Gọi trước lượt hôm nay: 1 lượt')).toContainText('Người bệnh nặng')
  await expect(figures.getByRole('listitem').first()).toHaveText('2người đang chờ')
  await other(`/counters/${counters[3]?.id}/open`)
  await other(`/counters/${counters[3]?.id}/pause`, { reason: 'Họp giao ban' })
  await expect(region(page, 'Các quầy')).toContainText('Tạm dừng: Họp giao ban')
  expect(third.number).toBeTruthy()
  await expectAccessible(page)
  await picture(page, 'hall-now')
  await second(`/tickets/${hurried.id}/finish`)
})

test('the emergency message is raised and ended, and announcements are written', async ({
  page,
  watched
}) => {
  await watched.enter(page, HALL)
  await page.getByRole('button', { name: 'Phát thông báo khẩn' }).click()
  const dialog = page.getByRole('dialog', { name: 'Phát thông báo khẩn' })
  await dialog.getByRole('button', { name: 'Phát ngay cho mọi màn hình' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Nhập nội dung thông báo khẩn')
  await dialog.getByLabel(/^Nội dung/).fill('Mời ra cửa trước. '.repeat(20))
  await dialog.getByRole('button', { name: 'Phát ngay cho mọi màn hình' }).click()
  await expect(dialog.getByRole('link', { name: /dài \d+ ký tự, rút ngắn còn nhiều nhất 200/ })).toBeVisible()
  await dialog.getByLabel(/^Nội dung/).fill('Mời mọi người ra cửa phía trước')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Phát ngay cho mọi màn hình' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Mời mọi người ra cửa phía trước')).toBeVisible()
  await picture(page, 'hall-emergency')

  // The button that was pressed is gone: the hand is on the one that changes the message.
  const change = page.getByRole('button', { name: 'Sửa thông báo khẩn' })
  await expect(change).toBeFocused()
  await page.keyboard.press('Enter')
  const changing = page.getByRole('dialog', { name: 'Sửa thông báo khẩn' })
  await expect(changing.getByLabel(/^Nội dung/)).toHaveValue('Mời mọi người ra cửa phía trước')
  await changing.getByLabel(/^Nội dung/).fill('Mời mọi người ra cửa sau')
  await changing.getByRole('button', { name: 'Phát ngay cho mọi màn hình' }).click()
  await expect(changing).toBeHidden()
  await expect(page.getByText('Mời mọi người ra cửa sau')).toBeVisible()
  await expect(page.getByText('Mời mọi người ra cửa phía trước')).toHaveCount(0)
  await expect(change).toBeFocused()

  await page.getByRole('button', { name: 'Kết thúc thông báo khẩn' }).click()
  await expect(page.getByText('Mời mọi người ra cửa sau')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Phát thông báo khẩn' })).toBeFocused()

  await page.getByRole('button', { name: 'Sửa thông báo' }).click()
  const announcing = page.getByRole('dialog', { name: 'Thông báo giữa các lượt gọi' })
  await announcing
    .getByLabel('Thông báo giữa các lượt gọi')
    .fill('Chiều thứ Sáu làm việc đến 16:30\n\nCó nước uống ở góc phòng')
  await announcing.getByRole('button', { name: 'Ghi thông báo' }).click()
  await expect(announcing).toBeHidden()
  await page.getByRole('button', { name: 'Sửa thông báo' }).click()
  await expect(announcing.getByLabel('Thông báo giữa các lượt gọi')).toHaveValue(
    'Chiều thứ Sáu làm việc đến 16:30\nCó nước uống ở góc phòng'
  )
})

test('the field that comes later has the hand, and an emergency of somebody else is told while one is typed', async ({
  page,
  watched
}) => {
  await watched.enter(page, HALL)
  // The announcements are read slowly: the dialog stands before its field does.
  await page.route('**/api/v1/hall', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600))
    await route.continue()
  })
  await page.getByRole('button', { name: 'Sửa thông báo', exact: true }).click()
  const announcing = page.getByRole('dialog', { name: 'Thông báo giữa các lượt gọi' })
  await expect(announcing.getByRole('button', { name: 'Đóng' })).toBeFocused()
  await expect(announcing.getByLabel('Thông báo giữa các lượt gọi')).toBeFocused()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Phát thông báo khẩn' }).click()
  const dialog = page.getByRole('dialog', { name: 'Phát thông báo khẩn' })
  await dialog.getByLabel(/^Nội dung/).fill('Mời ra cửa sau')
  await watched.raise('Có cháy. Mời ra cửa trước')
  await expect(
    dialog.getByText(/Người khác vừa phát thông báo khẩn: “Có cháy. Mời ra cửa trước”/)
  ).toBeVisible()
  await expect(dialog.getByLabel(/^Nội dung/)).toHaveValue('Mời ra cửa sau')
  await picture(page, 'hall-emergency-between')
  await dialog.getByRole('button', { name: 'Phát ngay cho mọi màn hình' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Kết thúc thông báo khẩn' }).click()
  await expect(page.getByRole('button', { name: 'Phát thông báo khẩn' })).toBeFocused()
})

test('figures move while events come without a pause', async ({ page, watched }) => {
  await watched.enter(page, HALL)
  const waiting = page.getByRole('list', { name: 'Phòng chờ lúc này' }).locator('li').first().locator('b')
  await expect(waiting).toBeVisible()
  const before = Number(await waiting.textContent())
  const [service] = watched.services
  const until = Date.now() + 4000
  let seen = before
  while (Date.now() < until) {
    await watched.act(`/offices/${watched.officeId}/tickets`, { serviceId: service?.id })
    await page.waitForTimeout(150)
    seen = Number(await waiting.textContent())
    if (seen > before) break
  }
  expect(seen).toBeGreaterThan(before)
})

test('V-14 the history has a finding for each chart, figures behind it, and files', async ({
  page,
  watched
}) => {
  await watched.enter(page, HISTORY)
  await expect(
    page.getByRole('heading', { name: /Bắt đầu chờ lúc 09h phải chờ lâu nhất|Chỉ 09h có đủ người/ })
  ).toBeVisible()
  await expect(page.getByRole('heading', { name: /phục vụ nhiều nhất/ })).toBeVisible()
  await expect(region(page, 'Nên mở bao nhiêu quầy')).toContainText(/Cần nhiều quầy nhất lúc [^:]*09h/)
  await expect(region(page, 'Gọi trước lượt: 1 lượt')).toContainText('Người bệnh nặng, không ngồi lâu được')
  await expect(page.getByRole('region', { name: /^Chuyển hoặc hủy số khi chưa gọi: / })).toBeVisible()
  await expect(page.getByText(/số đã lấy = .* đã phục vụ/)).toBeVisible()
  await expect(page.getByText(/Ước tính đã báo đúng|Không có ước tính/)).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'hall-history')

  for (const name of ['Xuất Excel', 'Xuất CSV']) {
    const href = await page.getByRole('link', { name }).getAttribute('href')
    const file = await page.request.get(new URL(href ?? '', page.url()).href)
    expect(file.status()).toBe(200)
    expect(file.headers()['content-disposition']).toContain('thoi-gian-cho-')
  }
  await page.getByLabel('Khoảng thời gian').selectOption('7 ngày qua')
  await expect(page.getByRole('link', { name: 'Xuất CSV' })).toHaveAttribute('href', /from=/)
  await page.keyboard.press('Alt+7')
  await expect(page.getByRole('heading', { level: 1, name: 'Phòng chờ' })).toBeVisible()
})

test('the history keeps its period and service when it is loaded anew, and is printed in words', async ({
  page,
  watched
}) => {
  const service = watched.services[1]?.name ?? ''
  await watched.enter(page, HISTORY)
  await page.getByLabel('Khoảng thời gian').selectOption('7 ngày qua')
  await page.getByLabel('Lĩnh vực', { exact: true }).selectOption(service)
  await page.reload()
  await expect(page.getByLabel('Khoảng thời gian').locator('option:checked')).toHaveText('7 ngày qua')
  await expect(page.getByLabel('Lĩnh vực', { exact: true }).locator('option:checked')).toHaveText(service)
  await expect(page.getByRole('heading', { name: /9 trong 10 người/ }).first()).toBeVisible()

  const paper = await readPdf(await page.pdf({ format: 'A4', preferCSSPageSize: true }))
  const [first] = paper.pages
  expect(first?.width).toBeGreaterThan(first?.height ?? 0)
  expect(first?.text).toMatch(/Số liệu từ \S+ đến \S+, lĩnh vực/)
  expect(first?.text).toContain(service)
  expect(first?.text).toMatch(/In lúc \S+ ngày \S+; người in: /)
  expect(first?.text).toContain('Giờ bắt đầu chờ')
  for (const control of ['Xuất Excel', 'Xuất CSV', '7 ngày qua']) expect(paper.text).not.toContain(control)
})

interface Place {
  officeId: string
  services: { id: string; name: string }[]
  counters: { id: string; number: number }[]
}

/** Arrivals by hour of a day like those in a ward, from 7 o'clock on, without the pause at noon. */
const ARRIVALS = [
  [7, 5],
  [8, 14],
  [9, 17],
  [10, 11],
  [13, 8],
  [14, 10],
  [15, 8],
  [16, 4]
] as const

/** Six weeks of working days, written past the server, as it can only be told what happens now. */
function writeHistory(file: string, { officeId, services, counters }: Place): void {
  const database = new Database(file, { timeout: 5000 })
  const ticket = database.prepare(TICKET)
  const visit = database.prepare(VISIT)
  const today = Date.parse(`${new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10)}T00:00:00+07:00`)
  let serial = 0
  database.transaction(() => {
    for (let back = 42; back > 0; back -= 1) {
      const start = today - back * 86_400_000
      const day = new Date(start + 7 * 3600_000).toISOString().slice(0, 10)
      if ([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) continue
      for (const [hour, people] of ARRIVALS) {
        for (let person = 0; person < people + ((back * 3) % 4); person += 1) {
          serial += 1
          const service = services[serial % Math.min(services.length, 5)]
          const counter = counters[serial % 5]
          const wait = (people * 40 + ((serial * 97) % 23) * people * 3) * 1000
          const since = start + hour * 3600_000 + ((serial * 61) % 3600) * 1000
          const called = since + wait
          const serving = called + (15 + ((serial * 7) % 40)) * 1000
          const ended = serving + (180 + ((serial * 131) % 420)) * 1000
          const facts = {
            office: officeId,
            id: `past-${serial}`,
            day,
            service: service?.id,
            name: service?.name,
            number: `P${serial}`,
            ordinal: serial,
            counter: counter?.id,
            counterNumber: counter?.number,
            officer: `officer-${serial % 5}`,
            officerName: [
              'Danh Thị Mỹ Linh',
              'Lê Quốc Khánh',
              'Võ Thị Ngọc Diễm',
              'Huỳnh Thanh Tâm',
              'Trần Bảo Ân'
            ][serial % 5],
            since: new Date(since).toISOString(),
            called: new Date(called).toISOString(),
            serving: serial % 29 === 0 ? null : new Date(serving).toISOString(),
            ended: new Date(ended).toISOString(),
            status: serial % 83 === 0 ? 'waiting' : serial % 29 === 0 ? 'absent' : 'finished'
          }
          ticket.run(facts)
          if (facts.status !== 'waiting') visit.run(facts)
        }
      }
    }
  })()
  database.close()
}

const TICKET = `insert into ticket (office_id, id, day, service_id, service_name, letter, ordinal, number, status, purpose,
  goes_first, issued_at, issued_by, turn_at, waiting_since, comes_back, absences, calls, skipped_over, slips_due,
  dossier_codes, token_hash)
  values (@office, @id, @day, @service, @name, 'P', @ordinal, @number, @status, 'service',
  0, @since, 'kiosk', @since, @since, 0, 0, 1, 0, 0, '[]', @id)`

const VISIT = `insert into counter_visit (office_id, id, ticket_id, day, number, service_id, service_name, counter_id,
  counter_number, officer_id, officer_name, waiting_since, called_at, serving_at, ended_at, outcome, calls, skipped_over)
  values (@office, @id, @id, @day, @number, @service, @name, @counter, @counterNumber, @officer, @officerName, @since,
  @called, @serving, @ended, @status, 1, 0)`
