import type { FormErrors } from '@mantine/form'
import {
  type NewPrinter,
  type Printer,
  type Printers,
  useAddPrinter,
  useChangePrinter
} from '../../api/printers.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { TextField } from '../../parts/fields.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { printersText } from '../../text/admin-printers.ts'
import { nameFault } from './name-fault.ts'

const text = printersText.form

interface Typed extends Record<string, unknown> {
  name: string
  address: string
  port: string
}

interface Props {
  printers: Printers
  /** None to add one. */
  printer?: Printer
  onClose: () => void
}

/** Where a printer stands, as a literal address. */
export function PrinterDialog({ printers: { network, items }, printer, onClose }: Props) {
  const taken = items.filter(({ id }) => id !== printer?.id).map(({ name }) => name)
  const draft = useDraftForm<Typed>(`printer-${printer?.id ?? 'new'}`, {
    fresh: freshValues(printer, network),
    validate: (typed) => faultsOf(typed, taken)
  })
  const add = useAddPrinter()
  const change = useChangePrinter(printer?.id ?? '')
  const save = printer ? change : add
  return (
    <FormDialog
      title={printer ? text.editTitle(printer.name) : text.addTitle}
      draft={draft}
      save={save}
      sentFrom={printerFrom}
      submit={text.submit}
      onClose={onClose}
    >
      <p className="quiet">{text.lead}</p>
      <TextField of={draft} path="name" label={text.name} hint={text.nameHint} />
      <TextField
        of={draft}
        path="address"
        label={text.address}
        hint={text.addressHint(network.ranges.join(', '))}
      />
      <TextField
        of={draft}
        path="port"
        label={text.port}
        hint={text.portHint(network.ports.join(', '))}
        inputMode="numeric"
      />
    </FormDialog>
  )
}

function freshValues(printer: Printer | undefined, { ports }: Printers['network']): Typed {
  const { name = '', address = '', port = ports[0] ?? 9100 } = printer ?? {}
  return { name, address, port: String(port) }
}

function faultsOf({ name, address, port }: Typed, taken: readonly string[]): FormErrors {
  return {
    name: nameFault(name, { taken, missing: text.nameMissing }),
    address: addressFault(address.trim()),
    port: /^\d{1,5}$/.test(port.trim()) && Number(port) <= 65_535 ? null : text.portWrong
  }
}

function addressFault(typed: string): string | null {
  const parts = typed.split('.')
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(typed) || parts.some((part) => Number(part) > 255))
    return text.addressWrong
  return parts.some((part) => /^0\d/.test(part)) ? text.addressZeros(parts.map(Number).join('.')) : null
}

function printerFrom({ name, address, port }: Typed): NewPrinter {
  return { name: name.trim(), address: address.trim(), port: Number(port) }
}
