import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('the public catalogue, on $name', ({ open }) => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp(open)
  })
  afterAll(() => test.close())

  const get = (path: string) => send(test.app, { method: 'GET', url: `/api/v1${path}` })
  const codes = async (query: string) => {
    const { body } = await get(`/procedures?${query}`)
    return body.items.map(({ code }: { code: string }) => code)
  }

  it('has a new installation’s starter catalogue, for anyone to read', async () => {
    const { status, body } = await get('/procedures?limit=100')
    expect(status).toBe(200)
    expect(body.items.length).toBeGreaterThanOrEqual(60)
    expect(body.nextCursor).toBeNull()
  })

  it('gives of each procedure what the contract promises', async () => {
    const { body } = await get('/procedures?q=1.004222')
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({
      code: '1.004222',
      name: 'Đăng ký thường trú',
      field: 'Đăng ký, quản lý cư trú',
      level: 'commune',
      agency: 'Công an cấp xã',
      term: { amount: 7, unit: 'working_day' },
      termText: '7 ngày làm việc',
      cutOff: null,
      variants: [],
      fee: null,
      channels: ['counter', 'online'],
      postal: false,
      online: true,
      immediate: false,
      effectiveFrom: '2025-07-01'
    })
    const [first] = body.items[0].components
    expect(first).toMatchObject({ id: '1', originals: 1, copies: 0 })
    expect(typeof body.items[0].feeText).toBe('string')
  })

  it.each(['dang ky ket hon', 'Đăng ký kết hôn', 'dkkh', '1.000894', '1000894'])(
    'finds the registration of a marriage first for “%s”',
    async (words) => {
      expect((await codes(`q=${encodeURIComponent(words)}`))[0]).toBe('1.000894')
    }
  )

  it('keeps to a field of work, with or without marks', async () => {
    const fields = (await get('/procedures?field=chung%20thuc')).body.items.map(
      ({ field }: { field: string }) => field
    )
    expect(new Set(fields)).toEqual(new Set(['Chứng thực']))
  })

  it('pages through everything once, in one order', async () => {
    const all = await codes('limit=100')
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const { body }: { body: { items: { code: string }[]; nextCursor: string | null } } = await get(
        `/procedures?limit=30${cursor ? `&cursor=${cursor}` : ''}`
      )
      seen.push(...body.items.map(({ code }) => code))
      cursor = body.nextCursor
    } while (cursor)
    expect(seen).toEqual(all)
  })

  it.each([
    ['limit=0', 400],
    ['limit=101', 400],
    ['cursor=9.999999', 400],
    ['q=khong-co-thu-tuc-nay', 200]
  ])('answers %s with %i', async (query, status) => {
    expect((await get(`/procedures?${query}`)).status).toBe(status)
  })

  it('gives one procedure with its remarks, and 404 for one that is not there', async () => {
    const { body } = await get('/procedures/1.001193')
    expect(body).toMatchObject({
      code: '1.001193',
      term: { amount: 1, unit: 'same_day' },
      cutOff: { kind: 'hour', minute: 900 },
      immediate: true,
      fee: 0
    })
    expect(body.notes.length).toBeGreaterThan(0)
    expect(await get('/procedures/9.999999')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  })

  it('shows what wants attention to administrators only', async () => {
    expect((await get('/procedures/1.001022')).body.attention).toBeUndefined()
    const officer = await signIn(test.app, 'tiepnhan1')
    expect((await officer('GET', '/api/v1/procedures/1.001022')).body.attention).toBeUndefined()
    const administrator = await signIn(test.app, 'quantri')
    const { body } = await administrator('GET', '/api/v1/procedures/1.001022')
    expect(body.attention).toContainEqual({
      kind: 'term_missing',
      about: 'term',
      detail: 'Nguồn ghi: “3 (đơn vị: khác)”'
    })
  })

  it('lists what wants attention, with counts by kind, to administrators only', async () => {
    expect((await get('/procedures/attention')).status).toBe(401)
    const officer = await signIn(test.app, 'tiepnhan1')
    expect((await officer('GET', '/api/v1/procedures/attention')).status).toBe(403)
    const administrator = await signIn(test.app, 'quantri')
    const { body } = await administrator('GET', '/api/v1/procedures/attention')
    const { body: missing } = await administrator('GET', '/api/v1/procedures/attention?kind=term_missing')
    expect(missing.items).toHaveLength(body.counts.term_missing)
    expect(missing.items.length).toBeLessThan(body.items.length)
    expect(missing.items[0]).toMatchObject({
      attention: expect.arrayContaining([expect.objectContaining({ kind: 'term_missing' })])
    })
  })
})
