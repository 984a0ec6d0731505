import type { SupervisionList } from '../../api/supervision.ts'
import { supervisorLists } from '../../text/supervisor.ts'

export const HOME = '/supervisor'
export const HALL = `${HOME}/phong-cho`
export const HALL_HISTORY = `${HOME}/thong-ke-cho`

/** The address of a list. @example addressOf('today') // '/supervisor?xem=den-han-hom-nay' */
export function addressOf(list: SupervisionList): string {
  return `${HOME}?${new URLSearchParams({ xem: supervisorLists[list].slug })}`
}
