import type { DecreeParameters } from '../regulation/decree-parameters.ts'
import type { Tokens } from '../tokens.ts'
import { allowedMoves } from './moves.ts'
import { phoneForPeople } from './phone.ts'
import type { Dossier, DossierState } from './schemas.ts'
import { nationalStatus } from './states.ts'
import type { DossierTable, Paper } from './tables.ts'

/** A dossier as the contract gives it, without what is worked out under the server's key. */
export function describeDossier(
  dossier: DossierTable,
  papers: readonly Paper[],
  rules: DecreeParameters
): DossierState {
  const { id, code, version, status, channel, sets, summary, ticketId, receivedAt, receivedByName } = dossier
  const { termText, dueAt, dueDay, originalDueDay, holderName, resultDelivery, resultAddress } = dossier
  const { closingReason, returnedAt, closedAt } = dossier
  return {
    id,
    code,
    version,
    status,
    nationalStatus: nationalStatus(status),
    procedure: { code: dossier.procedureCode, name: dossier.procedureName, field: dossier.fieldName },
    applicant: applicantOf(dossier),
    submitter: dossier.submitter === null ? null : JSON.parse(dossier.submitter),
    channel,
    components: papers.map(({ name, originals, copies }) => ({ name, originals, copies })),
    sets,
    resultDelivery,
    resultAddress,
    summary,
    ticketId,
    receivedAt,
    receivedByName,
    termText,
    dueAt,
    dueDay,
    originalDueDay,
    dueSteps: JSON.parse(dossier.dueSteps),
    provisional: dossier.provisional === 1,
    holderName,
    handOverPending: dossier.holderAcceptedAt === null,
    slipRequired: dossier.slipRequired === 1,
    slip: slipOf(dossier),
    supplement: supplementOf(dossier),
    closingReason,
    result: resultOf(dossier),
    returnedAt,
    closedAt,
    slipUrl: `/api/v1/dossiers/${code}/slip.pdf`,
    moves: allowedMoves(dossier, rules)
  }
}

/** Adds what opens the citizen's page: it is derived each time and lies in no database. */
export function withTracking<State extends DossierState>(
  state: State,
  { officeId, tokens, publicUrl }: { officeId: string; tokens: Tokens; publicUrl: string }
): State & Pick<Dossier, 'trackingToken' | 'trackingUrl'> {
  const trackingToken = tokens.token('tracking', { officeId, id: state.id })
  return { ...state, trackingToken, trackingUrl: `${publicUrl}/t/${trackingToken}` }
}

function applicantOf(dossier: DossierTable): DossierState['applicant'] {
  const { applicantKind, applicantName, idNumber, birthDate, sex, address, phone, email } = dossier
  return {
    kind: applicantKind,
    name: applicantName,
    idNumber,
    birthDate,
    sex,
    address,
    phone: phone === null ? null : phoneForPeople(phone),
    email
  }
}

function slipOf({ slipHandedAt, slipHow, slipReason }: DossierTable): DossierState['slip'] {
  if (slipHandedAt === null || slipHow === null) return null
  return { handedAt: slipHandedAt, how: slipHow, reason: slipReason }
}

/** What the citizen was asked for and has not brought yet. */
function supplementOf(dossier: DossierTable): DossierState['supplement'] {
  const { status, supplementAskedAt, supplementItems, supplementReason } = dossier
  if (status !== 'awaiting_supplement' || supplementAskedAt === null) return null
  return {
    askedAt: supplementAskedAt,
    items: JSON.parse(supplementItems ?? '[]'),
    reason: supplementReason ?? ''
  }
}

function resultOf(dossier: DossierTable): DossierState['result'] {
  const { resultOutcome, resultNumber, resultSigner, resultSignedOn, processedAt } = dossier
  if (resultOutcome === null || processedAt === null) return null
  return {
    outcome: resultOutcome,
    number: resultNumber,
    signer: resultSigner,
    signedOn: resultSignedOn,
    readyAt: processedAt
  }
}
