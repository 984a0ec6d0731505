import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Hall, openHall } from '../queue/hall.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('R-02 a defect on the way to the answer, on $name', ({ open }) => {
  let hall: Hall
  beforeEach(async () => {
    hall = await openHall(open)
  })
  afterEach(() => hall.close())

  const headers = { 'idempotency-key': 'k1' }
  const keepAs = (response: string) =>
    hall.database.db
      .transaction()
      .execute(async (trx) =>
        trx.updateTable('idempotencyKey').set({ response }).where('key', '=', 'k1').execute()
      )
  const count = async () => (await hall.database.db.selectFrom('ticket').select('id').execute()).length

  it('after the commit: it is said that it was written, and asking again does nothing more', async () => {
    const first = await hall.issue(0, {}, headers)
    const before = await count()
    await keepAs('{}')
    for (const answer of [await hall.issue(0, {}, headers), await hall.issue(0, {}, headers)]) {
      expect(answer).toMatchObject({ status: 500, body: { code: 'ANSWER_LOST' } })
      expect(answer.body.detail).toContain('đã được ghi')
      expect(answer.body.detail).not.toContain('chưa được ghi')
    }
    expect(await count()).toBe(before)
    await keepAs(JSON.stringify({ ...first.body }))
    expect((await hall.issue(0, {}, headers)).body.number).toBe(first.body.number)
  })

  it('before the commit: it is said that nothing was written, and nothing was', async () => {
    const { id } = (await hall.issue()).body
    await hall.database.db
      .transaction()
      .execute(async (trx) => trx.updateTable('ticket').set({ dossierCodes: '[' }).execute())
    expect(await hall.call(0)).toMatchObject({
      status: 500,
      body: { code: 'INTERNAL', detail: expect.stringContaining('chưa được ghi') }
    })
    const { status } = await hall.database.db
      .selectFrom('ticket')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(status).toBe('waiting')
  })
})
