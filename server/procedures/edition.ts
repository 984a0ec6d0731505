import type { attentionText, refusedText } from '../../kiosk-ui/src/text/procedures.ts'
import type { CutOff, Term } from '../calendar/due-date.ts'

/** How a dossier reaches the office, as the contract names it. */
export const CHANNELS = ['counter', 'online', 'post'] as const

export type Channel = (typeof CHANNELS)[number]

/** A paper of the dossier. Remarks and headings of the published list are not papers. */
export interface ProcedureComponent {
  name: string
  originals: number
  copies: number
  /** The heading under which the paper is asked for, often the case in which it is. */
  group: string | null
  /** Shown at the counter and given back: it is not kept and not scanned (TT 03/2025 Điều 5). */
  presented: boolean
  /** The whole text of the source, where the name had to be cut. */
  detail: string | null
}

/** A term that differs from the procedure's own, by the case in hand or by the way it was filed. */
export interface TermVariant {
  kind: 'case' | 'channel'
  name: string
  channel: Channel | null
  term: Term
}

/** A procedure as it stands from one day on, by one decision. */
export interface ProcedureEdition {
  /** The national code, `1.001193`, sometimes with a local suffix. */
  code: string
  name: string
  field: string
  level: 'commune' | 'province'
  agency: string | null
  /** `null` when no term can be read: such a procedure is not taken in until someone sets it. */
  term: Term | null
  /** The term in the words of the source, where they say more than the term. */
  termSource: string | null
  cutOff: CutOff | null
  variants: TermVariant[]
  /** Whole đồng; 0 is free without condition, `null` is not known. */
  fee: number | null
  feeText: string | null
  components: ProcedureComponent[]
  notes: string[]
  channels: Channel[]
  /** The result is given while the citizen waits, so that no slip is needed (NĐ 61/2018 Điều 17.4). */
  immediate: boolean
  result: string | null
  legalBasis: string[]
}

export type ProcedureField = keyof ProcedureEdition

export type AttentionKind = keyof typeof attentionText

/** A point that an administrator should look at, with the fact behind it. */
export interface Attention {
  kind: AttentionKind
  detail: string
  /** What settles it: once a person has set this, the point is gone. */
  about: ProcedureField
}

export type RefusedReason = keyof typeof refusedText

/** An entry of a catalogue file that could not be taken, by its place in the file. */
export interface RefusedEntry {
  index: number
  code: string | null
  reason: RefusedReason
}
