import { Button } from '@mantine/core'
import { useState } from 'react'
import { type DeviceStanding, useDevices, useSearchMisses } from '../../api/devices.ts'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useNow } from '../../parts/time.ts'
import { devicesText as text } from '../../text/admin-devices.ts'
import { momentText } from '../../text/common.ts'
import { AddDeviceDialog, RevokeDialog } from './devices-dialogs.tsx'
import { DevicesHead } from './devices-head.tsx'
import { LanguagesList } from './languages-list.tsx'

/** A clock that is out by more is told, as numbers of minutes on the screens come from it. Milliseconds. */
const SKEWED = 30_000

type Task = { kind: 'add' } | { kind: 'revoke'; device: DeviceStanding }

/** Kiosks and boards: which of them are well, and how a new one is let in. */
export function DevicesPage({ officeId }: { officeId: string }) {
  const query = useDevices()
  const [task, setTask] = useState<Task | null>(null)
  return (
    <div className="devices">
      <DevicesHead title={text.title}>
        <Button size="sm" leftSection={<Icon name="plus" />} onClick={() => setTask({ kind: 'add' })}>
          {text.add}
        </Button>
      </DevicesHead>
      <div className="stack">
        <Loaded query={query} rows={4}>
          {({ items }) => (
            <DeviceTable devices={items} onRevoke={(device) => setTask({ kind: 'revoke', device })} />
          )}
        </Loaded>
        <LanguagesList officeId={officeId} />
        <Misses />
      </div>
      {task?.kind === 'add' && (
        <AddDeviceDialog
          taken={(query.data?.items ?? []).map(({ name }) => name)}
          onClose={() => setTask(null)}
        />
      )}
      {task?.kind === 'revoke' && <RevokeDialog device={task.device} onClose={() => setTask(null)} />}
    </div>
  )
}

interface TableProps {
  devices: readonly DeviceStanding[]
  onRevoke: (device: DeviceStanding) => void
}

function DeviceTable({ devices, onRevoke }: TableProps) {
  const now = new Date(useNow()).toISOString()
  if (devices.length === 0)
    return (
      <section className="notice">
        <h2>{text.none}</h2>
        <p>{text.noneLead}</p>
      </section>
    )
  return (
    <section className="list">
      <table aria-label={text.caption}>
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.kind}</th>
            <th scope="col">{text.standing}</th>
            <th scope="col">{text.details}</th>
            <th scope="col">
              <span className="unseen">{text.revoke}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <tr key={device.deviceId}>
              <td>
                <b>{device.name}</b>
              </td>
              <td>{text.kinds[device.kind]}</td>
              <td>
                <Standing device={device} now={now} />
              </td>
              <td className="quiet">{detailsOf(device).join(' · ')}</td>
              <td>
                <Button variant="default" size="xs" onClick={() => onRevoke(device)}>
                  {text.revoke}
                  <span className="unseen"> {device.name}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Standing({ device: { lastSeenAt, silent }, now }: { device: DeviceStanding; now: string }) {
  if (lastSeenAt === null) return <span className="tag">{text.never}</span>
  if (!silent) return <span className="tag done">{text.well}</span>
  return <span className="tag late">{text.silent(momentText(lastSeenAt, now))}</span>
}

function detailsOf({ version, clockSkewMs, sound, printer }: DeviceStanding): string[] {
  const skew = clockSkewMs ?? 0
  return [
    ...(version === null ? [] : [text.version(version)]),
    ...(Math.abs(skew) > SKEWED ? [text.clock(Math.round(skew / 1000))] : []),
    ...(sound === 'off' ? [text.muted] : []),
    ...(printer === null ? [] : [text.printer])
  ]
}

function Misses() {
  const query = useSearchMisses()
  return (
    <section className="card">
      <h2>{text.misses}</h2>
      <p className="quiet">{text.missesLead}</p>
      <Loaded query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{text.missesNone}</p>
          ) : (
            <ul>
              {items.map(({ words, times }) => (
                <li key={words}>
                  {words} <span className="quiet">{text.times(times)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}
