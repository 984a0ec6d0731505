import type { FormErrors } from '@mantine/form'
import type { Dossier, Move } from '../../api/dossiers.ts'
import { dayFault } from '../../parts/fields.tsx'
import { findDay } from '../../parts/read-typed.ts'
import { dossierText as text } from '../../text/counter.ts'

/** What is typed for any move; each asks for some of it only. */
export type TypedMove = {
  to: string
  note: string
  outcome: string
  number: string
  signer: string
  signedOn: string
  name: string
  idNumber: string
  authorisation: string
  reason: string
  items: string
  how: string
  by: string
}

export type MoveField = keyof TypedMove

/** What each move asks for, in the order on the screen. */
export const FIELDS_OF: Record<Move, readonly MoveField[]> = {
  slip: ['how', 'reason'],
  'hand-over': ['to', 'note'],
  'accept-hand-over': [],
  'request-supplement': ['items', 'reason'],
  'receive-supplement': ['items'],
  'request-payment': [],
  'confirm-payment': [],
  refuse: ['reason'],
  withdraw: ['reason'],
  stop: ['by', 'reason'],
  'record-result': ['outcome', 'number', 'signer', 'signedOn'],
  'return-result': ['name', 'idNumber', 'authorisation']
}

/** Moves after which the citizen is told why. */
const WITH_REASON: readonly Move[] = ['request-supplement', 'refuse', 'stop']

export function freshMove({ applicant, submitter }: Dossier): TypedMove {
  return {
    to: '',
    note: '',
    outcome: 'granted',
    number: '',
    signer: '',
    signedOn: '',
    name: submitter?.name ?? applicant.name,
    idNumber: submitter?.idNumber ?? applicant.idNumber ?? '',
    authorisation: '',
    reason: '',
    items: '',
    how: 'printed',
    by: 'citizen'
  }
}

export function validateMove(move: Move, typed: TypedMove): FormErrors {
  const asks = (field: MoveField) => FIELDS_OF[move].includes(field)
  const needsReason = WITH_REASON.includes(move) || (move === 'slip' && typed.how === 'none')
  return {
    to: asks('to') && !typed.to ? text.holderMissing : null,
    items: asks('items') && linesOf(typed.items).length === 0 ? text.itemsMissing : null,
    name: asks('name') && !typed.name.trim() ? text.returnedToMissing : null,
    reason: needsReason && !typed.reason.trim() ? text.reasonMissing : null,
    signedOn: asks('signedOn') && typed.signedOn.trim() ? dayFault(typed.signedOn, text.signedWhat) : null
  }
}

/** What is sent for a move; an empty field is left out. */
export function bodyOf(move: Move, typed: TypedMove): object | undefined {
  const words = (field: MoveField) => typed[field].trim() || undefined
  switch (move) {
    case 'slip':
      return { how: typed.how, reason: typed.how === 'none' ? words('reason') : undefined }
    case 'hand-over': {
      const [kind, id] = typed.to.split(':')
      return { [kind === 'agency' ? 'toAgencyId' : 'toUserId']: id, note: words('note') }
    }
    case 'request-supplement':
      return { items: linesOf(typed.items), reason: words('reason') }
    case 'receive-supplement':
      return { components: linesOf(typed.items).map((name) => ({ name, originals: 1, copies: 0 })) }
    case 'request-payment':
      return {}
    case 'refuse':
    case 'withdraw':
      return { reason: words('reason') }
    case 'stop':
      return { reason: words('reason'), by: typed.by }
    case 'record-result':
      return {
        outcome: typed.outcome,
        number: words('number'),
        signer: words('signer'),
        signedOn: findDay(typed.signedOn)
      }
    case 'return-result':
      return { to: words('name'), idNumber: words('idNumber'), authorisation: words('authorisation') }
    default:
      return undefined
  }
}

function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
