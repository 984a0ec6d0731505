/** What someone may do at an office. Kiosk and display are devices, the others people or their programs. */
export const ROLES = ['reception', 'specialist', 'supervisor', 'administrator', 'kiosk', 'display'] as const

export type Role = (typeof ROLES)[number]

/** The roles that people hold; the rest belong to devices. */
export const STAFF_ROLES = [
  'reception',
  'specialist',
  'supervisor',
  'administrator'
] as const satisfies readonly Role[]

export type StaffRole = (typeof STAFF_ROLES)[number]

/** Who calls numbers and sits at counters. */
export const COUNTER_ROLES = [
  'reception',
  'supervisor',
  'administrator'
] as const satisfies readonly StaffRole[]

export type DeviceRole = Exclude<Role, StaffRole>

/** Who is asking: a person or a device of one office, with the roles that it holds there. */
export interface Actor {
  id: string
  kind: 'person' | 'device'
  username: string | null
  name: string
  officeId: string
  roles: readonly Role[]
}

export function hasRole({ roles }: Pick<Actor, 'roles'>, wanted: readonly Role[]): boolean {
  return roles.some((role) => wanted.includes(role))
}
