interface ShippedGroup {
  code: string
  name: string
  /** Which act says who belongs to it, and how offices differ; empty where nothing speaks for it. */
  basis: string
}

/**
 * Whom offices usually let go first. No act that was read fixes such a list for the queue of a one-stop-shop, so this is a
 * start and each office decides for itself. What an act is named for is who belongs to a group, not that it goes first.
 */
export const SHIPPED_PRIORITY_GROUPS: readonly ShippedGroup[] = [
  { code: 'priority', name: 'Thuộc diện ưu tiên', basis: '' },
  {
    code: 'elderly',
    name: 'Người cao tuổi',
    basis: 'Luật Người cao tuổi 2009: từ đủ 60 tuổi. Nhiều nơi chỉ ưu tiên từ 75 hoặc 80 tuổi.'
  },
  {
    code: 'disabled',
    name: 'Người khuyết tật nặng, đặc biệt nặng',
    basis: 'Luật Người khuyết tật 2010: theo Giấy xác nhận khuyết tật.'
  },
  {
    code: 'merit',
    name: 'Người có công với cách mạng',
    basis: 'Pháp lệnh Ưu đãi người có công với cách mạng 2020.'
  },
  { code: 'pregnant', name: 'Phụ nữ mang thai', basis: '' },
  {
    code: 'small_child',
    name: 'Người đi cùng trẻ nhỏ',
    basis: 'Thường áp dụng cho người nuôi con dưới 36 tháng hoặc đi cùng trẻ dưới 6 tuổi.'
  },
  { code: 'remote_minority', name: 'Người dân tộc thiểu số vùng khó khăn', basis: '' }
]
