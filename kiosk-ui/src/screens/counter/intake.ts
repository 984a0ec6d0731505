import { useSyncExternalStore } from 'react'
import { newKey } from '../../api/client.ts'
import type { Received } from '../../api/dossiers.ts'
import type { Procedure } from '../../api/procedures.ts'
import type { ScannedCard } from '../../parts/card-scan.ts'
import type { Typed } from './applicant.ts'
import { type Paper, papersOf } from './papers.ts'

/** The dossier that is being taken in. What is typed of the applicant stands in the form's own draft, under `id`. */
export interface Intake {
  id: string
  /** Whose turn it is; nobody's when someone came without a number. */
  ticket: { id: string; number: string } | null
  step: Step
  procedure: Procedure | null
  /** The one that is looked at in the list, before it is chosen. */
  looked: Procedure | null
  /** The case that the term depends on; empty for the ordinary one. */
  caseName: string
  papers: Paper[]
  card: ScannedCard | null
  /** What was typed of the same person for the dossier before. */
  seed: Typed | null
  /** A card that was scanned since and waits to be looked at. */
  scanned: ScannedCard | null
  received: Received | null
}

export const STEPS = [0, 1, 2, 3] as const
export type Step = (typeof STEPS)[number]

// In the page's memory and nowhere else: it holds what people have told about themselves.
let intake: Intake | null = null
/** The half-filled dossiers of people who were told to wait a moment, by ticket. */
const parked = new Map<string, Intake>()
const listeners = new Set<() => void>()

export function useIntake(): Intake | null {
  return useSyncExternalStore(subscribe, () => intake)
}

export function startIntake(ticket: Intake['ticket'], card: ScannedCard | null = null): void {
  intake = {
    id: newKey(),
    ticket,
    step: 0,
    procedure: null,
    looked: null,
    caseName: '',
    papers: [],
    card: null,
    seed: null,
    scanned: card,
    received: null
  }
  tell()
}

/** Lays the dossier in hand aside with its ticket, until that comes back to this counter. */
export function parkIntake(ticketId: string): void {
  if (intake?.ticket?.id === ticketId && intake.received === null) parked.set(ticketId, intake)
  endIntake()
}

/** Takes up the dossier that was laid aside with a ticket. Answers whether there was one. */
export function resumeIntake(ticketId: string): boolean {
  const found = parked.get(ticketId)
  if (!found) return false
  parked.delete(ticketId)
  intake = found
  tell()
  return true
}

/** One more dossier of the person who is still at the counter. */
export function startAnother(typed: Typed): void {
  startIntake(intake?.ticket ?? null)
  changeIntake({ seed: { ...typed, summary: '', sets: '1' } })
}

/** Changes what is being taken in; nothing when nothing is. */
export function changeIntake(change: Partial<Intake> | ((now: Intake) => Partial<Intake>)): void {
  if (!intake) return
  intake = { ...intake, ...(typeof change === 'function' ? change(intake) : change) }
  tell()
}

/** Another procedure has other papers; the same one keeps what was ticked. */
export function chooseProcedure(procedure: Procedure): void {
  changeIntake((now) =>
    now.procedure?.code === procedure.code
      ? { step: 1 }
      : { procedure, caseName: '', papers: papersOf(procedure), step: 1 }
  )
}

export function endIntake(): void {
  intake = null
  tell()
}

/** Whether a half-filled dossier was laid aside. */
export function hasParked(): boolean {
  return parked.size > 0
}

/** Whether something would be lost if the page went away now. */
export function isUnfinished(now: Intake | null): boolean {
  return now !== null && now.received === null && (now.procedure !== null || now.card !== null)
}

/** The code of the dossier that was received and still lacks the slip that is due; else `null` (NĐ 61/2018 Đ.17). */
export function owedSlipOf(now: Intake | null): string | null {
  const received = now?.received
  return received?.slipRequired && received.slip === null ? received.code : null
}

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
