import type { EventMap, EventName } from '../events.ts'
import type { Role } from '../identity/roles.ts'

export const SCREENS = ['display', 'kiosk', 'counter', 'supervisor'] as const

export type Screen = (typeof SCREENS)[number]

/** Who may open which kind of screen. A display and a kiosk stand in the hall, so they are devices that were let in. */
export const SCREEN_ROLES: Record<Screen, readonly Role[]> = {
  display: ['display', 'supervisor', 'administrator'],
  kiosk: ['kiosk', 'reception', 'administrator'],
  counter: ['reception', 'specialist', 'supervisor', 'administrator'],
  supervisor: ['supervisor', 'administrator']
}

/** The fields of an event that a screen may see. What is not listed is not sent; the private part never is. */
type Projection = { [Name in EventName]?: readonly (keyof EventMap[Name] & string)[] }

const COUNTERS_FOR_ALL = {
  'counter.opened': ['counterId', 'number', 'state', 'officerName'],
  'counter.paused': ['counterId', 'number', 'state', 'reason'],
  'counter.closed': ['counterId', 'number', 'state']
} as const satisfies Projection

const COUNTERS_FOR_STAFF = {
  ...COUNTERS_FOR_ALL,
  'counter.opened': ['counterId', 'number', 'state', 'officerId', 'officerName']
} as const satisfies Projection

/** Which kind of screen hears which events, and what of them. */
const AUDIENCE: Record<Screen, Projection> = {
  display: COUNTERS_FOR_ALL,
  kiosk: COUNTERS_FOR_ALL,
  counter: COUNTERS_FOR_STAFF,
  supervisor: COUNTERS_FOR_STAFF
}

/** What a screen hears of an event: the listed fields of its data, or nothing. */
export function heardBy(screen: Screen, { name, data }: { name: string; data: string }): object | undefined {
  const fields: readonly string[] | undefined = AUDIENCE[screen][name as EventName]
  if (!fields) return undefined
  const said = JSON.parse(data) as Record<string, unknown>
  return Object.fromEntries(fields.filter((field) => field in said).map((field) => [field, said[field]]))
}
