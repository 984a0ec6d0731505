import type { ScanRead } from '../../../server/tracking/schemas.ts'
import { request } from './client.ts'

/** What a scanned paper of the office stands for. The token goes in the body: addresses are kept in logs. */
export function readScan(scan: { kind: 'tracking' | 'ticket'; token: string }): Promise<ScanRead> {
  return request<ScanRead>('POST', '/scans', { body: scan })
}

export type TicketRead = Extract<ScanRead, { kind: 'ticket' }>
