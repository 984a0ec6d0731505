import type { Static } from 'typebox'
import type { ListPrinterStates, PrintJob } from '../../../server/printers/schemas.ts'
import type { ListProcedures, Procedure, ProcedureDetail } from '../../../server/procedures/schemas.ts'
import type { IssuedTicket } from '../../../server/queue/schemas.ts'
import type {
  KioskDossier,
  KioskLanguage,
  KioskSettings,
  SlipAsked
} from '../../../server/self-service/schemas.ts'
import { request } from './client.ts'

export type { KioskDossier, KioskLanguage, KioskSettings, PrintJob, Procedure, ProcedureDetail, SlipAsked }

type PrinterStates = Static<(typeof ListPrinterStates.response)[200]>
export type OwnPrinter = PrinterStates['items'][number]

/** A request that takes longer will not be waited for. Milliseconds. */
const PATIENCE = 2_500

const soon = () => AbortSignal.timeout(PATIENCE)

export function lookUpDossier(asked: SlipAsked): Promise<KioskDossier> {
  return request<KioskDossier>('POST', '/self-service/dossier', { body: asked, signal: soon() })
}

/** Takes a number for fetching a result. The same key gives the same number. */
export function takePickUpTicket(asked: SlipAsked, key: string): Promise<IssuedTicket> {
  return request<IssuedTicket>('POST', '/self-service/pick-up-tickets', { body: asked, key, signal: soon() })
}

export type AppointmentAsked = { code: string } | { phoneLast4: string; time: string }

/** Checks in to an appointment that was made before. The same key gives the same number. */
export function checkIn(asked: AppointmentAsked, key: string): Promise<IssuedTicket> {
  return request<IssuedTicket>('POST', '/appointments/check-in', { body: asked, key, signal: soon() })
}

export function readKioskSettings(officeId: string): Promise<KioskSettings> {
  return request<KioskSettings>('GET', `/offices/${officeId}/kiosk-languages`, { signal: soon() })
}

/** How many procedures a search shows at most. */
const MOST_FOUND = 30

export async function searchProcedures(
  words: string,
  signal: AbortSignal
): Promise<{ items: readonly Procedure[]; more: boolean }> {
  const query = new URLSearchParams({ q: words, limit: String(MOST_FOUND) })
  const { items, nextCursor } = await request<Static<(typeof ListProcedures.response)[200]>>(
    'GET',
    `/procedures?${query}`,
    { signal }
  )
  return { items, more: nextCursor !== null }
}

export function readProcedure(code: string): Promise<ProcedureDetail> {
  return request<ProcedureDetail>('GET', `/procedures/${encodeURIComponent(code)}`, { signal: soon() })
}

/** Tells the office what nobody found; whether it arrives is of no matter to whoever searches. */
export function noteMiss(words: string): void {
  request('POST', '/self-service/search-misses', { body: { words }, signal: soon() }).catch(() => undefined)
}

/** How this kiosk's own printer is; undefined where it has none. */
export async function readOwnPrinter(): Promise<OwnPrinter | undefined> {
  const { items } = await request<PrinterStates>('GET', '/printers/states', { signal: soon() })
  return items[0]
}

export function readPrintJob(jobId: string): Promise<PrintJob> {
  return request<PrintJob>('GET', `/print-jobs/${jobId}`, { signal: soon() })
}
