import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { CalendarOfYear, NewDecision, Question, SetDay } from '../../../server/calendar/schemas.ts'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export type CalendarDay = CalendarOfYear['days'][number]
export type OffKind = Static<typeof SetDay.body>['kind']
export type DayChange = Static<typeof SetDay.body> & { day: CalendarDay['day'] }
export type Decision = NewDecision & { questionId: string }
export type { CalendarOfYear, Question }

const calendarKey = ['calendar'] as const

export function useCalendar(year: number) {
  return useQuery({
    queryKey: [...calendarKey, year],
    queryFn: ({ signal }) => request<CalendarOfYear>('GET', `/calendar?year=${year}`, { signal })
  })
}

export function useSetDay() {
  return useAction({
    send: ({ day, ...body }: DayChange) => request<CalendarDay>('PUT', `/calendar/days/${day}`, { body }),
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
      request<Question>('POST', `/calendar/questions/${questionId}/decision`, { body, key }),
    refreshes: [calendarKey]
  })
}

/**
 * Whether the person may change what the whole province shares, the calendar and the catalogue: administrators of the
 * office that keeps it may. `undefined` while that is not known.
 */
export function useKeepsShared(today: string): boolean | undefined {
  return useCalendar(Number(today.slice(0, 4))).data?.mayEdit
}
