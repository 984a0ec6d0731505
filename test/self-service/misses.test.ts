import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Hall, openHall } from '../queue/hall.ts'
import { type Caller, signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'

const MISSES = '/api/v1/self-service/search-misses'
const DAY = 86_400_000

describe.each(databases)('K-12 searches that found nothing, on $name', ({ open }) => {
  let hall: Hall
  let kiosk: Caller
  beforeEach(async () => {
    hall = await openHall(open)
    kiosk = await hall.device('kiosk')
  })
  afterEach(() => hall.close())

  const miss = async (words: string, who = kiosk) => (await who('POST', MISSES, { words })).status
  const later = async (days: number) => {
    hall.clock.now = new Date(hall.clock.now.getTime() + days * DAY)
    kiosk = await hall.device('kiosk')
  }
  const kept = async () => {
    const administrator = await signIn(hall.app, 'quantri')
    return (await administrator('GET', MISSES)).body.items.map(({ words }: { words: string }) => words)
  }

  it('are forgotten when nobody has looked for them for ninety days, each office its own', async () => {
    const elsewhere = await signIn(hall.app, 'tiepnhan9')
    await miss('cấp sổ gạo', elsewhere)
    await miss('cấp sổ gạo')
    await miss('xin việc')
    await later(60)
    await miss('cấp sổ gạo')
    await later(30)
    await miss('mua nhà')
    expect(await kept()).toEqual(['cap so gao', 'mua nha', 'xin viec'])
    await later(1)
    await miss('mua nhà')
    expect(await kept()).toEqual(['cap so gao', 'mua nha'])
    const rows = await hall.database.db.selectFrom('searchMiss').select(['officeId', 'words']).execute()
    expect(rows).toContainEqual({ officeId: elsewhere.user.officeId, words: 'cap so gao' })
    expect(rows).toHaveLength(3)
  })

  it('are kept as no more than sixty characters, and no more than sixty in ten minutes of one kiosk', async () => {
    expect(await miss('a'.repeat(201))).toBe(400)
    for (let count = 0; count < 60; count += 1) expect(await miss(`${'x'.repeat(150)} ${count}`)).toBe(204)
    expect(await miss('cấp sổ gạo')).toBe(429)
    expect(await miss('cấp sổ gạo', await hall.device('kiosk'))).toBe(204)
    expect(await kept()).toEqual(['x'.repeat(60), 'cap so gao'])
  })
})
