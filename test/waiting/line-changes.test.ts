import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Hall, openHall } from '../queue/hall.ts'
import { type Caller, signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'

const TODAY = '2026-11-23'

describe.each(databases)('calls out of turn and moves in line, on $name', ({ open }) => {
  let hall: Hall
  let supervisor: Caller
  beforeEach(async () => {
    hall = await openHall(open)
    supervisor = await signIn(hall.app, 'lanhdao')
  })
  afterEach(() => hall.close())

  const pass = (seconds: number) => {
    hall.clock.now = new Date(hall.clock.now.getTime() + seconds * 1000)
  }
  const period = `from=${TODAY}&to=${TODAY}`
  const list = async (more = '') =>
    (await supervisor('GET', `/api/v1/supervision/hall/skips?${period}${more}`)).body
  const history = async (more = '') =>
    (await supervisor('GET', `/api/v1/supervision/hall/history?${period}${more}`)).body
  /** Calls somebody of a service before somebody who waits for it longer; both are gone when it is over. */
  const skip = async (service: number, end: 'finish' | null) => {
    const first = (await hall.issue(service)).body
    pass(1)
    const { id, number } = (await hall.issue(service)).body
    const body = { ticketId: id, reason: 'Người bệnh nặng' }
    const called = await hall.officer('POST', `/api/v1/counters/${hall.counters[0]}/calls`, body)
    expect(called.status).toBe(200)
    pass(1)
    if (end) await hall.move(id, end)
    return { first, number }
  }
  /** Sends away somebody whom nobody has called. */
  const cancelInLine = async (service: number) => {
    const { id, number } = (await hall.issue(service)).body
    pass(1)
    await hall.move(id, 'cancel')
    return number
  }
  const numbersOf = ({ items }: { items: { number: string }[] }) => items.map(({ number }) => number).sort()

  it('V-01 the figure and the list are the same, for all and for each service, also while at the counter', async () => {
    const skipped = [await skip(0, 'finish'), await skip(1, 'finish'), await skip(1, null)]
    const cancelled = [await cancelInLine(1), await cancelInLine(2)]
    const now = (await supervisor('GET', '/api/v1/supervision/hall')).body
    expect(now.today.skipped).toBe(3)
    expect(now).toMatchObject({ movesCount: 2, moves: [{}, {}], skips: [{}, {}, {}] })

    for (const [index, count, moves] of [
      [null, 3, 2],
      [0, 1, 0],
      [1, 2, 1],
      [2, 0, 1]
    ] as const) {
      const of = index === null ? '' : `&service=${hall.services[index]?.id}`
      const { all, officers } = await history(of)
      const skips = await list(`${of}&kind=skipped`)
      expect(all.skipped).toBe(count)
      expect(skips).toMatchObject({ total: count, nextCursor: null })
      expect(skips.items).toHaveLength(count)
      const byOfficer = officers.reduce((sum: number, row: { skipped: number }) => sum + row.skipped, 0)
      expect(byOfficer).toBe(count)
      expect(await list(`${of}&kind=moved`)).toMatchObject({ total: moves })
      expect(await list(of)).toMatchObject({ total: count + moves })
    }
    expect(numbersOf(await list('&kind=skipped'))).toEqual(skipped.map(({ number }) => number).sort())
    expect(numbersOf(await list('&kind=moved'))).toEqual(cancelled.sort())
  })

  it('shows a few of many on the page of now, with their true count, and turns pages of one kind only', async () => {
    for (let count = 0; count < 7; count += 1) {
      await skip(0, 'finish')
      await cancelInLine(1)
    }
    const now = (await supervisor('GET', '/api/v1/supervision/hall')).body
    expect([now.skips.length, now.today.skipped, now.moves.length, now.movesCount]).toEqual([5, 7, 5, 7])
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await list(`&kind=skipped&limit=3${cursor && `&cursor=${cursor}`}`)
      expect(page.total).toBe(7)
      seen.push(...numbersOf(page))
      cursor = page.nextCursor
    }
    expect(new Set(seen).size).toBe(7)
    expect(seen).toHaveLength(7)
  })

  it('one at the counter stands on one page only', async () => {
    await skip(0, 'finish')
    const { number } = await skip(1, null)
    const first = await list('&kind=skipped&limit=1')
    expect(numbersOf(first)).toEqual([number])
    const second = await list(`&kind=skipped&limit=1&cursor=${first.nextCursor}`)
    expect(second).toMatchObject({ total: 2, nextCursor: null })
    expect(numbersOf(second)).not.toContain(number)
  })

  it.each(['/supervision/hall/history', '/supervision/hall/skips', '/reports/waiting'])(
    'knows no service that the office does not have: %s',
    async (url) => {
      expect((await supervisor('GET', `/api/v1${url}?${period}&service=nope`)).status).toBe(404)
      const known = await supervisor('GET', `/api/v1${url}?${period}&service=${hall.services[0]?.id}`)
      expect(known.status).toBe(200)
    }
  )
})
