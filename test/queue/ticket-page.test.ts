import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setAlwaysOpen } from '../../server/hall/service.ts'
import { addPace } from '../../server/pace/service.ts'
import { send, signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { type Hall, openHall } from './hall.ts'

const wordsOf = (html: string) =>
  html
    .replace(/<(style|script|noscript)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe.each(databases)("a ticket's own page, on $name", ({ open }) => {
  let hall: Hall
  beforeEach(async () => {
    hall = await openHall(open)
  })
  afterEach(() => hall.close())

  const get = (url: string) => send(hall.app, { method: 'GET', url })
  const pathOf = ({ followUrl }: { followUrl: string }) => new URL(followUrl).pathname
  const pageOf = async (ticket: { followUrl: string }) => (await get(pathOf(ticket))).body as string
  const stateOf = async (ticket: { followUrl: string }) => (await get(`${pathOf(ticket)}/state`)).body
  const setHours = (alwaysOpen: boolean) =>
    hall.app.transact({ officeId: hall.officeId, actor: hall.officer.user }, (work) =>
      setAlwaysOpen(work, alwaysOpen)
    )

  it('S-05 tells number and people ahead, then the call, then that it is over', async () => {
    await hall.issue()
    const { body: ticket } = await hall.issue()
    expect(wordsOf(await pageOf(ticket))).toContain('Số A002 Còn 1 người cùng lĩnh vực trước ông/bà')
    expect(await stateOf(ticket)).toMatchObject({
      number: 'A002',
      status: 'waiting',
      waitingAhead: 1,
      counterNumber: null,
      call: null,
      day: '2026-11-23',
      asOf: '2026-11-23T02:12:00.000Z',
      asOfText: 'Cập nhật lúc 09:12'
    })

    await hall.call(0)
    expect(await stateOf(ticket)).toMatchObject({
      words: { headline: 'Ông/bà là người tiếp theo của lĩnh vực này', tone: 'wait' }
    })
    await hall.call(2)
    const called = await pageOf(ticket)
    expect(called).toContain('<body class="called">')
    expect(wordsOf(called)).toContain('Đến lượt ông/bà Quầy 3')
    expect(await stateOf(ticket)).toMatchObject({
      status: 'called',
      counterNumber: 3,
      words: { title: 'Đến lượt ông/bà – quầy 3 (A002)' }
    })

    await hall.move(ticket.id, 'serve')
    expect(wordsOf(await pageOf(ticket))).toContain('Đang được phục vụ ở quầy 3')
    await hall.move(ticket.id, 'finish')
    expect(await stateOf(ticket)).toMatchObject({ status: 'finished', askAgainSeconds: null })
    expect(wordsOf(await pageOf(ticket))).toContain('Đã phục vụ xong')
  })

  it('S-06 names each call, so that a recall is a call of its own and nothing else is', async () => {
    const { body: ticket } = await hall.issue()
    await hall.call(1)
    const first = (await stateOf(ticket)).call
    expect(first).toEqual(expect.any(String))
    expect((await stateOf(ticket)).call).toBe(first)
    await hall.move(ticket.id, 'recall')
    const second = (await stateOf(ticket)).call
    expect(second).not.toBe(first)
    await hall.move(ticket.id, 'serve')
    expect((await stateOf(ticket)).call).toBeNull()
  })

  it.each([
    ['park', 'Số được giữ lại ở quầy 1', 'xin quay lại quầy 1. Không phải lấy số mới.'],
    ['absent', 'Đã gọi số mà ông/bà chưa đến', 'Số sẽ được gọi lại sau vài lượt.']
  ])('says what to do after %s, and goes on asking', async (move, headline, note) => {
    const { body: ticket } = await hall.issue()
    await hall.call(0)
    await hall.move(ticket.id, move)
    const state = await stateOf(ticket)
    expect(state.words).toMatchObject({ headline, tone: 'act' })
    expect(state.words.note).toContain(note)
    expect(state.askAgainSeconds).toBeLessThan(10)
  })

  it('sends whoever stays absent to an officer', async () => {
    const { body: ticket } = await hall.issue()
    for (const _ of [1, 2]) {
      await hall.call(0)
      await hall.move(ticket.id, 'absent')
      await hall.move(ticket.id, 'resume')
    }
    await hall.call(0)
    await hall.move(ticket.id, 'absent')
    expect((await stateOf(ticket)).words.note).toContain('Xin gặp cán bộ hướng dẫn để được gọi lại.')
  })

  it('tells to which counter a number was transferred, and keeps what officers tell each other', async () => {
    const { body: ticket } = await hall.issue()
    await hall.call(0)
    const other = await signIn(hall.app, 'tiepnhan2')
    await other('POST', `/api/v1/counters/${hall.counters[3]}/open`)
    const moved = await hall.officer('POST', `/api/v1/tickets/${ticket.id}/transfer`, {
      counterId: hall.counters[3],
      note: 'khách khó tính'
    })
    expect(moved.status).toBe(200)
    const page = await pageOf(ticket)
    expect(wordsOf(page)).toContain('Số A001 Chờ gọi đến quầy 4')
    expect(page).not.toContain('khó tính')
    expect(JSON.stringify(await stateOf(ticket))).not.toContain('khó tính')

    await other('POST', `/api/v1/counters/${hall.counters[3]}/close`)
    await hall.officer('POST', `/api/v1/counters/${hall.counters[0]}/close`)
    expect((await stateOf(ticket)).words).toMatchObject({ place: expect.stringContaining('hiện chưa mở') })
    expect(wordsOf(await pageOf(ticket))).not.toContain('Chờ gọi đến quầy 4')
  })

  it('a cancelled number is over', async () => {
    const { body: ticket } = await hall.issue()
    await hall.move(ticket.id, 'cancel')
    expect(await stateOf(ticket)).toMatchObject({
      askAgainSeconds: null,
      words: { headline: 'Số này đã hủy', note: 'Nếu vẫn cần làm thủ tục, xin lấy số mới.', tone: 'over' }
    })
  })

  it('S-05 says a range once five people have been served, never from nought', async () => {
    await hall.call(0)
    await hall.issue()
    await hall.call(0)
    const { body: ticket } = await hall.issue()
    expect(await stateOf(ticket)).toMatchObject({ estimate: null, words: { estimate: '' } })
    await hall.app.transact({ officeId: hall.officeId, actor: hall.officer.user }, async (work) => {
      for (const minutes of [6, 7, 8, 7, 6, 8]) {
        const serviceId = hall.services[0]?.id ?? ''
        await addPace(work, { serviceId, day: '2026-11-23', milliseconds: minutes * 60_000 })
      }
    })
    const { estimate, words } = await stateOf(ticket)
    expect(estimate.highMinutes).toBeGreaterThan(estimate.lowMinutes)
    expect(words.estimate).toMatch(/^Chờ (dưới 5|khoảng [1-9]\d*–\d+) phút$/)
  })

  it('says at lunch when calling goes on, and stops asking after closing and on the next day', async () => {
    await setHours(false)
    const { body: ticket } = await hall.issue()
    const at = async (now: string) => {
      hall.clock.now = new Date(now)
      return stateOf(ticket)
    }
    expect((await at('2026-11-23T05:00:00.000Z')).words.note).toContain('Mở cửa lại lúc 13:30 hôm nay.')
    expect((await at('2026-11-23T10:30:00.000Z')).askAgainSeconds).not.toBeNull()
    expect(await at('2026-11-23T11:01:00.000Z')).toMatchObject({
      askAgainSeconds: null,
      words: { headline: 'Hôm nay đã hết giờ làm việc' }
    })
    expect(await at('2026-11-23T17:00:00.000Z')).toMatchObject({
      askAgainSeconds: null,
      words: {
        headline: 'Số này không còn giá trị',
        note: 'Số chỉ dùng trong ngày thứ Hai, 23/11/2026. Xin lấy số mới.'
      }
    })
  })

  it('asks till midnight where the office never closes', async () => {
    const { body: ticket } = await hall.issue()
    hall.clock.now = new Date('2026-11-23T16:59:00.000Z')
    expect((await stateOf(ticket)).askAgainSeconds).not.toBeNull()
  })

  it('shows the emergency message of the hall on top as long as it stands', async () => {
    const { body: ticket } = await hall.issue()
    expect(await pageOf(ticket)).toMatch(/id="khan"[^>]* hidden>/)
    const leader = await signIn(hall.app, 'lanhdao')
    const text = 'Có cháy. Mời mọi người ra cửa chính.'
    await leader('POST', '/api/v1/hall/emergency', { text })
    expect(await stateOf(ticket)).toMatchObject({ emergencyText: text, number: 'A001' })
    expect(wordsOf(await pageOf(ticket))).toMatch(
      /Thông báo khẩn Có cháy\. Mời mọi người ra cửa chính\. Số A001/
    )
    expect(await pageOf(ticket)).not.toMatch(/id="khan"[^>]* hidden>/)

    await leader('DELETE', '/api/v1/hall/emergency')
    expect(await stateOf(ticket)).toMatchObject({ emergencyText: null })
    expect(await pageOf(ticket)).not.toContain('Có cháy')
  })

  it('S-01 is one small answer that a browser without scripts loads anew within ten seconds', async () => {
    const { body: ticket } = await hall.issue()
    const page = await pageOf(ticket)
    expect(gzipSync(page).length).toBeLessThan(14 * 1024)
    const [, seconds] = /<meta http-equiv="refresh" content="(\d+)">/.exec(page) ?? []
    expect(Number(seconds)).toBeLessThanOrEqual(10)
    expect(page).not.toMatch(/<link|<img|url\(["']?http|\ssrc="http/)

    await hall.move(ticket.id, 'cancel')
    const over = await pageOf(ticket)
    expect(over).not.toMatch(/http-equiv="refresh"|<script src/)
  })

  it('S-07 answers every wrong address with one page and 404, for the page and for what its script asks', async () => {
    const { body: ticket } = await hall.issue()
    const known = pathOf(ticket)
    const wrong = [
      `${known}x`,
      `${known.slice(0, -1)}`,
      '/q/x',
      `/q/${hall.officeId}.abc`,
      `${known}/states`,
      `${known}/state/`.replace(hall.officeId, 'another'),
      '/q/x/state',
      `/q/${hall.officeId}.abc/state`,
      '/q/%zz/state'
    ]
    const answers = await Promise.all(wrong.map(get))
    expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 404))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    const headers = answers.map(({ headers: { date: _, ...others } }) => JSON.stringify(others))
    expect(new Set(headers).size).toBe(1)
    expect(answers[0]?.body).toContain('đưa giấy số cho cán bộ hướng dẫn')
  })

  it('S-07 slows down whoever tries addresses, and nobody who has one', async () => {
    const { body: ticket } = await hall.issue()
    for (let tries = 0; tries < 120; tries += 1) await get(`/q/x${tries}`)
    const refused = await get('/q/one-more')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    for (let asked = 0; asked < 200; asked += 1) await get(`${pathOf(ticket)}/state`)
    expect((await get(`${pathOf(ticket)}/state`)).status).toBe(200)
    expect((await get(pathOf(ticket))).status).toBe(200)
  })

  it('S-07 is kept by no cache and holds nothing of anybody else', async () => {
    await hall.issue(0, { priorityGroup: 'elderly' })
    const { body: ticket } = await hall.issue()
    for (const url of [pathOf(ticket), `${pathOf(ticket)}/state`]) {
      const { headers, body } = await get(url)
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
      expect(JSON.stringify(body)).not.toMatch(/A001|elderly|cao tuổi|tiepnhan|officerName/)
    }
    expect(Object.keys(await stateOf(ticket)).sort()).toEqual([
      'asOf',
      'asOfText',
      'askAgainSeconds',
      'call',
      'counterNumber',
      'day',
      'emergencyText',
      'estimate',
      'number',
      'serviceName',
      'status',
      'waitingAhead',
      'words'
    ])
  })
})
