import type { Term } from '../../api/procedures.ts'
import { importText as text } from '../../text/admin-procedures.ts'
import { moneyText } from '../../text/common.ts'
import { termText } from '../../text/procedures.ts'

/** The field of a procedure in words; one that this screen does not know keeps its own name. */
export function fieldName(field: string): string {
  return text.fields[field] ?? field
}

/** The value of a field of a procedure as a person reads it; a list by its length, as its rows are shown elsewhere. */
export function valueText(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return text.empty
  if (field === 'term') return termText(value as Term)
  if (field === 'fee') return moneyText(Number(value))
  if (typeof value === 'boolean') return value ? text.yes : text.no
  if (Array.isArray(value)) return listText(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function listText(list: readonly unknown[]): string {
  const words = list.filter((item) => typeof item === 'string')
  return words.length === list.length && words.length > 0 ? words.join('; ') : text.items(list.length)
}
