import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import type { DeviceSignTable } from './tables.ts'

export async function saveSign(db: Db, sign: DeviceSignTable): Promise<void> {
  await upsertSign(db, { ...sign })
}

export async function listSigns(db: Db, officeId: string): Promise<DeviceSignTable[]> {
  return db.selectFrom('deviceSign').selectAll().where('officeId', '=', officeId).execute()
}

const upsertSign = compiled<DeviceSignTable & Record<never, never>, unknown>((db, slot) => {
  const sign = {
    screen: slot('screen'),
    lastSeenAt: slot('lastSeenAt'),
    version: slot('version'),
    clockSkewMs: slot('clockSkewMs'),
    sound: slot('sound'),
    printer: slot('printer'),
    unprinted: slot('unprinted')
  }
  return db
    .insertInto('deviceSign')
    .values({ officeId: slot('officeId'), deviceId: slot('deviceId'), ...sign })
    .onConflict((conflict) =>
      conflict.columns(['officeId', 'deviceId']).doUpdateSet((eb) => ({
        screen: eb.ref('excluded.screen'),
        lastSeenAt: eb.ref('excluded.lastSeenAt'),
        version: eb.ref('excluded.version'),
        clockSkewMs: eb.ref('excluded.clockSkewMs'),
        sound: eb.ref('excluded.sound'),
        printer: eb.ref('excluded.printer'),
        unprinted: eb.ref('excluded.unprinted')
      }))
    )
})
