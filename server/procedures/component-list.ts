import { attentionDetail } from '../../kiosk-ui/src/text/procedures.ts'
import { normalText } from '../text-key.ts'
import type { Attention, ProcedureComponent } from './edition.ts'

/** A row of the published list: a paper, a remark, or the heading of the rows after it. */
export interface ComponentRow {
  name: string
  originals: number
  copies: number
  note: string
}

interface ReadComponents {
  components: ProcedureComponent[]
  notes: string[]
  attention: Attention[]
}

/** What fits a checklist row and a slip; longer text is kept apart. In characters. */
const LONGEST_NAME = 300

/** From here on a row is no name of a paper any more but a chapter, for a person to take apart. */
const CHAPTER = 1000

const REMARK = /^[-+*•\s]*(?:lưu ý|ghi chú|ví dụ)/i
const MARKED_REMARK = /không phải giấy tờ nộp/i
const MARKED_HEADING = /dòng tiêu đề/i
const JOINED = /\d bản (?:chính|sao)(?:,\s*\d bản sao)?(?=\p{Lu})|\.docx?\d/u

/**
 * Tells the papers of a dossier from the remarks and headings among which they are published. A row of no
 * original and no copy, or one that says so itself, is a remark; a row that ends in a colon is a heading.
 * Numbers are taken as they are published: where a row asks for an original and a copy, whether both are meant
 * is for a person to say (land and building lists often mean one of the two), so it is only pointed out.
 */
export function readComponents(rows: readonly ComponentRow[]): ReadComponents {
  const tidy = rows.map((row) => ({ ...row, name: normalText(row.name) })).filter(({ name }) => name !== '')
  const papers = tidy.filter((row) => !isHeading(row) && !isRemark(row))
  const remarks = tidy.filter((row) => !isHeading(row) && isRemark(row))
  return {
    components: inOwnOrder(papers.map(paperOf)),
    notes: [...new Set(remarks.map(({ name }) => name))],
    attention: componentAttention(papers)
  }
}

/**
 * Papers come out of order; those under one heading that carry their own numbers, `(1) …`, are put in the order
 * of these. Papers without a heading come first.
 */
function inOwnOrder(papers: readonly ProcedureComponent[]): ProcedureComponent[] {
  const groups = Map.groupBy(papers, ({ group }) => group)
  const plain = groups.get(null) ?? []
  groups.delete(null)
  return [plain, ...groups.values()].flatMap((own) =>
    own.every((paper) => ownNumber(paper) !== undefined)
      ? own.toSorted((one, other) => Number(ownNumber(one)) - Number(ownNumber(other)))
      : own
  )
}

function ownNumber({ name }: ProcedureComponent): string | undefined {
  return /^\((\d{1,2})\)/.exec(name)?.[1]
}

function isHeading({ name, note }: ComponentRow): boolean {
  return name.endsWith(':') || MARKED_HEADING.test(note)
}

function isRemark({ name, note, originals, copies }: ComponentRow): boolean {
  return (originals === 0 && copies === 0) || MARKED_REMARK.test(note) || REMARK.test(name)
}

function paperOf({ name, originals, copies, note }: ComponentRow): ProcedureComponent {
  const group = groupOf(note)
  return {
    name: shortName(name),
    originals,
    copies,
    group,
    presented: /xuất trình/i.test(group ?? '') && !/phải nộp/i.test(group ?? ''),
    detail: name.length > LONGEST_NAME ? name : null
  }
}

/** The heading in the row's note, without the marks of the source and the names of template files. */
function groupOf(note: string): string | null {
  const heading = normalText(note)
    .replace(/\[[^\]]*\]/g, '')
    .replace(/;?\s*(?:tệp mẫu|nguồn còn nêu).*$/i, '')
    .replace(/^[-+*•\s]+/, '')
    .replace(/[\s:;,.]+$/, '')
  return heading === '' ? null : heading
}

/** Up to the end of a sentence where one ends in time, else up to a word. */
function shortName(name: string): string {
  const plain = name.replace(/[;,.\s]+$/, '')
  if (plain.length <= LONGEST_NAME) return plain
  const start = plain.slice(0, LONGEST_NAME)
  const sentence = /^.{40,}?(?=[.;:](?:\s|$))/.exec(start)?.[0]
  return sentence ?? `${start.slice(0, start.lastIndexOf(' '))} …`
}

function componentAttention(papers: readonly ComponentRow[]): Attention[] {
  if (papers.length === 0)
    return [{ kind: 'components_missing', about: 'components', detail: attentionDetail.nothing }]
  const rows = {
    copies_unclear: papers.filter(({ originals, copies }) => originals > 0 && copies > 0).length,
    components_joined: papers.filter(({ name }) => JOINED.test(name)).length,
    components_long: papers.filter(({ name }) => name.length > CHAPTER).length
  }
  return (Object.keys(rows) as (keyof typeof rows)[])
    .filter((kind) => rows[kind] > 0)
    .map((kind) => ({ kind, about: 'components', detail: attentionDetail.rows(rows[kind]) }))
}
