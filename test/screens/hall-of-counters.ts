import type { Browser, Page } from '@playwright/test'
import { ask, tabTo } from './at-counter.ts'
import { expect, type Office } from './office.ts'

/** Sends everyone home and closes the counters: each story begins in an empty hall. */
export async function emptyHall(page: Page, office: Office): Promise<void> {
  await office.enter(page, 'tiepnhan1', '/counter')
  const { user } = await ask({ page, office }, 'GET', '/session')
  const queue = await ask({ page, office }, 'GET', `/offices/${user.officeId}/queue`)
  const post = (path: string) => ask({ page, office }, 'POST', path)
  for (const { id } of [...queue.called, ...queue.serving]) await post(`/tickets/${id}/finish`)
  for (const { id } of queue.absent) await post(`/tickets/${id}/resume`)
  for (const { id } of [...queue.waiting, ...queue.parked, ...queue.absent])
    await post(`/tickets/${id}/cancel`)
  for (const { id } of queue.counters) await post(`/counters/${id}/close`)
  await page.evaluate('localStorage.clear()')
}

/** A second officer, at a machine of his own. */
export async function anotherDesk(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  return context.newPage()
}

/** Presses Tab and Enter until the button of that name has been pressed. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

export const called = (page: Page, number: string) => page.getByRole('heading', { name: `Mời số ${number}` })
export const line = (page: Page) => page.getByRole('region', { name: 'Hàng chờ của quầy' })
export const isFree = (page: Page) => expect(page.getByText('Quầy trống')).toBeVisible()

export async function finish(page: Page): Promise<void> {
  await page.keyboard.press('F7')
  await isFree(page)
}
