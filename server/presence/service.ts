import type { Db } from '../database/schema.ts'
import type { Account } from '../identity/schemas.ts'
import { describeAccounts } from '../identity/service.ts'
import type { Work } from '../transact.ts'
import { listSigns, saveSign } from './repository.ts'
import type { DeviceStanding, Sign } from './schemas.ts'
import { isSilent } from './silence.ts'
import type { DeviceSignTable } from './tables.ts'

/** Keeps the last sign of a device. It is no event: nobody asks later when a kiosk was well. */
export async function keepSign({ db, officeId, actor, now }: Work, sign: Sign): Promise<void> {
  const { sound = null, printer = null, unprinted = null, ...said } = sign
  await saveSign(db, {
    officeId,
    deviceId: actor.id,
    lastSeenAt: now,
    ...said,
    sound,
    printer,
    unprinted
  })
}

/** Every device that may still come in, with its last sign of life, by name. */
export async function listDevices(
  db: Db,
  { officeId, now }: { officeId: string; now: string }
): Promise<DeviceStanding[]> {
  const signs = new Map((await listSigns(db, officeId)).map((sign) => [sign.deviceId, sign]))
  const devices = await devicesOf(db, officeId)
  return devices
    .map((device) => standingOf(device, signs.get(device.id), now))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi', { numeric: true }))
}

function standingOf({ id, name, roles }: Account, sign: DeviceSignTable | undefined, now: string) {
  const lastSeenAt = sign?.lastSeenAt ?? null
  return {
    deviceId: id,
    name,
    kind: roles.includes('kiosk') ? ('kiosk' as const) : ('display' as const),
    lastSeenAt,
    silent: isSilent(lastSeenAt, now),
    version: sign?.version ?? null,
    sound: sign?.sound ?? null,
    clockSkewMs: sign?.clockSkewMs ?? null,
    printer: sign?.printer ?? null,
    unprinted: sign?.unprinted ?? null
  }
}

const PAGE = 100

async function devicesOf(db: Db, officeId: string): Promise<Account[]> {
  const devices: Account[] = []
  let cursor: string | undefined
  do {
    const page = await describeAccounts(db, { officeId, limit: PAGE, cursor })
    devices.push(...page.items.filter(({ kind, disabled }) => kind === 'device' && !disabled))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return devices
}
