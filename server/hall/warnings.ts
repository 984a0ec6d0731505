import { hallWarningText } from '../../kiosk-ui/src/text/admin-hall.ts'
import { letterFaults } from '../offices/series-letters.ts'

interface HallFacts {
  counters: readonly { id: string }[]
  services: readonly { id: string; letter: string; name: string }[]
  assignments: readonly { counterId: string; serviceId: string; helps: boolean }[]
}

export interface HallWarning {
  /** `unserved`: its numbers are never called; `only_helped`: only when a counter has nothing else to do. */
  kind: 'rhyme' | 'like_digit' | 'unserved' | 'only_helped'
  text: string
}

/** What an administrator should see about the settings of a hall, as people would wait in vain or mishear a number. */
export function hallWarnings(facts: HallFacts): HallWarning[] {
  const letters = letterFaults(facts.services.map(({ letter }) => letter))
  return [
    ...letters.map(({ why, letters }) => ({ kind: why, text: hallWarningText[why](letters) })),
    ...facts.services.flatMap((service) => {
      const kind = gapOf(service.id, facts)
      return kind ? [{ kind, text: hallWarningText[kind](service.name) }] : []
    })
  ]
}

function gapOf(
  serviceId: string,
  { counters, assignments }: HallFacts
): 'unserved' | 'only_helped' | undefined {
  if (counters.length === 0) return undefined
  const ways = counters.map(({ id }) => {
    const own = assignments.filter(({ counterId }) => counterId === id)
    if (own.length === 0) return false
    return own.find((assignment) => assignment.serviceId === serviceId)?.helps
  })
  if (ways.includes(false)) return undefined
  return ways.includes(true) ? 'only_helped' : 'unserved'
}
