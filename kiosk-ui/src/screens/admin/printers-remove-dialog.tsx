import { Button } from '@mantine/core'
import { type Printer, useRemovePrinter } from '../../api/printers.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { printersText as text } from '../../text/admin-printers.ts'
import { commonText } from '../../text/common.ts'

/** Asks once more, and says what becomes of the tickets that wait. */
export function RemoveDialog({ printer, onClose }: { printer: Printer; onClose: () => void }) {
  const remove = useRemovePrinter(printer.id)
  return (
    <Dialog title={text.removeTitle(printer.name)} onClose={onClose}>
      <div className="form">
        {remove.error && <p role="alert">{remove.error.message}</p>}
        <p>{text.removeLead}</p>
        <div className="foot">
          <Button variant="default" onClick={onClose}>
            {commonText.cancel}
          </Button>
          <Button className="push" onClick={() => remove.mutate(null, { onSuccess: onClose })}>
            {text.remove}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
