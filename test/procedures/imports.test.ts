import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEvents } from '../../server/event-log.ts'
import { type Caller, send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

const decided = { effectiveFrom: '2026-11-01', decision: 'Quyết định 8/QĐ-UBND' }

const entry = (code: string, given: Record<string, unknown> = {}) => ({
  code,
  name: `Thủ tục thử ${code}`,
  field: 'Lĩnh vực thử',
  level: 'xa',
  agency: 'Ủy ban nhân dân cấp xã',
  termText: '05 ngày làm việc',
  term: { amount: 5, unit: 'working_day' },
  feeText: 'Miễn phí',
  fee: 0,
  components: [{ name: 'Đơn', original: 1, copy: 0, note: '' }],
  result: 'Văn bản',
  channels: ['truc_tiep'],
  ...given
})

const wholeFile = path.resolve(import.meta.dirname, '../../../shared/data/procedures.json')

describe.each(databases)('importing a catalogue, on $name', ({ open }) => {
  let test: TestApp
  let administrator: Caller
  beforeEach(async () => {
    test = await startTestApp(open)
    administrator = await signIn(test.app, 'quantri')
  })
  afterEach(() => test.close())

  const importFile = (document: unknown, given: object = {}, caller = administrator) =>
    caller('POST', '/api/v1/catalogue/imports', { document, ...decided, ...given })
  const read = async (code: string) =>
    (await send(test.app, { method: 'GET', url: `/api/v1/procedures/${code}` })).body
  const imports = async () => {
    const all = await readEvents(test.database.db, {
      officeId: administrator.user.officeId,
      after: 0,
      limit: 5000
    })
    return all.filter(({ name }) => name === 'catalogue.imported').map(({ data }) => JSON.parse(data))
  }

  it('shows what it would do, and does nothing', async () => {
    const { status, body } = await importFile([entry('1.900001'), entry('1.900002', { term: null })], {
      dryRun: true
    })
    expect(status).toBe(200)
    expect(body.added).toHaveLength(2)
    expect(body.missing.length).toBeGreaterThan(60)
    expect(body.attention).toMatchObject([{ code: '1.900002', attention: [{ kind: 'term_missing' }] }])
    expect(await read('1.900001')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await imports()).toHaveLength(1)
  })

  it('adds, changes and leaves alone, and says so in the log', async () => {
    await importFile([entry('1.900001'), entry('1.900002')])
    const { body } = await importFile(
      [
        entry('1.900001', { fee: 8000, feeText: '8.000 đồng' }),
        entry('1.900002'),
        entry('1.900003'),
        entry('bad')
      ],
      { effectiveFrom: '2026-11-10' }
    )
    expect(body).toMatchObject({
      added: [{ code: '1.900003' }],
      changed: [
        { code: '1.900001', fields: [{ field: 'fee', before: 0, after: 8000 }, { field: 'feeText' }] }
      ],
      unchanged: [{ code: '1.900002' }],
      refused: [{ index: 3, code: 'bad', reason: 'code_malformed' }]
    })
    expect(await read('1.900001')).toMatchObject({ fee: 8000, effectiveFrom: '2026-11-10' })
    expect(await read('1.900002')).toMatchObject({ effectiveFrom: '2026-11-01' })
    expect((await imports()).at(-1)).toMatchObject({ added: 1, changed: 1, unchanged: 1, refused: 1 })
  })

  it('takes effect on its day', async () => {
    await importFile([entry('1.900001')], { effectiveFrom: '2026-11-24' })
    expect(await read('1.900001')).toMatchObject({ code: 'NOT_FOUND' })
    test.clock.now = new Date('2026-11-24T02:00:00.000Z')
    expect(await read('1.900001')).toMatchObject({ code: '1.900001' })
  })

  it('undoes nothing that a person has set', async () => {
    const file = [entry('1.900001', { term: null, termText: '5 (đơn vị: khác)' })]
    await importFile(file)
    await administrator('POST', '/api/v1/procedures/1.900001/amendments', {
      effectiveFrom: '2026-11-15',
      decision: 'QĐ 9',
      term: { amount: 5, unit: 'working_day' }
    })
    const { body } = await importFile(file, { effectiveFrom: '2026-11-20' })
    expect(body).toMatchObject({
      changed: [],
      kept: [{ code: '1.900001', fields: expect.arrayContaining(['term']) }]
    })
    expect(await read('1.900001')).toMatchObject({ term: { amount: 5, unit: 'working_day' } })
  })

  it('asks for a level that the file does not have, and takes it from a person', async () => {
    await importFile([entry('1.900001', { level: 'huyện' })])
    const detail = async () => (await administrator('GET', '/api/v1/procedures/1.900001')).body
    expect(await detail()).toMatchObject({
      level: 'commune',
      attention: [{ kind: 'level_unknown', about: 'level', detail: 'Nguồn ghi: “huyện”' }]
    })
    await administrator('POST', '/api/v1/procedures/1.900001/amendments', {
      effectiveFrom: '2026-11-15',
      decision: 'QĐ 9',
      level: 'province'
    })
    expect(await detail()).toMatchObject({ level: 'province', attention: [] })
  })

  it.each([[{}], ['text'], [null], [42]])('refuses a document that is no list: %j', async (document) => {
    expect(await importFile(document)).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION', errors: [{ path: '/document' }] }
    })
  })

  it('is for administrators of the lead office alone, to look at too', async () => {
    for (const username of ['tiepnhan1', 'lanhdao', 'quantri9']) {
      const caller = await signIn(test.app, username)
      expect([username, (await importFile([entry('1.900001')], { dryRun: true }, caller)).status]).toEqual([
        username,
        403
      ])
      expect([username, (await importFile([entry('1.900001')], {}, caller)).status]).toEqual([username, 403])
    }
  })

  it('takes a file of more than a megabyte', async () => {
    const long = entry('1.900001', {
      components: [{ name: 'Giấy tờ. '.repeat(200_000), original: 1, copy: 0, note: '' }]
    })
    expect((await importFile([long], { dryRun: true })).status).toBe(200)
  })

  it.skipIf(!existsSync(wholeFile))(
    'takes the whole published catalogue, twice, and the second changes nothing',
    async () => {
      const document = JSON.parse(readFileSync(wholeFile, 'utf8'))
      const first = await importFile(document)
      expect(first.body.added.length + first.body.changed.length).toBe(362)
      const { body } = await importFile(document)
      expect(body.unchanged).toHaveLength(362)
      const { body: attention } = await administrator('GET', '/api/v1/procedures/attention')
      expect(attention.counts).toMatchObject({ term_missing: 40, fee_unknown: 175 })
      expect(await read('1.012784')).toMatchObject({
        term: { amount: 22, unit: 'working_day' },
        variants: [{ kind: 'case', term: { amount: 12, unit: 'working_day' } }]
      })
    }
  )
})
