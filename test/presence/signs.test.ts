import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hall, openHall } from '../queue/hall.ts'
import { type Caller, signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('signs of life, on $name', ({ open }) => {
  let hall: Hall
  let kiosk: Caller
  let supervisor: Caller

  beforeAll(async () => {
    hall = await openHall(open)
    kiosk = await hall.device('kiosk')
    supervisor = await signIn(hall.app, 'lanhdao')
  })
  afterAll(() => hall.close())

  const sign = (more: object = {}) =>
    kiosk('POST', '/api/v1/devices/sign', { version: '1.0.0', screen: 'kiosk', clockSkewMs: 1200, ...more })
  const standing = async () => {
    const { items } = (await supervisor('GET', '/api/v1/devices/signs')).body
    return items.find(({ deviceId }: { deviceId: string }) => deviceId === kiosk.user.id)
  }
  const pass = (milliseconds: number) => {
    hall.clock.now = new Date(hall.clock.now.getTime() + milliseconds)
  }

  it('K-19 a device that was never heard is listed and raises no alarm', async () => {
    expect(await standing()).toMatchObject({ kind: 'kiosk', lastSeenAt: null, silent: false })
  })

  it('K-19 the last sign is kept with version, clock, printer and unprinted papers', async () => {
    const { status, body } = await sign({ printer: 'paper_out', unprinted: 2 })
    expect(status).toBe(200)
    expect(body.version).toEqual(expect.any(String))
    expect(await standing()).toMatchObject({
      lastSeenAt: hall.clock.now.toISOString(),
      silent: false,
      version: '1.0.0',
      clockSkewMs: 1200,
      printer: 'paper_out',
      unprinted: 2,
      sound: null
    })
  })

  it.each([
    [30_000, false],
    [30_001, true]
  ])('K-19 after %i ms without a sign silent is %s', async (wait, silent) => {
    await sign()
    pass(wait)
    expect((await standing()).silent).toBe(silent)
  })

  it('K-19 a new sign takes the place of the last one and is no event', async () => {
    const seq = (await hall.queue()).seq
    await sign({ version: '1.0.1' })
    await sign({ version: '1.0.2' })
    expect((await standing()).version).toBe('1.0.2')
    expect((await hall.queue()).seq).toBe(seq)
    const rows = await hall.database.db.selectFrom('deviceSign').selectAll().execute()
    expect(rows).toHaveLength(1)
  })

  it('a device that was let go is not looked after any more', async () => {
    const administrator = await signIn(hall.app, 'quantri')
    await administrator('PATCH', `/api/v1/accounts/${kiosk.user.id}`, { disabled: true })
    expect(await standing()).toBeUndefined()
    expect((await sign()).status).toBe(401)
  })
})
