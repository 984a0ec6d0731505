import { describe, expect, it } from 'vitest'
import { type Searchable, searchIndex, searchProcedures } from '../../server/procedures/search.ts'

const procedure = (code: string, name: string, given: Partial<Searchable> = {}): Searchable => ({
  code,
  name,
  field: 'Hộ tịch',
  level: 'commune',
  ...given
})

const catalogue = [
  procedure('1.000894', 'Thủ tục đăng ký kết hôn'),
  procedure('2.000806', 'Thủ tục đăng ký kết hôn có yếu tố nước ngoài'),
  procedure('1.004746', 'Thủ tục đăng ký lại kết hôn'),
  procedure('1.001193', 'Thủ tục đăng ký khai sinh'),
  procedure('1.004873', 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân'),
  procedure('1.004222', 'Đăng ký thường trú', { field: 'Đăng ký, quản lý cư trú' }),
  procedure('1.012812', 'Hòa giải tranh chấp đất đai', { field: 'Đất đai' }),
  procedure('1.012783', 'Cấp đổi Giấy chứng nhận quyền sử dụng đất', { field: 'Đất đai', level: 'province' }),
  procedure('1.013978', 'Cấp mới Giấy chứng nhận quyền sử dụng đất', { field: 'Đất đai' }),
  procedure('2.002080', 'Thủ tục thanh toán thù lao cho hòa giải viên', { field: 'Hòa giải ở cơ sở' }),
  procedure('1.001612', 'Đăng ký thành lập hộ kinh doanh', { field: 'Hộ kinh doanh' })
]

const index = searchIndex(catalogue)
const found = (query: string, field = '') => searchProcedures(index, { query, field }).map(({ code }) => code)

describe('searching procedures', () => {
  it.each([
    ['without marks', 'dang ky ket hon'],
    ['with marks', 'Đăng ký kết hôn'],
    ['with decomposed marks', 'Đăng ký kết hôn'.normalize('NFD')],
    ['with odd spaces and capitals', '  DANG  ky KET hon '],
    ['by its initials', 'dkkh'],
    ['by its initials in capitals', 'ĐKKH'],
    ['by its full official name', 'thủ tục đăng ký kết hôn'],
    ['with the words in another order', 'hon ket ky dang'],
    ['by the start of its last word', 'dang ky ket ho'],
    ['with an abbreviation among words', 'dk ket hon'],
    ['by its code', '1.000894'],
    ['by its code without the dot', '1000894'],
    ['by the last digits of its code', '000894'],
    ['by the code with the suffix of a place', '1.000894.000.00.00.H01'],
    ['by the code with a suffix in small letters', '1.000894.000.00.00.h33.12'],
    ['by the code with a part of its suffix', '1.000894.000'],
    ['by the code with a suffix and without its dot', '1000894.000.00.00.H01'],
    ['with one letter mistyped', 'dang ky kwt hon'],
    ['with two letters swapped', 'dagn ky ket hon'],
    ['with a letter left out', 'dang ky kt hon'],
    ['with a letter too many', 'dangg ky ket hon'],
    ['without spaces', 'kethon']
  ])('finds the registration of a marriage first: %s', (_, query) => {
    expect(found(query)[0]).toBe('1.000894')
  })

  it('puts a name that is the query before names that begin with it, and these before names that hold its words', () => {
    expect(found('dang ky ket hon')).toEqual(['1.000894', '2.000806', '1.004746'])
  })

  it.each([
    ['do finds đổi', 'doi', '1.012783'],
    ['both places of a tone mark', 'hoà giải tranh chấp', '1.012812'],
    ['the name people use: sổ đỏ', 'sổ đỏ', '1.013978'],
    ['the name people use: hộ khẩu', 'nhập hộ khẩu', '1.004222'],
    ['the name people use: giấy độc thân', 'giay doc than', '1.004873'],
    ['letters that stand for words', 'tthn', '1.004873']
  ])('finds by %s', (_, query, code) => {
    expect(found(query)[0]).toBe(code)
  })

  it('puts the local code of a place before the national one where it is asked for', () => {
    const local = searchIndex([
      procedure('1.012753', 'Cấp giấy chứng nhận'),
      procedure('1.012753.H19', 'Cấp giấy chứng nhận ở Đồng Nai', { level: 'province' })
    ])
    const codes = (query: string) => searchProcedures(local, { query }).map(({ code }) => code)
    expect(codes('1.012753.H19')).toEqual(['1.012753.H19', '1.012753'])
    expect(codes('1.012753')).toEqual(['1.012753', '1.012753.H19'])
    expect(codes('1.012753.H01')).toEqual(['1.012753', '1.012753.H19'])
  })

  it('puts a name of which the query is the initials before names that begin with it', () => {
    expect(found('hgtcdd')[0]).toBe('1.012812')
    const names = searchIndex([
      procedure('1.000001', 'Thanh toán thù lao'),
      procedure('1.000002', 'Tách hộ', { level: 'province' })
    ])
    expect(searchProcedures(names, { query: 'th' }).map(({ code }) => code)).toEqual(['1.000002', '1.000001'])
  })

  it('puts the commune before the province where both fit alike', () => {
    expect(found('giay chung nhan quyen su dung dat')).toEqual(['1.013978', '1.012783'])
  })

  it('finds by the field of work, after the names', () => {
    expect(found('hoa giai')).toEqual(['1.012812', '2.002080'])
    expect(found('cu tru')).toEqual(['1.004222'])
  })

  it('keeps to a field', () => {
    expect(found('', 'đất đai')).toEqual(['1.012783', '1.013978', '1.012812'])
    expect(found('dang ky', 'Đất đai')).toEqual([])
  })

  it('gives everything by name for an empty query', () => {
    expect(found('  ')).toHaveLength(catalogue.length)
    expect(found('thủ tục')).toHaveLength(catalogue.length)
  })

  it.each(['xin giay phep nuoi ho', '9.999999', '%', "'; drop table", 'zzz'])(
    'finds nothing for %s',
    (query) => {
      expect(found(query)).toEqual([])
    }
  )

  it('does not choke on a query of a hundred thousand letters', () => {
    expect(found('a'.repeat(100_000))).toEqual([])
  })

  it('lists the fields in Vietnamese order', () => {
    expect(index.fields).toEqual([
      'Đăng ký, quản lý cư trú',
      'Đất đai',
      'Hòa giải ở cơ sở',
      'Hộ kinh doanh',
      'Hộ tịch'
    ])
  })
})
