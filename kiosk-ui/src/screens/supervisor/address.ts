import type { SupervisionList } from '../../api/supervision.ts'
import { supervisorLists } from '../../text/supervisor.ts'

export const HOME = '/supervisor'
export const HALL = `${HOME}/phong-cho`
export const HALL_HISTORY = `${HOME}/thong-ke-cho`

/** The address of a list. @example addressOf('today') // '/supervisor?xem=den-han-hom-nay' */
export function addressOf(list: SupervisionList): string {
  return `${HOME}?${new URLSearchParams({ xem: supervisorLists[list].slug })}`
}

/** The periods of the statistics, by how many days before today they begin, each with its word in the address. */
export const PERIODS = {
  today: { daysBack: 0, slug: 'hom-nay' },
  week: { daysBack: 6, slug: '7-ngay' },
  month: { daysBack: 29, slug: '30-ngay' },
  quarter: { daysBack: 89, slug: '90-ngay' },
  year: { daysBack: 364, slug: '365-ngay' }
} as const

export type Period = keyof typeof PERIODS

export interface Choice {
  period: Period
  /** Empty: every service. */
  service: string
}

const FIRST_PERIOD = 'month'

/** The address of the statistics of a period and a service. */
export function historyAddress({ period, service }: Choice): string {
  const query = new URLSearchParams({
    ...(period === FIRST_PERIOD ? {} : { ky: PERIODS[period].slug }),
    ...(service ? { 'linh-vuc': service } : {})
  })
  return query.size > 0 ? `${HALL_HISTORY}?${query}` : HALL_HISTORY
}

/** What an address of the statistics asks for; an unknown period is the one that is shown first. */
export function choiceFrom(query: URLSearchParams): Choice {
  const period = (Object.keys(PERIODS) as Period[]).find((name) => PERIODS[name].slug === query.get('ky'))
  return { period: period ?? FIRST_PERIOD, service: query.get('linh-vuc') ?? '' }
}
