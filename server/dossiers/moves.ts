import type { DecreeParameters } from '../regulation/decree-parameters.ts'
import { mayStopOnRequest, mayWithdraw } from '../regulation/stop.ts'
import { mayRequestSupplement } from '../regulation/supplement.ts'
import { type Move, movesFrom } from './states.ts'
import type { DossierTable } from './tables.ts'

type Standing = Pick<DossierTable, 'status' | 'holderAcceptedAt' | 'supplementTimes'>

/** Why a move is not possible now, by the names of the sentences that say so. */
export type Hindrance =
  | 'DOSSIER_STATUS_FORBIDS'
  | 'HAND_OVER_IS_TAKEN'
  | 'SUPPLEMENT_ASKED_BEFORE'
  | 'WITHDRAWAL_NOT_REGULATED'
  | 'STOP_NOT_REGULATED'

/**
 * What keeps a move from being made now, by the status of the dossier and by its own rules, which are those of its day
 * of receipt; `undefined` when nothing does.
 */
export function hindranceOf(move: Move, dossier: Standing, rules: DecreeParameters): Hindrance | undefined {
  if (!movesFrom(dossier.status).includes(move)) return 'DOSSIER_STATUS_FORBIDS'
  const open = { resultRecorded: false }
  switch (move) {
    case 'accept-hand-over':
      return dossier.holderAcceptedAt === null ? undefined : 'HAND_OVER_IS_TAKEN'
    case 'request-supplement':
      return mayRequestSupplement(rules, dossier.supplementTimes) ? undefined : 'SUPPLEMENT_ASKED_BEFORE'
    case 'withdraw':
      return mayWithdraw(rules, open) ? undefined : 'WITHDRAWAL_NOT_REGULATED'
    case 'stop':
      return mayStop(rules) ? undefined : 'STOP_NOT_REGULATED'
    default:
      return undefined
  }
}

/** What can be done with a dossier now. */
export function allowedMoves(dossier: Standing, rules: DecreeParameters): Move[] {
  return movesFrom(dossier.status).filter((move) => hindranceOf(move, dossier, rules) === undefined)
}

/** Whether the citizen may ask to stop, or a law of the field lets the body stop by itself. */
export function mayStop(rules: DecreeParameters, by: 'citizen' | 'agency' | 'either' = 'either'): boolean {
  const citizen = mayStopOnRequest(rules, { resultRecorded: false })
  const agency = rules.stopByAgency.value === 'sector_law'
  return (by !== 'agency' && citizen) || (by !== 'citizen' && agency)
}
