declare module '../database/schema.ts' {
  interface Database {
    helpCall: HelpCallTable
  }
}

/** Somebody at a kiosk has asked for a person. Nothing is kept of who that was: the machine asks nobody's name. */
export interface HelpCallTable {
  officeId: string
  id: string
  deviceId: string
  /** As the kiosk was called that day. */
  deviceName: string
  askedAt: string
  answeredAt: string | null
  /** The officer who has said that he comes. */
  answeredBy: string | null
  answeredByName: string | null
  /** Until when it is shown; moved when somebody answers or takes it back. */
  endsAt: string
}
