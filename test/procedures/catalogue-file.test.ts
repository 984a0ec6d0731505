import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CatalogueFile, readCatalogueFile } from '../../server/procedures/catalogue-file.ts'
import type { AttentionKind, ProcedureEdition } from '../../server/procedures/edition.ts'
import { normalText } from '../../server/text-key.ts'

const plain = {
  code: '1.000001',
  name: 'Thủ tục thử nghiệm',
  field: 'Hộ tịch',
  level: 'xa',
  agency: 'Ủy ban nhân dân cấp xã',
  termText: '05 ngày làm việc',
  term: { amount: 5, unit: 'working_day' },
  termVariants: [],
  termNote: null,
  feeText: 'Miễn phí',
  fee: 0,
  components: [{ name: 'Tờ khai', original: 1, copy: 0, note: '' }],
  result: 'Giấy xác nhận',
  legalBasis: ['123/2015/NĐ-CP'],
  channels: ['truc_tiep', 'truc_tuyen', 'buu_chinh']
}

function read(given: Record<string, unknown>): {
  edition: ProcedureEdition
  kinds: AttentionKind[]
  details: string[]
} {
  const { editions, attention } = readCatalogueFile([{ ...plain, ...given }])
  const [edition] = editions
  if (!edition) throw new Error('the entry was refused')
  const points = attention.get(edition.code) ?? []
  return { edition, kinds: points.map(({ kind }) => kind), details: points.map(({ detail }) => detail) }
}

describe('a procedure that is published as it should be', () => {
  it('is taken as it stands and wants no attention', () => {
    const { edition, kinds } = read({})
    expect(kinds).toEqual([])
    expect(edition).toEqual({
      code: '1.000001',
      name: 'Thủ tục thử nghiệm',
      field: 'Hộ tịch',
      level: 'commune',
      agency: 'Ủy ban nhân dân cấp xã',
      term: { amount: 5, unit: 'working_day' },
      termSource: '05 ngày làm việc',
      cutOff: null,
      variants: [],
      fee: 0,
      feeText: 'Miễn phí',
      components: [{ name: 'Tờ khai', originals: 1, copies: 0, group: null, presented: false, detail: null }],
      notes: [],
      channels: ['counter', 'online', 'post'],
      immediate: false,
      result: 'Giấy xác nhận',
      legalBasis: ['123/2015/NĐ-CP']
    })
  })

  it('is composed and trimmed, without its own code and stop in the name', () => {
    const { edition } = read({
      name: '  Tham vấn (cấp xã) (1.000001) : . '.normalize('NFD'),
      field: 'hộ tịch'
    })
    expect(edition.name).toBe('Tham vấn (cấp xã)')
    expect(edition.field).toBe('Hộ tịch')
  })
})

describe('the term', () => {
  it.each<[string, Record<string, unknown>, ProcedureEdition['term']]>([
    ['is the stated one', { term: { amount: 3, unit: 'working_day' } }, { amount: 3, unit: 'working_day' }],
    ['is read from the words where none is stated', { term: undefined }, { amount: 5, unit: 'working_day' }],
    ['stays unknown where the file says that it is', { term: null }, null],
    ['is not a number without its unit', { term: undefined, termText: '7 (đơn vị: khác)' }, null],
    ['is not zero days', { term: { amount: 0, unit: 'working_day' }, termText: null }, null],
    ['is not an unknown unit', { term: { amount: 5, unit: 'OTHER' }, termText: null }, null]
  ])('%s', (_, given, term) => {
    expect(read(given).edition.term).toEqual(term)
  })

  it('wants attention where there is none, with what the source says', () => {
    const { kinds, details } = read({
      term: null,
      termText: '7 (đơn vị: khác)',
      termVariants: [
        {
          case: 'dịch vụ công (cases.processingDay)',
          termText: '12 WORKING_DAY',
          term: { amount: 12, unit: 'working_day' }
        }
      ]
    })
    expect(kinds).toEqual(['term_missing'])
    expect(details[0]).toBe('Nguồn ghi: “7 (đơn vị: khác)”. Cổng dịch vụ công để 12 ngày làm việc')
  })

  it.each<[string, Record<string, unknown>, AttentionKind[]]>([
    ['that the source worked out itself', { termNote: 'trích từ trình tự thực hiện' }, ['term_guessed']],
    [
      'in two units',
      { termText: '5 Ngày làm việc. Không quá 05 ngày kể từ ngày nhận hồ sơ' },
      ['term_unit_unclear']
    ],
    ['beside another', { termText: '5 Ngày làm việc (hoặc 7 ngày đối với nhà ở)' }, ['term_by_case']],
    [
      'of which the steps are named',
      { termText: '5 Ngày làm việc. - Xã: 02 ngày làm việc; - Sở: 03 ngày làm việc' },
      []
    ]
  ])('wants attention %s', (_, given, kinds) => {
    expect(read(given).kinds).toEqual(kinds)
  })

  it('wants attention where the portal is set to another one', () => {
    const portal = (amount: number, unit: string) => ({
      case: 'dịch vụ công (cases.processingDay)',
      termText: 'x',
      term: { amount, unit }
    })
    const { edition, kinds, details } = read({
      termVariants: [portal(5, 'working_day'), portal(2, 'calendar_day'), portal(1, 'working_day')]
    })
    expect(kinds).toEqual(['term_portal_differs'])
    expect(details).toEqual(['Cổng dịch vụ công để 2 ngày; 1 ngày làm việc'])
    expect(edition).toMatchObject({ term: { amount: 5 }, variants: [] })
  })

  it('of the same day takes the hour after which the next day counts, and is given at once', () => {
    const { edition } = read({
      term: { amount: 1, unit: 'same_day' },
      termText: 'Trong ngày; nhận sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo',
      termVariants: [
        {
          case: 'nhận hồ sơ sau 15 giờ',
          termText: 'ngày làm việc tiếp theo',
          term: { amount: 1, unit: 'working_day' }
        }
      ]
    })
    expect(edition.cutOff).toEqual({ kind: 'hour', minute: 900 })
    expect(edition.immediate).toBe(true)
    expect(edition.variants).toEqual([])
  })

  it('in days takes no cut-off from a clause about the day of receipt', () => {
    const termText = '3 Ngày làm việc. Giải quyết trong ngày; sau 15 giờ thì trong ngày làm việc tiếp theo'
    expect(read({ term: { amount: 3, unit: 'working_day' }, termText }).edition.cutOff).toBeNull()
  })
})

describe('terms that differ', () => {
  const row = (channel: string, amount: number, termText = `${amount} Ngày làm việc`) => ({
    channel,
    termText,
    term: { amount, unit: 'working_day' }
  })

  it('by a named case are cases', () => {
    const { edition, kinds } = read({
      termVariants: [
        { case: 'phải xác minh', termText: 'không quá 23 ngày', term: { amount: 23, unit: 'calendar_day' } }
      ]
    })
    expect(edition.variants).toEqual([
      { kind: 'case', name: 'Phải xác minh', channel: null, term: { amount: 23, unit: 'calendar_day' } }
    ])
    expect(kinds).toEqual([])
  })

  it('by channel are channels, which an administrator checks', () => {
    const { edition, kinds } = read({ termVariants: [row('truc_tuyen', 2), row('truc_tiep', 5)] })
    expect(edition.variants).toEqual([
      { kind: 'channel', name: 'nộp qua mạng', channel: 'online', term: { amount: 2, unit: 'working_day' } }
    ])
    expect(kinds).toEqual(['term_by_channel'])
  })

  it('by channel are cases with land procedures, which hold their cases there', () => {
    const { edition, kinds } = read({
      field: 'Đất đai',
      termVariants: [row('truc_tuyen', 15), row('buu_chinh', 20), row('truc_tiep', 5)]
    })
    expect(edition.variants.map(({ kind, name }) => [kind, name])).toEqual([
      ['case', 'Trường hợp 15 ngày làm việc'],
      ['case', 'Trường hợp 20 ngày làm việc']
    ])
    expect(kinds).toEqual(['term_by_case'])
  })

  it('within one channel are cases, named by their own words where these name one', () => {
    const { edition } = read({
      termVariants: [
        row('truc_tuyen', 5),
        row('truc_tuyen', 1, '1 Ngày làm việc với trường hợp thông tin đã có trong cơ sở dữ liệu.')
      ]
    })
    expect(edition.variants.map(({ kind, name }) => [kind, name])).toEqual([
      ['case', 'Trường hợp thông tin đã có trong cơ sở dữ liệu']
    ])
  })

  it('by the step of an agency are remarks', () => {
    const { edition } = read({
      termVariants: [
        { case: 'bước tại Sở Nội vụ', termText: '05 ngày làm việc', term: { amount: 3, unit: 'working_day' } }
      ]
    })
    expect(edition.variants).toEqual([])
    expect(edition.notes).toEqual(['bước tại Sở Nội vụ: 05 ngày làm việc'])
  })

  it('of a case without a readable term are remarks', () => {
    const { edition } = read({
      termVariants: [{ case: 'nhiều bản sao', termText: 'kéo dài thêm 02 ngày', term: null }]
    })
    expect(edition.variants).toEqual([])
    expect(edition.notes).toEqual(['nhiều bản sao: kéo dài thêm 02 ngày'])
  })
})

describe('the papers', () => {
  const paper = (name: string, given: Record<string, unknown> = {}) => ({
    name,
    original: 1,
    copy: 0,
    note: '',
    ...given
  })

  it('are told from remarks and headings', () => {
    const { edition } = read({
      components: [
        paper('Giấy tờ phải nộp gồm:'),
        paper('Tờ khai đăng ký khai sinh theo mẫu;'),
        paper('Thông tin đã có thì không phải tải lên', { original: 0 }),
        paper('Đã có chữ ký số thì thôi', { note: '[nguồn ghi 0 bản: lưu ý, không phải giấy tờ nộp]' }),
        paper('Hồ sơ gồm', { note: '[dòng tiêu đề trong nguồn]' }),
        paper('Lưu ý: nộp bản sao điện tử cũng được', { copy: 1 })
      ]
    })
    expect(edition.components.map(({ name }) => name)).toEqual(['Tờ khai đăng ký khai sinh theo mẫu'])
    expect(edition.notes).toEqual([
      'Thông tin đã có thì không phải tải lên',
      'Đã có chữ ký số thì thôi',
      'Lưu ý: nộp bản sao điện tử cũng được'
    ])
  })

  const kept = (components: Record<string, unknown>[]) =>
    read({ components }).edition.components.map(({ name, group }) => [name, group])
  const CASE = 'Đối với dự án đầu tư, hồ sơ phải bổ sung'
  const MARKED_HEADING = '[dòng tiêu đề trong nguồn]'
  const MARKED_REMARK = '[nguồn ghi 0 bản: lưu ý, không phải giấy tờ nộp]'

  it.each<[string, Record<string, unknown>]>([
    ['that counts nothing', { original: 0 }],
    ['that the source counts as a paper and marks as a heading', { copy: 1, note: MARKED_HEADING }]
  ])('stand under their heading, a row %s, and a condition wants attention', (_, given) => {
    const components = [paper('Đơn'), paper(`${CASE}:`, given), paper('Bản vẽ'), paper('Giấy phép')]
    expect(kept(components)).toEqual([
      ['Đơn', null],
      ['Bản vẽ', CASE],
      ['Giấy phép', CASE]
    ])
    const { kinds, details, edition } = read({ components })
    expect(kinds).toEqual(['components_by_case'])
    expect(details).toEqual([`Nguồn ghi: “${CASE}”`])
    expect(edition.notes).toEqual([])
  })

  it('stand under a heading as far as its own chapter goes, and up to the next number', () => {
    const chapter = 'Hồ sơ gồm các giấy tờ sau'
    expect(
      kept([
        paper('1. Trường hợp bầu lần đầu, hồ sơ gồm:', { note: `${chapter} ${MARKED_HEADING}` }),
        paper('Biên bản họp', { note: chapter }),
        paper('2. Trường hợp bầu lại:', { note: `${chapter} ${MARKED_HEADING}` }),
        paper('Văn bản đề nghị', { note: chapter }),
        paper('3. Trường hợp nhập thì nộp quyết định', { note: chapter }),
        paper('4. Trường hợp tách:', { note: `${chapter} ${MARKED_HEADING}` }),
        paper('Danh sách', { note: chapter }),
        paper('Căn cước', { note: 'Giấy tờ phải xuất trình' })
      ])
    ).toEqual([
      ['Biên bản họp', `${chapter}: 1. Trường hợp bầu lần đầu, hồ sơ gồm`],
      ['Văn bản đề nghị', `${chapter}: 2. Trường hợp bầu lại`],
      ['3. Trường hợp nhập thì nộp quyết định', chapter],
      ['Danh sách', `${chapter}: 4. Trường hợp tách`],
      ['Căn cước', 'Giấy tờ phải xuất trình']
    ])
  })

  it('stand under no heading that only says that papers follow', () => {
    const components = [
      paper('Người có yêu cầu nộp/xuất trình các giấy tờ sau:', { original: 0 }),
      paper('Tờ khai'),
      paper('Hồ sơ bao gồm:', { original: 0 }),
      paper('Đơn')
    ]
    expect(kept(components)).toEqual([
      ['Tờ khai', null],
      ['Đơn', null]
    ])
    expect(read({ components }).kinds).toEqual([])
  })

  it.each<[string, Record<string, unknown>[]]>([
    ['among remarks', [paper(`${CASE}:`, { original: 0, note: MARKED_REMARK }), paper('Bản vẽ')]],
    ['below all papers', [paper('Bản vẽ'), paper(`${CASE}:`, { original: 0 })]]
  ])('are not put under a heading that stands %s, as such lists are out of order', (_, components) => {
    const { edition, kinds, details } = read({ components })
    expect(edition.components).toMatchObject([{ name: 'Bản vẽ', group: null }])
    expect(edition.notes).toEqual([`${CASE}: hỏi cán bộ tại quầy cần giấy tờ nào.`])
    expect(kinds).toEqual(['components_by_case'])
    expect(details).toEqual([`Nguồn ghi: “${CASE}”`])
  })

  it('are told from headings by their copies where nothing stands below them', () => {
    expect(kept([paper('Giấy phép'), paper('Đơn có cam kết, theo mẫu:', { original: 0, copy: 1 })])).toEqual([
      ['Giấy phép', null],
      ['Đơn có cam kết, theo mẫu', null]
    ])
  })

  it('are not put under the heading of remarks, which an administrator is told of', () => {
    const { edition, kinds, details } = read({
      components: [
        paper('Tờ khai'),
        paper('Đối với việc đặt tên:', { original: 0, note: `* Lưu ý: ${MARKED_REMARK}` })
      ]
    })
    expect(edition).toMatchObject({ components: [{ group: null }], notes: [] })
    expect(kinds).toEqual(['notes_headed'])
    expect(details).toEqual(['Nguồn ghi: “Đối với việc đặt tên”'])
  })

  it('that carry numbers of their own stand in the order of these, after those without a heading', () => {
    const { edition } = read({
      components: [
        paper('(2) Bản gốc giấy chứng nhận', { note: 'Hồ sơ gồm:' }),
        paper('Giấy ủy quyền'),
        paper('(10) Sơ đồ', { note: 'Hồ sơ gồm:' }),
        paper('(1) Đơn đăng ký', { note: 'Hồ sơ gồm:' })
      ]
    })
    expect(edition.components.map(({ name }) => name)).toEqual([
      'Giấy ủy quyền',
      '(1) Đơn đăng ký',
      '(2) Bản gốc giấy chứng nhận',
      '(10) Sơ đồ'
    ])
  })

  it('that are only shown are told from those that are kept', () => {
    const { edition } = read({
      components: [
        paper('Tờ khai', { note: '* Giấy tờ phải nộp:; Tệp mẫu: Mau01.docx' }),
        paper('Căn cước', { note: '* Giấy tờ phải xuất trình:' })
      ]
    })
    expect(edition.components).toMatchObject([
      { name: 'Tờ khai', group: 'Giấy tờ phải nộp', presented: false },
      { name: 'Căn cước', group: 'Giấy tờ phải xuất trình', presented: true }
    ])
  })

  it('of thousands of characters get a short name and keep the whole text', () => {
    const long = `Giấy chứng nhận quyền sử dụng đất hoặc giấy tờ thay thế. ${'Chi tiết từng trường hợp. '.repeat(180)}`
    const [component] = read({ components: [paper(long)] }).edition.components
    expect(component?.name).toBe('Giấy chứng nhận quyền sử dụng đất hoặc giấy tờ thay thế')
    expect(component?.detail).toBe(long.trim())
  })

  it('without a stop in time are cut at a word', () => {
    const [component] = read({ components: [paper('Giấy xác nhận '.repeat(40))] }).edition.components
    expect(component?.name).toMatch(/^Giấy xác nhận .* (?:Giấy|xác|nhận) …$/)
    expect(component?.name.length).toBeLessThanOrEqual(302)
  })

  it.each<[string, unknown[], AttentionKind[]]>([
    ['none', [], ['components_missing']],
    ['an original and a copy of one paper', [paper('Giấy chứng nhận', { copy: 1 })], ['copies_unclear']],
    [
      'two papers in one row',
      [paper('Văn bản ủy quyền.1 bản chính,1 bản saoĐơn đăng ký')],
      ['components_joined']
    ],
    ['a row like a chapter', [paper('Giấy tờ. '.repeat(300))], ['components_long']]
  ])('want attention: %s', (_, components, kinds) => {
    expect(read({ components }).kinds).toEqual(kinds)
  })
})

describe('bodies, fees and gaps', () => {
  it.each<[string, Record<string, unknown>, AttentionKind[]]>([
    ['a township', { agency: 'Ủy ban Nhân dân xã, phường, thị trấn.' }, ['outdated_body']],
    ['the district', { feeText: 'Miễn phí', result: 'Quyết định của UBND cấp huyện' }, ['outdated_body']],
    [
      'a merged branch',
      { name: 'Giấy do ngành Lao động - Thương binh và Xã hội quản lý' },
      ['outdated_body']
    ],
    ['another province', { agency: 'Sở Tư pháp Thành phố Hà Nội' }, ['agency_elsewhere']],
    ['no agency', { agency: null }, ['agency_missing']],
    ['no field', { field: '' }, ['field_missing']],
    ['no result', { result: ' ' }, ['result_missing']],
    ['a part of the papers', { componentsPartial: true }, ['components_partial']],
    ['a name in capitals', { name: 'THỦ TỤC ĐĂNG KÝ (CẤP XÃ)' }, ['name_capitals']],
    ['an unknown fee', { fee: null, feeText: null }, ['fee_unknown']]
  ])('want attention: %s', (_, given, kinds) => {
    expect(read(given).kinds).toEqual(kinds)
  })

  it.each<[unknown, string, number | null]>([
    [0, 'Miễn phí', 0],
    [0, 'Miễn phí (Mức cụ thể do Hội đồng nhân dân tỉnh quyết định)', null],
    [null, 'Miễn phí', null],
    [undefined, '8.000 đồng', 8000],
    [-5, '8.000 đồng', null],
    ['8000', '8.000 đồng', null]
  ])('takes the fee %s of “%s” as %s', (fee, feeText, expected) => {
    expect(read({ fee, feeText }).edition.fee).toBe(expected)
  })

  it('are not made up where the province has a word for all of them', () => {
    expect(read({ agency: 'Công an tỉnh; Sở Tài chính các tỉnh, thành phố' }).kinds).toEqual([])
  })
})

describe('values that cannot be read', () => {
  it.each<[string, Record<string, unknown>, [AttentionKind, string][]]>([
    ['no level', { level: undefined }, [['level_unknown', 'Nguồn để trống']]],
    ['an unknown level', { level: 'huyện' }, [['level_unknown', 'Nguồn ghi: “huyện”']]],
    [
      'a term in words where a number belongs',
      { term: '5 ngày', termText: null },
      [
        ['term_missing', 'Nguồn ghi: “5 ngày”'],
        ['value_unread', 'Thời hạn: “5 ngày”']
      ]
    ],
    [
      'a term of less than nothing',
      { term: { amount: -5 }, termText: null },
      [
        ['term_missing', 'Nguồn ghi: “{"amount":-5}”'],
        ['value_unread', 'Thời hạn: “{"amount":-5}”']
      ]
    ],
    ['a term beside its words', { term: 5 }, [['value_unread', 'Thời hạn: “5”']]],
    [
      'a fee in words where a number belongs',
      { fee: 'miễn', feeText: null },
      [
        ['fee_unknown', 'Nguồn ghi: “miễn”'],
        ['value_unread', 'Phí, lệ phí: “miễn”']
      ]
    ],
    [
      'an agency that is no text',
      { agency: 7 },
      [
        ['agency_missing', 'Nguồn ghi: “7”'],
        ['value_unread', 'Cơ quan thực hiện: “7”']
      ]
    ],
    [
      'a field of work as long as a page',
      { field: 'x'.repeat(201) },
      [
        ['field_missing', `Nguồn ghi: “${'x'.repeat(160)}…”`],
        ['value_unread', `Lĩnh vực: “${'x'.repeat(160)}…”`]
      ]
    ],
    [
      'papers that are no list',
      { components: 'Đơn' },
      [
        ['components_missing', 'Nguồn ghi: “Đơn”'],
        ['value_unread', 'Thành phần hồ sơ: “Đơn”']
      ]
    ],
    [
      'a channel that nobody knows',
      { channels: ['truc_tiep', 'fax'] },
      [['value_unread', 'Cách nộp: “fax”']]
    ],
    [
      'a case without a name or a channel',
      { termVariants: [{ channel: 'fax', term: { amount: 2, unit: 'working_day' } }] },
      [
        [
          'value_unread',
          'Thời hạn theo trường hợp: “{"channel":"fax","term":{"amount":2,"unit":"working_day"}}”'
        ]
      ]
    ],
    [
      'a cut-off at no hour',
      { cutOff: { kind: 'hour', minute: 1440 } },
      [['value_unread', 'Giờ chốt: “{"kind":"hour","minute":1440}”']]
    ]
  ])('are quoted as they stand: %s', (_, given, points) => {
    const { kinds, details } = read(given)
    expect(kinds.map((kind, index) => [kind, details[index]])).toEqual(points)
  })

  it('keep the paper whose copies nobody can count', () => {
    const row = { name: 'Giấy', original: 'một', copy: -2 }
    const { edition, kinds, details } = read({
      components: [row, { name: 'Đơn' }, { name: 'Bản vẽ', copy: 1 }]
    })
    expect(edition.notes).toEqual([])
    expect(edition.components).toMatchObject([
      { name: 'Giấy', originals: 0, copies: 0 },
      { name: 'Đơn', originals: 0, copies: 0 },
      { name: 'Bản vẽ', originals: 0, copies: 1 }
    ])
    expect(kinds).toEqual(['value_unread', 'value_unread'])
    expect(details).toEqual([
      'Thành phần hồ sơ: “{"name":"Giấy","original":"một","copy":-2}”',
      'Thành phần hồ sơ: “{"name":"Đơn"}”'
    ])
  })
})

describe('entries that cannot be taken', () => {
  it.each<[string, unknown, string]>([
    ['no object', 'Đăng ký khai sinh', 'not_an_entry'],
    ['no code', { ...plain, code: undefined }, 'code_missing'],
    ['a malformed code', { ...plain, code: '1-000001' }, 'code_malformed'],
    ['no name', { ...plain, name: '' }, 'name_missing'],
    ['a name like a chapter', { ...plain, name: 'Tên '.repeat(1250) }, 'name_too_long']
  ])('are refused with the reason: %s', (_, entry, reason) => {
    expect(readCatalogueFile([plain, entry]).refused).toMatchObject([{ index: 1, reason }])
  })

  it('are refused when the code was there already, and the first one stays', () => {
    const { editions, refused } = readCatalogueFile([plain, { ...plain, name: 'Khác' }])
    expect(editions.map(({ name }) => name)).toEqual(['Thủ tục thử nghiệm'])
    expect(refused).toEqual([{ index: 1, code: '1.000001', reason: 'duplicate_code' }])
  })

  it('are a whole file that is no list', () => {
    expect(readCatalogueFile({ procedures: {} })).toMatchObject({
      editions: [],
      refused: [{ reason: 'not_a_list' }]
    })
  })

  it('do not include a local code of a province', () => {
    expect(readCatalogueFile([{ ...plain, code: '1.012753.H19' }]).refused).toEqual([])
  })
})

const wholeFile = path.resolve(import.meta.dirname, '../../../shared/data/procedures.json')

describe.skipIf(!existsSync(wholeFile))('the whole published catalogue', () => {
  let whole: CatalogueFile | undefined
  const read = () => {
    whole ??= readCatalogueFile(JSON.parse(readFileSync(wholeFile, 'utf8')))
    return whole
  }

  it('is taken whole, and nothing is invented', () => {
    const { editions, refused } = read()
    const count = (holds: (edition: ProcedureEdition) => boolean) => editions.filter(holds).length
    expect(refused).toEqual([])
    expect({
      read: editions.length,
      commune: count(({ level }) => level === 'commune'),
      withoutTerm: count(({ term }) => term === null),
      withCutOff: count(({ cutOff }) => cutOff !== null),
      immediate: count(({ immediate }) => immediate),
      free: count(({ fee }) => fee === 0),
      feeUnknown: count(({ fee }) => fee === null)
    }).toEqual({
      read: 362,
      commune: 293,
      withoutTerm: 40,
      withCutOff: 12,
      immediate: 12,
      free: 163,
      feeUnknown: 175
    })
  })

  it('names what wants attention', () => {
    const counts: Partial<Record<AttentionKind, number>> = {}
    for (const points of read().attention.values()) {
      for (const kind of new Set(points.map((point) => point.kind))) counts[kind] = (counts[kind] ?? 0) + 1
    }
    expect(counts).toMatchObject({
      term_missing: 40,
      term_guessed: 29,
      fee_unknown: 175,
      fee_expires: 8,
      agency_elsewhere: 3,
      agency_missing: 4,
      components_missing: 1,
      components_partial: 1,
      components_by_case: 21,
      notes_headed: 31,
      term_portal_differs: 6,
      name_capitals: 2
    })
    expect(counts).not.toHaveProperty('value_unread')
    expect(counts).not.toHaveProperty('level_unknown')
    expect(counts.outdated_body).toBeGreaterThan(40)
    expect(counts.copies_unclear).toBeGreaterThan(100)
  })

  it('keeps remarks out of the papers', () => {
    const { editions } = read()
    const papers = editions.flatMap(({ components }) => components)
    expect(papers.filter(({ originals, copies }) => originals + copies === 0)).toEqual([])
    expect(papers.filter(({ name }) => name.endsWith(':') || name.length > 302)).toEqual([])
  })

  it('loses no heading that says more than that papers follow', () => {
    const document: { code: string; components: { name: string }[] }[] = JSON.parse(
      readFileSync(wholeFile, 'utf8')
    )
    const { editions, attention } = read()
    const lost = document.flatMap(({ code, components }, index) => {
      const { notes = [], components: papers = [] } = editions[index] ?? {}
      const said = [
        ...papers.map(({ name, detail }) => detail ?? name),
        ...notes,
        ...papers.map(({ group }) => group),
        ...(attention.get(code) ?? []).map(({ detail }) => detail)
      ]
      return components
        .map(({ name }) => normalText(name).replace(/[\s:]+$/, ''))
        .filter((_, place) => /:\s*$/.test(components[place]?.name ?? ''))
        .filter((words) => !/các giấy tờ sau$/.test(words) && !said.some((text) => text?.includes(words)))
    })
    expect(lost).toEqual([])
  })

  it.each(['1.014849', '1.014850', '1.014851', '1.014852', '1.014853', '1.014860', '1.014863', '1.014864'])(
    '%s asks for the papers of an investment project of nobody else',
    (code) => {
      const { editions, attention } = read()
      const groups = editions.find((edition) => edition.code === code)?.components.map(({ group }) => group)
      expect(groups?.slice(0, 4).filter((group) => group !== null)).toEqual([])
      expect(groups?.at(-1)).toMatch(/^Đối với các dự án đầu tư trong phạm vi bảo vệ/)
      expect(attention.get(code)?.map(({ kind }) => kind)).toContain('components_by_case')
    }
  )
})
