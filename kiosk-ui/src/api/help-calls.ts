import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Static } from 'typebox'
import type { HelpCall, ListHelpCalls } from '../../../server/guidance/schemas.ts'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export type { HelpCall }

const PATH = '/self-service/help-calls'
const helpKey = ['help-calls'] as const

/** A call is told over the live line; this is only how long it may go unseen when the line is silent. Milliseconds. */
const ASK_AGAIN = 15_000

/** At a kiosk a request that takes longer will not be waited for. Milliseconds. */
const PATIENCE = 2_500

const soon = () => AbortSignal.timeout(PATIENCE)

async function readCalls(signal: AbortSignal): Promise<HelpCall[]> {
  const { items } = await request<Static<(typeof ListHelpCalls.response)[200]>>('GET', PATH, { signal })
  return items
}

/** Kiosks at which somebody asks for a person, as staff see them. */
export function useHelpCalls() {
  return useQuery({
    queryKey: helpKey,
    queryFn: ({ signal }) => readCalls(signal),
    refetchInterval: ASK_AGAIN
  })
}

/** Says that one comes. */
export function useAnswerHelp() {
  return useAction({
    send: ({ callId }: { callId: string }, key) =>
      request<HelpCall>('POST', `${PATH}/${callId}/answer`, { key }),
    refreshes: [helpKey]
  })
}

/** Reads the calls again, as something has happened. */
export function useHelpRefresh(): () => void {
  const client = useQueryClient()
  return useCallback(() => void client.invalidateQueries({ queryKey: helpKey }), [client])
}

/** The call of this kiosk, if one is open. */
export async function readOwnCall(): Promise<HelpCall | null> {
  return (await readCalls(soon()))[0] ?? null
}

/** Calls a person to this kiosk. While a call is open it is that one, however often it is asked. */
export function callForHelp(key: string): Promise<HelpCall> {
  return request<HelpCall>('POST', PATH, { key, signal: soon() })
}

export function endHelpCall(callId: string): Promise<void> {
  return request('POST', `${PATH}/${callId}/end`, { signal: soon() })
}
