import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchTerms } from '../../server/dossiers/search-terms.ts'
import { AN, AT_ONCE, intake } from '../intake/intake-bodies.ts'
import { type Caller, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe('C-24 what an officer types', () => {
  it.each([
    ['Bé  An', ['be', 'an']],
    ['đỗ-đạt', ['do', 'dat']],
    ['  ', []]
  ])('%j is words', (typed, words) => {
    expect(searchTerms(typed)).toEqual({ words, digits: null, phone: null, code: null })
  })

  it.each([
    ['001234', { digits: '432100', phone: '432100', code: '432100' }],
    ['0912 345 678', { digits: '8765432190', phone: '876543219', code: '8765432190' }],
    ['+84 912 345 678', { digits: '87654321948', phone: '876543219', code: '87654321948' }],
    ['123', { digits: null, phone: null, code: null }],
    ['1234567890123', { digits: null, phone: '3210987654321', code: '3210987654321' }]
  ])('%j is the end of a number', (typed, tails) => {
    expect(searchTerms(typed)).toEqual({ words: [], ...tails })
  })

  it('a code has letters and digits, with or without what stands between them', () => {
    for (const typed of ['H01.31-261123-0001', 'h01 31 261123 0001', 'H01312611230001']) {
      expect(searchTerms(typed)).toMatchObject({ words: [], code: '1000321162' + '1310h' })
    }
  })
})

describe.each(databases)('finding dossiers, on $name', ({ open }) => {
  let test: TestApp
  let officer: Caller
  const codes: Record<string, string> = {}

  const PEOPLE: Record<string, object> = {
    an: AN,
    dat: { ...AN, name: 'Đỗ Văn Đạt', idNumber: '091085004321', sex: 'male', phone: '0367 000 111' },
    thuol: { kind: 'citizen', name: 'Danh Thươl', address: 'Tổ 1', idNumber: '091085111222' }
  }

  beforeAll(async () => {
    test = await startTestApp(open)
    officer = await signIn(test.app, 'tiepnhan1')
    for (const [who, applicant] of Object.entries(PEOPLE)) {
      test.clock.now = new Date(test.clock.now.getTime() + 1000)
      codes[who] = (await officer('POST', '/api/v1/dossiers', intake({ applicant }))).body.code
    }
  })
  afterAll(() => test.close())

  const whoIsFound = async (query: string) => {
    const { status, body } = await officer('GET', `/api/v1/dossiers?${query}`)
    expect(status).toBe(200)
    return body.items.map(({ code }: { code: string }) =>
      Object.keys(codes).find((who) => codes[who] === code)
    )
  }

  it.each([
    ['nguyen an', ['an']],
    ['an nguyen', ['an']],
    ['bé', ['an']],
    ['ĐẠT', ['dat']],
    ['dat do', ['dat']],
    ['danh thuol', ['thuol']],
    ['anh', []],
    ['d', ['thuol', 'dat']],
    ['001234', ['an']],
    ['091185001234', ['an']],
    ['4321', ['dat']],
    ['0912345678', ['an']],
    ['+84 367 000 111', ['dat']],
    ['%', ['thuol', 'dat', 'an']],
    ['_', ['thuol', 'dat', 'an']],
    ['zzz', []]
  ])('C-24 %j finds %j', async (q, found) => {
    expect(await whoIsFound(`q=${encodeURIComponent(q)}`)).toEqual(found)
  })

  it('C-24 finds a code with or without separators, and by its end', async () => {
    const code = codes.dat ?? ''
    for (const q of [
      code,
      code.replace(/[.-]/g, ''),
      code.toLowerCase().replace(/[.-]/g, ' '),
      code.slice(-11)
    ]) {
      expect(await whoIsFound(`q=${encodeURIComponent(q)}`)).toEqual(['dat'])
    }
  })

  it('narrows by status, holder, field and day of receipt', async () => {
    await officer('POST', `/api/v1/dossiers/${codes.an}/record-result`, { outcome: 'granted' })
    expect(await whoIsFound('status=ready')).toEqual(['an'])
    expect(await whoIsFound(`holder=${officer.user.id}&status=received`)).toEqual(['thuol', 'dat'])
    expect(await whoIsFound(`field=${encodeURIComponent('Hộ tịch')}`)).toHaveLength(3)
    expect(await whoIsFound(`field=${encodeURIComponent('Đất đai')}`)).toEqual([])
    expect(await whoIsFound('from=2026-11-23&to=2026-11-23')).toHaveLength(3)
    expect(await whoIsFound('from=2026-11-24')).toEqual([])
    expect(await whoIsFound('to=2026-11-22')).toEqual([])
    expect((await officer('GET', '/api/v1/dossiers?status=lost')).status).toBe(400)
  })

  it('goes through all of them page by page, each once', async () => {
    const seen = []
    let cursor = ''
    do {
      const { body } = await officer(
        'GET',
        `/api/v1/dossiers?limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
      )
      seen.push(...body.items.map(({ code }: { code: string }) => code))
      cursor = body.nextCursor
    } while (cursor)
    expect(seen.toSorted()).toEqual(Object.values(codes).toSorted())
    expect((await officer('GET', '/api/v1/dossiers?cursor=x')).status).toBe(400)
  })

  it('tells what is late, due today and soon, the most pressing first, and leaves out what is done', async () => {
    const wedding = (await officer('POST', '/api/v1/dossiers', intake({ procedureCode: AT_ONCE }))).body.code
    const due = async (which: string) =>
      (await officer('GET', `/api/v1/dossiers?due=${which}`)).body.items as {
        code: string
        daysLeft: number
      }[]
    expect(await due('today')).toEqual([expect.objectContaining({ code: wedding, daysLeft: 0 })])
    const at = async (instant: string) => {
      test.clock.now = new Date(instant)
      officer = await signIn(test.app, 'tiepnhan1')
    }
    await at('2026-11-27T03:00:00.000Z')
    expect((await due('late')).map(({ code, daysLeft }) => [code, daysLeft])).toEqual([[wedding, -3]])
    expect((await due('soon')).map(({ code, daysLeft }) => [code, daysLeft])).toEqual([
      [codes.dat, 2],
      [codes.thuol, 2]
    ])
    await at('2026-12-01T09:29:59.000Z')
    expect((await due('today')).map(({ code }) => code)).toEqual([codes.dat, codes.thuol])
    await at('2026-12-01T09:30:00.001Z')
    expect((await due('late')).map(({ code }) => code)).toEqual([wedding, codes.dat, codes.thuol])
    const second = await officer('GET', '/api/v1/dossiers?due=late&limit=1')
    const next = await officer(
      'GET',
      `/api/v1/dossiers?due=late&cursor=${encodeURIComponent(second.body.nextCursor)}`
    )
    expect(next.body.items.map(({ code }: { code: string }) => code)).toEqual([codes.dat, codes.thuol])
  })
})
