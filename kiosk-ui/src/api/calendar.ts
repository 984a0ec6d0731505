import { useQuery } from '@tanstack/react-query'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export type OffKind = 'holiday' | 'compensation' | 'swapped_off' | 'make_up'

export interface CalendarDay {
  day: string
  kind: OffKind | 'undecided' | 'working'
  name: string
  legalBasis: string
  standsFor?: string | null
  /** How an undecided day is counted meanwhile. */
  assumed?: 'off' | 'working' | null
  questionId?: string | null
}

export interface CalendarQuestion {
  id: string
  title: string
  note: string
  days: { day: string; assumed: 'off' | 'working' }[]
  resolvedAt: string | null
}

export interface CalendarYear {
  year: number
  version: number
  days: CalendarDay[]
  questions: CalendarQuestion[]
  years: { year: number; openQuestions: number }[]
  mayEdit: boolean
}

export interface DayChange {
  day: string
  kind: OffKind
  name: string
  legalBasis: string
  standsFor?: string
}

export interface Decision {
  questionId: string
  days: { day: string; kind: OffKind | 'working'; name: string }[]
  legalBasis: string
}

const calendarKey = ['calendar'] as const

export function useCalendar(year: number) {
  return useQuery({
    queryKey: [...calendarKey, year],
    queryFn: ({ signal }) => request<CalendarYear>('GET', `/calendar?year=${year}`, { signal })
  })
}

export function useSetDay() {
  return useAction({
    send: ({ day, ...body }: DayChange) => request<unknown>('PUT', `/calendar/days/${day}`, { body }),
    refreshes: [calendarKey]
  })
}

export function useRemoveDay() {
  return useAction({
    send: (day: string) => request<void>('DELETE', `/calendar/days/${day}`),
    refreshes: [calendarKey]
  })
}

export function useDecide() {
  return useAction({
    send: ({ questionId, ...body }: Decision, key) =>
      request<unknown>('POST', `/calendar/questions/${questionId}/decision`, { body, key }),
    refreshes: [calendarKey]
  })
}
