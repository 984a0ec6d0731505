import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { type Printer, type Printers, useSetPrinterKiosks } from '../../api/printers.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { printersText } from '../../text/admin-printers.ts'
import { commonText } from '../../text/common.ts'

const text = printersText.kiosksForm

interface Props {
  printers: Printers
  printer: Printer
  onClose: () => void
}

/** Which kiosks print at a printer. */
export function KiosksDialog({ printers, printer, onClose }: Props) {
  const [chosen, setChosen] = useState(() => new Set(printer.kiosks.map(({ id }) => id)))
  const save = useSetPrinterKiosks(printer.id)
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)))
  const kiosks = kiosksOf(printers, printer)
  return (
    <Dialog title={text.title(printer.name)} onClose={onClose}>
      <div className="form">
        {save.error && <p role="alert">{save.error.message}</p>}
        <p className="quiet">{kiosks.length > 0 ? text.lead : text.none}</p>
        <fieldset className="stack">
          <legend>{text.legend}</legend>
          {kiosks.map(({ id, label }) => (
            <Checkbox
              key={id}
              label={label}
              checked={chosen.has(id)}
              onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
            />
          ))}
        </fieldset>
        <div className="foot">
          <Button className="push" onClick={() => save.mutate([...chosen], { onSuccess: onClose })}>
            {save.isPending ? commonText.saving : text.submit}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function kiosksOf({ items, kiosksWithout }: Printers, { id: here }: Printer) {
  const placed = items.flatMap(({ id: at, name: printer, kiosks }) =>
    kiosks.map(({ id, name }) => ({ id, label: at === here ? name : text.elsewhere(name, printer) }))
  )
  return [...placed, ...kiosksWithout.map(({ id, name }) => ({ id, label: name }))].sort((one, other) =>
    one.label.localeCompare(other.label, 'vi')
  )
}
