import { readFileSync } from 'node:fs'
import type { ApologyData } from '../../printer-templates/apology-letter/template.ts'
import type { SlipData } from '../../printer-templates/receipt-slip/template.ts'
import type { FormsInForce } from '../../printer-templates/statutory-form.ts'
import formData from '../../server/regulation/data/form-sets.json' with { type: 'json' }
import { printedForms } from '../../server/regulation/rule-set.ts'
import { readFormSets } from '../../server/regulation/shipped.ts'

/** The forms of a circular, as they ship. */
export function formsOf(id: 'tt-01-2018' | 'tt-03-2025' | 'tt-04-2025'): FormsInForce {
  const set = readFormSets(formData).formSets.find((one) => one.id === id)
  if (!set) throw new Error(`no forms ${id}`)
  return { head: set.head, forms: printedForms(set) }
}

export const slip: SlipData = sample('receipt-slip')

export const apology: ApologyData = sample('apology-letter')

/** As many papers as still go onto one page, each with a name of sixty letters. */
export const eightPapers: SlipData = {
  ...slip,
  components: Array.from({ length: 8 }, (_, index) => ({
    name: `Giấy xác nhận số ${index + 1} của cơ quan có thẩm quyền nơi thường trú`
      .padEnd(60, '.')
      .slice(0, 60),
    originals: 1,
    copies: index % 2
  }))
}

/** The longest that real dossiers bring: names of procedures and papers are from the national catalogue. */
export const longSlip: SlipData = {
  ...slip,
  applicant: {
    name: 'Công ty trách nhiệm hữu hạn một thành viên Thương mại – Dịch vụ – Xuất nhập khẩu thủy sản Nghiễm Ỷ Ẵ Ễ Ợ Ự',
    idNumber: '1701234567-001',
    address:
      'Số 1234/56/78B, hẻm 90, tổ 12, đường Nguyễn Trung Trực nối dài, khu dân cư lấn biển Tây Bắc, khu phố Vĩnh Huề, phường Rạch Giá (trước đây là phường Vĩnh Thanh Vân, thành phố Rạch Giá, tỉnh Kiên Giang), An Giang',
    phone: '0297 3 860 215',
    email: 'phong.hanh-chinh.tong-hop@thuysan-nghiemy-rachgia-angiang.com.vn'
  },
  submitter: {
    name: 'Đặng Thị Nghiễm Nguyễn Hoàng Phương Quỳnh',
    idNumber: '091185001234',
    authorisation: 'Giấy ủy quyền số 15/UQ-CTY ngày 16/11/2026'
  },
  request:
    'Cấp giấy phép xây dựng mới đối với công trình cấp đặc biệt, cấp I, cấp II (công trình không theo tuyến, theo tuyến trong đô thị, tín ngưỡng, tôn giáo, tượng đài)',
  components: Array.from({ length: 12 }, (_, index) => ({
    name: `Bản vẽ thiết kế xây dựng trong hồ sơ thiết kế xây dựng triển khai sau thiết kế cơ sở được phê duyệt theo quy định của pháp luật về xây dựng, phần ${index + 1}`,
    originals: 2,
    copies: 1
  })),
  register: { volume: '01/2026', ordinal: '4812' }
}

function sample(folder: string) {
  const url = new URL(`../../printer-templates/${folder}/sample.json`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8'))
}
