import { regulationText } from '../../kiosk-ui/src/text/regulation.ts'
import {
  type Confidence,
  choice,
  choices,
  day,
  orNone,
  type Parameter,
  type Shape,
  text,
  yesNo
} from './parameter.ts'

export const FORM_KINDS = [
  'receipt_slip',
  'supplement_request',
  'refusal',
  'apology',
  'stop_notice',
  'control_slip',
  'register'
] as const

/** What a statutory form is for; its number changes from one circular to the next, this does not. */
export type FormKind = (typeof FORM_KINDS)[number]

export const FIELD_KINDS = [
  'text',
  'copy',
  'list',
  'count',
  'day',
  'instant',
  'sentence',
  'table',
  'group'
] as const

export interface FormField {
  id: string
  /** As the form prints it. A `sentence` has its blanks as `{name}`; a `table` has no label of its own. */
  label: string
  kind: (typeof FIELD_KINDS)[number]
  /** What the form prints after the number. */
  unit?: string
  optional?: boolean
  /** The fields of a `group`, printed only when it applies. */
  fields?: FormField[]
}

interface FormColumn {
  id: string
  label: string
  /** The headings above this column, from the outermost. */
  groups?: string[]
  /** What each cell prints before it is filled in. */
  lines?: string[]
}

/** A statutory form as the circular has it; what may be set (title, mark, paper) is in the parameters of its set. */
export interface Form {
  kind: FormKind
  number: string
  /** How its number is written: `{number}`, `{mark}`, `{counterMark}`. */
  numberPattern: string
  /** Whether the circular's own text of the form was found, where, and how sure that is. */
  body: { known: boolean; source: string; confidence: Confidence }
  /** The names of the copies that are printed; none: one copy without a name. */
  copies: string[]
  fields: FormField[]
  /** The columns of its table, in the order of print. */
  columns: FormColumn[]
  signatures: { id: string; title: string; hint: string }[]
  /** The lines under "Nơi nhận". */
  sentTo: string[]
  notes: string[]
}

/** What stands above every form of a set. `{place}` and `{day}` are filled in. */
export interface FormHead {
  left: string[]
  right: string[]
  placeAndDay: string
}

/** One form of a dossier code: how it is written and how it is recognised. */
interface DossierCode {
  template: string
  /** A regular expression over the whole code. */
  accepts: string
  example: string
}

interface SetValues {
  /** The day from which the circular's forms are used. */
  inForceFrom: string
  /** The unit that stands after the mark: `TTPVHCC` for a centre, `BPTNTKQ` for a counter without one. */
  counterMark: string | null
  registerScope: 'office' | 'sector'
  registerNumbering: 'through_the_year' | 'through_the_volume'
  registerMustBePrinted: boolean
  /** Papers that are not scanned at intake. */
  notScanned: ('submitted_electronically' | 'only_shown' | 'between_agencies' | 'secret')[]
  dossierCodes: DossierCode[]
}

type TitleValues = { [Key in `title.${FormKind}`]?: string }
type MarkValues = { [Key in `numberMark.${FormKind}`]?: string | null }
type PaperValues = { [Key in `paper.${FormKind}`]?: 'A4' | 'A5' }

type FormValues = SetValues & TitleValues & MarkValues & PaperValues

/** A set has the title, mark and paper of those forms that it contains. */
export type FormParameters = {
  readonly [Key in keyof FormValues]: Parameter<Exclude<FormValues[Key], undefined>>
}

const SET_SHAPES: { readonly [Key in keyof SetValues]: Shape<SetValues[Key]> } = {
  inForceFrom: day,
  counterMark: orNone(mark()),
  registerScope: choice('office', 'sector'),
  registerNumbering: choice('through_the_year', 'through_the_volume'),
  registerMustBePrinted: yesNo,
  notScanned: choices('submitted_electronically', 'only_shown', 'between_agencies', 'secret'),
  dossierCodes: dossierCodes()
}

/** What the value of a parameter of a form set must be, or undefined when there is no such parameter. */
export function formShape(key: string): Shape<unknown> | undefined {
  if (Object.hasOwn(SET_SHAPES, key)) return SET_SHAPES[key as keyof SetValues]
  const [part, kind] = key.split('.')
  if (!FORM_KINDS.includes(kind as FormKind)) return undefined
  if (part === 'title') return text(200)
  if (part === 'numberMark') return orNone(mark())
  return part === 'paper' ? choice('A4', 'A5') : undefined
}

/** The parameters that a set with these forms must have. */
export function formKeys(kinds: readonly FormKind[]): string[] {
  const ofForms = kinds.flatMap((kind) => [`title.${kind}`, `numberMark.${kind}`, `paper.${kind}`])
  return [...Object.keys(SET_SHAPES), ...ofForms]
}

/** What the parameter is called on the administrator's screen. */
export function formLabel(key: string, forms: readonly Form[]): string {
  const { formSetParameters, formParameters } = regulationText
  if (Object.hasOwn(formSetParameters, key)) return formSetParameters[key as keyof SetValues]
  const [part, kind] = key.split('.')
  const number = forms.find((form) => form.kind === kind)?.number ?? ''
  return formParameters[part as keyof typeof formParameters](number)
}

function mark(): Shape<string> {
  return {
    holds: (value): value is string => typeof value === 'string' && /^[\p{Lu}\d-]{1,20}$/u.test(value),
    wants: regulationText.wants.mark
  }
}

function dossierCodes(): Shape<DossierCode[]> {
  return {
    holds: (value): value is DossierCode[] =>
      Array.isArray(value) && value.length > 0 && value.every(isDossierCode),
    wants: regulationText.wants.dossierCodes
  }
}

function isDossierCode(value: unknown): boolean {
  const { template, accepts, example } = (value ?? {}) as Record<string, unknown>
  if (typeof template !== 'string' || typeof accepts !== 'string' || typeof example !== 'string') return false
  return isAnchored(accepts) && recognises(accepts, example)
}

function isAnchored(pattern: string): boolean {
  return pattern.startsWith('^') && pattern.endsWith('$') && pattern.length <= 200
}

function recognises(pattern: string, code: string): boolean {
  try {
    return new RegExp(pattern).test(code)
  } catch {
    return false
  }
}
