declare module '../database/schema.ts' {
  interface Database {
    hallSetting: HallSettingTable
    priorityGroup: PriorityGroupTable
    counterService: CounterServiceTable
    announcement: AnnouncementTable
  }
}

export interface HallSettingTable {
  officeId: string
  /** 1 for an office that gives numbers at any hour, as a demonstration does. */
  alwaysOpen: number
  priorityMode: 'strict' | 'interleaved'
  /** Interleaved: how many ordinary numbers are called between two with priority. */
  ordinaryPerPriority: number
  /** Strict: whoever waited longer than this takes turns with priority. Minutes. */
  mostOrdinaryWait: number
  /** After how many further calls of the service an absent person is in line again; null: not by itself. */
  absentReturnsAfter: number | null
  /** After so many absences the number is done with. */
  mostAbsences: number
  /** Within how many minutes people are to be called … */
  promisedWait: number
  /** … and how many of a hundred of them. */
  promisedShare: number
  /** How late an appointment may be and still goes first. Minutes. */
  appointmentGrace: number
  /** The service under which results are handed out. */
  pickUpServiceId: string | null
  emergencyText: string | null
  emergencyAt: string | null
}

/** Whom the office lets go first. An office without rows has the shipped groups. */
export interface PriorityGroupTable {
  officeId: string
  code: string
  name: string
  /** Which rule says so, as people may ask. */
  basis: string
  position: number
  active: number
}

/** What a counter serves; a counter without rows serves everything. */
export interface CounterServiceTable {
  officeId: string
  counterId: string
  serviceId: string
  /** 1: only when nobody waits for what the counter serves itself. */
  helps: number
}

export interface AnnouncementTable {
  officeId: string
  id: string
  text: string
  fromDay: string | null
  untilDay: string | null
  position: number
}
