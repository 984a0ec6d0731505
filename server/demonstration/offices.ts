import type { StaffRole } from '../identity/roles.ts'
import type { Desk } from './cases.ts'

export interface DemonstrationOffice {
  code: string
  /** The ward that it serves, as addresses write it. */
  ward: string
  name: string
  phone: string
  administrator: { username: string; name: string }
  people: readonly { username: string; name: string; roles: readonly StaffRole[] }[]
  /** With the letters of the services that they serve; none: every one. */
  counters: readonly { number: number; name: string; serves: readonly string[] }[]
  services: readonly { letter: string; name: string; english: string }[]
  /** Who handles what comes in; by the name of the desk. */
  agencies: Readonly<Record<Desk, string>>
  /** Dossiers on a usual day. */
  perDay: number
  /** Who has a number and waits when the demonstration begins. */
  waiting: readonly { letter: string; minutesAgo: number; priorityGroup: string | null }[]
}

/** The priority groups in English, by their codes. */
export const ENGLISH_GROUPS: Readonly<Record<string, string>> = {
  priority: 'Entitled to priority',
  elderly: 'Elderly people',
  disabled: 'People with severe disabilities',
  merit: 'People with meritorious service',
  pregnant: 'Pregnant women',
  small_child: 'People with small children',
  remote_minority: 'Ethnic minorities from remote areas'
}

/**
 * A believable commune office of An Giang, and a second one that proves that offices do not see each other. The
 * wards are real (QĐ 19/2025/QĐ-TTg); the people, the office codes and the phone numbers are invented.
 */
export const DEMONSTRATION: readonly [DemonstrationOffice, ...DemonstrationOffice[]] = [
  {
    code: 'H01.31',
    ward: 'phường Rạch Giá',
    name: 'Trung tâm Phục vụ hành chính công phường Rạch Giá',
    phone: '0297 3 860 215',
    administrator: { username: 'quantri', name: 'Lý Thanh Hùng' },
    people: [
      { username: 'tiepnhan1', name: 'Danh Thị Mỹ Linh', roles: ['reception'] },
      { username: 'tiepnhan2', name: 'Huỳnh Quốc Đạt', roles: ['reception'] },
      { username: 'chuyenmon1', name: 'Phan Thị Ngọc Ánh', roles: ['specialist'] },
      { username: 'lanhdao', name: 'Trịnh Văn Ửng', roles: ['supervisor'] }
    ],
    counters: [
      { number: 1, name: 'Hộ tịch, chứng thực', serves: ['A'] },
      { number: 2, name: 'Hộ tịch, chứng thực', serves: ['A'] },
      { number: 3, name: 'Đất đai, xây dựng', serves: ['B', 'K'] },
      { number: 4, name: 'Bảo trợ xã hội, người có công', serves: ['H'] },
      { number: 5, name: 'Trả kết quả', serves: ['L'] }
    ],
    services: [
      { letter: 'A', name: 'Hộ tịch, chứng thực', english: 'Civil status, certification' },
      { letter: 'B', name: 'Đất đai, xây dựng', english: 'Land, construction' },
      { letter: 'H', name: 'Bảo trợ xã hội, người có công', english: 'Social support, people with merit' },
      { letter: 'K', name: 'Kinh doanh, lĩnh vực khác', english: 'Business, other fields' },
      { letter: 'L', name: 'Nhận kết quả', english: 'Collect a result' }
    ],
    agencies: {
      registry: 'Văn phòng HĐND và UBND phường Rạch Giá',
      economy: 'Phòng Kinh tế, Hạ tầng và Đô thị phường Rạch Giá',
      society: 'Phòng Văn hóa – Xã hội phường Rạch Giá',
      police: 'Công an phường Rạch Giá'
    },
    perDay: 3,
    waiting: [
      { letter: 'A', minutesAgo: 22, priorityGroup: null },
      { letter: 'A', minutesAgo: 17, priorityGroup: null },
      { letter: 'B', minutesAgo: 15, priorityGroup: null },
      { letter: 'H', minutesAgo: 11, priorityGroup: 'priority' },
      { letter: 'A', minutesAgo: 8, priorityGroup: null },
      { letter: 'K', minutesAgo: 5, priorityGroup: null },
      { letter: 'L', minutesAgo: 2, priorityGroup: null }
    ]
  },
  {
    code: 'H01.32',
    ward: 'phường Vĩnh Thông',
    name: 'Trung tâm Phục vụ hành chính công phường Vĩnh Thông',
    phone: '0297 3 860 318',
    administrator: { username: 'quantri9', name: 'Lâm Chí Nguyện' },
    people: [{ username: 'tiepnhan9', name: 'Thị Sà Rây', roles: ['reception'] }],
    counters: [{ number: 1, name: 'Mọi lĩnh vực', serves: [] }],
    services: [{ letter: 'A', name: 'Mọi lĩnh vực', english: 'All fields' }],
    agencies: {
      registry: 'Văn phòng HĐND và UBND phường Vĩnh Thông',
      economy: 'Phòng Kinh tế, Hạ tầng và Đô thị phường Vĩnh Thông',
      society: 'Phòng Văn hóa – Xã hội phường Vĩnh Thông',
      police: 'Công an phường Vĩnh Thông'
    },
    perDay: 0,
    waiting: [{ letter: 'A', minutesAgo: 6, priorityGroup: null }]
  }
]
