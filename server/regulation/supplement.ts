import type { DecreeParameters } from './decree-parameters.ts'

/** Instants of a dossier that was sent back for papers, ISO in UTC. */
interface Supplement {
  receivedAt: string
  /** When the citizen was asked. */
  askedAt: string
  /** When the last paper asked for had come. */
  completedAt: string
  /** The due instant before the request. */
  dueAt: string
}

/**
 * What is to be reckoned once the papers are complete: `restart`, the whole term again from `countFrom`; `resume`,
 * what the time from `receivedAt` to `askedAt` has left of the term, counted on from `countFrom`; `shift`, the
 * old due instant put off by the waiting time, in milliseconds of the clock.
 */
export type TermAfterSupplement =
  | { mode: 'restart'; countFrom: string }
  | { mode: 'resume'; receivedAt: string; askedAt: string; countFrom: string }
  | { mode: 'shift'; dueAt: string; byMilliseconds: number }

/** Whether papers may be asked for once more after `timesAsked` requests (NĐ 61/2018 Đ.11.2c; NĐ 118/2025 Đ.11: once). */
export function mayRequestSupplement(rules: DecreeParameters, timesAsked: number): boolean {
  return timesAsked < rules.supplementMaxRequests.value
}

/**
 * How the term goes on after a supplement. By decree it is counted again from its beginning (NĐ 61/2018 Đ.19.4); the
 * index of QĐ 766/QĐ-TTg takes the waiting time off, and some systems shift the due date.
 */
export function termAfterSupplement(
  rules: DecreeParameters,
  { receivedAt, askedAt, completedAt, dueAt }: Supplement
): TermAfterSupplement {
  const mode = rules.termAfterSupplement.value
  if (mode === 'restart') return { mode, countFrom: completedAt }
  if (mode === 'resume') return { mode, receivedAt, askedAt, countFrom: completedAt }
  return { mode, dueAt, byMilliseconds: Date.parse(completedAt) - Date.parse(askedAt) }
}

/**
 * The working days after which a dossier whose papers do not come may be closed, or null when it stays open. There
 * is no general limit; a procedure may have its own (`ofProcedure`, working days).
 */
export function supplementExpiry(rules: DecreeParameters, ofProcedure: number | null): number | null {
  const applies = rules.supplementExpiryApplies.value
  if (applies === 'never') return null
  return ofProcedure ?? (applies === 'always' ? rules.supplementExpiryWorkingDays.value : null)
}
