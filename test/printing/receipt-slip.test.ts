import { describe, expect, it } from 'vitest'
import { receiptSlip, type SlipData } from '../../printer-templates/receipt-slip/template.ts'
import { drawPdf } from '../../server/printing/service.ts'
import { eightPapers, formsOf, longSlip, slip } from './papers.ts'
import { readPdf, scanQr } from './read-pdf.ts'

const createdAt = '2026-11-23T02:16:00.000Z'

const draw = (set: Parameters<typeof formsOf>[0], data: SlipData) =>
  drawPdf(receiptSlip(formsOf(set), data), { createdAt })

const read = async (set: Parameters<typeof formsOf>[0], data: SlipData) => readPdf(await draw(set, data))

/** What stands on the form, in the order of the form. */
function expectInOrder(text: string, expected: readonly string[]) {
  let from = 0
  for (const words of expected) {
    const found = text.indexOf(words, from)
    expect(
      found,
      `«${words}» after «${text.slice(Math.max(0, from - 40), from)}» in ${text}`
    ).toBeGreaterThanOrEqual(0)
    from = found + words.length
  }
}

describe('the slip of TT 03/2025', () => {
  it('has every field of form 01 in its order, once, with Quốc hiệu and Tiêu ngữ above', async () => {
    const { text, pages } = await read('tt-03-2025', slip)

    expect(pages).toHaveLength(1)
    expectInOrder(text, [
      'UBND PHƯỜNG RẠCH GIÁ',
      'TRUNG TÂM PHỤC VỤ',
      'HÀNH CHÍNH CÔNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 07/TNHS-TTPVHCC',
      'Rạch Giá, ngày 23 tháng 11 năm 2026',
      'GIẤY TIẾP NHẬN HỒ SƠ',
      'VÀ HẸN TRẢ KẾT QUẢ',
      'Mã hồ sơ: H01.31-261123-0007',
      'Quét mã để xem tình trạng hồ sơ',
      'hoso.rachgia.angiang.gov.vn/tra-cuu',
      'Trung tâm Phục vụ hành chính công phường Rạch Giá',
      'Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức: Trần Thị Bé Sáu',
      'Số định danh cá nhân/tổ chức: 091185001234',
      'Địa chỉ: Khu phố 4, phường Rạch Giá, tỉnh An Giang',
      'Số điện thoại: 0918 204 573',
      'Email: không có',
      'Nội dung yêu cầu giải quyết: Đăng ký lại khai sinh',
      'Thành phần hồ sơ nộp gồm:',
      '1. Tờ khai đăng ký lại khai sinh theo mẫu',
      '01 bản chính',
      '2. Sổ hộ khẩu cũ, học bạ',
      '02 bản sao',
      'Số lượng hồ sơ: 01 (bộ)',
      'Thời gian giải quyết hồ sơ theo quy định là: 5 ngày làm việc',
      'Thời gian nhận hồ sơ: 09 giờ 16 phút, ngày 23 tháng 11 năm 2026',
      'Thời gian trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 01 tháng 12 năm 2026',
      'Đăng ký nhận kết quả tại: Trung tâm Phục vụ hành chính công phường Rạch Giá',
      'NGƯỜI NỘP HỒ SƠ',
      'Trần Thị Bé Sáu',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      'Danh Thị Mỹ Linh'
    ])
    expect(text).not.toContain('Liên ')
    expect(text).not.toContain('Ghi chú')
    expect(text).not.toContain('Vào Sổ theo dõi')
  })

  it('names the proxy who brings it and the one who authorised him', async () => {
    const submitter = { name: 'Lê Văn Tùng', idNumber: '091090000111', authorisation: 'Giấy ủy quyền số 12' }
    const { text } = await read('tt-03-2025', { ...slip, submitter })

    expectInOrder(text, [
      'Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức: Lê Văn Tùng',
      'Số định danh cá nhân/tổ chức: 091090000111',
      'Trường hợp ủy quyền: Họ tên người ủy quyền: Trần Thị Bé Sáu',
      'Số định danh: 091185001234',
      'Giấy tờ ủy quyền: Giấy ủy quyền số 12',
      'Nội dung yêu cầu giải quyết:',
      'NGƯỜI NỘP HỒ SƠ',
      'Lê Văn Tùng'
    ])
  })

  it('says so where no paper was handed in', async () => {
    const { text } = await read('tt-03-2025', { ...slip, components: [] })
    expect(text).toContain('Thành phần hồ sơ nộp gồm: không có')
  })

  it('says the place in the register where there is one, and leaves an unknown number open', async () => {
    const { text } = await read('tt-03-2025', {
      ...slip,
      number: null,
      register: { volume: '01/2026', ordinal: '4812' }
    })
    expect(text).toContain('Số: ……/TNHS-TTPVHCC')
    expectInOrder(text, ['Vào Sổ theo dõi hồ sơ, Quyển số: 01/2026', 'Số thứ tự: 4812'])
  })
})

describe('the slip of TT 01/2018', () => {
  it('comes as two marked copies, with its numbered items and its notes', async () => {
    const { text, pages } = await read('tt-01-2018', slip)

    expect(pages).toHaveLength(2)
    expect(pages.map((page) => /Liên \d: [\p{L} ]+/u.exec(page.text)?.[0])).toEqual([
      'Liên 1: Lưu',
      'Liên 2: Giao khách hàng'
    ])
    expectInOrder(text, [
      'Số: 07/TNHS ',
      'Bộ phận tiếp nhận và trả kết quả: Trung tâm Phục vụ hành chính công phường Rạch Giá',
      'Tiếp nhận hồ sơ của: Trần Thị Bé Sáu',
      '1. Thành phần hồ sơ nộp gồm:',
      '2. Số lượng hồ sơ: 01 (bộ)',
      '3. Thời gian giải quyết hồ sơ theo quy định là: 5 ngày làm việc',
      '4. Thời gian nhận hồ sơ: 09 giờ 16 phút, ngày 23 tháng 11 năm 2026',
      '5. Thời gian trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 01 tháng 12 năm 2026',
      '6. Đăng ký nhận kết quả tại:',
      'Vào Sổ theo dõi hồ sơ, Quyển số: ……',
      'Số thứ tự: ……',
      'NGƯỜI NỘP HỒ SƠ',
      'Ghi chú: Giấy tiếp nhận hồ sơ và hẹn trả kết quả được lập thành 02 liên'
    ])
    expect(text).not.toContain('Số định danh cá nhân')
  })
})

describe.each(['tt-01-2018', 'tt-03-2025'] as const)('every slip of %s', (set) => {
  it('opens the dossier when its QR code is scanned from the page (D-05)', async () => {
    const bytes = await draw(set, slip)
    const { pages } = await readPdf(bytes)
    for (const [index] of pages.entries()) expect(await scanQr(bytes, index + 1)).toBe(slip.trackingUrl)
  })

  it('is A5, tagged, in Vietnamese, with a title and with its fonts inside (D-02, D-05)', async () => {
    const { pages, tagged, language, title, fonts } = await read(set, slip)
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
      pages.map(() => [420, 595])
    )
    expect({ tagged, language, title }).toEqual({
      tagged: true,
      language: 'vi',
      title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả – Mã hồ sơ H01.31-261123-0007'
    })
    expect(fonts.length).toBeGreaterThanOrEqual(3)
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Tinos/)
  })

  it('gives back text composed, whichever way it came in (D-02)', async () => {
    const name = 'Đặng Thị Nghiễm Ỷ Ẵ Ễ Ợ Ự'
    const applicant = { ...slip.applicant, name: name.normalize('NFD') }
    const { text } = await read(set, { ...slip, applicant })
    expect(text).toContain(name.normalize('NFC'))
  })

  it('gives its text back on the second drawing as on the first, though both share one font', async () => {
    const first = await read(set, slip)
    await draw(set, longSlip)
    expect(await read(set, slip)).toEqual(first)
  })

  it('is the same byte for byte when it is drawn again, and another at another time (D-03)', async () => {
    const first = await draw(set, slip)
    expect(first.equals(await draw(set, slip))).toBe(true)
    const later = await drawPdf(receiptSlip(formsOf(set), slip), { createdAt: '2026-11-23T02:17:00.000Z' })
    expect(later.equals(first)).toBe(false)
  })

  it('takes eight papers with names of sixty letters on one page (D-04)', async () => {
    const copies = set === 'tt-01-2018' ? 2 : 1
    expect((await read(set, eightPapers)).pages).toHaveLength(copies)
  })

  it('goes on to a second page with its header and cuts nothing (D-04)', async () => {
    const copies = set === 'tt-01-2018' ? 2 : 1
    const { pages, text } = await read(set, longSlip)

    expect(pages).toHaveLength(2 * copies)
    const further = pages.filter((_, index) => index % 2 === 1)
    for (const page of further) {
      expect(page.text).toMatch(/^Giấy tiếp nhận hồ sơ và hẹn trả kết quả – Mã hồ sơ H01\.31-261123-0007/)
      expect(page.text).toContain('Trang 2/2')
      expect(page.text).toContain('NGƯỜI TIẾP NHẬN HỒ SƠ')
    }
    for (const { name } of longSlip.components) expect(text.includes(name), name).toBe(true)
    for (const words of [longSlip.applicant.name, longSlip.applicant.address ?? '', longSlip.request]) {
      expect(text.includes(words), words).toBe(true)
    }
    expect(text.includes('12. Bản vẽ')).toBe(true)
  })
})
