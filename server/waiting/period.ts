import { waitingFaultText } from '../../kiosk-ui/src/text/hall-figures.ts'
import { DomainError } from '../errors.ts'
import { addDays, isDay } from '../regulation/day.ts'

/** Days from the first to the last, both of them included, of one service or of all. */
export interface Period {
  from: string
  to: string
  service?: string | undefined
}

/** How long a period may be, so that no question reads for ever. Days. */
const LONGEST_PERIOD = 366

/** @throws VALIDATION for a period that is none or too long */
export function assertPeriod({ from, to }: { from: string; to: string }): void {
  if (!isDay(from)) throw faultAt('/from', waitingFaultText.noDay)
  if (!isDay(to)) throw faultAt('/to', waitingFaultText.noDay)
  if (to < from) throw faultAt('/to', waitingFaultText.turned)
  if (addDays(from, LONGEST_PERIOD - 1) < to) throw faultAt('/to', waitingFaultText.tooLong)
}

/** A refusal that names the part of the question that is wrong. */
export function faultAt(path: string, message: string): DomainError {
  return new DomainError('VALIDATION').withErrors([{ path, message }])
}
