import type { DecreeParameters } from './decree-parameters.ts'

/**
 * Whether a citizen's request to stop the handling can be met: only while there is no decision and no notice of the
 * result (NĐ 118/2025 Đ.21, TT 03/2025 Đ.7). Before that decree there was no such stop, only withdrawing.
 */
export function mayStopOnRequest(
  rules: DecreeParameters,
  { resultRecorded }: { resultRecorded: boolean }
): boolean {
  return rules.stopOnRequest.value === 'until_result' && !resultRecorded
}

/** Whether a citizen may take the dossier back: while there is no result. */
export function mayWithdraw(
  rules: DecreeParameters,
  { resultRecorded }: { resultRecorded: boolean }
): boolean {
  return rules.withdrawOnRequest.value === 'until_result' && !resultRecorded
}
