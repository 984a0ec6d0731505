/** Why the texts of a language were not taken, key by key. */
export const languageFaultText = {
  shipped: 'Câu chữ của ngôn ngữ này đi kèm chương trình. Chỉ ghi tên lĩnh vực và tên nhóm ưu tiên.',
  missing: (key: string) => `Thiếu câu “${key}”`,
  unknown: (key: string) => `Không có câu nào tên là “${key}”. Bỏ mục này.`,
  gaps: (key: string, gaps: readonly string[]) =>
    gaps.length === 0
      ? `Câu “${key}” không có chỗ điền. Bỏ phần trong dấu {}.`
      : `Câu “${key}” phải giữ đủ chỗ điền ${gaps.map((gap) => `{${gap}}`).join(', ')}`
}
