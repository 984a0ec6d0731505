import { normalText } from '../text-key.ts'

/** A row of the published list: a paper, a remark, or the heading of the rows after it. */
export interface ComponentRow {
  name: string
  originals: number
  copies: number
  /** No number stands where the copies are counted, so that nothing says that the row is a remark. */
  countsUnread: boolean
  note: string
}

/** A paper, and what it is asked under: the chapter of its note, and the heading above it. */
export interface HeadedPaper {
  row: ComponentRow
  group: string | null
}

interface Headed {
  papers: HeadedPaper[]
  /** Headings above papers that ask for them in one case only, or for one of them. */
  cases: string[]
  /** Headings of papers that stand where nobody can tell which papers they mean. */
  loose: string[]
  /** Headings that stand among remarks. */
  ofRemarks: string[]
}

const REMARK = /^[-+*•\s]*(?:lưu ý|ghi chú|ví dụ)/i
const MARKED_REMARK = /không phải giấy tờ nộp/i
const MARKED_HEADING = /dòng tiêu đề/i
const NUMBERED = /^\d{1,2}\. /
const CASE = /đối với|trường hợp|một trong|^(?:\d{1,2}\. |[a-zđ]\) )?(?:khi|ngoài|nếu|riêng|tùy) /i
const PAPERS_FOLLOW =
  /(?:giấy tờ|tài liệu|hồ sơ) (?:như )?sau(?: đây)?$|^(?:thành phần )?hồ sơ(?: bao)? gồm$/i

/**
 * Tells the papers from remarks and headings, and puts them under the heading above them. A heading holds up to the
 * next one, within the chapter that its note names, a numbered one up to the next number. One that the source
 * itself calls a remark holds nothing: such lists are published out of order, and no paper may become conditional
 * by chance. One that asks for a number of copies and holds nothing is a paper that only looks like a heading. A
 * heading that only says that papers follow is no loss; every other one is named.
 */
export function papersUnderHeadings(rows: readonly ComponentRow[]): Headed {
  const telling = new Set(rows.filter((row) => isHeading(row) && tells(row)))
  const holding = new Set<ComponentRow>()
  const papers: HeadedPaper[] = []
  let above: ComponentRow | undefined
  for (const row of rows) {
    if (isHeading(row)) above = telling.has(row) && !MARKED_REMARK.test(row.note) ? row : undefined
    else if (above && NUMBERED.test(above.name) && NUMBERED.test(row.name)) above = undefined
    if (isHeading(row) || isRemark(row)) continue
    const heading = above && chapterOf(above) === chapterOf(row) ? above : undefined
    if (heading) holding.add(heading)
    papers.push({ row, group: groupOf(row, heading) })
  }
  const idle = [...telling].filter((row) => !holding.has(row))
  const lone = idle.filter((row) => !isRemark(row))
  return {
    papers: [...papers, ...lone.map((row) => ({ row, group: groupOf(row, undefined) }))],
    cases: [...holding].map(wordsOf).filter(isCase),
    loose: idle.filter((row) => isRemark(row) && !isAmongRemarks(row)).map(wordsOf),
    ofRemarks: idle.filter(isAmongRemarks).map(wordsOf)
  }
}

/** The remarks of a published list: rows of no original and no copy, and those that say so themselves. */
export function remarksAmong(rows: readonly ComponentRow[]): string[] {
  return rows.filter((row) => !isHeading(row) && isRemark(row)).map(({ name }) => name)
}

/** Whether a heading asks for its papers in one case only, or for one of them. */
export function isCase(heading: string): boolean {
  return CASE.test(heading)
}

function isHeading({ name, note }: ComponentRow): boolean {
  return name.endsWith(':') || MARKED_HEADING.test(note)
}

function isRemark({ name, note, originals, copies, countsUnread }: ComponentRow): boolean {
  return (originals + copies === 0 && !countsUnread) || MARKED_REMARK.test(note) || REMARK.test(name)
}

function isAmongRemarks(row: ComponentRow): boolean {
  return REMARK.test(row.name) || REMARK.test(chapterOf(row) ?? '')
}

function tells(heading: ComponentRow): boolean {
  const words = wordsOf(heading)
  return isCase(words) || !PAPERS_FOLLOW.test(words)
}

function wordsOf({ name }: ComponentRow): string {
  return name.replace(/[\s:]+$/, '')
}

function groupOf(row: ComponentRow, heading: ComponentRow | undefined): string | null {
  return [chapterOf(row), heading && wordsOf(heading)].filter(Boolean).join(': ') || null
}

/** The chapter in the row's note, without the marks of the source and the names of template files. */
function chapterOf({ note }: ComponentRow): string | null {
  const chapter = normalText(note)
    .replace(/\[[^\]]*\]/g, '')
    .replace(/;?\s*(?:tệp mẫu|nguồn còn nêu).*$/i, '')
    .replace(/^[-+*•\s]+/, '')
    .replace(/[\s:;,.]+$/, '')
  return chapter === '' ? null : chapter
}
