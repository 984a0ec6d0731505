import type { PriorityGroup } from './priority-groups.ts'
import type { HallRules } from './rules.ts'

declare module '../events.ts' {
  interface EventMap {
    'hall.rules_set': HallRules
    'hall.priority_groups_set': { groups: PriorityGroup[] }
    /** Without services: the counter serves everything. */
    'hall.counter_services_set': {
      counterId: string
      number: number
      name: string
      services: { serviceId: string; serviceName: string; helps: boolean }[]
    }
    'hall.service_set': { serviceId: string; letter: string; name: string; mostPerDay: number | null }
    'announcement.set': {
      /** Those of today. */
      texts: string[]
      announcements: { text: string; fromDay: string | null; untilDay: string | null }[]
    }
    'emergency.raised': { text: string }
    'emergency.ended': Record<never, never>
  }
}
