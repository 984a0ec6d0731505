import { stringify } from 'csv-stringify/sync'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'

/** What the cells of a column are: `day` is `YYYY-MM-DD`, `length` whole seconds. Null is an empty cell. */
export interface SheetColumn {
  name: string
  kind: 'text' | 'number' | 'day' | 'length'
  /** In letters. */
  width: number
}

export interface Sheet {
  name: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly (string | number | null)[])[]
}

const SECONDS_A_DAY = 86_400

/**
 * A workbook with one page for each sheet and the notes under every one of them. Text is always text, so that neither a code
 * loses its zeros nor a formula is worked out; days are real days and lengths real lengths, which can be reckoned with.
 */
export async function asWorkbook(sheets: readonly Sheet[], notes: readonly string[]): Promise<Buffer> {
  const pages = sheets.map(({ name, columns, rows }) => {
    const head = columns.map((column) => ({ value: column.name, fontWeight: 'bold' as const, wrap: true }))
    const body = rows.map((row) => row.map((value, index) => cellOf(value, columns[index]?.kind ?? 'text')))
    const foot = notes.map((note) => [textCell(note)])
    return {
      data: [head, ...body, [], ...foot] as SheetData,
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      orientation: 'landscape' as const,
      stickyRowsCount: 1
    }
  })
  return writeExcelFile(pages).toBuffer()
}

/**
 * A table as CSV with a byte order mark, as Excel takes anything else for another encoding. The separator is a semicolon
 * and numbers are whole, so that it reads alike whichever sign the machine uses for decimals.
 */
export function asCsv({ columns, rows }: Sheet, notes: readonly string[]): string {
  const table = [columns.map(({ name }) => name), ...rows.map((row) => row.map((value) => value ?? ''))]
  const foot = [[''], ...notes.map((note) => [note])]
  return stringify([...table, ...foot], {
    bom: true,
    delimiter: ';',
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { number: String }
  })
}

function cellOf(value: string | number | null, kind: SheetColumn['kind']) {
  if (value === null) return null
  if (kind === 'day') return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' }
  if (kind === 'length') return { value: Number(value) / SECONDS_A_DAY, type: Number, format: '[m]:ss' }
  return kind === 'number' ? { value: Number(value), type: Number } : textCell(String(value))
}

function textCell(value: string) {
  return { value, type: String, format: '@' }
}
