declare module '../database/schema.ts' {
  interface Database {
    deviceSign: DeviceSignTable
  }
}

/** The last that was heard of a device. What went before is not kept: only who is silent now matters. */
export interface DeviceSignTable {
  officeId: string
  deviceId: string
  screen: 'kiosk' | 'display' | 'counter'
  lastSeenAt: string
  /** Which build of the screens it runs. */
  version: string
  /** How far its own clock is ahead of the server's; milliseconds. */
  clockSkewMs: number
  /** Of a display: whether the browser lets it speak. */
  sound: 'on' | 'off' | null
  /** Of a kiosk: how its printer stands, in the words of the printers' states. */
  printer: string | null
  /** Of a kiosk: papers that have not come out yet. */
  unprinted: number | null
}
