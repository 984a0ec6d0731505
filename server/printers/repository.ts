import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import type { PrinterTable, PrintJobTable } from './tables.ts'

/** The printer at which the tickets of a device come out, if it has one. */
export async function findPrinterOfDevice(
  db: Db,
  key: { officeId: string; deviceId: string }
): Promise<PrinterTable | undefined> {
  const { rows } = await printerOfDevice(db, key)
  return rows[0]
}

export async function insertJob(db: Db, job: PrintJobTable): Promise<void> {
  await db.insertInto('printJob').values(job).execute()
}

const printerOfDevice = compiled<{ officeId: string; deviceId: string }, PrinterTable>((db, slot) =>
  db
    .selectFrom('printer')
    .innerJoin('kioskPrinter', (join) =>
      join
        .onRef('kioskPrinter.officeId', '=', 'printer.officeId')
        .onRef('kioskPrinter.printerId', '=', 'printer.id')
    )
    .selectAll('printer')
    .where('kioskPrinter.officeId', '=', slot('officeId'))
    .where('kioskPrinter.deviceId', '=', slot('deviceId'))
    .where('printer.removedAt', 'is', null)
)
