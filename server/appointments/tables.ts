declare module '../database/schema.ts' {
  interface Database {
    appointment: AppointmentTable
    appointmentLimit: AppointmentLimitTable
  }
}

export interface AppointmentTable {
  officeId: string
  id: string
  serviceId: string
  serviceName: string
  /** The day in Vietnam, and the instant of its turn. */
  day: string
  at: string
  /** Six digits with which its holder checks in; no other appointment of the office from that day on has it. */
  code: string
  /** Personal: in no answer about the queue, and for officers only after the call. */
  name: string
  phone: string
  madeAt: string
  madeByName: string
  cancelledAt: string | null
  arrivedAt: string | null
  ticketId: string | null
  ticketNumber: string | null
}

/** How many appointments a service takes in half an hour; without a row, as many as are asked for. */
export interface AppointmentLimitTable {
  officeId: string
  serviceId: string
  most: number
}
