import { Button } from '@mantine/core'
import { useState } from 'react'
import { type HallSettings, useHallSettings } from '../../api/hall-settings.ts'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { hallText } from '../../text/admin-hall.ts'
import { CountersAddDialog } from './counters-add-dialog.tsx'
import { CountersLimitDialog } from './counters-limit-dialog.tsx'
import { CountersMatrix } from './counters-matrix.tsx'
import { CountersRenameDialog, type Renamed } from './counters-rename-dialog.tsx'
import { CountersServiceDialog } from './counters-service-dialog.tsx'
import { HallHead } from './hall-head.tsx'

const text = hallText.counters

type Service = HallSettings['services'][number]

/** What stands in front of the page. */
type Task =
  | { kind: 'counter' }
  | { kind: 'service' }
  | { kind: 'limit'; service: Service }
  | { kind: 'rename'; renamed: Renamed }

export function CountersPage({ officeId }: { officeId: string }) {
  const query = useHallSettings()
  const [task, setTask] = useState<Task | null>(null)
  const close = () => setTask(null)
  const rename = (renamed: Renamed) => setTask({ kind: 'rename', renamed })
  const hall = query.data
  return (
    <div className="hall">
      <HallHead title={text.title}>
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="plus" />}
          onClick={() => setTask({ kind: 'service' })}
        >
          {text.addService}
        </Button>
        <Button size="sm" leftSection={<Icon name="plus" />} onClick={() => setTask({ kind: 'counter' })}>
          {text.addCounter}
        </Button>
      </HallHead>
      <Loaded query={query} rows={8}>
        {(settings) => (
          <div className="stack">
            <Warnings warnings={settings.warnings} />
            <CountersMatrix hall={settings} onRename={(one) => rename({ kind: 'counters', one })} />
            <Services
              services={settings.services}
              onLimit={(service) => setTask({ kind: 'limit', service })}
              onRename={(one) => rename({ kind: 'services', one })}
            />
          </div>
        )}
      </Loaded>
      {task?.kind === 'counter' && <CountersAddDialog officeId={officeId} hall={hall} onClose={close} />}
      {task?.kind === 'service' && <CountersServiceDialog officeId={officeId} hall={hall} onClose={close} />}
      {task?.kind === 'rename' && (
        <CountersRenameDialog officeId={officeId} hall={hall} renamed={task.renamed} onClose={close} />
      )}
      {task?.kind === 'limit' && <CountersLimitDialog service={task.service} onClose={close} />}
    </div>
  )
}

function Warnings({ warnings }: { warnings: HallSettings['warnings'] }) {
  if (warnings.length === 0) return null
  return (
    <section className="card asking">
      <h2>{hallText.warnings(warnings.length)}</h2>
      <ul className="lines">
        {warnings.map((warning) => (
          <li key={warning.text}>{warning.text}</li>
        ))}
      </ul>
    </section>
  )
}

interface ServicesProps {
  services: readonly Service[]
  onLimit: (service: Service) => void
  onRename: (service: Service) => void
}

function Services({ services, onLimit, onRename }: ServicesProps) {
  return (
    <section className="list services">
      <h2>{text.services}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.letter}</th>
            <th scope="col">{text.serviceName}</th>
            <th scope="col">{text.mostPerDay}</th>
            <th scope="col">
              <span className="unseen">
                {text.setLimit}, {text.rename}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <tr key={service.id}>
              <td>
                <b>{service.letter}</b>
              </td>
              <td>{service.name}</td>
              <td className={service.mostPerDay === null ? 'quiet' : 'num'}>
                {service.mostPerDay === null ? text.unlimited : text.perDay(service.mostPerDay)}
              </td>
              <td className="end-aligned nowrap">
                <button type="button" className="link" onClick={() => onRename(service)}>
                  {text.rename}
                  <span className="unseen"> {service.name}</span>
                </button>
                <button type="button" className="link" onClick={() => onLimit(service)}>
                  {text.setLimit}
                  <span className="unseen"> {service.name}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
