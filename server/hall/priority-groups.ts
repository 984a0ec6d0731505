import { hallFaultText } from '../../kiosk-ui/src/text/admin-hall.ts'
import { DomainError } from '../errors.ts'
import { normalText, searchKey } from '../text-key.ts'

/** For whoever has priority and does not want to say before the whole hall for which reason (K-03). */
const GENERAL = 'priority'

/** As many choices as a kiosk shows at once (K-01). */
const MOST_IN_USE = 8

export interface PriorityGroup {
  code: string
  name: string
  /** Which rule says so, or empty. */
  basis: string
  active: boolean
}

type GivenGroup = Omit<PriorityGroup, 'code'> & { code?: string | undefined }

/**
 * The groups as they are kept: a new one gets its code from its name, `Người cao tuổi` → `nguoi_cao_tuoi`.
 *
 * @throws VALIDATION when two have one name, when the general group is missing, or when more are in use than a kiosk shows
 */
export function keptGroups(given: readonly GivenGroup[]): PriorityGroup[] {
  const groups = given.map(({ code, name, basis, active }) => ({
    code: code ?? codeOf(name),
    name: normalText(name),
    basis: normalText(basis),
    active
  }))
  const errors = groups.flatMap(({ code, name }, index) =>
    isTaken(groups.slice(0, index), code, name)
      ? [{ path: `/groups/${index}/name`, message: hallFaultText.groupTwice(name) }]
      : []
  )
  if (!groups.some(({ code, active }) => code === GENERAL && active))
    errors.push({ path: '/groups', message: hallFaultText.generalGroup })
  else if (groups.filter(({ active }) => active).length > MOST_IN_USE)
    errors.push({ path: '/groups', message: hallFaultText.tooManyGroups(MOST_IN_USE) })
  if (errors.length > 0) throw new DomainError('VALIDATION').withErrors(errors)
  return groups
}

function isTaken(before: readonly PriorityGroup[], code: string, name: string): boolean {
  return before.some((other) => other.code === code || searchKey(other.name) === searchKey(name))
}

function codeOf(name: string): string {
  return searchKey(name)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 60)
}
