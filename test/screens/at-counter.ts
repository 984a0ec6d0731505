import type { CDPSession, Page } from '@playwright/test'
import { expect, type Office } from './office.ts'

export const CARD =
  '091154003862||Trần Thị Bé Sáu|12041954|Nữ|Khu phố 4, phường Rạch Giá, tỉnh An Giang|12082021'

interface Counter {
  page: Page
  office: Office
  /** A number between 1 and 5, one for each story, so that none waits for another. */
  counter: number
}

/** Gives a number for what the counter serves, so that somebody waits for it. */
export async function takeNumber(at: Counter, priorityGroup: string | null = null): Promise<Taken> {
  const { user } = await ask(at, 'GET', '/session')
  const { counters } = await ask(at, 'GET', `/offices/${user.officeId}`)
  const { id } = counters[at.counter - 1]
  const { services } = await ask(at, 'GET', `/counters/${id}/line`)
  const data = { serviceId: services[0].serviceId, priorityGroup }
  return ask(at, 'POST', `/offices/${user.officeId}/tickets`, data)
}

interface Taken {
  id: string
  number: string
  followUrl: string
}

/** Asks the server as whoever is signed in on the page. */
export async function ask(
  { page, office }: Pick<Counter, 'page' | 'office'>,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  data?: object
  // biome-ignore lint/suspicious/noExplicitAny: stories read whatever came
): Promise<any> {
  const response = await page.request.fetch(`${office.address}/api/v1${path}`, {
    method,
    headers: { 'x-motcua': '1', origin: office.address },
    ...(data && { data })
  })
  const body = response.status() === 204 ? undefined : await response.json()
  expect(response.ok(), `${method} ${path}: ${JSON.stringify(body)}`).toBe(true)
  return body
}

export async function sitDown(at: Counter, username = 'tiepnhan1'): Promise<void> {
  const { page, office, counter } = at
  await office.enter(page, username, '/counter')
  await leaveNobody(at)
  await takeNumber(at)
  await tabTo(page, new RegExp(`^Quầy ${counter} `))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Số tiếp theo' })).toBeVisible()
}

/** An officer sits at one counter: whoever the story before has left there would keep him from this one. */
async function leaveNobody(at: Counter): Promise<void> {
  const { user } = await ask(at, 'GET', '/session')
  const { called, serving, counters } = await ask(at, 'GET', `/offices/${user.officeId}/queue`)
  const own = new Set(counters.filter(isOf(user.id)).map(({ id }: { id: string }) => id))
  const left = (tickets: { id: string; counterId: string }[]) =>
    tickets.filter(({ counterId }) => own.has(counterId))
  for (const { id } of left(called)) await ask(at, 'POST', `/tickets/${id}/absent`)
  for (const { id } of left(serving)) await ask(at, 'POST', `/tickets/${id}/park`)
}

const isOf =
  (userId: string) =>
  ({ officerId }: { officerId: string | null }) =>
    officerId === userId

/** Goes on with Tab until what has the focus bears that name. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const inFront = page.getByRole('dialog')
  const place = (await inFront.count()) > 0 ? inFront : page
  const wanted = place.getByRole('button', { name }).first()
  await expect(wanted).toBeVisible()
  for (let tries = 0; tries < 80; tries += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${name}`)
}

/** Types as a scanner does: faster than anybody, with Enter at the end. */
export async function scan(page: Page, text: string): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const keys = [...text].flatMap((key) => [
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, unmodifiedText: key }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
  ])
  const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }
  await Promise.all([
    ...keys,
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
  ])
}

export async function callAndStart(page: Page): Promise<string> {
  await page.keyboard.press('F2')
  const heading = page.getByRole('heading', { name: /^Mời số [A-Z]\d{3}$/ })
  await expect(heading).toBeVisible()
  const number = (await heading.innerText()).replace('Mời số ', '')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Tìm thủ tục')).toBeFocused()
  return number
}

export async function pickProcedure(page: Page, words: string, name: RegExp): Promise<void> {
  await page.keyboard.type(words)
  await expect(page.getByRole('option', { name, selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Người nộp hồ sơ' })).toBeVisible()
}

/** Says of each paper that it is there, and goes on. */
export async function tickAll(page: Page): Promise<void> {
  const rows = page.getByRole('list', { name: 'Giấy tờ của hồ sơ' }).getByRole('listitem')
  const count = await rows.count()
  await expect(rows.first().getByRole('button').first()).toBeFocused()
  for (let row = 0; row < count; row += 1) {
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Kiểm tra trước khi tiếp nhận' })).toBeVisible()
}

/** A whole intake up to the check page, the quick way. */
export async function fillIn(page: Page): Promise<string> {
  const number = await callAndStart(page)
  await pickProcedure(page, 'dklks', /đăng ký lại khai sinh/)
  await scan(page, CARD)
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Trần Thị Bé Sáu')
  await page.keyboard.press('Control+Enter')
  await tickAll(page)
  return number
}

export async function receive(page: Page): Promise<string> {
  await page.keyboard.press('F8')
  await expect(page.getByRole('heading', { name: 'Đã tiếp nhận hồ sơ' })).toBeVisible()
  return page.locator('.code-number').innerText()
}
