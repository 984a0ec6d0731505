import { dossierFault, dossierWarning } from '../../kiosk-ui/src/text/dossiers.ts'
import { readPhone } from '../dossiers/phone.ts'
import type { FieldError } from '../errors.ts'
import { normalText } from '../text-key.ts'

/** What someone says about himself or his organisation. */
export interface Particulars {
  kind: 'citizen' | 'organisation'
  name: string
  idNumber?: string | undefined
  /** `YYYY-MM-DD`. */
  birthDate?: string | undefined
  sex?: 'male' | 'female' | undefined
  phone?: string | undefined
}

export interface CheckedParticulars {
  name: string
  idNumber: string | null
  /** E.164. */
  phone: string | null
  faults: FieldError[]
  warnings: FieldError[]
}

const TWELVE = /^\d{12}$/
const OLD_ID = /^\d{9}$/
const PASSPORT = /^[A-Z]{1,2}\d{6,8}$/
const TAX_CODE = /^\d{10}(-\d{3})?$/

/** The prefixes of eleven digits that ended in 2018, and what became of them. */
const OLD_PREFIXES: readonly [old: string, now: string][] = [
  ...['2', '3', '4', '5', '6', '7', '8', '9'].map((digit): [string, string] => [`016${digit}`, `03${digit}`]),
  ['0120', '070'],
  ['0121', '079'],
  ['0122', '077'],
  ['0126', '076'],
  ['0128', '078'],
  ['0123', '083'],
  ['0124', '084'],
  ['0125', '085'],
  ['0127', '081'],
  ['0129', '082'],
  ['0186', '056'],
  ['0188', '058'],
  ['0199', '059']
]

/**
 * Reads the particulars and says in words what cannot be, and what is only odd. A number of the wrong form is refused;
 * one that does not agree with birth date and sex is not, as records are at times wrong and the citizen is there
 * (NĐ 137/2015: digit 4 tells century and sex, digits 5–6 the year of birth; there is no check digit).
 *
 * Paths are those of the request, `/applicant/…`.
 */
export function checkParticulars(given: Particulars, today: string): CheckedParticulars {
  const name = normalText(given.name)
  const idNumber = given.idNumber === undefined ? null : readIdNumber(given.idNumber)
  const phone = given.phone === undefined ? null : readPhone(given.phone)
  const faults = [
    ...nameFaults(given.kind, name),
    ...idFaults(given.kind, idNumber),
    ...phoneFaults(given.phone, phone),
    ...(given.birthDate !== undefined && given.birthDate > today
      ? [fault('/birthDate', dossierFault.birthInFuture)]
      : [])
  ]
  const warnings = given.kind === 'citizen' ? [...nameWarnings(name), ...idWarnings(given, idNumber)] : []
  return { name, idNumber, phone: phone ?? null, faults, warnings }
}

/** Without spaces and dots, which people write for reading. */
export function readIdNumber(text: string): string {
  return text.replace(/[\s.]/g, '').toUpperCase()
}

function nameFaults(kind: Particulars['kind'], name: string): FieldError[] {
  if (name.includes('\uFFFD')) return [fault('/name', dossierFault.nameDamaged)]
  return kind === 'citizen' && /\d/.test(name) ? [fault('/name', dossierFault.nameHasDigit)] : []
}

function nameWarnings(name: string): FieldError[] {
  const isPlain = /^[A-Z ]{4,}$/.test(name) && name.includes(' ')
  return isPlain ? [fault('/name', dossierWarning.plainName)] : []
}

function idFaults(kind: Particulars['kind'], idNumber: string | null): FieldError[] {
  if (idNumber === null) return []
  if (kind === 'organisation') {
    const holds = TAX_CODE.test(idNumber) || TWELVE.test(idNumber)
    return holds ? [] : [fault('/idNumber', dossierFault.taxCode)]
  }
  const holds = TWELVE.test(idNumber) || OLD_ID.test(idNumber) || PASSPORT.test(idNumber)
  return holds ? [] : [fault('/idNumber', dossierFault.idNumber)]
}

function phoneFaults(given: string | undefined, phone: string | null | undefined): FieldError[] {
  if (given === undefined || phone !== undefined) return []
  const now = newNumber(given.replace(/[\s.()-]/g, '').replace(/^\+?84/, '0'))
  return [fault('/phone', now ? dossierFault.oldPrefix(now) : dossierFault.phone)]
}

function newNumber(old: string): string | undefined {
  if (!/^01\d{9}$/.test(old)) return undefined
  const found = OLD_PREFIXES.find(([prefix]) => old.startsWith(prefix))
  return found && found[1] + old.slice(4)
}

function idWarnings(given: Particulars, idNumber: string | null): FieldError[] {
  if (idNumber === null) return []
  if (OLD_ID.test(idNumber)) return [fault('/idNumber', dossierWarning.oldIdNumber)]
  if (!TWELVE.test(idNumber))
    return PASSPORT.test(idNumber) ? [fault('/idNumber', dossierWarning.passport)] : []
  const said = saidByNumber(idNumber)
  const year = given.birthDate?.slice(0, 4)
  return [
    ...(year !== undefined && year !== said.year
      ? [fault('/birthDate', dossierWarning.birthYear(said.year))]
      : []),
    ...(given.sex !== undefined && given.sex !== said.sex
      ? [fault('/sex', dossierWarning.sex(said.sex))]
      : [])
  ]
}

/** Digit 4: 0 and 1 for men and women of the twentieth century, 2 and 3 of the next, and so on. */
function saidByNumber(idNumber: string): { year: string; sex: 'male' | 'female' } {
  const digit = Number(idNumber[3])
  const year = `${19 + Math.floor(digit / 2)}${idNumber.slice(4, 6)}`
  return { year, sex: digit % 2 === 0 ? 'male' : 'female' }
}

function fault(field: string, message: string): FieldError {
  return { path: `/applicant${field}`, message }
}
