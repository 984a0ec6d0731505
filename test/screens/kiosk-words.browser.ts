import type { Page } from '@playwright/test'
import { test } from './hall.ts'
import { expect, expectAccessible } from './office.ts'

const FORMATS = [
  ['upright', { width: 1080, height: 1920 }],
  ['lying', { width: 1920, height: 1080 }]
] as const

/** Letters that only Vietnamese has. */
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu

const button = (page: Page, name: RegExp | string) => page.getByRole('button', { name })
const sizeOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))

/** All words of the screen but for those that are marked as Vietnamese and the office's own name. */
const wordsInEnglish = (page: Page) =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement
    for (const marked of copy.querySelectorAll('[lang=vi], noscript, script, style')) marked.remove()
    return copy.innerText
  })

async function scan(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

for (const [format, viewport] of FORMATS) {
  test.describe(format, () => {
    test.use({ viewport })

    test('K-06 the number, its phone page and nobody else say where to wait', async ({ page, hall }) => {
      for (const index of hall.counters.keys()) await hall.clear(index)
      await hall.askAt(0)('POST', `/api/v1/counters/${hall.counters[0]?.id}/open`)
      await hall.enrol(page, 'kiosk')
      const answer = page.waitForResponse((response) => response.url().endsWith('/tickets'))
      await button(page, /Hộ tịch/).click()
      const { calling, followUrl } = (await (await answer).json()) as {
        calling: { numbers: number[] }
        followUrl: string
      }
      expect(calling.numbers).toEqual([1])
      await expect(page.locator('.ticket dl')).toContainText('Nơi chờ')
      await expect(page.locator('.ticket dl')).toContainText('Gần quầy 1')
      await expectAccessible(page)
      await page.goto(followUrl.replace('localhost', '127.0.0.1'))
      await expect(page.getByText('Chờ gần quầy 1', { exact: true })).toBeVisible()
    })

    test('K-14 in English no word of another language stands unmarked', async ({ page, hall }) => {
      await hall.enrol(page, 'kiosk')
      await button(page, 'English').click()
      await expect(button(page, /Civil status/)).toBeVisible()
      const here = async () => (await wordsInEnglish(page)).replace('Tiếng Việt', '')
      expect(await here()).not.toMatch(VIETNAMESE)
      await expect(page.locator('.info .date')).toContainText(/day, \d\d\/\d\d\/\d{4}/)
      await button(page, /Priority number/).click()
      await expect(button(page, 'Elderly people')).toBeVisible()
      expect(await here()).not.toMatch(VIETNAMESE)
      await button(page, 'Elderly people').click()
      await button(page, /Land/).click()
      await expect(page.locator('.ticket')).toContainText('Wait near')
      expect(await here()).not.toMatch(VIETNAMESE)
    })

    test('K-15 large text is a third larger and hides nothing', async ({ page, hall }) => {
      await hall.enrol(page, 'kiosk')
      await expect(button(page, /Hộ tịch/)).toBeVisible()
      const [name, hint] = [await sizeOf(page, '.choice b'), await sizeOf(page, '.choice small')]
      await button(page, 'Chữ to').click()
      await expect(button(page, 'Chữ thường')).toBeVisible()
      await expect.poll(() => sizeOf(page, '.choice b')).toBeGreaterThanOrEqual(name * 1.3)
      expect(await sizeOf(page, '.choice small')).toBeGreaterThanOrEqual(hint * 1.3)
      await expect(page.locator('.choices')).toHaveAttribute('data-tight', 'no')
      const reach = await page
        .locator('.choices button, .always button')
        .evaluateAll((buttons) =>
          buttons.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom])
        )
      const highest = format === 'upright' ? 1080 : 0
      for (const [top = 0, bottom = 0] of reach) {
        expect(top).toBeGreaterThanOrEqual(highest)
        expect(bottom).toBeLessThanOrEqual(viewport.height)
      }
      await button(page, /Hộ tịch/).click()
      await expect(page.locator('.ticket .number')).toBeVisible()
      expect(await sizeOf(page, '.ticket .number')).toBeGreaterThanOrEqual(288 * 1.29)
      const { right } = await page.locator('.ticket .print').evaluate((box) => box.getBoundingClientRect())
      expect(right).toBeLessThanOrEqual(viewport.width)
      await expectAccessible(page)
    })

    test('K-15 large text leaves the call for a person in its place', async ({ page, hall }) => {
      await hall.enrol(page, 'kiosk')
      await button(page, 'Chữ to').click()
      await page.locator('.always button').last().click()
      const call = page.locator('.k-help button').first()
      await expect(call).toBeVisible()
      const box = await call.boundingBox()
      const bar = await page.locator('.always').boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
    })
  })
}

test.describe('what is scanned', () => {
  test.use({ viewport: { width: 1080, height: 1920 } })

  test('A-54 X-05 a code that is no slip of ours is answered with what to do, and sent nowhere', async ({
    page,
    hall
  }) => {
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('self-service/dossier')) sent.push(request.url())
    })
    await hall.enrol(page, 'kiosk')
    await expect(button(page, /Hộ tịch/)).toBeVisible()
    const token = `v1.${'A'.repeat(22)}`
    const own = `http://localhost:${new URL(hall.address).port}`
    for (const [text, words] of [
      [`https://elsewhere.example/t/${token}`, 'Mã này không phải của cơ quan này'],
      [`${own}/q/${token}`, 'Đây là mã của giấy số'],
      ['x'.repeat(4500), 'không phải mã trên giấy hẹn'],
      ['091190001234|271234567|Tran Thi Be Sau|05031990|Nu|Rach Gia', 'Đây là mã trên thẻ căn cước']
    ] as const) {
      await scan(page, text)
      await expect(page.getByRole('alert')).toContainText(words)
    }
    expect(sent).toEqual([])
    await scan(page, `${own}/t/${token}`)
    await expect.poll(() => sent).toHaveLength(1)
  })
})

test.describe('read aloud', () => {
  test.use({ viewport: { width: 1080, height: 1920 } })

  /** The voices of the machine, and what they were given to say. */
  const withVoices = (page: Page, langs: string[]) =>
    page.addInitScript((all) => {
      const said: string[] = []
      const synthesis = Object.assign(new EventTarget(), {
        getVoices: () => all.map((lang) => ({ lang, localService: lang !== 'vi-VN-far' })),
        speak: ({ text }: { text: string }) => said.push(text),
        cancel: () => undefined
      })
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
      Object.assign(window, {
        said,
        SpeechSynthesisUtterance: function (this: { text: string }, text: string) {
          this.text = text
        }
      })
    }, langs)
  const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said)

  test('K-15 the page, what has the focus and the number are read with a voice of the machine', async ({
    page,
    hall
  }) => {
    await withVoices(page, ['en-US', 'vi-VN'])
    await hall.enrol(page, 'kiosk')
    await button(page, 'Đọc to').click()
    await expect.poll(async () => (await said(page)).at(-1)).toContain('Ông/bà cần việc gì?')
    await button(page, /Đất đai/).focus()
    await expect.poll(async () => (await said(page)).at(-1)).toContain('Đất đai, xây dựng')
    await expectAccessible(page)
    await button(page, /Đất đai/).click()
    await expect.poll(async () => (await said(page)).at(-1)).toMatch(/Số của ông\/bà.*không/)
    await button(page, 'Xong').click()
    await expect(button(page, 'Đọc to')).toBeVisible()
  })

  test('K-15 a machine without a voice says so, and offers none from the internet', async ({
    page,
    hall
  }) => {
    await withVoices(page, ['en-US', 'vi-VN-far'])
    await hall.enrol(page, 'kiosk')
    await expect(button(page, /Hộ tịch/)).toBeVisible()
    await expect(button(page, 'Đọc to')).toHaveCount(0)
    await page.locator('.always button').last().click()
    await expect(page.getByText('Máy này không có giọng đọc.')).toBeVisible()
    await expectAccessible(page)
  })
})
