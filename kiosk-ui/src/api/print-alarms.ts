import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Static } from 'typebox'
import type { ListPrintJobs, PrintJob } from '../../../server/printers/schemas.ts'
import { request } from './client.ts'
import type { LiveEvent } from './live.ts'
import { useAction } from './queries.ts'

export type { PrintJob }

const askedKey = ['print-jobs', 'asked'] as const

/** Papers after which somebody is to look: it is not known whether they came out, or they did not. */
export function useAskedJobs() {
  return useQuery({
    queryKey: askedKey,
    queryFn: async ({ signal }) =>
      (
        await request<Static<(typeof ListPrintJobs.response)[200]>>('GET', '/print-jobs?state=asked', {
          signal
        })
      ).items
  })
}

/** Says whether a paper came out. */
export function useAnswerOutcome() {
  return useAction({
    send: ({ jobId, printed }: { jobId: string; printed: boolean }, key) =>
      request<PrintJob>('POST', `/print-jobs/${jobId}/outcome`, { key, body: { printed } }),
    refreshes: [askedKey]
  })
}

/** Prints a paper once more, marked as such: the one before is looked after with that. */
export function useReprint() {
  return useAction({
    send: ({ jobId }: { jobId: string }, key) =>
      request<PrintJob>('POST', `/print-jobs/${jobId}/reprint`, { key }),
    refreshes: [askedKey]
  })
}

/** A printer in the hall as it said itself. */
export interface PrinterNow {
  printerId: string
  name: string
  state: string
  paper: string
}

/** What printers and papers tell over the live line: the state of each printer since this page was opened. */
export function usePrinterNews(): { printers: readonly PrinterNow[]; hear: (event: LiveEvent) => void } {
  const [printers, setPrinters] = useState<readonly PrinterNow[]>([])
  const client = useQueryClient()
  const hear = useCallback(
    ({ name, data }: LiveEvent) => {
      if (name === 'print.changed') void client.invalidateQueries({ queryKey: askedKey })
      if (name !== 'printer.changed') return
      const told = data as unknown as PrinterNow
      setPrinters((before) => [...before.filter(({ printerId }) => printerId !== told.printerId), told])
    },
    [client]
  )
  return { printers, hear }
}
