import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { RegisterDevice } from '../../../server/identity/schemas.ts'
import type { DeviceStanding, ListSigns } from '../../../server/presence/schemas.ts'
import type {
  KioskLanguage,
  KioskSettings,
  ListMisses,
  NewLanguage
} from '../../../server/self-service/schemas.ts'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export type { DeviceStanding, KioskLanguage }
export type NewDevice = Static<typeof RegisterDevice.body>

type RegisteredDevice = Static<(typeof RegisterDevice.response)[201]>

const devicesKey = ['devices'] as const
const languagesKey = ['kiosk-languages'] as const

/** A device gives a sign each ten seconds; the page looks as often while it is open. Milliseconds. */
const LOOK_EVERY = 10_000

/** The devices of the office, with when each was last heard. */
export function useDevices() {
  return useQuery({
    queryKey: devicesKey,
    queryFn: ({ signal }) =>
      request<Static<(typeof ListSigns.response)[200]>>('GET', '/devices/signs', { signal }),
    refetchInterval: LOOK_EVERY
  })
}

export function useRegisterDevice() {
  return useAction({
    send: (body: NewDevice, key) => request<RegisteredDevice>('POST', '/devices', { body, key }),
    refreshes: [devicesKey]
  })
}

/** Lets a device in no longer; it has to be registered anew. */
export function useRevokeDevice(deviceId: string) {
  return useAction({
    send: (_: null) => request<object>('PATCH', `/accounts/${deviceId}`, { body: { disabled: true } }),
    refreshes: [devicesKey]
  })
}

export function useKioskLanguages(officeId: string) {
  return useQuery({
    queryKey: languagesKey,
    queryFn: ({ signal }) => request<KioskSettings>('GET', `/offices/${officeId}/kiosk-languages`, { signal })
  })
}

export function useSetLanguage() {
  return useAction({
    send: ({ code, ...body }: NewLanguage & { code: string }) =>
      request<KioskLanguage>('PUT', `/kiosk-languages/${code}`, { body }),
    refreshes: [languagesKey]
  })
}

export function useRemoveLanguage(code: string) {
  return useAction({
    send: (_: null) => request<void>('DELETE', `/kiosk-languages/${code}`),
    refreshes: [languagesKey]
  })
}

/** What people have looked for at the kiosks and not found. */
export function useSearchMisses() {
  return useQuery({
    queryKey: ['search-misses'],
    queryFn: ({ signal }) =>
      request<Static<(typeof ListMisses.response)[200]>>('GET', '/self-service/search-misses', { signal })
  })
}
