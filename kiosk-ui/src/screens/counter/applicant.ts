import type { FormErrors } from '@mantine/form'
import type { NewDossier } from '../../api/dossiers.ts'
import { numberAgrees, type ScannedCard } from '../../parts/card-scan.ts'
import { dayFault } from '../../parts/fields.tsx'
import { findNewPhone, findPhone } from '../../parts/phone.ts'
import { findDay } from '../../parts/read-typed.ts'
import { dayText } from '../../text/common.ts'
import { intakeText as text } from '../../text/counter.ts'
import type { Intake } from './intake.ts'
import { componentsOf } from './papers.ts'

/** What is typed of who files a dossier, as it is typed. */
export type Typed = {
  kind: string
  idNumber: string
  name: string
  birthDate: string
  sex: string
  address: string
  phone: string
  email: string
  submitter: string
  submitterName: string
  submitterId: string
  authorisation: string
  channel: string
  resultDelivery: string
  resultAddress: string
  sets: string
  summary: string
}

export const FRESH: Typed = {
  kind: 'citizen',
  idNumber: '',
  name: '',
  birthDate: '',
  sex: '',
  address: '',
  phone: '',
  email: '',
  submitter: 'self',
  submitterName: '',
  submitterId: '',
  authorisation: '',
  channel: 'counter',
  resultDelivery: 'counter',
  resultAddress: '',
  sets: '1',
  summary: ''
}

/** The digits of a number that was typed with spaces or dots. */
export function plainNumber(typed: string): string {
  return typed.replace(/[\s.]/g, '')
}

export function validateApplicant(typed: Typed, today: string): FormErrors {
  const isCitizen = typed.kind === 'citizen'
  return {
    idNumber: numberFault(typed, isCitizen),
    name: nameFault(typed.name, isCitizen),
    birthDate: isCitizen && typed.birthDate.trim() ? birthFault(typed.birthDate, today) : null,
    address: typed.address.trim() ? null : text.addressMissing,
    phone: phoneFault(typed.phone),
    email: /^$|^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email.trim()) ? null : text.emailWrong,
    ...(typed.submitter === 'other' ? submitterFaults(typed) : {}),
    resultAddress:
      typed.resultDelivery === 'post' && !typed.resultAddress.trim() ? text.resultAddressMissing : null,
    sets: /^[1-9]\d?$/.test(typed.sets.trim()) ? null : text.setsWrong
  }
}

function submitterFaults({ submitterName, submitterId }: Typed): FormErrors {
  return {
    submitterName: submitterName.trim() ? null : text.submitterMissing,
    submitterId: /^(\d{12})?$/.test(plainNumber(submitterId)) ? null : text.submitterIdWrong
  }
}

function numberFault({ idNumber }: Typed, isCitizen: boolean): string | null {
  const number = plainNumber(idNumber)
  if (number === '') return null
  if (isCitizen) return /^(\d{12}|\d{9}|[A-Z]\d{7,8})$/i.test(number) ? null : text.idWrong
  return /^(\d{10}(-?\d{3})?|\d{12})$/.test(number) ? null : text.taxWrong
}

function nameFault(name: string, isCitizen: boolean): string | null {
  if (!name.trim()) return isCitizen ? text.nameMissing : text.organisationMissing
  return isCitizen && /[\d\uFFFD?|]/.test(name) ? text.nameWrong : null
}

function birthFault(typed: string, today: string): string | null {
  const day = findDay(typed)
  return dayFault(typed, text.birthWhat) ?? (day && day > today ? text.birthFuture : null)
}

function phoneFault(typed: string): string | null {
  if (!typed.trim() || findPhone(typed)) return null
  const now = findNewPhone(typed)
  return now ? text.phoneOld(now) : text.phoneWrong
}

/** Whether the number disagrees with what was typed of its bearer: something to look at, not to refuse for. */
export function isNumberOdd({ kind, idNumber, birthDate, sex }: Typed): boolean {
  if (kind !== 'citizen') return false
  const known = sex === 'male' || sex === 'female' ? sex : null
  return !numberAgrees({ idNumber: plainNumber(idNumber), birthDate: findDay(birthDate) ?? null, sex: known })
}

/** What a card says, in place of what it leaves open. */
export function typedFromCard(card: ScannedCard): Partial<Typed> {
  return {
    kind: 'citizen',
    idNumber: card.idNumber,
    name: card.name ?? '',
    birthDate: card.birthDate ? dayText(card.birthDate) : '',
    sex: card.sex ?? '',
    address: card.address ?? ''
  }
}

/** What the server is asked to take in. @throws TypeError before a procedure is chosen */
export function filingOf({ procedure, caseName, papers, ticket }: Intake, typed: Typed): NewDossier {
  if (!procedure) throw new TypeError('no procedure is chosen')
  return {
    procedureCode: procedure.code,
    ...given('case', caseName),
    applicant: applicantOf(typed),
    ...(typed.submitter === 'other' ? { submitter: submitterOf(typed) } : {}),
    channel: typed.channel as NewDossier['channel'],
    components: componentsOf(papers),
    sets: Number(typed.sets),
    resultDelivery: typed.resultDelivery as NewDossier['resultDelivery'],
    ...(typed.resultDelivery === 'post' ? given('resultAddress', typed.resultAddress) : {}),
    ...(ticket ? { ticketId: ticket.id } : {}),
    ...given('summary', typed.summary),
    slipRequested: false
  }
}

function applicantOf(typed: Typed): NewDossier['applicant'] {
  const isCitizen = typed.kind === 'citizen'
  return {
    kind: isCitizen ? 'citizen' : 'organisation',
    name: typed.name.trim(),
    ...given('idNumber', plainNumber(typed.idNumber)),
    ...(isCitizen ? given('birthDate', findDay(typed.birthDate) ?? '') : {}),
    ...(isCitizen && (typed.sex === 'male' || typed.sex === 'female') ? { sex: typed.sex } : {}),
    address: typed.address.trim(),
    ...given('phone', typed.phone),
    ...given('email', typed.email)
  }
}

function submitterOf({ submitterName, submitterId, authorisation }: Typed) {
  return {
    name: submitterName.trim(),
    ...given('idNumber', plainNumber(submitterId)),
    ...given('authorisation', authorisation)
  }
}

function given<Name extends string>(name: Name, typed: string): { [Key in Name]?: string } {
  const words = typed.trim()
  return (words ? { [name]: words } : {}) as { [Key in Name]?: string }
}
