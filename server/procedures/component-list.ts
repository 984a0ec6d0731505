import { attentionDetail, headingRemark } from '../../kiosk-ui/src/text/procedures.ts'
import { normalText } from '../text-key.ts'
import {
  type ComponentRow,
  type HeadedPaper,
  papersUnderHeadings,
  remarksAmong
} from './component-headings.ts'
import type { Attention, ProcedureComponent } from './edition.ts'

interface ReadComponents {
  components: ProcedureComponent[]
  notes: string[]
  attention: Attention[]
}

/** What fits a checklist row and a slip; longer text is kept apart. In characters. */
const LONGEST_NAME = 300

/** From here on a row is no name of a paper any more but a chapter, for a person to take apart. */
const CHAPTER = 1000

const JOINED = /\d bản (?:chính|sao)(?:,\s*\d bản sao)?(?=\p{Lu})|\.docx?\d/u

/**
 * Reads the list of papers as it is published, with remarks and headings among them. Numbers are taken as they are:
 * where a row asks for an original and a copy, whether both are meant is for a person to say (land and building
 * lists often mean one of the two), so it is only pointed out.
 */
export function readComponents(rows: readonly ComponentRow[]): ReadComponents {
  const tidy = rows.map((row) => ({ ...row, name: normalText(row.name) })).filter(({ name }) => name !== '')
  const { papers, cases, loose, ofRemarks } = papersUnderHeadings(tidy)
  return {
    components: inOwnOrder(papers.map(paperOf)),
    notes: [...new Set([...remarksAmong(tidy), ...loose.map(headingRemark)])],
    attention: [
      ...componentAttention(papers.map(({ row }) => row)),
      ...headingAttention([...cases, ...loose], { kind: 'components_by_case', about: 'components' }),
      ...headingAttention(ofRemarks, { kind: 'notes_headed', about: 'notes' })
    ]
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

function paperOf({ row: { name, originals, copies }, group }: HeadedPaper): ProcedureComponent {
  return {
    name: shortName(name),
    originals,
    copies,
    group,
    presented: /xuất trình/i.test(group ?? '') && !/phải nộp/i.test(group ?? ''),
    detail: name.length > LONGEST_NAME ? name : null
  }
}

/** Up to the end of a sentence where one ends in time, else up to a word. */
function shortName(name: string): string {
  const plain = name.replace(/[:;,.\s]+$/, '')
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

function headingAttention(headings: readonly string[], point: Omit<Attention, 'detail'>): Attention[] {
  if (headings.length === 0) return []
  return [{ ...point, detail: headings.map(attentionDetail.source).join('; ') }]
}
