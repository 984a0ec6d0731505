import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type {
  ListPrintJobs,
  NewPrinter,
  Printer,
  PrinterChange,
  Printers,
  PrintJob
} from '../../../server/printers/schemas.ts'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export type { NewPrinter, Printer, Printers, PrintJob }

const printersKey = ['printers'] as const
const jobsKey = ['print-jobs'] as const

/** A printer changes without anybody at this screen: it is looked at again while the page is open. Milliseconds. */
const LOOK_EVERY = 4000

export function usePrinters() {
  return useQuery({
    queryKey: printersKey,
    queryFn: ({ signal }) => request<Printers>('GET', '/printers', { signal }),
    refetchInterval: LOOK_EVERY
  })
}

export function useAddPrinter() {
  return useAction({
    send: (body: NewPrinter, key) => request<Printer>('POST', '/printers', { body, key }),
    refreshes: [printersKey]
  })
}

export function useChangePrinter(printerId: string) {
  return useAction({
    send: (body: PrinterChange) => request<Printer>('PATCH', `/printers/${printerId}`, { body }),
    refreshes: [printersKey]
  })
}

export function useRemovePrinter(printerId: string) {
  return useAction({
    send: (_: null) => request<void>('DELETE', `/printers/${printerId}`),
    refreshes: [printersKey, jobsKey]
  })
}

export function useSetPrinterKiosks(printerId: string) {
  return useAction({
    send: (deviceIds: string[]) =>
      request<Printer>('PUT', `/printers/${printerId}/kiosks`, { body: { deviceIds } }),
    refreshes: [printersKey]
  })
}

export function useProbePrinter(printerId: string) {
  return useAction({
    send: (_: null, key) => request<Printer>('POST', `/printers/${printerId}/probe`, { key }),
    refreshes: [printersKey]
  })
}

export function usePrintTest(printerId: string) {
  return useAction({
    send: (_: null, key) => request<PrintJob>('POST', `/printers/${printerId}/test`, { key }),
    refreshes: [jobsKey]
  })
}

/** Follows one paper until the server has done with it. */
export function usePrintJob(jobId: string | undefined) {
  return useQuery({
    queryKey: [...jobsKey, jobId],
    queryFn: ({ signal }) => request<PrintJob>('GET', `/print-jobs/${jobId}`, { signal }),
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (state.data && !state.data.running ? false : 1000)
  })
}

/** The papers of today about which somebody is to say whether they came out. */
export function useAskedPrints() {
  return useQuery({
    queryKey: [...jobsKey, 'asked'],
    queryFn: ({ signal }) =>
      request<Static<(typeof ListPrintJobs.response)[200]>>('GET', '/print-jobs?state=asked', { signal }),
    refetchInterval: LOOK_EVERY
  })
}

export function useReprint() {
  return useAction({
    send: (jobId: string, key) => request<PrintJob>('POST', `/print-jobs/${jobId}/reprint`, { key }),
    refreshes: [jobsKey]
  })
}

export function useAnswerPrint() {
  return useAction({
    send: ({ jobId, printed }: { jobId: string; printed: boolean }, key) =>
      request<PrintJob>('POST', `/print-jobs/${jobId}/outcome`, { body: { printed }, key }),
    refreshes: [jobsKey]
  })
}
