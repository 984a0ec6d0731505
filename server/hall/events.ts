import type { HallRules } from './rules.ts'

declare module '../events.ts' {
  interface EventMap {
    'hall.rules_set': HallRules
  }
}
