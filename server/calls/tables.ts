declare module '../database/schema.ts' {
  interface Database {
    counterTurn: CounterTurnTable
  }
}

/** How many ordinary numbers a counter has called since the last one with priority, and how many in all. */
interface CounterTurnTable {
  officeId: string
  counterId: string
  day: string
  sincePriority: number
  calls: number
}
