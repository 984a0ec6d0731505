import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FIRST_RULES } from '../../server/hall/rules.ts'
import { type Hall, openHall } from '../queue/hall.ts'
import { type Caller, signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { openScreen } from '../support/screens.ts'

describe.each(databases)('settings of the waiting room, on $name', ({ open }) => {
  let hall: Hall
  let administrator: Caller
  beforeEach(async () => {
    hall = await openHall(open)
    administrator = await signIn(hall.app, 'quantri')
  })
  afterEach(() => hall.close())

  const put = (path: string, body: object) => administrator('PUT', `/api/v1/hall/${path}`, body)
  const read = async () => (await administrator('GET', '/api/v1/hall')).body
  const events = async () =>
    (
      await hall.database.db
        .selectFrom('event')
        .select(['name', 'data'])
        .where('officeId', '=', hall.officeId)
        .orderBy('seq')
        .execute()
    ).map(({ name, data }) => ({ name, data: JSON.parse(data) }))
  const lastEvent = async () => (await events()).at(-1)

  it('tells all settings, also before anything was set', async () => {
    const answer = await administrator('GET', '/api/v1/hall')
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      rules: { ...FIRST_RULES, alwaysOpen: true },
      counters: expect.arrayContaining([expect.objectContaining({ number: 1 })]),
      services: expect.arrayContaining([expect.objectContaining({ letter: 'A', mostPerDay: null })]),
      emergency: null
    })
    const codes = answer.body.priorityGroups.map(({ code }: { code: string }) => code)
    expect(codes).toEqual(expect.arrayContaining(['priority', 'elderly', 'disabled', 'merit', 'pregnant']))
  })

  it('sets the rules, once and for all who ask', async () => {
    const rules = { ...FIRST_RULES, alwaysOpen: true, priorityMode: 'strict', absentReturnsAfter: null }
    expect((await put('rules', rules)).body.rules).toEqual(rules)
    expect(await lastEvent()).toEqual({ name: 'hall.rules_set', data: rules })
    expect((await hall.queue()).rule.mode).toBe('strict')

    const count = (await events()).length
    expect((await put('rules', rules)).status).toBe(200)
    expect(await events()).toHaveLength(count)
  })

  const parts = [
    {
      part: 'rules',
      path: 'rules',
      body: (count: number) => ({ ...FIRST_RULES, alwaysOpen: true, mostOrdinaryWait: 30 + count })
    },
    {
      part: 'priorityGroups',
      path: 'priority-groups',
      body: (count: number) => ({
        groups: [{ code: 'priority', name: `Diện ưu tiên ${count}`, basis: '', active: true }]
      })
    },
    {
      part: 'announcements',
      path: 'announcements',
      body: (count: number) => ({ announcements: [{ text: `Tin ${count}`, fromDay: null, untilDay: null }] })
    }
  ]
  it.each(parts)('lets no second save overwrite $part that it has not seen', async ({ part, path, body }) => {
    const seen = { 'if-match': `"${(await read()).versions[part]}"` }
    const save = (count: number, headers = {}) =>
      administrator('PUT', `/api/v1/hall/${path}`, body(count), headers)
    const answers = await Promise.all([save(1, seen), save(2, seen)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
    expect(answers.find(({ status }) => status === 412)?.body.code).toBe('STALE_VERSION')
    const first = answers[0]?.status === 200 ? 1 : 2
    const kept = await read()
    expect(kept[part]).toEqual(answers.find(({ status }) => status === 200)?.body[part])

    // The answer to the first was lost, and it is sent again.
    expect((await save(first, seen)).status).toBe(200)
    expect((await save(3, { 'if-match': `"${kept.versions[part]}"` })).status).toBe(200)
    expect((await save(4)).status).toBe(200)
  })

  it('calls rules the same when only something else of the hall has changed', async () => {
    const { versions } = await read()
    await administrator('POST', '/api/v1/hall/emergency', { text: 'Mời mọi người ra ngoài' })
    expect((await read()).versions).toEqual(versions)
  })

  it.each([
    ['ordinaryPerPriority', 0],
    ['mostAbsences', 0],
    ['promisedShare', 101],
    ['priorityMode', 'never']
  ])('refuses rules that cannot be kept: %s %s', async (field, value) => {
    const answer = await put('rules', { ...FIRST_RULES, [field]: value })
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION', errors: [{ path: `/${field}` }] }
    })
  })

  it('knows no service and no counter of another office', async () => {
    const stranger = await signIn(hall.app, 'quantri9')
    const [counter] = hall.counters
    const serviceId = hall.services[0]?.id ?? ''
    for (const answer of [
      await stranger('PUT', `/api/v1/hall/counters/${counter}/services`, { services: [] }),
      await stranger('PUT', `/api/v1/hall/services/${serviceId}`, { mostPerDay: 3 }),
      await stranger('PUT', '/api/v1/hall/rules', { ...FIRST_RULES, pickUpServiceId: serviceId }),
      await put(`counters/${counter}/services`, { services: [{ serviceId: 'x', helps: false }] })
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    }
  })

  it('keeps the priority groups in the given order; a new one gets a code, one out of use is not offered', async () => {
    const groups = [
      { name: 'Người nuôi con dưới 36 tháng', basis: 'Quy chế của trung tâm', active: true },
      { code: 'priority', name: 'Thuộc diện ưu tiên', basis: '', active: true },
      { code: 'elderly', name: 'Người từ đủ 75 tuổi', basis: '', active: false }
    ]
    const { body } = await put('priority-groups', { groups })
    expect(body.priorityGroups.map(({ code }: { code: string }) => code)).toEqual([
      'nguoi_nuoi_con_duoi_36_thang',
      'priority',
      'elderly'
    ])
    expect((await hall.queue()).priorityGroups).toEqual([
      { code: 'nguoi_nuoi_con_duoi_36_thang', name: 'Người nuôi con dưới 36 tháng' },
      { code: 'priority', name: 'Thuộc diện ưu tiên' }
    ])
    expect((await hall.issue(0, { priorityGroup: 'nguoi_nuoi_con_duoi_36_thang' })).status).toBe(201)
    expect(await hall.issue(0, { priorityGroup: 'elderly' })).toMatchObject({
      status: 422,
      body: { code: 'PRIORITY_GROUP_UNKNOWN' }
    })

    const count = (await events()).length
    await put('priority-groups', { groups })
    expect(await events()).toHaveLength(count)
  })

  it('still names a group that was put out of use after its number was given', async () => {
    const { id } = (await hall.issue(0, { priorityGroup: 'elderly' })).body
    const groups = (await read()).priorityGroups.map((group: { code: string }) => ({
      ...group,
      active: group.code !== 'elderly'
    }))
    await put('priority-groups', { groups })
    const { body } = await hall.officer('GET', `/api/v1/tickets/${id}`)
    expect(body.priorityGroupName).toBe('Người cao tuổi')
  })

  it('refuses groups of one name, and a list without the one that the kiosk gives', async () => {
    const general = { code: 'priority', name: 'Thuộc diện ưu tiên', basis: '', active: true }
    const elderly = { name: 'Người cao tuổi', basis: '', active: true }
    expect(
      await put('priority-groups', { groups: [general, elderly, { ...elderly, name: 'người cao tuổi' }] })
    ).toMatchObject({
      status: 400,
      body: { errors: [{ path: '/groups/2/name' }] }
    })
    expect(await put('priority-groups', { groups: [elderly] })).toMatchObject({
      status: 400,
      body: { errors: [{ path: '/groups' }] }
    })
  })

  it('refuses more groups in use than a kiosk shows', async () => {
    const general = { code: 'priority', name: 'Thuộc diện ưu tiên', basis: '', active: true }
    const others = Array.from({ length: 8 }, (_, index) => ({
      name: `Diện ${index}`,
      basis: '',
      active: true
    }))
    expect(await put('priority-groups', { groups: [general, ...others] })).toMatchObject({
      status: 400,
      body: { errors: [{ path: '/groups', message: expect.stringContaining('8 diện') }] }
    })
    const groups = [general, ...others.with(0, { name: 'Diện 0', basis: '', active: false })]
    expect((await put('priority-groups', { groups })).status).toBe(200)
  })

  it('lets a counter serve some services and help out with others', async () => {
    const [first, second] = hall.services.map(({ id }) => id)
    const services = [
      { serviceId: first, helps: false },
      { serviceId: second, helps: true }
    ]
    const { body } = await put(`counters/${hall.counters[0]}/services`, { services })
    expect(body.counters[0].services).toEqual(services)
    expect(await lastEvent()).toMatchObject({
      name: 'hall.counter_services_set',
      data: {
        number: 1,
        services: [{ serviceName: hall.services[0]?.name ?? '', helps: false }, { helps: true }]
      }
    })

    const count = (await events()).length
    await put(`counters/${hall.counters[0]}/services`, { services: services.toReversed() })
    expect(await events()).toHaveLength(count)
    expect(
      (await put(`counters/${hall.counters[0]}/services`, { services: [] })).body.counters[0].services
    ).toEqual([])
  })

  it('warns of a service that no counter serves or helps out with', async () => {
    const [first, second, ...others] = hall.services.map(({ id }) => id)
    const serves = (ids: readonly (string | undefined)[], helps = false) =>
      ids.map((serviceId) => ({ serviceId, helps }))
    for (const counter of hall.counters) {
      const services = [...serves(others), ...serves([second], true)]
      await put(`counters/${counter}/services`, { services })
    }
    const { warnings } = await read()
    expect(warnings).toEqual([
      { kind: 'unserved', text: expect.stringContaining(hall.services[0]?.name ?? '') }
    ])
    await put(`counters/${hall.counters[0]}/services`, { services: serves([first, second]) })
    expect((await read()).warnings).toEqual([])
  })

  it('takes no letter that is misheard or misread, and names those that are free', async () => {
    const add = (letter: string) =>
      administrator('POST', `/api/v1/offices/${hall.officeId}/services`, {
        letter,
        name: `Lĩnh vực ${letter}`
      })
    for (const letter of ['C', 'E', 'I', 'O', 'Z'])
      expect(await add(letter)).toMatchObject({
        status: 409,
        body: { code: 'SERVICE_LETTER_UNCLEAR', detail: expect.stringContaining('M, Q, R, S, X') }
      })
    expect(await add('B')).toMatchObject({ status: 409, body: { code: 'SERVICE_LETTER_TAKEN' } })
    for (const letter of ['M', 'Q', 'R', 'S', 'X']) expect((await add(letter)).status).toBe(201)
    // Ten are used up: one more has to have some letter, and the office is warned.
    expect((await add('C')).status).toBe(201)
    const { warnings, freeLetters } = await read()
    expect(warnings).toEqual([{ kind: 'rhyme', text: expect.stringContaining('Chữ B và C') }])
    expect(freeLetters).toEqual([])
  })

  it('gives no more numbers of a service than are set for the day', async () => {
    const serviceId = hall.services[1]?.id ?? ''
    expect((await put(`services/${serviceId}`, { mostPerDay: 1 })).body.services).toContainEqual(
      expect.objectContaining({ id: serviceId, mostPerDay: 1 })
    )
    expect((await hall.issue(1)).status).toBe(201)
    expect(await hall.issue(1)).toMatchObject({ status: 409, body: { code: 'QUOTA_REACHED' } })
    const count = (await events()).length
    await put(`services/${serviceId}`, { mostPerDay: 1 })
    expect(await events()).toHaveLength(count)
    await put(`services/${serviceId}`, { mostPerDay: null })
    expect((await hall.issue(1)).body.number).toBe('B002')
  })

  it('B-14 announces what is in its days, in its order', async () => {
    const announcements = [
      { text: 'Ngày mai, 24/11, nghỉ.', fromDay: '2026-11-20', untilDay: '2026-11-23' },
      { text: 'Tháng sau thu lệ phí mới.', fromDay: '2026-12-01', untilDay: null },
      { text: 'Giữ trật tự trong sảnh.', fromDay: null, untilDay: null }
    ]
    expect((await put('announcements', { announcements })).body.announcements).toEqual(announcements)
    expect((await hall.queue()).announcements).toEqual(['Ngày mai, 24/11, nghỉ.', 'Giữ trật tự trong sảnh.'])
    await hall.at('2026-12-01T02:00:00.000Z')
    expect((await hall.queue()).announcements).toEqual([
      'Tháng sau thu lệ phí mới.',
      'Giữ trật tự trong sảnh.'
    ])

    administrator = await signIn(hall.app, 'quantri')
    const count = (await events()).length
    await put('announcements', { announcements })
    expect(await events()).toHaveLength(count)
  })

  it.each([
    ['no day', { fromDay: '2026-02-30', untilDay: null }, '/announcements/0/fromDay'],
    [
      'the end before the beginning',
      { fromDay: '2026-11-24', untilDay: '2026-11-23' },
      '/announcements/0/untilDay'
    ]
  ])('refuses announcements with %s', async (_, days, path) => {
    const answer = await put('announcements', { announcements: [{ text: 'Chữ', ...days }] })
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path }] } })
  })

  it('B-14 shows an emergency to everyone in the hall until it is ended, and tells it once', async () => {
    const address = await hall.app.listen({ port: 0, host: '127.0.0.1' })
    const { officeId } = hall
    const boards = await Promise.all(
      (['display', 'kiosk'] as const).map(async (kind) => {
        const { cookie } = await hall.device(kind)
        return openScreen(address, { cookie, officeId, screen: kind })
      })
    )
    const supervisor = await signIn(hall.app, 'lanhdao')
    const text = 'Có cháy. Mời mọi người ra cửa phía đường Nguyễn Trung Trực.'
    const raise = () => supervisor('POST', '/api/v1/hall/emergency', { text })
    expect(await raise()).toMatchObject({ status: 200, body: { text, at: '2026-11-23T02:12:00.000Z' } })
    await raise()
    expect((await hall.queue()).emergencyText).toBe(text)
    expect((await supervisor('DELETE', '/api/v1/hall/emergency')).status).toBe(204)
    expect((await supervisor('DELETE', '/api/v1/hall/emergency')).status).toBe(204)
    await put('announcements', { announcements: [{ text: 'Đã an toàn.', fromDay: null, untilDay: null }] })
    expect((await hall.queue()).emergencyText).toBeNull()

    for (const board of boards) {
      expect((await board.events(3)).map(({ name, data }) => ({ name, data }))).toEqual([
        { name: 'emergency.raised', data: { text } },
        { name: 'emergency.ended', data: {} },
        { name: 'announcement.set', data: { texts: ['Đã an toàn.'] } }
      ])
      board.close()
    }
    expect((await read()).rules).toEqual({ ...FIRST_RULES, alwaysOpen: true })
  })
})
