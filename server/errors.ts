import { errorText } from '../kiosk-ui/src/text/errors.ts'

/** The HTTP status of each refusal. The sentences that go with them are in `kiosk-ui/src/text/errors.ts`. */
const STATUS = {
  VALIDATION: 400,
  BAD_REQUEST: 400,
  SIGN_IN_REQUIRED: 401,
  WRONG_CREDENTIALS: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  OFFICE_CODE_TAKEN: 409,
  COUNTER_NUMBER_TAKEN: 409,
  SERVICE_LETTER_TAKEN: 409,
  SERVICE_LETTER_UNCLEAR: 409,
  USERNAME_TAKEN: 409,
  MOVE_NOT_ALLOWED: 409,
  SETUP_CLOSED: 409,
  NO_RULES_IN_FORCE: 409,
  CALENDAR_YEAR_MISSING: 409,
  CALENDAR_DAY_UNDECIDED: 409,
  CALENDAR_QUESTION_DECIDED: 409,
  TERM_UNKNOWN: 409,
  OFFICE_CLOSED: 409,
  NO_TICKET_WAITING: 404,
  COUNTER_BUSY: 409,
  COUNTER_TAKEN: 409,
  SEAT_BUSY: 409,
  QUOTA_REACHED: 409,
  RESULT_NOT_READY: 409,
  HELP_CALL_OVER: 409,
  PICK_UP_SERVICE_MISSING: 409,
  PRIORITY_GROUP_UNKNOWN: 422,
  SKIP_REASON_REQUIRED: 422,
  TRANSFER_NOWHERE: 422,
  TRANSFER_REASON_REQUIRED: 422,
  OFFICER_MAY_NOT_CALL: 409,
  APPOINTMENT_UNKNOWN: 404,
  APPOINTMENT_NOT_NOW: 409,
  APPOINTMENT_TIME_FULL: 409,
  APPOINTMENT_NAME_HIDDEN: 403,
  SLIP_NOT_GIVEN: 409,
  SECOND_NEW_DATE: 409,
  PRINTER_ADDRESS_TAKEN: 409,
  PRINTER_BUSY: 409,
  LETTER_NUMBER_TAKEN: 409,
  STALE_VERSION: 412,
  BODY_TOO_LARGE: 413,
  APOLOGY_INCOMPLETE: 422,
  PRINTER_NOT_ALLOWED: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  TOO_MANY_REQUESTS: 429,
  TOO_MANY_NUMBERS: 429,
  INTERNAL: 500,
  ANSWER_LOST: 500,
  DATABASE_UNAVAILABLE: 503
} satisfies Record<keyof typeof errorText, number>

export type ErrorCode = keyof typeof errorText

type Facts<Code extends ErrorCode> = Parameters<(typeof errorText)[Code]['detail']>

/** One thing to mend, where it stands in what was sent (`/applicant/name`), and how. */
export interface FieldError {
  path: string
  message: string
}

/**
 * A refusal that the caller can understand and act on. Everything else that is thrown is a defect and becomes
 * a plain 500.
 *
 * @example throw new DomainError('TOO_MANY_REQUESTS', { seconds: 30 })
 */
export class DomainError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly status: number
  readonly title: string
  readonly facts: Facts<Code>
  errors: readonly FieldError[] = []

  constructor(code: Code, ...facts: Facts<Code>) {
    const { title, detail } = errorText[code]
    super((detail as (...facts: unknown[]) => string)(...facts))
    this.name = 'DomainError'
    this.code = code
    this.status = STATUS[code]
    this.title = title
    this.facts = facts
  }

  /** Adds the list of what is to be mended, entry by entry. */
  withErrors(errors: readonly FieldError[]): this {
    this.errors = errors
    return this
  }
}

/** For what may not be there: answers nothing instead of NOT_FOUND. @example await getOffice(db, id).catch(unlessMissing) */
export function unlessMissing(error: unknown): undefined {
  if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error
}
