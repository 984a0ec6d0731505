declare module '../events.ts' {
  interface EventMap {
    'appointment.made': AppointmentState
    'appointment.cancelled': AppointmentState
    'appointment.arrived': AppointmentState & { ticketId: string; ticketNumber: string; late: boolean }
    'appointment.limit_set': { serviceId: string; serviceName: string; most: number | null }
  }
  interface PrivateMap {
    'appointment.made': { name: string; phone: string; code: string }
  }
}

interface AppointmentState {
  appointmentId: string
  serviceId: string
  serviceName: string
  day: string
  at: string
}
