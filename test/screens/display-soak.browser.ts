import type { CDPSession, Page } from '@playwright/test'
import { openBlocked } from './ear.ts'
import { test } from './hall.ts'
import { expect } from './office.ts'

test.use({ viewport: { width: 1920, height: 1080 } })
test.describe.configure({ timeout: 120_000 })

const DAYS = 22
const CALLS_A_DAY = 500

/** What a day may leave behind, far below the 20 MB a day that a board could bear for a month. Bytes. */
const MOST_A_DAY = 100_000

/**
 * The browser's sound, at the outer edge, in a hall where time flies: a recording ends as soon as it is begun. What is
 * made for each call, and must not stay behind, are the nodes, promises and timers of the page around it.
 */
async function hurrySound(page: Page) {
  await page.addInitScript(() => {
    const started = { count: 0 }
    Object.assign(window, { started })
    AudioBufferSourceNode.prototype.start = function () {
      started.count += 1
      queueMicrotask(() => this.onended?.(new Event('ended')))
    }
    AudioBufferSourceNode.prototype.stop = () => {}
  })
}

async function weigh(page: Page, session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes } = await session.send('Memory.getDOMCounters')
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  return { usedSize, nodes, elements }
}

interface Line {
  say(message: object): void
}

/** The line to the server, at the outer edge: the page opens it as ever, and the story says what comes over it. */
async function takeLine(page: Page) {
  await page.addInitScript(() => {
    class StoryLine extends EventTarget {
      onmessage: ((event: { data: string }) => void) | undefined
      onclose: (() => void) | undefined
      constructor() {
        super()
        Object.assign(window, { line: this })
        setInterval(() => this.say({ type: 'ping' }), 3000)
      }
      say(message: object) {
        this.onmessage?.({ data: JSON.stringify(message) })
      }
      close() {}
    }
    Object.assign(window, { WebSocket: StoryLine })
  })
}

/**
 * One day in the page: each number is taken, called, sometimes called again, served and gone a few calls later; counters
 * pause, texts change. Whatever the screen draws between two handfuls of events, it draws.
 */
async function liveDay({ day, from, calls, counters }: Day): Promise<number> {
  const { line } = window as unknown as { line: Line }
  let seq = from
  const tell = (name: string, data: object) => {
    seq += 1
    line.say({ type: 'event', seq, name, at: new Date().toISOString(), data })
  }
  const ticketOf = (index: number) => {
    const { id = '', number = 0 } = counters[index % counters.length] ?? {}
    const ticket = { number: `A${String(index + 1).padStart(3, '0')}`, serviceId: 's' }
    return { ticket, at: { ...ticket, counterId: id, counterNumber: number } }
  }
  const AT_A_TIME = 24
  for (let index = 0; index < calls + AT_A_TIME; index += 1) {
    if (index < calls) {
      const { ticket, at } = ticketOf(index)
      tell('ticket.issued', ticket)
      tell('ticket.called', at)
      if (index % 7 === 0) tell('ticket.recalled', at)
    }
    if (index >= AT_A_TIME) {
      const { at } = ticketOf(index - AT_A_TIME)
      tell('ticket.serving', at)
      tell(['ticket.finished', 'ticket.absent', 'ticket.parked'][index % 3] ?? '', at)
    }
    if (index % 50 === 0) {
      const { counterId, counterNumber: number } = ticketOf(index).at
      tell('counter.paused', { counterId, number, state: 'paused', reason: 'họp' })
      tell('counter.opened', { counterId, number, state: 'open', officerName: 'Linh' })
      tell('announcement.set', { texts: [`Ngày ${day}`, `Lượt ${index}`] })
    }
    if (index % 20 === 0) await new Promise(requestAnimationFrame)
  }
  return seq
}

interface Day {
  day: number
  from: number
  calls: number
  counters: readonly { id: string; number: number }[]
}

test('B-10 a month of calls leaves neither memory nor elements behind', async ({ page, hall }) => {
  await takeLine(page)
  await hurrySound(page)
  await openBlocked(page, () => hall.enrol(page, 'display'))
  await page.getByRole('button', { name: 'Bật âm thanh' }).click()
  await expect(page.locator('.board')).toHaveAttribute('data-sound', 'on')

  // The snapshots that come meanwhile know nothing of these days; they are older than every event.
  let seq = 1_000_000
  const { counters } = hall
  const tellDays = async (from: number, until: number) => {
    for (let day = from; day < until; day += 1) {
      seq = await page.evaluate(liveDay, { day, from: seq, calls: CALLS_A_DAY, counters })
    }
  }
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  // The first days fill what is kept on purpose: compiled code, caches, the numbers that were said.
  const WARM = 4
  await tellDays(0, WARM)
  const before = await weigh(page, session)
  await tellDays(WARM, DAYS)
  const after = await weigh(page, session)

  const spoken = await page.evaluate(
    () => (window as unknown as { started: { count: number } }).started.count
  )
  expect(spoken).toBeGreaterThan(DAYS * CALLS_A_DAY)
  expect(after.elements).toBeLessThanOrEqual(before.elements + 20)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 100)
  expect(after.usedSize - before.usedSize).toBeLessThan(MOST_A_DAY * (DAYS - WARM))
})
