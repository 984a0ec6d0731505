interface ShippedGroup {
  code: string
  name: string
  /** Which rule speaks for it, as far as one is known; no act fixes a list for queues of one-stop-shops. */
  basis: string
}

/** Whom offices usually let go first. A start: each office decides for itself. */
export const SHIPPED_PRIORITY_GROUPS: readonly ShippedGroup[] = [
  { code: 'priority', name: 'Thuộc diện ưu tiên', basis: '' },
  { code: 'elderly', name: 'Người cao tuổi', basis: 'Luật Người cao tuổi 2009' },
  { code: 'disabled', name: 'Người khuyết tật nặng, đặc biệt nặng', basis: 'Luật Người khuyết tật 2010' },
  {
    code: 'merit',
    name: 'Người có công với cách mạng',
    basis: 'Pháp lệnh Ưu đãi người có công với cách mạng'
  },
  { code: 'pregnant', name: 'Phụ nữ mang thai', basis: '' },
  { code: 'small_child', name: 'Người đi cùng trẻ nhỏ', basis: '' }
]
