import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Printer, type Printers, usePrinters } from '../../api/printers.ts'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { printersText as text } from '../../text/admin-printers.ts'
import { DevicesHead } from './devices-head.tsx'
import { PrinterCard } from './printers-card.tsx'
import { PrinterDialog } from './printers-dialog.tsx'
import { PrintersJobs } from './printers-jobs.tsx'
import { KiosksDialog } from './printers-kiosks-dialog.tsx'
import { RemoveDialog } from './printers-remove-dialog.tsx'

/** What stands in front of the page. */
type Task = { kind: 'add' } | { kind: 'edit' | 'kiosks' | 'remove'; printer: Printer }

/** Ticket printers: how they are, what they can, and the tickets that somebody is to look after. */
export function PrintersPage() {
  const query = usePrinters()
  const [task, setTask] = useState<Task | null>(null)
  const close = () => setTask(null)
  const { data } = query
  return (
    <div className="printers">
      <DevicesHead title={text.title}>
        <Button size="sm" leftSection={<Icon name="plus" />} onClick={() => setTask({ kind: 'add' })}>
          {text.add}
        </Button>
      </DevicesHead>
      <div className="columns">
        <Loaded query={query} rows={5}>
          {(printers) => <List printers={printers} onTask={setTask} />}
        </Loaded>
        <PrintersJobs />
      </div>
      {data && task?.kind === 'add' && <PrinterDialog printers={data} onClose={close} />}
      {data && task?.kind === 'edit' && (
        <PrinterDialog printers={data} printer={task.printer} onClose={close} />
      )}
      {data && task?.kind === 'kiosks' && (
        <KiosksDialog printers={data} printer={task.printer} onClose={close} />
      )}
      {task?.kind === 'remove' && <RemoveDialog printer={task.printer} onClose={close} />}
    </div>
  )
}

function List({
  printers: { items, kiosksWithout },
  onTask
}: {
  printers: Printers
  onTask: (task: Task) => void
}) {
  return (
    <div className="stack">
      {items.length === 0 && (
        <section className="notice">
          <h2>{text.none}</h2>
          <p>{text.noneLead}</p>
        </section>
      )}
      {items.length > 0 && kiosksWithout.length > 0 && (
        <p className="notice soon">{text.without(kiosksWithout.map(({ name }) => name).join(', '))}</p>
      )}
      {items.map((printer) => (
        <PrinterCard
          key={printer.id}
          printer={printer}
          onEdit={() => onTask({ kind: 'edit', printer })}
          onKiosks={() => onTask({ kind: 'kiosks', printer })}
          onRemove={() => onTask({ kind: 'remove', printer })}
        />
      ))}
    </div>
  )
}
