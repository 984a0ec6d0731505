import type { Cause, Confirms, PrintState } from './job-states.ts'
import type { PaperState, PrinterState } from './printer-states.ts'

declare module '../events.ts' {
  interface EventMap {
    'printer.added': PrinterRecord
    'printer.set': PrinterRecord
    'printer.removed': { printerId: string; name: string }
    'printer.kiosks_set': { printerId: string; name: string; deviceIds: readonly string[] }
    'printer.probed': { printerId: string; name: string; tellsStatus: boolean; confirms: Confirms }
    'printer.changed': {
      printerId: string
      name: string
      state: PrinterState
      paper: PaperState
      papersLeft: number | null
    }
    'print.changed': {
      jobId: string
      /** Null for a test paper. */
      ticketId: string | null
      number: string | null
      printerId: string
      state: PrintState
      cause: Cause | null
      attempts: number
      reprintOf: string | null
      confirmedBy: 'printer' | 'person' | null
    }
  }
}

interface PrinterRecord {
  printerId: string
  name: string
  address: string
  port: number
}
