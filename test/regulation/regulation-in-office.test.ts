import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../server/audit/service.ts'
import { readEvents } from '../../server/event-log.ts'
import {
  type RegulationKey,
  regulationById,
  regulationOn,
  seedRegulation
} from '../../server/regulation/service.ts'
import { type Caller, send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

const TODAY = '2026-11-23'

const SETTINGS = '/api/v1/regulation/settings'

const setting = (given: object) => ({
  kind: 'decree',
  key: 'apologyMaxNewDates',
  value: 2,
  effectiveFrom: '2026-12-01',
  basis: 'Quyết định 15/QĐ-UBND ngày 20/11/2026',
  ...given
})

describe.each(databases)('the rules of law in an office, on $name', ({ open }) => {
  let test: TestApp
  let administrator: Caller

  beforeAll(async () => {
    test = await startTestApp(open)
    administrator = await signIn(test.app, 'quantri')
  })
  afterAll(() => test.close())

  const on = async (day: string) => (await administrator('GET', `/api/v1/regulation?on=${day}`)).body

  it('are there once, although there are two offices', async () => {
    const sets = await test.app.db.selectFrom('ruleSet').select(['kind', 'id', 'version']).execute()
    expect(sets.map(({ kind, id, version }) => `${kind} ${id} ${version}`).sort()).toEqual([
      'decree nd-118-2025 1',
      'decree nd-309-2026 1',
      'decree nd-367-2025 1',
      'decree nd-61-2018 1',
      'decree qd-09-2015 1',
      'forms tt-01-2018 1',
      'forms tt-03-2025 1',
      'forms tt-04-2025 1'
    ])
  })

  it('are today those of NĐ 309/2026 with the forms of TT 03/2025, for any officer', async () => {
    const officer = await signIn(test.app, 'tiepnhan9')
    const { status, body } = await officer('GET', '/api/v1/regulation')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      on: TODAY,
      decree: {
        id: 'nd-309-2026',
        version: 1,
        basis: null,
        parameters: {
          apologyMaxNewDates: { label: 'Số lần được hẹn lại ngày trả', value: 1, confidence: 'medium' },
          forwardingCutOff: { value: { kind: 'hour', minute: 900 }, confidence: 'high' },
          retentionYears: { value: null },
          newDateChannels: { value: ['email', 'sms', 'phone', 'social_network'] }
        }
      },
      forms: { id: 'tt-04-2025', version: 1 }
    })
    for (const { source } of Object.values<{ source: string }>(body.decree.parameters))
      expect(source).not.toBe('')
  })

  it('show a form whole, with its title, its groups and its columns', async () => {
    const { forms } = await on(TODAY)
    expect(forms.forms).toHaveLength(7)
    expect(forms.forms[0].fields[7]).toMatchObject({
      id: 'authorisation',
      kind: 'group',
      optional: true,
      fields: { length: 6 }
    })
    expect(forms.forms[3]).toMatchObject({
      number: '04',
      numberMark: 'PXL',
      sentTo: ['Như trên;', 'Lưu: VT.']
    })
    expect(forms.forms[6].columns[6]).toEqual({
      id: 'receivedDay',
      label: 'Nhận hồ sơ',
      groups: ['Nhận và trả kết quả']
    })
    expect(forms.parameters['title.apology']).toMatchObject({
      label: 'Tên Mẫu số 04',
      variants: { length: 3 }
    })
    expect(forms.head.right[1]).toBe('Độc lập - Tự do - Hạnh phúc')
  })

  it.each([
    ['2015-05-15', 'qd-09-2015', null],
    ['2019-01-05', 'nd-61-2018', null],
    ['2019-01-06', 'nd-61-2018', 'tt-01-2018'],
    ['2025-06-30', 'nd-61-2018', 'tt-01-2018'],
    ['2025-07-01', 'nd-118-2025', 'tt-01-2018'],
    ['2025-09-15', 'nd-118-2025', 'tt-03-2025'],
    ['2025-12-31', 'nd-367-2025', 'tt-03-2025'],
    ['2026-08-04', 'nd-367-2025', 'tt-04-2025'],
    ['2026-08-05', 'nd-309-2026', 'tt-04-2025']
  ])('on %s are %s with %s', async (day, decree, forms) => {
    const body = await on(day)
    expect(body.decree.id).toBe(decree)
    expect(body.forms?.id ?? null).toBe(forms)
  })

  it('are refused in words before the first decree, and for a day that is none', async () => {
    expect(await administrator('GET', '/api/v1/regulation?on=2015-05-14')).toMatchObject({
      status: 409,
      body: { code: 'NO_RULES_IN_FORCE', detail: expect.stringContaining('15/05/2015') }
    })
    expect(await administrator('GET', '/api/v1/regulation?on=2026-02-30')).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION' }
    })
  })

  it('are not for strangers, and are set by administrators of the lead office only', async () => {
    for (const url of ['/api/v1/regulation', '/api/v1/regulation/open-points']) {
      expect((await send(test.app, { method: 'GET', url })).status).toBe(401)
    }
    for (const username of ['tiepnhan1', 'chuyenmon1', 'lanhdao', 'quantri9']) {
      const caller = await signIn(test.app, username)
      expect(await caller('POST', SETTINGS, setting({})), username).toMatchObject({
        status: 403,
        body: { code: 'FORBIDDEN' }
      })
      expect((await caller('GET', '/api/v1/regulation/open-points')).status, username).toBe(200)
    }
  })

  it.each([
    [
      'a day that is past',
      { effectiveFrom: '2026-11-22' },
      '/effectiveFrom',
      'Chọn ngày từ hôm nay, 23/11/2026, trở đi'
    ],
    ['a value that cannot be', { value: -1 }, '/value', 'Nhập số nguyên từ 0 đến 10'],
    [
      'an unknown rule',
      { key: 'khong-co' },
      '/key',
      'Không có quy định nào mang tên này. Chọn một tên trong danh sách quy định.'
    ],
    ['no basis', { basis: '     ' }, '/basis', 'Nhập ít nhất 5 ký tự'],
    [
      'a day of effect without its circular',
      { kind: 'forms', key: 'inForceFrom', value: '2025-10-01', effectiveFrom: '2025-10-01' },
      '/id',
      'Nhập mã của bộ biểu mẫu cần sửa ngày bắt đầu dùng, ví dụ tt-03-2025'
    ],
    [
      'two days of effect',
      {
        kind: 'forms',
        id: 'tt-03-2025',
        key: 'inForceFrom',
        value: '2025-10-01',
        effectiveFrom: '2026-12-01'
      },
      '/effectiveFrom',
      'Nhập cùng một ngày ở giá trị và ở ngày áp dụng'
    ]
  ])('are not set with %s', async (_, given, path, message) => {
    expect(await administrator('POST', SETTINGS, setting(given))).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION', errors: [{ path, message }] }
    })
  })

  it('cannot be changed in the database', async () => {
    const change = test.app.db
      .transaction()
      .execute((db) =>
        db
          .updateTable('ruleSet')
          .set({ effectiveFrom: '2020-01-01' })
          .where('id', '=', 'nd-309-2026')
          .execute()
      )
    await expect(change).rejects.toThrow('rule sets are only ever added')
    const removal = test.app.db.transaction().execute((db) => db.deleteFrom('ruleSet').execute())
    await expect(removal).rejects.toThrow('rule sets are only ever added')
  })

  it('are not shipped twice', async () => {
    const { officeId } = administrator.user
    const count = async () => (await test.app.db.selectFrom('ruleSet').select('id').execute()).length
    const before = await count()
    await test.app.transact({ officeId, actor: { id: 'system', name: 'Hệ thống' } }, (work) =>
      seedRegulation(work)
    )
    expect(await count()).toBe(before)
  })

  it('cannot be given to a dossier that names a version that there is not', async () => {
    const key = { decreeId: 'nd-309-2026', version: 99, formsId: 'tt-04-2025', formsVersion: 1 }
    await expect(regulationById(test.app.db, key)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe.each(databases)('a rule that is set, on $name', ({ open }) => {
  let test: TestApp
  let administrator: Caller

  beforeAll(async () => {
    test = await startTestApp(open)
    administrator = await signIn(test.app, 'quantri')
  })
  afterAll(() => test.close())

  /** What a dossier keeps of the rules under which it was received. */
  async function keyOn(day: string): Promise<RegulationKey> {
    const { decree, forms } = await regulationOn(test.app.db, day)
    return { decreeId: decree.id, version: decree.version, formsId: forms.id, formsVersion: forms.version }
  }

  it('holds from its day on, for later dossiers only', async () => {
    const early = await keyOn(TODAY)
    const rulesBefore = await regulationById(test.app.db, early)

    const answer = await administrator('POST', SETTINGS, setting({}))
    expect(answer).toMatchObject({
      status: 201,
      body: { versions: [{ id: 'nd-309-2026', version: 2, effectiveFrom: '2026-12-01', replaces: null }] }
    })

    const late = await keyOn('2026-12-01')
    expect(late).toEqual({ decreeId: 'nd-309-2026', version: 2, formsId: 'tt-04-2025', formsVersion: 1 })
    const { decree } = await regulationById(test.app.db, late)
    expect(decree.parameters.apologyMaxNewDates).toEqual({
      value: 2,
      source: 'Quyết định 15/QĐ-UBND ngày 20/11/2026',
      confidence: 'high'
    })
    expect(await regulationById(test.app.db, early)).toEqual(rulesBefore)
    expect(rulesBefore.decree.parameters.apologyMaxNewDates.value).toBe(1)
    expect(await keyOn('2026-11-30')).toEqual(early)
  })

  it('is kept in the log with its state, and the chain holds', async () => {
    const { officeId } = administrator.user
    const events = await readEvents(test.app.db, { officeId, after: 0, limit: 1000 })
    const amended = events.filter(({ name }) => name === 'regulation.amended')
    expect(amended).toHaveLength(1)
    expect(JSON.parse(amended[0]?.data ?? '')).toEqual({
      kind: 'decree',
      key: 'apologyMaxNewDates',
      label: 'Số lần được hẹn lại ngày trả',
      parameter: { value: 2, source: 'Quyết định 15/QĐ-UBND ngày 20/11/2026', confidence: 'high' },
      effectiveFrom: '2026-12-01',
      basis: 'Quyết định 15/QĐ-UBND ngày 20/11/2026',
      versions: [{ id: 'nd-309-2026', version: 2, effectiveFrom: '2026-12-01', replaces: null }]
    })
    expect(events.filter(({ name }) => name === 'regulation.shipped')).toHaveLength(8)
    expect(await verifyChain(test.app.db, officeId)).toMatchObject({ intact: true })
  })

  it('is set once when the request is repeated', async () => {
    const again = () =>
      administrator(
        'POST',
        SETTINGS,
        setting({ key: 'supplementMaxRequests', effectiveFrom: '2027-01-01' }),
        {
          'idempotency-key': 'set-once'
        }
      )
    const [first, second] = [await again(), await again()]
    expect(second.body).toEqual(first.body)
    expect((await keyOn('2027-01-01')).version).toBe(3)
  })

  it('is seen in Vietnamese normal form, whatever was typed', async () => {
    const title = 'Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết'
    const body = {
      kind: 'forms',
      key: 'title.apology',
      value: ` ${title.normalize('NFD')} `,
      effectiveFrom: TODAY
    }
    expect((await administrator('POST', SETTINGS, setting(body))).status).toBe(201)
    const { forms } = await regulationOn(test.app.db, TODAY)
    expect(forms.forms.find(({ kind }) => kind === 'apology')?.title).toBe(title)
  })

  it('leaves the open points once it is confirmed, even with the value that it had', async () => {
    const keys = async () =>
      (await administrator('GET', '/api/v1/regulation/open-points')).body.items.map(
        (item: { key: string }) => item.key
      )
    expect(await keys()).toContain('supplementNoticeWorkingDays')
    const confirmed = setting({ key: 'supplementNoticeWorkingDays', value: 3, effectiveFrom: TODAY })
    expect((await administrator('POST', SETTINGS, confirmed)).status).toBe(201)
    expect(await keys()).not.toContain('supplementNoticeWorkingDays')
  })

  it('puts the day of effect of a circular right, also to a day that is past', async () => {
    const moved = {
      kind: 'forms',
      id: 'tt-03-2025',
      key: 'inForceFrom',
      value: '2025-11-01',
      effectiveFrom: '2025-11-01'
    }
    expect((await keyOn('2025-10-15')).formsId).toBe('tt-03-2025')
    expect(await administrator('POST', SETTINGS, setting(moved))).toMatchObject({
      status: 201,
      body: { versions: [{ id: 'tt-03-2025', version: 2, effectiveFrom: '2025-11-01', replaces: 1 }] }
    })
    expect((await keyOn('2025-10-15')).formsId).toBe('tt-01-2018')
    const old = { decreeId: 'nd-118-2025', version: 1, formsId: 'tt-03-2025', formsVersion: 1 }
    expect((await regulationById(test.app.db, old)).forms.forms).toHaveLength(7)
  })
})
