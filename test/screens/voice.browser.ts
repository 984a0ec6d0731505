import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page, WebSocketRoute } from '@playwright/test'
import { CHIME, CLIPS, callClips } from '../../kiosk-ui/src/text/voice-clips.ts'
import config from '../../playwright.config.ts'
import { signInAt } from '../support/server-process.ts'
import { heard, listen, spoil } from './ear.ts'
import { type HallServer, test as inHall } from './hall.ts'
import { expect, expectAccessible } from './office.ts'

/** How long each recording of this office is: a whole call takes three seconds instead of nine. */
const SECONDS = 0.1

/** An office with recordings of its own, which it has put into a folder and nowhere else. */
const test = inHall.extend<{ nobodyAwaited: undefined }, { recordings: undefined }>({
  recordings: [
    async ({ browserName: _ }, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'motcua-voice-'))
      for (const { id } of CLIPS) writeFileSync(path.join(folder, `${id}.wav`), tone(SECONDS))
      process.env.VOICE_DIR = folder
      await use(undefined)
      delete process.env.VOICE_DIR
      rmSync(folder, { recursive: true })
    },
    { scope: 'worker', auto: true }
  ],
  nobodyAwaited: [
    async ({ hall }, use) => {
      for (const index of hall.counters.keys()) await hall.clear(index)
      await use(undefined)
    },
    { auto: true }
  ]
})

const launchOptions = config.use?.launchOptions ?? {}

// As a board is started in the hall: with the right to speak before anybody touched it.
test.use({
  viewport: { width: 1920, height: 1080 },
  launchOptions: {
    ...launchOptions,
    args: [...(launchOptions.args ?? []), '--autoplay-policy=no-user-gesture-required']
  }
})
test.describe.configure({ timeout: 45_000 })

const AT_ONCE = { timeout: 20_000 }

/** The board with sound, in a room where nobody has been called in the last minute. */
async function openBoard(page: Page, hall: HallServer) {
  await listen(page)
  await hall.enrol(page, 'display')
  await expect(page.locator('.board')).toHaveAttribute('data-sound', 'on', { timeout: 15_000 })
}

/** Calls whoever is next. */
async function callNext(hall: HallServer, counter: number) {
  await hall.clear(counter)
  for (const { id: serviceId } of hall.services) {
    await hall.ask('POST', `/api/v1/offices/${hall.officeId}/tickets`, { serviceId })
  }
  const id = hall.counters[counter]?.id
  const answer = await hall.askAt(counter)('POST', `/api/v1/counters/${id}/calls`)
  const {
    id: ticketId,
    number,
    counterNumber
  } = (await answer.json()) as {
    id: string
    number: string
    counterNumber: number
  }
  return { id: ticketId, number, once: clipsOf(number, counterNumber) }
}

/** Writes down which number was painted large, each time another one was. */
async function watchLarge(page: Page) {
  await page.addInitScript(() => {
    const large: string[] = []
    Object.assign(window, { large })
    const look = () => {
      const number = document.querySelector('.now .big')?.textContent
      if (number && number !== large.at(-1)) large.push(number)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

function largeOnes(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { large: string[] }).large)
}

function clipsOf(number: string, counterNumber: number) {
  return callClips(number, counterNumber).map(({ clip }) => clip)
}

/** A wave file of one tone, 8 bits, 8 kHz. */
function tone(seconds: number): Buffer {
  const rate = 8000
  const samples = Math.round(rate * seconds)
  const bytes = Buffer.alloc(44 + samples, 128)
  bytes.write('RIFF')
  bytes.writeUInt32LE(36 + samples, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(samples, 40)
  for (let index = 0; index < samples; index += 1) bytes[44 + index] = 128 + 60 * Math.sin(index / 3)
  return bytes
}

const clipsHeard = async (page: Page) => (await heard(page)).map(({ clip }) => clip)

test('B-03 B-04 says two calls that come at once one after the other, each twice', async ({ page, hall }) => {
  await openBoard(page, hall)
  const first = await callNext(hall, 0)
  const second = await callNext(hall, 1)
  const all = [first, second].flatMap(({ once }) => [CHIME.id, ...once, ...once])
  await expect.poll(() => clipsHeard(page), AT_ONCE).toEqual(all)

  const played = await heard(page)
  // Its own recordings are played, not the shipped ones.
  for (const { from, until } of played) expect(until - from).toBeCloseTo(SECONDS, 2)
  for (const [index, { from }] of played.entries()) {
    expect(from).toBeGreaterThanOrEqual((played[index - 1]?.until ?? 0) - 0.001)
  }
  const length = first.once.length
  const gap = (played[length + 1]?.from ?? 0) - (played[length]?.until ?? 0)
  expect(gap).toBeGreaterThan(0.95)
  expect(gap).toBeLessThan(1.6)
})

test('B-03 a recall rings again; a call that has come is not said a second time', async ({ page, hall }) => {
  await openBoard(page, hall)
  const { id, once } = await callNext(hall, 2)
  await expect.poll(() => clipsHeard(page), AT_ONCE).toEqual([CHIME.id, ...once, ...once])
  await hall.ask('POST', `/api/v1/tickets/${id}/recall`)
  await expect.poll(async () => (await heard(page)).length, AT_ONCE).toBe(2 * once.length + 2 + once.length)
  await hall.ask('POST', `/api/v1/tickets/${id}/serve`)
  await page.waitForTimeout(3_500)
  expect(await clipsHeard(page)).toEqual([CHIME.id, ...once, ...once, CHIME.id, ...once])
})

test('B-03 says after a cut what was missed, once, and nothing again', async ({ page, hall }) => {
  const lines: WebSocketRoute[] = []
  let isCut = false
  await page.routeWebSocket(/\/live/, (line) => {
    if (isCut) return line.close()
    line.connectToServer()
    lines.push(line)
  })
  await page.route('**/api/**', (route) => (isCut ? route.abort() : route.fallback()))
  await openBoard(page, hall)
  const before = await callNext(hall, 3)
  await expect.poll(() => clipsHeard(page), AT_ONCE).toEqual([CHIME.id, ...before.once, ...before.once])

  isCut = true
  for (const line of lines) await line.close()
  const missed = await callNext(hall, 4)
  await page.waitForTimeout(3_000)
  expect(await heard(page)).toHaveLength(before.once.length * 2 + 1)
  isCut = false
  const shown = page.locator('.now .big').first()
  await expect(shown).toHaveText(missed.number, { timeout: 10_000 })
  const all = [before, missed].flatMap(({ once }) => [CHIME.id, ...once, ...once])
  await expect.poll(() => clipsHeard(page), AT_ONCE).toEqual(all)
  await page.waitForTimeout(2_000)
  expect(await clipsHeard(page)).toEqual(all)
})

test('B-03 a page that is loaded anew does not say again what was said', async ({ page, hall }) => {
  await openBoard(page, hall)
  const { number, once } = await callNext(hall, 0)
  await expect.poll(async () => (await heard(page)).length, AT_ONCE).toBe(once.length + 1)
  await page.reload()
  await expect(page.locator('.now .big').first()).toHaveText(number)
  await expect(page.locator('.board')).toHaveAttribute('data-sound', 'on')
  await page.waitForTimeout(3_000)
  expect(await heard(page)).toEqual([])
})

test('B-04 neither a lost, a broken nor a refused recording silences what follows', async ({
  page,
  hall
}) => {
  await page.route('**/voice/*/so-0.*', (route) => route.abort())
  await page.route('**/voice/*/so-1.*', (route) => route.fulfill({ body: 'no sound at all' }))
  await openBoard(page, hall)
  await spoil(page, { refuse: ['den-quay-so'] })
  const gone = new Set(['so-0', 'so-1', 'den-quay-so'])
  const { once } = await callNext(hall, 1)
  const left = once.filter((clip) => !gone.has(clip))
  await expect.poll(() => clipsHeard(page), AT_ONCE).toEqual([CHIME.id, ...left, ...left])
})

test('B-04 a reading whose end is never told is given up, and the next is said', async ({ page, hall }) => {
  await openBoard(page, hall)
  await spoil(page, { deaf: true })
  const stuck = await callNext(hall, 2)
  await expect.poll(() => clipsHeard(page), AT_ONCE).toEqual([CHIME.id, ...stuck.once])
  await spoil(page, { deaf: false })
  await hall.clear(2)
  const next = await callNext(hall, 3)
  await expect
    .poll(() => clipsHeard(page), AT_ONCE)
    .toEqual([CHIME.id, ...stuck.once, CHIME.id, ...next.once, ...next.once])
  await expect(page.locator('.board')).toHaveAttribute('data-sound', 'on')
})

test('B-05 says each once when three wait, and each twice again afterwards', async ({ page, hall }) => {
  await openBoard(page, hall)
  const called = [await callNext(hall, 0), await callNext(hall, 1), await callNext(hall, 2)]
  const fourth = await callNext(hall, 3)
  const all = [...called, fourth].flatMap(({ once }) => [CHIME.id, ...once])
  await expect.poll(() => clipsHeard(page), AT_ONCE).toEqual(all)
})

test('the number that is heard is the large one, and the newest when there is silence', async ({
  page,
  hall
}) => {
  await watchLarge(page)
  await openBoard(page, hall)
  const first = await callNext(hall, 0)
  const second = await callNext(hall, 1)
  await expect(page.locator('.before .next b')).toHaveText([second.number])
  await expect(page.locator('.now .big').first()).toHaveText(first.number)
  const all = [first, second].flatMap(({ once }) => [CHIME.id, ...once, ...once])
  await expect.poll(() => clipsHeard(page), AT_ONCE).toEqual(all)
  await page.waitForTimeout(1_000)
  expect((await largeOnes(page)).slice(-2)).toEqual([first.number, second.number])

  await hall.ask('POST', `/api/v1/tickets/${first.id}/recall`)
  await expect(page.locator('.now .big').first()).toHaveText(first.number)
})

test('two calls that a board learns at once: the older is large, the newer never before it', async ({
  page,
  hall
}) => {
  await watchLarge(page)
  const lines: WebSocketRoute[] = []
  let isCut = false
  await page.routeWebSocket(/\/live/, (line) => {
    if (isCut) return line.close()
    line.connectToServer()
    lines.push(line)
  })
  await page.route('**/api/**', (route) => (isCut ? route.abort() : route.fallback()))
  await openBoard(page, hall)
  isCut = true
  for (const line of lines) await line.close()
  const calls = [await callNext(hall, 0), await callNext(hall, 1)]
  isCut = false
  const all = calls.flatMap(({ once }) => [CHIME.id, ...once, ...once])
  await expect.poll(() => clipsHeard(page), AT_ONCE).toEqual(all)
  expect((await largeOnes(page)).slice(-2)).toEqual(calls.map(({ number }) => number))
})

test('a board that cannot be heard shows the newest', async ({ page, hall }) => {
  await openBoard(page, hall)
  await page.getByRole('button', { name: 'Cài đặt giọng đọc' }).click()
  await page.getByLabel('Bảng này đọc số').uncheck()
  await page.getByRole('button', { name: 'Xong' }).click()
  for (const counter of [0, 1, 2]) {
    const { number } = await callNext(hall, counter)
    await expect(page.locator('.now .big').first()).toHaveText(number, { timeout: 1_500 })
  }
})

test('B-11 a board that shall not speak shows every call and says none', async ({ page, hall }) => {
  await openBoard(page, hall)
  await page.getByRole('button', { name: 'Cài đặt giọng đọc' }).click()
  await page.getByLabel('Bảng này đọc số').uncheck()
  await page.getByRole('button', { name: 'Xong' }).click()
  await expect(page.locator('.board')).toHaveAttribute('data-sound', 'silent')
  const { number } = await callNext(hall, 1)
  await expect(page.locator('.now .big').first()).toHaveText(number)
  await page.waitForTimeout(2_000)
  expect(await heard(page)).toEqual([])

  await page.reload()
  await expect(page.locator('.board')).toHaveAttribute('data-sound', 'silent')
})

test('the voice of one room: a board says the calls to its own counters only', async ({ page, hall }) => {
  await openBoard(page, hall)
  await page.getByRole('button', { name: 'Cài đặt giọng đọc' }).click()
  await page.getByRole('checkbox', { name: '2', exact: true }).check()
  await page.getByRole('button', { name: 'Xong' }).click()
  await callNext(hall, 0)
  const { once } = await callNext(hall, 1)
  await expect.poll(() => clipsHeard(page), AT_ONCE).toEqual([CHIME.id, ...once, ...once])
})

test('every recording that is shipped plays: as long as its list says, loud enough, not clipped', async ({
  page,
  hall
}) => {
  await page.goto(`${hall.address}/display`)
  const clips = await page.evaluate(async () => {
    const { clips } = await (await fetch('/voice/manifest.json')).json()
    const context = new OfflineAudioContext(1, 1, 48_000)
    const measured = []
    for (const { id, urls } of clips) {
      const buffer = await context.decodeAudioData(await (await fetch(urls.at(-1))).arrayBuffer())
      const samples = buffer.getChannelData(0)
      const square = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
      const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
      measured.push({ id, duration: buffer.duration, rms: Math.sqrt(square), peak })
    }
    return measured as { id: string; duration: number; rms: number; peak: number }[]
  })
  expect(clips).toHaveLength(74)
  const said = JSON.parse(readFileSync('kiosk-ui/voice/pack/manifest.json', 'utf8')).clips
  for (const { id, duration, rms, peak } of clips) {
    expect(Math.abs(duration - said[id].seconds), `${id} lasts ${duration} s`).toBeLessThan(0.03)
    const decibels = 20 * Math.log10(rms)
    expect(decibels, `${id} is as loud as the others`).toBeGreaterThan(-22)
    expect(decibels, `${id} is as loud as the others`).toBeLessThan(-16)
    expect(peak, `${id} is not clipped`).toBeLessThan(0.99)
  }
})

test('the administrator sees whose voice each recording is, and hears it', async ({ page, hall }) => {
  const { cookie } = await signInAt(hall.address, 'quantri', 'mật khẩu thử')
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: hall.address }])
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(`${hall.address}/admin/phong-cho/giong-doc`)
  await expect(page.getByText('74 trong 74 bản ghi là của cơ quan')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'quay-21' })).toContainText('hai mươi mốt')
  const played = page.waitForResponse(/\/voice\/office\/quay-21\.wav/)
  await page.getByRole('button', { name: 'Nghe: hai mươi mốt' }).click()
  expect((await played).status()).toBeLessThan(300)
  await expectAccessible(page)
})
