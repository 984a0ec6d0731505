import type { HallNow } from '../../api/waiting.ts'
import { momentText } from '../../text/common.ts'
import { hallNowText as text } from '../../text/hall-figures.ts'

type Device = HallNow['devices'][number]
type Printer = HallNow['printers'][number]

/** Kiosks, boards and printers with their last sign of life (K-19, V-15). */
export function Devices({ now: { devices, printers, asOf } }: { now: HallNow }) {
  return (
    <section className="list hall-devices" aria-labelledby="hall-devices">
      <h2 id="hall-devices">{text.devices}</h2>
      {devices.length + printers.length === 0 ? (
        <p className="quiet">{text.noDevices}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{text.device}</th>
              <th scope="col">{text.state}</th>
              <th scope="col" className="n">
                {text.lastSeen}
              </th>
            </tr>
          </thead>
          <tbody>
            {devices.map((device) => (
              <tr key={device.deviceId}>
                <th scope="row">{device.name}</th>
                <td>
                  <DeviceState device={device} />
                </td>
                <td className="n num">{lastText(device.lastSeenAt, asOf)}</td>
              </tr>
            ))}
            {printers.map((printer) => (
              <tr key={printer.id}>
                <th scope="row">{printer.name}</th>
                <td>
                  <PrinterState printer={printer} />
                </td>
                <td className="n num">{lastText(printer.lastAnswerAt, asOf)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function DeviceState({ device: { silent, lastSeenAt, sound, printer, unprinted } }: { device: Device }) {
  if (silent) return <span className="tag late">{text.deviceStates.silent}</span>
  if (lastSeenAt === null) return <span className="quiet">{text.deviceStates.never}</span>
  if (printer !== null || (unprinted ?? 0) > 0)
    return <span className="tag late">{text.deviceStates.paper}</span>
  if (sound === 'off') return <span className="tag soon">{text.deviceStates.soundOff}</span>
  return <span className="tag done">{text.deviceStates.well}</span>
}

function PrinterState({ printer: { state, paper } }: { printer: Printer }) {
  const words = text.printerStates[state]
  if (state === 'unknown') return <span className="quiet">{words}</span>
  if (state !== 'ready') return <span className="tag late">{words}</span>
  if (paper === 'near_end') return <span className="tag soon">{text.paperLow}</span>
  return <span className="tag done">{words}</span>
}

function lastText(instant: string | null, now: string): string {
  return instant === null ? '–' : momentText(instant, now)
}
