import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { build } from 'vite'
import { startServer } from '../support/server-process.ts'

export { expect }

const PASSWORD = 'mật khẩu thử'

export interface Office {
  address: string
  /** Opens a page of the screens as one of the demonstration's people. */
  enter: (page: Page, username: string, path: string) => Promise<void>
}

interface Seen {
  /** What the browser refused or a page did wrong, unseen by the person in front of it. */
  faults: string[]
}

/** Stories in a real browser, against a real server with the demonstration offices on a database of its own. */
export const test = base.extend<Seen, { office: Office }>({
  office: [
    async ({ browserName: _ }, use) => {
      // The screens as they are now, not as somebody last built them.
      await build({ configFile: path.resolve('kiosk-ui/vite.config.ts'), logLevel: 'warn' })
      const folder = mkdtempSync(path.join(tmpdir(), 'motcua-screens-'))
      const server = await startServer({
        databaseUrl: `sqlite:${path.join(folder, 'office.sqlite')}`,
        secretKeyFile: path.join(folder, 'secret.key'),
        demoPassword: PASSWORD
      })
      await use({ address: server.address, enter: enterAt(server.address) })
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' }
  ],
  faults: [
    async ({ page, context }, use) => {
      // A browser without a window has no printer: asking for one ends it when the page is a PDF.
      await context.addInitScript("window.print = () => console.info('in ' + location.pathname)")
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => {
        // A refused request is an answer that the stories look at; a refused style or script is a fault.
        const isAnswer = message.text().startsWith('Failed to load resource')
        if (message.type() === 'error' && !isAnswer) faults.push(message.text())
      })
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true }
  ]
})

export function enterAt(address: string): Office['enter'] {
  return async (page, username, place) => {
    const response = await page.request.post(`${address}/api/v1/session`, {
      data: { username, password: PASSWORD },
      headers: { 'x-motcua': '1', origin: address }
    })
    expect(response.status()).toBe(200)
    await page.goto(address + place)
  }
}

/** Types into the door of the staff screens. */
export async function signIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Tên đăng nhập', { exact: true }).fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}

/** WCAG 2.2 AA as far as a program can see it. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  ).toEqual([])
}
