import type { Config } from '../../server/config.ts'

/** The morning on which most tests play: a Monday, in office hours, before the holiday of 24/11. */
export const MORNING = '2026-11-23T02:12:00.000Z'

export const PASSWORD = 'mật khẩu thử'

/** The origin of the app as a browser would see it. */
export const ORIGIN = 'http://localhost:3000'

export const testConfig: Config = {
  production: false,
  port: 0,
  host: '127.0.0.1',
  databaseUrl: 'sqlite:unused',
  publicUrl: ORIGIN,
  publicOrigin: ORIGIN,
  secretKey: Buffer.alloc(32, 7),
  demoPassword: undefined,
  logLevel: 'silent',
  voiceDir: '/nonexistent/voice',
  trustProxy: false,
  printerNetwork: { ranges: ['10.0.0.0/8', '127.0.0.1/32'], ports: [9100] },
  printerWaits: { connect: 1000, write: 1000, answer: 150, proof: 600, printing: 100, close: 300 },
  version: '0.0.0-test'
}
