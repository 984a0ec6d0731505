/** How far an apology is: written, signed with a number, and known to the citizen. */
export const APOLOGY_STATUSES = ['draft', 'issued', 'sent'] as const

export type ApologyStatus = (typeof APOLOGY_STATUSES)[number]
