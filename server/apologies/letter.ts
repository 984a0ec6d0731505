import type { ApologyData } from '../../printer-templates/apology-letter/template.ts'
import type { FormsInForce } from '../../printer-templates/statutory-form.ts'
import { phoneForPeople } from '../dossiers/phone.ts'
import type { DossierTable } from '../dossiers/tables.ts'
import type { ApologyTable } from './tables.ts'

/** What the letter says, out of the records and nothing else. */
export function letterData(
  apology: ApologyTable,
  dossier: DossierTable,
  { officeName, trackingUrl }: { officeName: string; trackingUrl: string }
): ApologyData {
  const { agencyName, number, signedOn, signer, signerTitle } = apology
  const { applicantKind, applicantName, sex, idNumber, address, phone } = dossier
  return {
    agency: { name: agencyName },
    number,
    signedOn,
    code: dossier.code,
    trackingUrl,
    applicant: { kind: applicantKind, name: applicantName, sex, idNumber, address, phone: readable(phone) },
    procedureName: dossier.procedureName,
    receivedAt: dossier.receivedAt,
    originalDueAt: apology.previousDueAt,
    reason: apology.reason,
    newDueAt: apology.newDueAt,
    signer: signer === null ? null : { name: signer, title: signerTitle ?? '' },
    copyTo: agencyName === officeName ? [] : [officeName]
  }
}

/**
 * The forms for a letter with this number. One that the agency has given with its marks, `31/PXL-UBND`, is printed as it
 * is; the form's own marks come after a bare number only.
 */
export function formsFor(forms: FormsInForce, number: string | null): FormsInForce {
  if (number === null || !number.includes('/')) return forms
  const bare = (pattern: string) => pattern.replace('/{mark}', '').replace('-{counterMark}', '')
  return {
    ...forms,
    forms: forms.forms.map((form) => ({ ...form, numberPattern: bare(form.numberPattern) }))
  }
}

function readable(phone: string | null): string | null {
  return phone === null ? null : phoneForPeople(phone)
}
