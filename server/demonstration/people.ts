import type { NewDossier } from '../intake/schemas.ts'

type Applicant = NewDossier['applicant']

/** A sequence of chances that is the same each time: whoever follows the README sees what its pictures show. */
export type Chance = (below: number) => number

/** Small and good enough to shuffle names with (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

export function pick<Item>(chance: Chance, items: readonly [Item, ...Item[]]): Item {
  return items[chance(items.length)] ?? items[0]
}

type Names = readonly [string, ...string[]]

const SURNAMES: Names = [
  ...([
    'Nguyễn',
    'Nguyễn',
    'Nguyễn',
    'Trần',
    'Trần',
    'Lê',
    'Phạm',
    'Huỳnh',
    'Phan',
    'Võ',
    'Đặng',
    'Bùi',
    'Đỗ'
  ] as const),
  ...(['Hồ', 'Ngô', 'Dương', 'Lý', 'Lâm', 'Trương', 'Mai', 'Tô', 'Quách', 'Châu', 'Đinh', 'Thái'] as const)
]

const WOMEN: Names = [
  'Thị Bé An',
  'Thị Ánh',
  'Thị Kim Ăn',
  'Ngọc Ân',
  'Thị Bích',
  'Thị Hồng Cẩm',
  'Thị Út Em',
  'Mỹ Duyên',
  'Thị Diễm',
  'Thị Ngọc Giàu',
  'Thị Thu Hà',
  'Thị Mỹ Hạnh',
  'Thị Lệ Hằng',
  'Kim Khánh',
  'Thị Cẩm Lài',
  'Thị Trúc Ly',
  'Thị Tuyết Mai',
  'Ngọc Ngân',
  'Thị Yến Nhi',
  'Thị Kiều Oanh',
  'Thị Ngọc Phượng',
  'Thị Bé Sáu',
  'Thị Thanh Tâm',
  'Thị Thắm',
  'Thị Bảo Trân',
  'Thị Xuân',
  'Như Ý'
]

const MEN: Names = [
  'Văn An',
  'Hoàng Ấn',
  'Văn Bảy',
  'Quốc Bảo',
  'Văn Chiến',
  'Minh Cường',
  'Tấn Dũng',
  'Khánh Duy',
  'Văn Đạt',
  'Thành Được',
  'Hữu Giang',
  'Văn Hải',
  'Trung Hậu',
  'Minh Khôi',
  'Văn Lợi',
  'Thành Luân',
  'Hoài Nam',
  'Trọng Nghĩa',
  'Văn Ngọt',
  'Tấn Phát',
  'Hồng Quân',
  'Minh Sang',
  'Văn Tài',
  'Phước Thiện',
  'Chí Tình',
  'Văn Út',
  'Quang Vinh'
]

/** Khmer people of this shore are called Danh and Thị, those of the Bảy Núi Chau and Néang. */
const KHMER_WOMEN: Names = [
  'Thị Sà Phol',
  'Thị Kim Sên',
  'Thị Chanh Tha',
  'Thị Sà Mum',
  'Danh Thị Sà Vy',
  'Danh Thị Hồng',
  'Néang Sa Ry',
  'Néang Srây Mom',
  'Néang Kim Chênh'
]

const KHMER_MEN: Names = [
  'Danh Thươl',
  'Danh Sà Rương',
  'Danh Hoàng Em',
  'Danh Ngọc Hải',
  'Danh Út',
  'Chau Sóc Khone',
  'Chau Rịa',
  'Chau Kim Sên',
  'Kim Sà Mết',
  'Tiên Sà Rinh'
]

const STREETS: Names = [
  'đường Nguyễn Trung Trực',
  'đường Mạc Cửu',
  'đường Lạc Hồng',
  'đường Trần Phú',
  'đường Ngô Quyền',
  'đường Lâm Quang Ky',
  'đường Cách Mạng Tháng Tám'
]

const PREFIXES: Names = ['0900', '0913', '0939', '0918', '0368', '0356', '0775', '0822']

/** Provinces of birth registration: Kiên Giang, An Giang, Cần Thơ. */
const BIRTHPLACES: Names = ['091', '091', '091', '089', '092']

const SHOPS: Names = [
  'Hợp tác xã Dịch vụ nông nghiệp Vĩnh Phát',
  'Công ty TNHH Thủy sản Hòn Tre Xanh',
  'Công ty TNHH Xây dựng Lạc Hồng Phát',
  'Trường Mẫu giáo tư thục Hoa Sen Nhỏ'
]

/** Someone who lives in the ward: invented, with a number that agrees with birth and sex. */
export function citizenOf(chance: Chance, ward: string): Applicant {
  const female = chance(2) === 0
  const khmer = chance(6) === 0
  const year = 1948 + chance(58)
  const born = `${year}-${twoDigits(1 + chance(12))}-${twoDigits(1 + chance(28))}`
  const phone = chance(8) > 0 ? phoneOf(chance) : undefined
  return {
    kind: 'citizen',
    name: khmer ? pick(chance, female ? KHMER_WOMEN : KHMER_MEN) : vietnameseName(chance, female),
    idNumber: idNumberOf(chance, { year, female }),
    birthDate: born,
    sex: female ? 'female' : 'male',
    address: addressOf(chance, ward),
    ...(phone === undefined ? {} : { phone })
  }
}

/** An organisation with an invented tax code. */
export function organisationOf(chance: Chance, ward: string): Applicant {
  return {
    kind: 'organisation',
    name: pick(chance, SHOPS),
    idNumber: `1702${String(chance(1_000_000)).padStart(6, '0')}`,
    address: addressOf(chance, ward),
    phone: phoneOf(chance)
  }
}

function vietnameseName(chance: Chance, female: boolean): string {
  return `${pick(chance, SURNAMES)} ${pick(chance, female ? WOMEN : MEN)}`
}

/** Three digits of the province, one for century and sex, two of the year, six at random (NĐ 137/2015). */
function idNumberOf(chance: Chance, { year, female }: { year: number; female: boolean }): string {
  const century = year < 2000 ? 0 : 2
  const tail = String(chance(1_000_000)).padStart(6, '0')
  return `${pick(chance, BIRTHPLACES)}${century + (female ? 1 : 0)}${String(year).slice(2)}${tail}`
}

/** Three noughts in the middle of it, so that it is seen to be invented. */
function phoneOf(chance: Chance): string {
  return `${pick(chance, PREFIXES)}000${String(chance(1000)).padStart(3, '0')}`
}

function addressOf(chance: Chance, ward: string): string {
  const house = 1 + chance(420)
  if (chance(2) === 0) return `Số ${house} ${pick(chance, STREETS)}, ${ward}, tỉnh An Giang`
  return `Tổ ${1 + chance(18)}, khu phố ${1 + chance(12)}, ${ward}, tỉnh An Giang`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
