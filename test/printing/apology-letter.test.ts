import { describe, expect, it } from 'vitest'
import { type ApologyData, apologyLetter } from '../../printer-templates/apology-letter/template.ts'
import { drawDocx, drawPdf } from '../../server/printing/service.ts'
import { apology, formsOf } from './papers.ts'
import { filesOfDocx, readXml } from './read-docx.ts'
import { readPdf, scanQr } from './read-pdf.ts'

const createdAt = '2026-11-16T02:00:00.000Z'

const FORM_SETS = ['tt-01-2018', 'tt-03-2025'] as const

type FormSet = (typeof FORM_SETS)[number]

const SENTENCES: Record<FormSet, readonly string[]> = {
  'tt-01-2018': [
    'UBND PHƯỜNG RẠCH GIÁ',
    'Số: 07/PXL',
    'Rạch Giá, ngày 16 tháng 11 năm 2026',
    'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
    'Kính gửi: Ông Danh Hoàng Phúc',
    'Địa chỉ: Khu phố 2, phường Rạch Giá, tỉnh An Giang',
    'Số điện thoại: 0977 315 208',
    'Ngày 05 tháng 11 năm 2026, Phòng Kinh tế, Hạ tầng và Đô thị phường Rạch Giá tiếp nhận giải quyết hồ sơ của Ông; mã số hồ sơ: H01.31-261105-0009.',
    'Thời gian hẹn trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 17 tháng 11 năm 2026.',
    'Lý do: phải đo lại ranh giới thửa đất, vì số liệu trong Giấy chứng nhận khác với bản đồ địa chính.',
    'xin lỗi Ông và sẽ trả kết quả giải quyết hồ sơ vào 16 giờ 30 phút, ngày 25 tháng 11 năm 2026.',
    'Mong nhận được sự thông cảm của Ông vì sự chậm trễ này./.',
    'TRƯỞNG PHÒNG',
    'Nguyễn Hoàng Nhân'
  ],
  'tt-03-2025': [
    'Số: 07/PXL',
    'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
    'Kính gửi: Ông Danh Hoàng Phúc',
    'thủ tục hành chính “Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót” của Ông; số định danh: 091078004321; mã số hồ sơ: H01.31-261105-0009.',
    'Tuy nhiên đến nay Phòng Kinh tế, Hạ tầng và Đô thị phường Rạch Giá chưa trả kết quả',
    'Sự chậm trễ này có thể gây khó khăn, tốn kém cho Ông.',
    'vào 16 giờ 30 phút, ngày 25 tháng 11 năm 2026.',
    'TRƯỞNG PHÒNG',
    'Nguyễn Hoàng Nhân'
  ]
}

const draw = (set: FormSet, data: ApologyData) => drawPdf(apologyLetter(formsOf(set), data), { createdAt })

/** Words as they read, wherever a line ends. */
const plain = (words: string) => words.replace(/\s+/g, ' ')

async function wordText(set: FormSet, data: ApologyData) {
  const files = filesOfDocx(await drawDocx(apologyLetter(formsOf(set), data)))
  const document = readXml(String(files.get('word/document.xml')))
  return { files, ...document, text: plain(document.texts.join(' ')) }
}

describe.each(FORM_SETS)('the apology of %s', (set) => {
  it('says as a PDF what its form says', async () => {
    const { text, pages } = await readPdf(await draw(set, apology))
    expect(pages).toHaveLength(1)
    for (const words of SENTENCES[set]) expect(text).toContain(words)
  })

  it('says as a Word file what its form says', async () => {
    const { text } = await wordText(set, apology)
    for (const words of SENTENCES[set]) expect(text.replaceAll(' ', '')).toContain(words.replaceAll(' ', ''))
    for (const words of [
      'Nơi nhận:',
      '- Như trên;',
      '- Trung tâm Phục vụ hành chính công phường;',
      '- Lưu: VT.'
    ]) {
      expect(text).toContain(words)
    }
  })

  it('opens the dossier when its QR code is scanned', async () => {
    expect(await scanQr(await draw(set, apology))).toBe(apology.trackingUrl)
  })

  it('leaves open what a draft does not have, and invents nothing (D-11)', async () => {
    const { text } = await readPdf(
      await draw(set, { ...apology, number: null, signedOn: null, signer: null })
    )
    expect(text).toContain('Số: ……/PXL')
    expect(text).toContain('Rạch Giá, ngày …… tháng …… năm 2026')
    expect(text).toContain('THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ')
    expect(text).not.toContain('Nguyễn Hoàng Nhân')
  })

  it('is a Word file that is whole: every part well formed, nothing from outside (D-10)', async () => {
    const { files } = await wordText(set, apology)
    expect([...files.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml']))
    for (const [name, bytes] of files) {
      if (!/\.(xml|rels)$/.test(name)) continue
      expect(() => readXml(String(bytes)), name).not.toThrow()
      expect(String(bytes), name).not.toContain('TargetMode="External"')
    }
  })

  it('takes what comes from data as text and as nothing else (A-51)', async () => {
    const attack = '</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText><w:t>&xxe; \u0007 ]]>'
    const clean = await wordText(set, apology)
    const { elements, texts, files } = await wordText(set, { ...apology, reason: attack })

    expect(elements).toEqual(clean.elements)
    expect(elements).not.toContain('w:instrText')
    expect(texts.join('')).toContain('<w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText>')
    expect(String(files.get('word/document.xml'))).not.toContain('\u0007')
  })
})

it('stands on A4 with the margins of NĐ 30/2020 where the set says A4', async () => {
  const bytes = await draw('tt-03-2025', apology)
  const { pages } = await readPdf(bytes)
  expect([pages[0]?.width, pages[0]?.height].map((side) => Math.round(side ?? 0))).toEqual([595, 842])
})

it('goes on to a second page that carries its number in the top margin', async () => {
  const reason = Array.from({ length: 60 }, () => apology.reason).join('; ')
  const { pages } = await readPdf(await draw('tt-03-2025', { ...apology, reason }))
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.slice(1).map((page) => page.text.trim().split(/\s/)[0])).toEqual(
    pages.slice(1).map((_, index) => String(index + 2))
  )
  const body = pages.map((page) => page.text.replace(/^\d\n/, '')).join(' ')
  expect(plain(body).includes(reason)).toBe(true)
})

it.each([
  [{ kind: 'citizen', sex: 'male' }, 'Kính gửi: Ông Danh Hoàng Phúc', 'cho Ông.'],
  [{ kind: 'citizen', sex: 'female' }, 'Kính gửi: Bà Danh Hoàng Phúc', 'cho Bà.'],
  [{ kind: 'citizen', sex: null }, 'Kính gửi: Ông/Bà Danh Hoàng Phúc', 'cho Ông/Bà.'],
  [{ kind: 'organisation', sex: null }, 'Kính gửi: Danh Hoàng Phúc', 'cho Quý tổ chức.']
] as const)('addresses %o as one does', async (who, salutation, later) => {
  const applicant = { ...apology.applicant, ...who }
  const { text } = await readPdf(await draw('tt-03-2025', { ...apology, applicant }))
  expect(text).toContain(salutation)
  expect(text).toContain(later)
})
