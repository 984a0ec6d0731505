import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Static } from 'typebox'
import type {
  ListPrinterStates,
  ListPrintJobs,
  PrinterStanding,
  PrintJob
} from '../../../server/printers/schemas.ts'
import { request } from './client.ts'
import type { LiveEvent } from './live.ts'
import { useAction } from './queries.ts'

export type { PrinterStanding, PrintJob }

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

const statesKey = ['printers', 'states'] as const

/** A printer that is removed tells nothing any more. Milliseconds. */
const ASK_AGAIN = 60_000

/** How the printers of the office are, also those that said so before this page was opened. */
export function usePrinterStates() {
  return useQuery({
    queryKey: statesKey,
    queryFn: async ({ signal }) =>
      (await request<Static<(typeof ListPrinterStates.response)[200]>>('GET', '/printers/states', { signal }))
        .items,
    refetchInterval: ASK_AGAIN
  })
}

/** Reads printers and papers again when the live line has told something of them; without an event all of them. */
export function usePrinterRefresh(): (event?: LiveEvent) => void {
  const client = useQueryClient()
  return useCallback(
    (event) => {
      const has = (name: string) => event === undefined || event.name === name
      if (has('print.changed')) void client.invalidateQueries({ queryKey: askedKey })
      if (has('printer.changed')) void client.invalidateQueries({ queryKey: statesKey })
    },
    [client]
  )
}
