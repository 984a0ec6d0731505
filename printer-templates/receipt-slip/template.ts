import { BLANK, letterCount, papersText } from '../../kiosk-ui/src/text/papers.ts'
import { officeNameParts } from '../../server/offices/office-name.ts'
import {
  type Block,
  type Paragraph,
  type Run,
  runsOf,
  type Signature,
  type Words
} from '../../server/printing/blocks.ts'
import { type Paper, slipSheet } from '../../server/printing/sheet.ts'
import type { FormField } from '../../server/regulation/forms.ts'
import type { PrintedForm } from '../../server/regulation/rule-set.ts'
import {
  type FormsInForce,
  getForm,
  headOf,
  type Issuer,
  instantText,
  momentIn,
  nameOnOneLine,
  onOneLine
} from '../statutory-form.ts'

const slipText = papersText.slip

interface SlipPerson {
  name: string
  idNumber: string | null
  address: string | null
  phone: string | null
  email: string | null
}

/** What a slip says, as the dossier has it. Instants are ISO in UTC. */
export interface SlipData {
  office: Issuer & {
    phone: string | null
    /** Where a dossier can be looked up by hand, without its scheme, e.g. `hoso.example.gov.vn/tra-cuu`. */
    lookUp: string
  }
  /** The number in the book of slips, where the office keeps one. */
  number: string | null
  code: string
  /** What the QR code opens. */
  trackingUrl: string
  applicant: SlipPerson
  /** Who brought the papers, when it is not the applicant, and by what paper he may. */
  submitter: { name: string; idNumber: string | null; authorisation: string | null } | null
  /** What is asked for: the name of the procedure. */
  request: string
  components: readonly { name: string; originals: number; copies: number }[]
  sets: number
  /** In words with the unit, e.g. `5 ngày làm việc`. */
  termText: string
  receivedAt: string
  dueAt: string | null
  /** Where the result is given, in words. */
  resultDelivery: string
  register: { volume: string; ordinal: string } | null
  /** What is paid, in words. */
  feeText: string | null
  receiverName: string
}

/**
 * The slip with the date of the result, form 01 of the set of forms in force when the dossier was received. Field by
 * field as the set has them: TT 01/2018 on two marked copies, TT 03/2025 on one.
 */
export function receiptSlip(forms: FormsInForce, data: SlipData): Paper {
  const form = getForm(forms, 'receipt_slip')
  const copies = form.copies.length > 0 ? form.copies : [null]
  return {
    title: slipText.running(form.title, data.code),
    sheet: slipSheet(form.paper),
    blocks: copies.flatMap((copy) => oneCopy({ head: forms.head, form, copy }, data))
  }
}

interface Copy {
  head: FormsInForce['head']
  form: PrintedForm
  copy: string | null
}

function oneCopy({ head, form, copy }: Copy, data: SlipData): Block[] {
  const { day } = momentIn(data.receivedAt)
  const year = day.slice(0, 4)
  return [
    { kind: 'page', running: slipText.running(form.title, data.code) },
    headOf({ head, form }, { issuer: data.office, number: data.number, day, year }),
    identity({ form, copy }, data),
    scanLine(data),
    ...lines(form, data),
    { kind: 'signatures', signatures: signatures(form, data) },
    { kind: 'paragraph', role: 'note', words: note(form, data) }
  ]
}

/** The QR code beside the title and the code that it stands for. */
function identity({ form, copy }: Pick<Copy, 'form' | 'copy'>, { trackingUrl, code }: SlipData): Block {
  const label = form.fields.find(({ id }) => id === 'code')?.label ?? ''
  const title: Block = { kind: 'title', text: form.title.toLocaleUpperCase('vi'), ruled: false }
  const mark: Paragraph[] = copy ? [{ kind: 'paragraph', role: 'mark', words: copy }] : []
  const codeLine: Block = { kind: 'paragraph', role: 'code', words: labelled(label, code, true) }
  return {
    kind: 'columns',
    widths: [25, null],
    gap: 5,
    align: 'middle',
    columns: [[{ kind: 'qr', text: trackingUrl, label: slipText.qr }], [title, ...mark, codeLine]]
  }
}

/** The way for those who cannot scan. */
function scanLine({ office }: SlipData): Block {
  return {
    kind: 'paragraph',
    role: 'caption',
    words: [
      { text: `${slipText.scan}${slipText.orVisit}` },
      { text: office.lookUp, bold: true },
      { text: slipText.thenType }
    ]
  }
}

/** Fields that share a line with the one before them, where there is room. */
const BESIDE = new Set(['email', 'registerOrdinal'])

/** Fields that stand elsewhere on the paper. */
const ELSEWHERE = new Set(['code', 'copy'])

/** Fields that must not be overlooked. */
const BOLD = new Set(['applicant', 'request'])

function lines(form: PrintedForm, data: SlipData): Block[] {
  const values = valuesOf(form, data)
  const blocks: Block[] = []
  for (const field of form.fields.filter(({ id }) => !ELSEWHERE.has(id))) {
    const words = wordsOf(field, values)
    if (words === null) continue
    const last = blocks.at(-1)
    if (field.kind === 'list') blocks.push(...components(words, data))
    else if (field.id === 'dueAt') blocks.push({ kind: 'box', lines: [field.label, due(data)] })
    else if (BESIDE.has(field.id) && last?.kind === 'paragraph') last.words = beside(last.words, words)
    else blocks.push({ kind: 'paragraph', role: 'body', words })
  }
  return blocks
}

/** What a field says: null where nobody knows, undefined where it does not apply. */
type Values = Readonly<Record<string, string | null | undefined>>

function valuesOf(form: PrintedForm, data: SlipData): Values {
  const { submitter, register } = data
  const proxied = submitter !== null && form.fields.some(({ id }) => id === 'authorisation')
  return {
    ...(proxied ? proxy(form, data) : personal(data.applicant)),
    counter: nameOnOneLine(data.office.name),
    request: data.request,
    components: '',
    sets: `${letterCount(data.sets)} ${form.fields.find(({ id }) => id === 'sets')?.unit ?? ''}`,
    term: data.termText,
    receivedAt: instantText(data.receivedAt),
    dueAt: '',
    resultDelivery: data.resultDelivery,
    registerVolume: register?.volume ?? null,
    registerOrdinal: register?.ordinal ?? null
  }
}

function personal({ name, idNumber, address, phone, email }: SlipPerson): Values {
  return {
    applicant: name,
    idNumber,
    address,
    phone: phone ? onOneLine(phone) : papersText.none,
    email: email ?? papersText.none
  }
}

/** The newer forms name whoever brings the papers, then the one who authorised him. */
function proxy(form: PrintedForm, { applicant, submitter }: SlipData): Values {
  const fields = form.fields.find(({ id }) => id === 'authorisation')?.fields ?? []
  const phone = applicant.phone && onOneLine(applicant.phone)
  const known: Values = { ...applicant, phone, paper: submitter?.authorisation }
  const said = fields.flatMap(({ id, label }) => (known[id] ? [`${label} ${known[id]}`] : []))
  return { applicant: submitter?.name, idNumber: submitter?.idNumber, authorisation: said.join('; ') }
}

function wordsOf({ id, label, optional }: FormField, values: Values): Words | null {
  const value = values[id]
  if (value === undefined || (value === null && optional)) return null
  if (id === 'counter' && value) return counter(label, value)
  return labelled(label, value ?? BLANK, BOLD.has(id))
}

/**
 * The newer form offers two names for the counter; the office's own name says which, so it stands by itself.
 */
function counter(label: string, name: string): Words {
  const own = officeNameParts(name.replaceAll('\u00a0', ' ')).own.toLocaleLowerCase('vi')
  const offered = label.replace(':', '').toLocaleLowerCase('vi').split('/')
  return offered.length > 1 && offered.includes(own) ? name : labelled(label, name)
}

function labelled(label: string, value: string, bold = false): Words {
  const lead = label.endsWith(':') || value === '' ? label : `${label}:`
  const said: Run = bold ? { text: value, bold } : { text: value }
  return value === '' ? label : [{ text: `${lead} ` }, said]
}

function beside(left: Words, right: Words): Words {
  return [...runsOf(left), { text: ' \u00a0\u00a0\u00a0 ' }, ...runsOf(right)]
}

function components(label: Words, { components: all }: SlipData): Block[] {
  if (all.length === 0) return [{ kind: 'paragraph', role: 'body', words: none(label) }]
  const items = all.map(({ name, originals, copies }) => ({ name, count: counts(originals, copies) }))
  return [
    { kind: 'paragraph', role: 'body', words: label, keepWithNext: true },
    { kind: 'items', items }
  ]
}

function none(label: Words): Words {
  return [...runsOf(label), { text: ` ${papersText.none}` }]
}

function counts(originals: number, copies: number): string {
  const said = [
    originals > 0 ? papersText.originals(originals) : '',
    copies > 0 ? papersText.copies(copies) : ''
  ]
  return said.filter(Boolean).join(', ')
}

function due({ dueAt }: SlipData): Words {
  if (dueAt === null) return BLANK
  const weekday = papersText.weekday(momentIn(dueAt).day)
  return [{ text: instantText(dueAt), bold: true }, { text: ` ${weekday}` }]
}

function signatures({ signatures: all }: PrintedForm, data: SlipData): Signature[] {
  const names: Record<string, string> = {
    submitter: data.submitter?.name ?? data.applicant.name,
    receiver: data.receiverName
  }
  return all.map(({ id, title, hint }) => ({ title, hint, name: names[id] ?? null }))
}

/** The circular's own notes, then what an office commonly adds. */
function note({ notes }: PrintedForm, { feeText, office }: SlipData): Words {
  const added = [
    feeText ? slipText.fee(feeText) : '',
    slipText.bring,
    office.phone ? slipText.phone(onOneLine(office.phone)) : '',
    slipText.purpose
  ]
  const said = [...notes, ...added].filter(Boolean).join(' ')
  return notes.length > 0 ? [{ text: slipText.remarks, bold: true }, { text: said }] : said
}
