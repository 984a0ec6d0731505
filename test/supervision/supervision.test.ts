import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vietnam } from '../calendar/calendars.ts'
import { type Caller, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { receive } from '../support/dossiers.ts'
import { openScreen } from '../support/screens.ts'

const LISTS = ['late', 'today', 'soon', 'without-apology', 'without-reason', 'redated'] as const
const FIGURES = ['late', 'dueToday', 'dueSoon', 'lateWithoutApology', 'lateWithoutReason', 'redated'] as const

const NOW = vietnam('2026-11-25 09:12')

const DRAFT = { reasonCode: 'khac', reason: 'Chưa có ý kiến của cơ quan khác', newDueDay: '2026-12-02' }
const SIGNATURE = { signer: 'Trần Quốc Việt', signerTitle: 'Chủ tịch', signedOn: '2026-11-25' }

/** Always the same numbers for the same seed, so that a failure can be seen again. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

describe.each(databases)('supervision, on $name', ({ open }) => {
  let test: TestApp
  let supervisor: Caller

  beforeAll(async () => {
    test = await startTestApp(open, { now: vietnam('2026-10-26 08:00') })
  })
  afterAll(() => test.close())

  const at = async (instant: string) => {
    test.clock.now = new Date(instant)
    supervisor = await signIn(test.app, 'lanhdao')
    return signIn(test.app, 'tiepnhan1')
  }

  const summary = async () => (await supervisor('GET', '/api/v1/supervision/summary')).body

  async function listed(list: string, query = ''): Promise<Record<string, unknown>[]> {
    const { status, body } = await supervisor(
      'GET',
      `/api/v1/supervision/dossiers?list=${list}&limit=100${query}`
    )
    expect(status).toBe(200)
    return body.items
  }

  it('V-11 counts nothing and lists nothing at an office without dossiers', async () => {
    await at(vietnam('2026-10-26 08:00'))
    expect(await summary()).toMatchObject({ late: 0, dueToday: 0, dueSoon: 0, lateWithoutApology: 0 })
    for (const list of LISTS) expect(await listed(list)).toEqual([])
  })

  it('V-01 counts exactly what it lists, whatever has happened, and agrees with a naive model', async () => {
    const next = chance(7)
    const codes: string[] = []
    for (let days = 0; days < 30; days += 1) {
      const day = new Date(Date.parse('2026-10-27T01:00:00.000Z') + days * 86_400_000)
      const counter = await at(day.toISOString())
      codes.push((await receive(counter, { applicant: person })).code)
    }
    const counter = await at(NOW)
    for (const code of codes.map((code) => (next() < 0.6 ? code : undefined))) {
      if (code === undefined) continue
      const act = Math.floor(next() * 5)
      if (act === 0) await counter('POST', `/api/v1/dossiers/${code}/record-result`, { outcome: 'granted' })
      if (act === 1)
        await counter('POST', `/api/v1/dossiers/${code}/refuse`, { reason: 'Không đủ điều kiện' })
      if (act === 2) {
        const asked = { items: ['Giấy khai sinh cũ'], reason: 'Thiếu giấy tờ' }
        await counter('POST', `/api/v1/dossiers/${code}/request-supplement`, asked)
      }
      if (act >= 3) {
        const { body } = await supervisor('POST', `/api/v1/dossiers/${code}/apologies`, DRAFT)
        if (act === 4) await supervisor('POST', `/api/v1/apologies/${body.id}/issue`, SIGNATURE)
      }
    }

    const counted = await summary()
    const lists = await Promise.all(LISTS.map((list) => listed(list)))
    expect(FIGURES.map((figure) => counted[figure])).toEqual(lists.map(({ length }) => length))
    expect(counted.late).toBeGreaterThan(3)
    expect(counted.dueSoon).toBeGreaterThan(0)

    const all = await Promise.all(
      codes.map(async (code) => (await counter('GET', `/api/v1/dossiers/${code}`)).body)
    )
    const running = all.filter(({ status }) => ['received', 'processing'].includes(status))
    const codesOf = (list: { code?: unknown }[] | undefined) => (list ?? []).map(({ code }) => code).sort()
    expect(codesOf(lists[0])).toEqual(codesOf(running.filter(({ dueAt }) => dueAt < NOW)))
    expect(codesOf(lists[1])).toEqual(
      codesOf(running.filter(({ dueAt, dueDay }) => dueAt >= NOW && dueDay === '2026-11-25'))
    )
    expect(counted.redated).toBeGreaterThan(0)
    expect(codesOf(lists[5])).toEqual(
      codesOf(
        running.filter(
          ({ dueAt, dueDay, originalDueDay }) =>
            dueAt >= NOW && dueDay > originalDueDay && originalDueDay < '2026-11-25'
        )
      )
    )
    expect(codesOf(lists[2])).toEqual(
      codesOf(running.filter(({ dueDay }) => dueDay > '2026-11-25' && dueDay <= '2026-11-30'))
    )
  })

  it('V-02 lists those that were promised earliest first, with the days that they are late', async () => {
    await at(NOW)
    const late = await listed('late')
    const days = late.map(({ workingDaysLate }) => Number(workingDaysLate))
    expect(days.length).toBeGreaterThan(3)
    expect(days).toEqual(days.toSorted((one, other) => other - one))
    expect(late.every(({ usedShare }) => Number(usedShare) > 1)).toBe(true)
  })

  it('goes through the pages without losing or repeating one', async () => {
    await at(NOW)
    const seen: unknown[] = []
    let cursor = ''
    do {
      const { body } = await supervisor('GET', `/api/v1/supervision/dossiers?list=late&limit=2${cursor}`)
      seen.push(...body.items.map(({ code }: { code: string }) => code))
      cursor = body.nextCursor === null ? '' : `&cursor=${encodeURIComponent(body.nextCursor)}`
    } while (cursor !== '')
    expect(seen).toEqual((await listed('late')).map(({ code }) => code))
    const lost = await supervisor('GET', '/api/v1/supervision/dossiers?list=late&cursor=H99')
    expect(lost).toMatchObject({ status: 400, body: { code: 'VALIDATION' } })
  })

  it('is filtered by field and by who has it', async () => {
    await at(NOW)
    const [first] = await listed('late')
    const field = encodeURIComponent(String(first?.fieldName))
    expect((await listed('late', `&field=${field}`)).length).toBeGreaterThan(0)
    expect(await listed('late', '&field=khong-co')).toEqual([])
    expect(await listed('late', '&holder=khong-co')).toEqual([])
  })

  it('tells when a dossier becomes late by time alone, and then it is', async () => {
    const counter = await at(vietnam('2026-11-25 10:00'))
    const { code, dueAt } = await receive(counter)
    await at(new Date(Date.parse(dueAt) - 60_000).toISOString())
    const before = await summary()
    expect(before.nextChangeAt).toBe(dueAt)
    expect((await listed('today')).map((row) => row.code)).toContain(code)
    await at(new Date(Date.parse(dueAt) + 1).toISOString())
    expect((await listed('late')).map((row) => row.code)).toContain(code)
    expect((await listed('today')).map((row) => row.code)).not.toContain(code)
  })

  it('keeps the first promise beside the new one after an apology', async () => {
    const counter = await at(vietnam('2026-12-07 08:00'))
    const { code, dueDay } = await receive(counter)
    await at(vietnam('2026-12-16 08:00'))
    const { body } = await supervisor('POST', `/api/v1/dossiers/${code}/apologies`, {
      ...DRAFT,
      newDueDay: '2026-12-17'
    })
    const row = async (list: string) => (await listed(list)).find((item) => item.code === code)
    expect(await row('without-apology')).toMatchObject({
      apology: { status: 'draft' },
      lateReason: { code: 'khac' }
    })
    expect(await row('without-reason')).toBeUndefined()
    await supervisor('POST', `/api/v1/apologies/${body.id}/issue`, { ...SIGNATURE, signedOn: '2026-12-16' })
    expect(await row('late')).toBeUndefined()
    expect(await row('soon')).toMatchObject({
      dueDay: '2026-12-17',
      originalDueDay: dueDay,
      late: false,
      workingDaysLate: 1,
      apology: { status: 'issued', newDueDay: '2026-12-17' }
    })
    await at(vietnam('2026-12-18 08:00'))
    expect(await row('late')).toMatchObject({
      late: true,
      originalDueDay: dueDay,
      apology: { status: 'issued' }
    })
    expect(await row('without-apology')).toBeUndefined()
  })

  it('is another office’s own: nothing of ours is counted there', async () => {
    await at(NOW)
    const stranger = await signIn(test.app, 'quantri9')
    expect((await stranger('GET', '/api/v1/supervision/summary')).body).toMatchObject({ late: 0, dueSoon: 0 })
  })

  it('tells the supervisor’s screen of a letter, without what was written of the case', async () => {
    const address = await test.app.listen({ port: 0, host: '127.0.0.1' })
    const counter = await at(vietnam('2026-12-21 08:00'))
    const { code } = await receive(counter)
    const { officeId } = supervisor.user
    const screen = await openScreen(address, { cookie: supervisor.cookie, officeId, screen: 'supervisor' })
    await supervisor('POST', `/api/v1/dossiers/${code}/apologies`, { ...DRAFT, newDueDay: '2026-12-30' })
    const drafted = () => screen.heard.find(({ name }) => name === 'apology.drafted')
    await expect.poll(drafted).toMatchObject({ data: { dossierCode: code, newDueDay: '2026-12-30' } })
    const heard = drafted()
    screen.close()
    expect(JSON.stringify(heard)).not.toContain('ý kiến')
  })
})

const person = {
  kind: 'citizen',
  name: 'Danh Hoàng Phúc',
  idNumber: '091078004321',
  address: 'Khu phố 2, phường Rạch Giá, tỉnh An Giang'
}
