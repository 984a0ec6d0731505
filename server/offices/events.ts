declare module '../events.ts' {
  interface EventMap {
    'office.created': { officeId: string; code: string; name: string; lead: boolean }
    'office.phone_set': { phone: string | null }
    'counter.added': { counterId: string; number: number; name: string }
    'service.added': { serviceId: string; letter: string; name: string }
    'counter.renamed': { counterId: string; number: number; name: string }
    'service.renamed': { serviceId: string; letter: string; name: string }
    'counter.opened': CounterChange & {
      state: 'open'
      officerId: string
      officerName: string
      reason: null
      /** When its day is over. Instant. */
      openUntil: string
    }
    'counter.paused': CounterChange & { state: 'paused'; reason: string }
    /** `dayOver`: nobody closed it, its day is over. */
    'counter.closed': CounterChange & { state: 'closed'; officerId: null; reason: null; dayOver: boolean }
  }
}

interface CounterChange {
  counterId: string
  number: number
  name: string
}
