import { Button } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import {
  type NewPrinter,
  type Printer,
  type Printers,
  useAddPrinter,
  useChangePrinter
} from '../../api/printers.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { TextField } from '../../parts/fields.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { printersText } from '../../text/admin-printers.ts'
import { commonText } from '../../text/common.ts'

const text = printersText.form

interface Typed extends Record<string, unknown> {
  name: string
  address: string
  port: string
}

interface Props {
  network: Printers['network']
  /** None to add one. */
  printer?: Printer
  onClose: () => void
}

/** Where a printer stands, as a literal address. */
export function PrinterDialog({ network, printer, onClose }: Props) {
  const draft = useDraftForm<Typed>(`printer-${printer?.id ?? 'new'}`, {
    fresh: freshValues(printer, network),
    validate: faultsOf
  })
  const add = useAddPrinter()
  const change = useChangePrinter(printer?.id ?? '')
  const save = printer ? change : add
  const submit = (typed: Typed) => {
    if (save.isPending) return
    save.mutate(printerFrom(typed), {
      onSuccess: () => {
        draft.forget()
        onClose()
      }
    })
  }
  return (
    <Dialog title={printer ? text.editTitle(printer.name) : text.addTitle} onClose={onClose}>
      <WorkForm id={draft.id} form={draft.form} refusal={save.error} onSubmit={submit}>
        <p className="quiet">{text.lead}</p>
        <DraftNote draft={draft} />
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
        <div className="foot">
          <Button type="submit" className="push">
            {save.isPending ? commonText.saving : text.submit}
          </Button>
        </div>
      </WorkForm>
    </Dialog>
  )
}

function freshValues(printer: Printer | undefined, { ports }: Printers['network']): Typed {
  const { name = '', address = '', port = ports[0] ?? 9100 } = printer ?? {}
  return { name, address, port: String(port) }
}

function faultsOf({ name, address, port }: Typed): FormErrors {
  return {
    ...(name.trim() ? {} : { name: text.nameMissing }),
    ...(/^\d{1,3}(\.\d{1,3}){3}$/.test(address.trim()) ? {} : { address: text.addressWrong }),
    ...(/^\d{1,5}$/.test(port.trim()) ? {} : { port: text.portWrong })
  }
}

function printerFrom({ name, address, port }: Typed): NewPrinter {
  return { name: name.trim(), address: address.trim(), port: Number(port) }
}
