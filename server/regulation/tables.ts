declare module '../database/schema.ts' {
  interface Database {
    ruleSet: RuleSetTable
  }
}

/**
 * The versions of the rules, shared by all offices and kept by the lead office. Rows are only ever added: a dossier
 * names its version and finds it as it was.
 */
export interface RuleSetTable {
  kind: 'decree' | 'forms'
  /** The instrument, e.g. `nd-309-2026`. */
  id: string
  version: number
  name: string
  /** `YYYY-MM-DD` */
  effectiveFrom: string
  inherits: string | null
  /** The version of the same instrument in whose place it stands. */
  replaces: number | null
  /** Why an administrator made it; null as shipped. */
  basis: string | null
  /** JSON: each parameter with value, source and confidence. */
  parameters: string
  /** JSON: head and bodies of the forms; null for a decree. */
  forms: string | null
  createdAt: string
}
