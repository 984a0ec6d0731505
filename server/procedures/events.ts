import type { Attention, ProcedureEdition } from './edition.ts'

declare module '../events.ts' {
  interface EventMap {
    'procedure.added': {
      code: string
      effectiveFrom: string
      decision: string
      state: ProcedureEdition
      attention: Attention[]
    }
    /** `state` holds the new values of the fields that changed. */
    'procedure.amended': {
      code: string
      name: string
      effectiveFrom: string
      decision: string
      abolished: boolean
      state: Partial<ProcedureEdition>
      attention: Attention[]
    }
    'catalogue.imported': {
      effectiveFrom: string
      decision: string
      added: number
      changed: number
      unchanged: number
      missing: number
      refused: number
    }
  }
}
