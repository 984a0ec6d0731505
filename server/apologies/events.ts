import type { ApologyStatus } from './status.ts'

declare module '../events.ts' {
  interface EventMap {
    'apology.drafted': ApologyState
    'apology.redrafted': ApologyState
    'apology.issued': ApologyState & {
      number: string
      signer: string
      signerTitle: string
      signedOn: string
    }
    'apology.sent': ApologyState & { number: string | null; channel: string; sentAt: string }
    'late_reasons.shipped': { reasons: { code: string; name: string }[] }
  }
  interface PrivateMap {
    'apology.drafted': ReasonWords
    'apology.redrafted': ReasonWords
    'apology.issued': ReasonWords
    'apology.sent': ReasonWords
  }
}

interface ApologyState {
  apologyId: string
  dossierId: string
  dossierCode: string
  status: ApologyStatus
  reasonCode: string
  reasonName: string
  previousDueDay: string
  newDueDay: string
  newDueAt: string
}

/** What somebody wrote of the case may name a person. */
interface ReasonWords {
  reason: string
}
