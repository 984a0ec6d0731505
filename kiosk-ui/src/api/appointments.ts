import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { Appointment, ListLimits, NewAppointment, Times } from '../../../server/appointments/schemas.ts'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export type { Appointment }

type Limits = Static<(typeof ListLimits.response)[200]>

const appointmentsKey = ['appointments'] as const
const limitsKey = ['appointment-limits'] as const

/** The list goes on by itself: people check in at the kiosk. Milliseconds. */
const READ_EVERY = 20_000

export function useAppointments(day: string) {
  return useQuery({
    queryKey: [...appointmentsKey, day],
    queryFn: ({ signal }) => request<{ items: Appointment[] }>('GET', `/appointments?day=${day}`, { signal }),
    refetchInterval: READ_EVERY
  })
}

/** The appointment that somebody has come for; his name is told once his number is called. */
export function useAppointment(id: string | null) {
  return useQuery({
    queryKey: [...appointmentsKey, 'one', id],
    enabled: id !== null,
    queryFn: ({ signal }) => request<Appointment>('GET', `/appointments/${id}`, { signal })
  })
}

/** The half hours that a service has on a day, once both are chosen. */
export function useTimes(serviceId: string, day: string | undefined) {
  return useQuery({
    queryKey: [...appointmentsKey, 'times', serviceId, day],
    enabled: serviceId !== '' && day !== undefined,
    queryFn: ({ signal }) =>
      request<Times>('GET', `/appointments/times?serviceId=${serviceId}&day=${day}`, { signal })
  })
}

export function useMakeAppointment() {
  return useAction({
    send: (body: NewAppointment, key) => request<Appointment>('POST', '/appointments', { body, key }),
    refreshes: [appointmentsKey]
  })
}

export function useCancelAppointment() {
  return useAction({
    send: (id: string, key) => request<Appointment>('POST', `/appointments/${id}/cancel`, { key }),
    refreshes: [appointmentsKey]
  })
}

export function useCheckIn() {
  return useAction({
    send: (appointmentId: string, key) =>
      request<{ number: string }>('POST', '/appointments/check-in', { body: { appointmentId }, key }),
    refreshes: [appointmentsKey]
  })
}

export function useLimits() {
  return useQuery({
    queryKey: limitsKey,
    queryFn: ({ signal }) => request<Limits>('GET', '/appointments/limits', { signal })
  })
}

export function useSetLimits() {
  return useAction({
    send: async (limits: { serviceId: string; most: number | null }[]) => {
      for (const { serviceId, most } of limits)
        await request<Limits>('PUT', `/appointments/limits/${serviceId}`, { body: { most } })
    },
    refreshes: [limitsKey, appointmentsKey]
  })
}
