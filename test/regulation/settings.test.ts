import { describe, expect, it } from 'vitest'
import { DomainError } from '../../server/errors.ts'
import { openPoints } from '../../server/regulation/open-points.ts'
import { formSetInForce, ruleSetInForce } from '../../server/regulation/rule-set.ts'
import { type Setting, versionsAfterMove, versionsAfterSetting } from '../../server/regulation/setting.ts'
import { decreeGaps, decreeSet, formGaps, formSet, formSets, formsOn, ruleSets } from './shipped.ts'

const setting = (given: Partial<Setting>): Setting => ({
  kind: 'decree',
  key: 'apologyMaxNewDates',
  value: 2,
  effectiveFrom: '2026-12-01',
  basis: 'Quyết định 1/QĐ-UBND',
  ...given
})

function errorsOf(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error instanceof DomainError ? { code: error.code, errors: error.errors } : error
  }
  return 'no error'
}

describe('a setting', () => {
  it('makes a version from its day on and leaves the one before alone', () => {
    const made = versionsAfterSetting(ruleSets, setting({}))
    expect(made).toHaveLength(1)
    expect(made[0]).toMatchObject({
      id: 'nd-309-2026',
      version: 2,
      effectiveFrom: '2026-12-01',
      replaces: null,
      basis: 'Quyết định 1/QĐ-UBND'
    })

    const all = [...ruleSets, ...made]
    expect(ruleSetInForce(all, '2026-11-30').parameters.apologyMaxNewDates.value).toBe(1)
    expect(ruleSetInForce(all, '2026-12-01').parameters.apologyMaxNewDates).toEqual({
      value: 2,
      source: 'Quyết định 1/QĐ-UBND',
      confidence: 'high'
    })
    expect(decreeSet('nd-309-2026').parameters.apologyMaxNewDates.value).toBe(1)
  })

  it('changes one parameter and no other', () => {
    const [made] = versionsAfterSetting(ruleSets, setting({}))
    const { apologyMaxNewDates: _, ...others } = made!.parameters
    const { apologyMaxNewDates: __, ...before } = decreeSet('nd-309-2026').parameters
    expect(others).toEqual(before)
  })

  it('takes the place of a version of its own day', () => {
    const first = versionsAfterSetting(ruleSets, setting({}))
    const second = versionsAfterSetting([...ruleSets, ...first], setting({ value: 3 }))
    expect(second).toMatchObject([{ version: 3, effectiveFrom: '2026-12-01', replaces: 2 }])
    const all = [...ruleSets, ...first, ...second]
    expect(ruleSetInForce(all, '2026-12-01').parameters.apologyMaxNewDates.value).toBe(3)
  })

  it('goes on in the amendments after it that took the old value over', () => {
    const made = versionsAfterSetting(ruleSets, setting({ effectiveFrom: '2025-10-01' }))
    expect(
      made.map(({ id, version, effectiveFrom, replaces }) => [id, version, effectiveFrom, replaces])
    ).toEqual([
      ['nd-118-2025', 2, '2025-10-01', null],
      ['nd-367-2025', 2, '2025-12-31', 1],
      ['nd-309-2026', 2, '2026-08-05', 1]
    ])
    const all = [...ruleSets, ...made]
    for (const [day, value] of [
      ['2025-09-30', 1],
      ['2025-10-01', 2],
      ['2025-12-31', 2],
      ['2026-08-05', 2]
    ] as const) {
      expect(ruleSetInForce(all, day).parameters.apologyMaxNewDates.value, day).toBe(value)
    }
  })

  it('ends where an amendment settles the matter itself', () => {
    const made = versionsAfterSetting(
      ruleSets,
      setting({ key: 'clockStart', value: 'complete_and_correct', effectiveFrom: '2026-01-01' })
    )
    expect(made.map(({ id }) => id)).toEqual(['nd-367-2025'])
    const all = [...ruleSets, ...made]
    expect(ruleSetInForce(all, '2026-08-05')).toBe(decreeSet('nd-309-2026'))
  })

  it('ends where another decree begins', () => {
    const made = versionsAfterSetting(ruleSets, setting({ effectiveFrom: '2020-01-01' }))
    expect(made.map(({ id }) => id)).toEqual(['nd-61-2018'])
  })

  it('ends where a later setting has settled the matter', () => {
    const later = versionsAfterSetting(ruleSets, setting({ effectiveFrom: '2027-06-01', value: 3 }))
    const all = [...ruleSets, ...later]
    const made = versionsAfterSetting(all, setting({ effectiveFrom: '2027-01-01', value: 2 }))
    expect(made.map(({ version, effectiveFrom }) => [version, effectiveFrom])).toEqual([[3, '2027-01-01']])
    const now = [...all, ...made]
    expect(ruleSetInForce(now, '2027-06-01').parameters.apologyMaxNewDates.value).toBe(3)
  })

  it('goes on in later settings of other parameters, without undoing them', () => {
    const later = versionsAfterSetting(
      ruleSets,
      setting({ key: 'supplementMaxRequests', effectiveFrom: '2027-06-01', value: 2 })
    )
    const all = [...ruleSets, ...later]
    const made = versionsAfterSetting(all, setting({ effectiveFrom: '2027-01-01' }))
    const { parameters } = ruleSetInForce([...all, ...made], '2027-06-01')
    expect(parameters.apologyMaxNewDates.value).toBe(2)
    expect(parameters.supplementMaxRequests.value).toBe(2)
  })

  it('can choose another title for the apology', () => {
    const title = 'Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết'
    const made = versionsAfterSetting(
      formSets,
      setting({ kind: 'forms', key: 'title.apology', value: title })
    )
    expect(made[0]?.parameters['title.apology']).toMatchObject({ value: title, confidence: 'high' })
    expect(made[0]?.parameters['title.apology']?.variants).toContain(title)
  })

  it.each([
    [
      'an unknown parameter',
      { key: 'apologyDays' },
      '/key',
      'Không có quy định nào mang tên này. Chọn một tên trong danh sách quy định.'
    ],
    [
      'a name that every object has',
      { key: 'toString' },
      '/key',
      'Không có quy định nào mang tên này. Chọn một tên trong danh sách quy định.'
    ],
    [
      'a form that the set lacks',
      { kind: 'forms', key: 'title.stop_notice', value: 'Thông báo', effectiveFrom: '2025-08-01' },
      '/key',
      'Không có quy định nào mang tên này. Chọn một tên trong danh sách quy định.'
    ],
    ['a number out of reach', { value: 11 }, '/value', 'Nhập số nguyên từ 0 đến 10'],
    ['half a number', { value: 1.5 }, '/value', 'Nhập số nguyên từ 0 đến 10'],
    ['text for a number', { value: '1' }, '/value', 'Nhập số nguyên từ 0 đến 10'],
    [
      'a choice that there is not',
      { key: 'termAfterSupplement', value: 'pause' },
      '/value',
      'Chọn một trong các giá trị: restart, resume, shift'
    ],
    [
      'a channel twice',
      { key: 'newDateChannels', value: ['sms', 'sms'] },
      '/value',
      'Chọn các giá trị không trùng nhau trong: email, sms, phone, social_network'
    ],
    [
      'a cut-off of the wrong kind',
      { key: 'forwardingCutOff', value: { kind: 'last_hours', minute: 1 } },
      '/value',
      'Nhập { kind: hour, minute: phút trong ngày } hoặc { kind: last_hours, hours: số giờ từ 1 đến 8 }, hoặc để trống (null)'
    ],
    [
      'a mark in lower case',
      { kind: 'forms', key: 'numberMark.refusal', value: 'ptc' },
      '/value',
      'Nhập chữ hoa, chữ số hoặc dấu gạch nối, nhiều nhất 20 ký tự, hoặc để trống (null)'
    ],
    [
      'no title',
      { kind: 'forms', key: 'title.apology', value: '' },
      '/value',
      'Nhập chữ, không để trống, nhiều nhất 200 ký tự'
    ]
  ] as const)('is refused with %s', (_, given, path, message) => {
    const sets = 'kind' in given ? formSets : ruleSets
    expect(errorsOf(() => versionsAfterSetting<(typeof sets)[number]>(sets, setting(given)))).toEqual({
      code: 'VALIDATION',
      errors: [{ path, message }]
    })
  })

  it.each([
    ['no cut-off', 'forwardingCutOff', null],
    ['the last hour', 'forwardingCutOff', { kind: 'last_hours', hours: 1 }],
    ['16:30', 'termCutOff', { kind: 'hour', minute: 990 }],
    ['no channel', 'newDateChannels', []],
    ['five years', 'retentionYears', 5],
    ['no', 'lateReasonReported', false],
    ['a body', 'lateReasonReportedTo', 'Sở Tư pháp']
  ])('can be %s', (_, key, value) => {
    const [made] = versionsAfterSetting(ruleSets, setting({ key, value }))
    expect(made?.parameters).toHaveProperty([key, 'value'], value)
  })

  it('is refused before the first decree', () => {
    expect(
      errorsOf(() => versionsAfterSetting(ruleSets, setting({ effectiveFrom: '2015-05-14' })))
    ).toMatchObject({
      code: 'NO_RULES_IN_FORCE'
    })
  })
})

describe('the day of effect of a circular', () => {
  const moved = (day: string, id = 'tt-03-2025') =>
    versionsAfterMove(formSets, {
      id,
      setting: setting({ kind: 'forms', key: 'inForceFrom', value: day, effectiveFrom: day })
    })

  it.each([
    ['later', '2025-11-01', '2025-09-15', 'tt-01-2018'],
    ['later, from the day itself', '2025-11-01', '2025-11-01', 'tt-03-2025'],
    ['earlier', '2025-07-01', '2025-07-01', 'tt-03-2025'],
    ['earlier, until the day before', '2025-07-01', '2025-06-30', 'tt-01-2018']
  ])('can be put right: %s', (_, day, asked, id) => {
    expect(formSetInForce([...formSets, ...moved(day)], asked).id).toBe(id)
  })

  it('leaves the version that dossiers have', () => {
    expect(moved('2025-11-01')).toMatchObject([
      { id: 'tt-03-2025', version: 2, replaces: 1, effectiveFrom: '2025-11-01' }
    ])
    expect(formSet('tt-03-2025').effectiveFrom).toBe('2025-09-15')
  })

  it('moves the later settings of the same forms along', () => {
    const made = versionsAfterSetting(
      formSets,
      setting({ kind: 'forms', key: 'title.apology', value: 'Thư xin lỗi', effectiveFrom: '2025-10-01' })
    )
    const all = [...formSets, ...made]
    const again = versionsAfterMove(all, {
      id: 'tt-03-2025',
      setting: setting({
        kind: 'forms',
        key: 'inForceFrom',
        value: '2025-09-20',
        effectiveFrom: '2025-09-20'
      })
    })
    const now = [...all, ...again]
    expect(formSetInForce(now, '2025-09-19').id).toBe('tt-01-2018')
    expect(formSetInForce(now, '2025-09-20').parameters['title.apology']?.value).toContain('Văn bản')
    expect(formSetInForce(now, '2025-10-01').parameters['title.apology']?.value).toBe('Thư xin lỗi')
  })

  it.each([
    [
      'before its predecessor',
      '2019-01-06',
      'tt-03-2025',
      '/value',
      'Chọn ngày sau 06/01/2019, ngày bắt đầu của Thông tư 01/2018/TT-VPCP'
    ],
    [
      'after its successor',
      '2026-01-25',
      'tt-03-2025',
      '/value',
      'Chọn ngày trước 25/01/2026, ngày bắt đầu của Thông tư 03/2025/TT-VPCP, sửa đổi bởi Thông tư 04/2025/TT-VPCP'
    ],
    [
      'to a day that is none',
      '2025-09-31',
      'tt-03-2025',
      '/value',
      'Nhập một ngày có trong lịch, dạng 2025-09-15'
    ],
    [
      'for forms that there are not',
      '2025-10-01',
      'tt-9',
      '/id',
      'Không có bộ biểu mẫu này. Nhập mã của một bộ biểu mẫu đang có.'
    ]
  ])('cannot be moved %s', (_, day, id, path, message) => {
    expect(errorsOf(() => moved(day, id))).toEqual({ code: 'VALIDATION', errors: [{ path, message }] })
  })
})

describe('the open points', () => {
  const inForce = { decree: ruleSetInForce(ruleSets, '2026-11-23'), forms: formsOn('2026-11-23') }
  const gaps = [...decreeGaps, ...formGaps]
  const points = openPoints(inForce, gaps)

  it('name what is unsure in the rules in force, and not what is sure', () => {
    const keys = points.map(({ key }) => key)
    expect(keys).toEqual(
      expect.arrayContaining([
        'apologyLeadDays',
        'supplementNoticeWorkingDays',
        'retentionYears',
        'title.apology'
      ])
    )
    expect(keys).not.toContain('clockStart')
    expect(keys).not.toContain('supplementMaxRequests')
  })

  it('name the known gaps, the circular that was not read among them', () => {
    const texts = points.filter(({ kind }) => kind === 'gap').map(({ label }) => label)
    expect(texts).toHaveLength(gaps.length)
    expect(texts.join(' ')).toContain('09/2026/TT-BTP')
    expect(texts.join(' ')).toContain('Nghị định 367/2025/NĐ-CP')
  })

  it('name the forms whose text was not read', () => {
    const labels = points
      .filter(({ kind, key }) => kind === 'forms' && key === null)
      .map(({ label }) => label)
    expect(labels).toContain('Nội dung Mẫu số 05')
    expect(labels).toHaveLength(7)
  })

  it('say each in Vietnamese, the least sure first', () => {
    for (const { label } of points)
      expect(label).toMatch(/[àáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ\u1ea0-\u1ef9]/i)
    const order = points.map(({ confidence }) => confidence)
    expect(order).toEqual(order.toSorted((one, other) => (one === other ? 0 : one === 'low' ? -1 : 1)))
  })

  it('lose the one that the administrator has settled', () => {
    const [made] = versionsAfterSetting(ruleSets, setting({ value: 1 }))
    const left = openPoints({ ...inForce, decree: made! }, gaps)
    expect(left).toHaveLength(points.length - 1)
    expect(left.map(({ key }) => key)).not.toContain('apologyMaxNewDates')
  })
})
