import { BLANK, capitalised, letterDay, papersText } from '../../kiosk-ui/src/text/papers.ts'
import type { Block, Run, Words } from '../../server/printing/blocks.ts'
import { letterSheet, type Paper } from '../../server/printing/sheet.ts'
import type { FormField } from '../../server/regulation/forms.ts'
import type { PrintedForm } from '../../server/regulation/rule-set.ts'
import {
  type FormsInForce,
  getForm,
  headOf,
  type Issuer,
  instantText,
  momentIn,
  onOneLine
} from '../statutory-form.ts'

const apologyText = papersText.apology

/** What the letter says, as dossier and apology have it; it never says anything that is not in them. */
export interface ApologyData {
  /** The agency that handles the dossier and is late; its head signs. */
  agency: Issuer
  /** Null while it is a draft. */
  number: string | null
  /** `YYYY-MM-DD`; null while it is a draft. */
  signedOn: string | null
  code: string
  trackingUrl: string
  applicant: {
    kind: 'citizen' | 'organisation'
    name: string
    sex: 'male' | 'female' | null
    idNumber: string | null
    address: string | null
    phone: string | null
  }
  procedureName: string
  /** Instants are ISO in UTC. */
  receivedAt: string
  /** The date that the slip promised. */
  originalDueAt: string
  reason: string
  newDueAt: string
  /** Null while it is a draft. `authority` is `TM.`, `KT.` … with whom it stands for, e.g. `KT. GIÁM ĐỐC`. */
  signer: { name: string; title: string; authority?: string | null } | null
  /** Who gets a copy, before the archive, e.g. `Trung tâm Phục vụ hành chính công phường`. */
  copyTo: readonly string[]
}

/**
 * The letter that apologises for a dossier that will be late and gives its new date: form 04 of the set of forms in
 * force when the dossier was received, laid out as NĐ 30/2020 lays out a letter with a number and the signature of a head
 * of office.
 */
export function apologyLetter(forms: FormsInForce, data: ApologyData): Paper {
  const form = getForm(forms, 'apology')
  const { agency, number, signedOn } = data
  const year = (signedOn ?? momentIn(data.originalDueAt).day).slice(0, 4)
  return {
    title: papersText.slip.running(form.title, data.code),
    sheet: letterSheet(form.paper),
    blocks: [
      { kind: 'page', running: null },
      headOf({ head: forms.head, form }, { issuer: agency, number, day: signedOn, year }),
      { kind: 'title', text: form.title.toLocaleUpperCase('vi'), ruled: true },
      addressee(form, data),
      ...body(form, data),
      foot(form, data)
    ]
  }
}

/** Fields that stand under the name of the addressee. */
const OF_ADDRESSEE = new Set(['applicant', 'address', 'phone'])

function addressee({ fields }: PrintedForm, { applicant }: ApologyData): Block {
  const values: Record<string, string | null> = {
    ...applicant,
    phone: applicant.phone && onOneLine(applicant.phone)
  }
  const lead = fields.find(({ id }) => id === 'applicant')?.label ?? ''
  const under = fields
    .filter(({ id }) => id !== 'applicant' && OF_ADDRESSEE.has(id) && values[id])
    .map(({ id, label }) => recipient(`${label} ${values[id]}`))
  return {
    kind: 'columns',
    widths: [30, null],
    gap: 2,
    align: 'top',
    columns: [
      [{ kind: 'paragraph', role: 'salutation', words: lead }],
      [recipient([{ text: `${titled(applicant)}`, bold: true }]), ...under]
    ]
  }
}

function recipient(words: Words): Block {
  return { kind: 'paragraph', role: 'recipient', words }
}

function body({ fields }: PrintedForm, data: ApologyData): Block[] {
  const own = fields.filter(({ id }) => !OF_ADDRESSEE.has(id))
  return own.map((field) => ({ kind: 'paragraph', role: 'body', words: sentenceOf(field, data) }))
}

function sentenceOf({ id, kind, label }: FormField, data: ApologyData): Words {
  if (kind === 'sentence') return filledIn(label, data)
  if (id === 'dueAt') return `${label} ${instantText(data.originalDueAt)}.`
  return `${label} ${ended(id === 'reason' ? data.reason : BLANK)}`
}

/** A sentence of the form with its blanks filled in; the new date is what the reader looks for, so it stands out. */
function filledIn(pattern: string, data: ApologyData): Run[] {
  const { applicant } = data
  const values: Record<string, string | null> = {
    receivedDay: capitalised(letterDay(momentIn(data.receivedAt).day)),
    agency: data.agency.name,
    applicant: addressed(applicant),
    procedure: apologyText.quoted(data.procedureName),
    idNumber: applicant.idNumber,
    code: data.code,
    newDueDay: instantText(data.newDueAt)
  }
  return pattern.split(/(\{\w+\})/).flatMap((part): Run[] => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (!name) return part === '' ? [] : [{ text: part }]
    return [{ text: values[name] || BLANK, bold: name === 'newDueDay' }]
  })
}

function ended(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`
}

function titled(applicant: ApologyData['applicant']): string {
  return applicant.kind === 'organisation' ? applicant.name : `${addressed(applicant)} ${applicant.name}`
}

function addressed({ kind, sex }: ApologyData['applicant']): string {
  if (kind === 'organisation') return apologyText.organisation
  if (sex === null) return apologyText.citizen
  return sex === 'male' ? apologyText.man : apologyText.woman
}

/** Who gets copies on the left, who signs on the right. */
function foot(form: PrintedForm, data: ApologyData): Block {
  const { copyTo, trackingUrl, signer } = data
  const [first, ...last] = form.sentTo
  const lines = [...(first ? [first] : []), ...copyTo.map((name) => `${name};`), ...last]
  const own = form.signatures[0]
  const title = [signer?.authority, signer?.title.toLocaleUpperCase('vi')].filter(Boolean).join(' ')
  return {
    kind: 'columns',
    widths: [null, 76],
    gap: 4,
    align: 'top',
    columns: [
      [
        { kind: 'paragraph', role: 'addressees', words: apologyText.addressees },
        ...lines.map((line): Block => ({ kind: 'paragraph', role: 'addressee', words: `- ${line}` })),
        { kind: 'qr', text: trackingUrl, label: papersText.slip.qr },
        { kind: 'paragraph', role: 'caption', words: papersText.slip.scan }
      ],
      [
        {
          kind: 'signatures',
          signatures: [
            { title: title || (own?.title ?? ''), hint: own?.hint ?? '', name: signer?.name ?? null }
          ]
        }
      ]
    ]
  }
}
