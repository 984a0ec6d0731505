import { describe, expect, it } from 'vitest'
import type { FormField, FormKind } from '../../server/regulation/forms.ts'
import { findForm, printedForms } from '../../server/regulation/rule-set.ts'
import { formSet, formsOn } from './shipped.ts'

function form(set: string, kind: FormKind) {
  const found = findForm(printedForms(formSet(set)), kind)
  if (!found) throw new Error(`${set} has no ${kind}`)
  return found
}

const written = ({ id, label, kind, unit, fields }: FormField): string =>
  [
    `${id}: ${label}`,
    unit,
    kind === 'text' ? undefined : `[${kind}]`,
    fields && `{${fields.map(({ id }) => id).join(' ')}}`
  ]
    .filter((part) => part !== undefined)
    .join(' ')

describe('the six forms of Thông tư 01/2018', () => {
  it.each([
    ['01', 'receipt_slip', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'TNHS', 'A5'],
    ['02', 'supplement_request', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'HDHS', 'A5'],
    ['03', 'refusal', 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', null, 'A5'],
    ['04', 'apology', 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', 'PXL', 'A5'],
    ['05', 'control_slip', 'Phiếu kiểm soát quá trình giải quyết hồ sơ', null, 'A5'],
    ['06', 'register', 'Sổ theo dõi hồ sơ', null, 'A4']
  ] as const)('%s is the %s', (number, kind, title, numberMark, paper) => {
    expect(form('tt-01-2018', kind)).toMatchObject({ number, title, numberMark, paper, counterMark: null })
  })

  it('are six', () => {
    expect(formSet('tt-01-2018').forms).toHaveLength(6)
    expect(findForm(formSet('tt-01-2018').forms, 'stop_notice')).toBeUndefined()
  })

  it('give the slip two copies, and only the slip', () => {
    const copies = formSet('tt-01-2018').forms.map((one) => one.copies)
    expect(copies[0]).toEqual(['Liên 1: Lưu', 'Liên 2: Giao khách hàng'])
    expect(copies.slice(1).flat()).toEqual([])
  })

  it('01 has its lines in order', () => {
    expect(form('tt-01-2018', 'receipt_slip').fields.map(written)).toEqual([
      'code: Mã hồ sơ:',
      'copy: (Liên: Lưu/giao khách hàng) [copy]',
      'counter: Bộ phận tiếp nhận và trả kết quả:',
      'applicant: Tiếp nhận hồ sơ của:',
      'address: Địa chỉ:',
      'phone: Số điện thoại:',
      'email: Email:',
      'request: Nội dung yêu cầu giải quyết:',
      'components: 1. Thành phần hồ sơ nộp gồm: [list]',
      'sets: 2. Số lượng hồ sơ: (bộ) [count]',
      'term: 3. Thời gian giải quyết hồ sơ theo quy định là: ngày [count]',
      'receivedAt: 4. Thời gian nhận hồ sơ: [instant]',
      'dueAt: 5. Thời gian trả kết quả giải quyết hồ sơ: [instant]',
      'resultDelivery: 6. Đăng ký nhận kết quả tại:',
      'registerVolume: Vào Sổ theo dõi hồ sơ, Quyển số:',
      'registerOrdinal: Số thứ tự'
    ])
    expect(form('tt-01-2018', 'receipt_slip').notes).toHaveLength(2)
  })

  it('02 has its lines in order', () => {
    expect(form('tt-01-2018', 'supplement_request').fields.map(written)).toEqual([
      'applicant: Hồ sơ của:',
      'request: Nội dung yêu cầu giải quyết:',
      'address: Địa chỉ:',
      'phone: Số điện thoại:',
      'email: Email:',
      'items: Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau: [list]',
      'reason: Lý do:',
      'contact: Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, ông (bà) liên hệ với {contactName} số điện thoại {contactPhone} để được hướng dẫn./. [sentence]'
    ])
  })

  it('03 has its lines in order', () => {
    expect(form('tt-01-2018', 'refusal').fields.map(written)).toEqual([
      'counter: Bộ phận tiếp nhận và trả kết quả:',
      'applicant: Tiếp nhận hồ sơ của:',
      'address: Địa chỉ:',
      'phone: Số điện thoại:',
      'email: Email:',
      'request: Nội dung yêu cầu giải quyết:',
      'reason: Qua xem xét, Bộ phận tiếp nhận và trả kết quả {counter} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau: {reason} [sentence]',
      'closing: Xin thông báo cho Ông/Bà được biết và thực hiện./. [sentence]'
    ])
  })

  it('04 has its lines in order', () => {
    expect(form('tt-01-2018', 'apology').fields.map(({ id }) => id)).toEqual([
      'applicant',
      'address',
      'phone',
      'received',
      'dueAt',
      'late',
      'reason',
      'regret',
      'apology',
      'closing'
    ])
    expect(form('tt-01-2018', 'apology').sentTo).toEqual(['Như trên;', 'Lưu: VT.'])
  })

  it('05 has its lines and columns in order', () => {
    const { fields, columns } = form('tt-01-2018', 'control_slip')
    expect(fields.map(written)).toEqual([
      'code: Mã hồ sơ:',
      'agency: Cơ quan (bộ phận) giải quyết hồ sơ:',
      'coordinatingAgency: Cơ quan phối hợp giải quyết hồ sơ:',
      'hops:  [table]'
    ])
    expect(columns.map(({ label }) => label)).toEqual([
      'TÊN CƠ QUAN',
      'THỜI GIAN GIAO, NHẬN HỒ SƠ',
      'KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn/đúng hạn/quá hạn)',
      'GHI CHÚ'
    ])
  })

  it('06 has thirteen columns under two headings', () => {
    const { columns } = form('tt-01-2018', 'register')
    expect(columns.map(({ label }) => label)).toEqual([
      'STT',
      'Mã hồ sơ',
      'Tên thủ tục hành chính',
      'Số lượng hồ sơ (bộ)',
      'Tên cá nhân, tổ chức',
      'Địa chỉ, số điện thoại',
      'Cơ quan chủ trì giải quyết',
      'Nhận hồ sơ',
      'Hẹn trả kết quả',
      'Trả kết quả',
      'Phương thức nhận kết quả',
      'Ký nhận',
      'Ghi chú'
    ])
    const under = (heading: string) =>
      columns.flatMap(({ groups = [] }, position) => (groups.includes(heading) ? [position + 1] : []))
    expect(under('Nhận và trả kết quả')).toEqual([8, 9, 10, 11, 12])
    expect(under('Ngày, tháng, năm')).toEqual([8, 9, 10])
  })
})

describe('the seven forms of Thông tư 03/2025', () => {
  it.each([
    ['01', 'receipt_slip', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'TNHS'],
    ['02', 'supplement_request', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'PBS'],
    ['03', 'refusal', 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', 'PTC'],
    ['04', 'apology', 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết', 'PXL'],
    ['05', 'stop_notice', 'Thông báo dừng giải quyết hồ sơ', null],
    ['06', 'control_slip', 'Phiếu kiểm soát quá trình giải quyết hồ sơ', 'PKS'],
    ['07', 'register', 'Sổ theo dõi hồ sơ', 'STD']
  ] as const)('%s is the %s', (number, kind, title, numberMark) => {
    expect(form('tt-03-2025', kind)).toMatchObject({ number, title, numberMark, counterMark: 'TTPVHCC' })
  })

  it('are seven, printed in one copy without a name', () => {
    const { forms } = formSet('tt-03-2025')
    expect(forms).toHaveLength(7)
    expect(forms.flatMap(({ copies }) => copies)).toEqual([])
  })

  it('write the unit after the mark, but not in the apology', () => {
    const patterns = formSet('tt-03-2025').forms.map(({ numberPattern }) => numberPattern)
    expect(patterns[3]).toBe('Số: {number}/{mark}')
    expect(patterns.toSpliced(3, 1)).toEqual(Array(6).fill('Số: {number}/{mark}-{counterMark}'))
  })

  it('01 has its lines in order, with the one who authorised', () => {
    expect(form('tt-03-2025', 'receipt_slip').fields.map(written)).toEqual([
      'code: Mã hồ sơ:',
      'counter: Trung tâm Phục vụ hành chính công/Bộ phận tiếp nhận và trả kết quả:',
      'applicant: Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức:',
      'idNumber: Số định danh cá nhân/tổ chức:',
      'address: Địa chỉ:',
      'phone: Số điện thoại:',
      'email: Email:',
      'authorisation: Trường hợp ủy quyền: [group] {name address idNumber phone email paper}',
      'request: Nội dung yêu cầu giải quyết:',
      'components: Thành phần hồ sơ nộp gồm: [list]',
      'sets: Số lượng hồ sơ: (bộ) [count]',
      'term: Thời gian giải quyết hồ sơ theo quy định là: ngày [count]',
      'receivedAt: Thời gian nhận hồ sơ: [instant]',
      'dueAt: Thời gian trả kết quả giải quyết hồ sơ: [instant]',
      'resultDelivery: Đăng ký nhận kết quả tại:',
      'registerVolume: Vào Sổ theo dõi hồ sơ, Quyển số:',
      'registerOrdinal: Số thứ tự'
    ])
    const optional = form('tt-03-2025', 'receipt_slip').fields.filter((field) => field.optional)
    expect(optional.map(({ id }) => id)).toEqual(['authorisation', 'registerVolume', 'registerOrdinal'])
    expect(form('tt-03-2025', 'receipt_slip').notes).toEqual([])
  })

  it('02 has the lines of the old one, in other words', () => {
    const [before, after] = [
      form('tt-01-2018', 'supplement_request'),
      form('tt-03-2025', 'supplement_request')
    ]
    expect(after.fields.map(({ id }) => id)).toEqual(before.fields.map(({ id }) => id))
    expect(after.fields.at(-1)?.label).toContain(
      'Ông/Bà liên hệ với {contactName} số điện thoại {contactPhone}'
    )
  })

  it('03 adds the identity number and the code', () => {
    const [before, after] = [form('tt-01-2018', 'refusal'), form('tt-03-2025', 'refusal')]
    const added = after.fields.filter(({ id }) => !before.fields.some((field) => field.id === id))
    expect(added.map(written)).toEqual(['code: Mã hồ sơ (nếu có):', 'idNumber: Số định danh:'])
  })

  it('04 names the procedure and the identity number, and its title can be chosen', () => {
    const received = form('tt-03-2025', 'apology').fields.find(({ id }) => id === 'received')
    expect(received?.label).toContain(
      'giải quyết thủ tục hành chính {procedure} của {applicant}; số định danh: {idNumber}'
    )
    expect(form('tt-03-2025', 'apology').fields.map(({ id }) => id)).toEqual([
      'applicant',
      'received',
      'dueAt',
      'late',
      'reason',
      'regret',
      'apology',
      'closing'
    ])
    expect(formSet('tt-03-2025').parameters['title.apology']?.variants).toEqual([
      'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
      'Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết',
      'Phiếu đề nghị gia hạn thời gian giải quyết'
    ])
  })

  it('05 says that its text is not known and has only the data that are', () => {
    const { body, fields, signatures } = form('tt-03-2025', 'stop_notice')
    expect(body).toMatchObject({ known: false, confidence: 'low' })
    expect(fields.map(({ id }) => id)).toEqual(['request', 'stage', 'decision', 'finances'])
    expect(signatures).toEqual([])
    const known = formSet('tt-03-2025').forms.filter((one) => one.body.known)
    expect(known.map(({ number }) => number)).toEqual(['01', '02', '03', '04', '06', '07'])
  })

  it('06 has its lines and columns in order', () => {
    const { fields, columns, notes } = form('tt-03-2025', 'control_slip')
    expect(fields.map(written)).toEqual([
      'code: Mã số hồ sơ:',
      'agency: Cơ quan (bộ phận) giải quyết hồ sơ:',
      'coordinatingAgency: Cơ quan phối hợp giải quyết hồ sơ:',
      'receivedDay: Ngày nhận: [day]',
      'dueAt: Hẹn trả kết quả vào: [instant]',
      'hops:  [table]'
    ])
    expect(columns.map(({ label }) => label)).toEqual([
      'Tên đơn vị',
      'Thời gian giao nhận hồ sơ',
      'Kết quả (trước hạn/đúng hạn/quá hạn)',
      'Ghi chú'
    ])
    expect(notes).toHaveLength(2)
  })

  it('07 has eleven columns', () => {
    const { columns, notes } = form('tt-03-2025', 'register')
    expect(columns.map(({ label }) => label)).toEqual([
      'STT',
      'Mã hồ sơ',
      'Tên thủ tục hành chính',
      'Tên tổ chức, cá nhân',
      'Địa chỉ/Số điện thoại',
      'Cơ quan chủ trì giải quyết',
      'Nhận hồ sơ',
      'Hẹn trả kết quả',
      'Trả kết quả',
      'Phương thức nhận kết quả',
      'Ký nhận'
    ])
    expect(columns.filter(({ groups }) => groups?.[0] === 'Nhận và trả kết quả')).toHaveLength(5)
    expect(notes).toHaveLength(2)
  })

  it.each([
    ['receipt_slip', ['NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ']],
    ['supplement_request', ['NGƯỜI HƯỚNG DẪN']],
    ['refusal', ['NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ']],
    ['apology', ['THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ']],
    ['control_slip', ['Người giao', 'Người nhận']]
  ] as const)('%s is signed as before, by hand or electronically', (kind, titles) => {
    const titlesOf = (set: string) => form(set, kind).signatures.map(({ title }) => title)
    expect(titlesOf('tt-01-2018')).toEqual(titles)
    expect(titlesOf('tt-03-2025')).toEqual(titles)
    for (const { hint } of form('tt-03-2025', kind).signatures)
      expect(hint).toContain('nếu là biểu mẫu điện tử')
  })

  it('stay those of Thông tư 03/2025 after 01/8/2026, as the circular of that day was not read', () => {
    expect(formsOn('2026-11-23').forms).toEqual(formSet('tt-03-2025').forms)
  })
})

describe('dossier codes', () => {
  const accepts = (set: string, code: string) =>
    formSet(set).parameters.dossierCodes.value.some((pattern) => new RegExp(pattern.accepts).test(code))

  it.each([
    ['tt-01-2018', '000.00.06.H56-231027-0361', true],
    ['tt-01-2018', 'H33.12-201123-0001', true],
    ['tt-01-2018', 'H33.12.03-201123-12345', true],
    ['tt-04-2025', 'H17.110.02-260126-0001', true],
    ['tt-04-2025', 'H17.110.02-260126-091234', true],
    ['tt-04-2025', 'H01-260126-0001', true],
    ['tt-04-2025', 'H01.31-260126-001', false],
    ['tt-04-2025', 'H01.31-2026-0001', false],
    ['tt-04-2025', 'h01.31-260126-0001', false],
    ['tt-04-2025', ' H01.31-260126-0001', false]
  ])('%s: %s is one: %s', (set, code, isCode) => {
    expect(accepts(set, code)).toBe(isCode)
  })
})
