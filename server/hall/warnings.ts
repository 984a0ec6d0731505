import { hallWarningText } from '../../kiosk-ui/src/text/admin-hall.ts'
import { letterFaults } from '../offices/series-letters.ts'

interface HallFacts {
  counters: readonly { id: string }[]
  services: readonly { id: string; letter: string; name: string }[]
  assignments: readonly { counterId: string; serviceId: string; helps: boolean }[]
}

export interface HallWarning {
  /** `unserved`: no counter serves it or helps out with it, so that its numbers are never called. */
  kind: 'rhyme' | 'like_digit' | 'unserved'
  text: string
}

/** What an administrator should see about the settings of a hall, as people would wait in vain or mishear a number. */
export function hallWarnings(facts: HallFacts): HallWarning[] {
  const letters = letterFaults(facts.services.map(({ letter }) => letter))
  return [
    ...letters.map(({ why, letters }) => ({ kind: why, text: hallWarningText[why](letters) })),
    ...facts.services
      .filter(({ id }) => isUnserved(id, facts))
      .map(({ name }) => ({ kind: 'unserved' as const, text: hallWarningText.unserved(name) }))
  ]
}

/** A counter to which nothing is assigned serves everything; an office without counters has not been set up yet. */
function isUnserved(id: string, { counters, assignments }: HallFacts): boolean {
  if (counters.length === 0) return false
  return counters.every((counter) => {
    const own = assignments.filter(({ counterId }) => counterId === counter.id)
    return own.length > 0 && !own.some(({ serviceId }) => serviceId === id)
  })
}
