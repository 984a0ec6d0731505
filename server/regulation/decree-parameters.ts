import { regulationText } from '../../kiosk-ui/src/text/regulation.ts'
import type { CutOff } from './cut-off.ts'
import { choice, choices, orNone, type Parameter, type Shape, text, wholeNumber, yesNo } from './parameter.ts'

/** What a decree settles about receiving, handling and returning a dossier. Days and hours are said by name. */
export interface DecreeValues {
  /** A slip is due when the term is longer than this many working days; 0: always. */
  slipAboveWorkingDays: number
  slipForImmediateResult: 'required' | 'on_request' | 'none'
  slipOnRequest: boolean
  /** Whether a dossier that gets its result at once is entered although it needs no slip. */
  immediateDossierRecorded: boolean
  clockStart: 'reception' | 'complete_and_correct'
  /** The same for a dossier that another office received for the competent one. */
  clockStartElsewhere: 'reception' | 'competent_agency_receives'
  receiptDayCounted: boolean
  /** What becomes of a term in calendar days whose last day is no working day. */
  calendarTermOnRestDay: 'next_working_day' | 'stays'
  /** The general hour after which receipt counts as of the next working day; procedures have their own. */
  termCutOff: CutOff | null
  forwardingCutOff: CutOff | null
  supplementMaxRequests: number
  supplementNoticeWorkingDays: number
  supplementThroughCounter: boolean
  termAfterSupplement: 'restart' | 'resume' | 'shift'
  supplementExpiryWorkingDays: number
  supplementExpiryApplies: 'never' | 'when_procedure_says' | 'always'
  stopOnRequest: 'until_result' | 'not_regulated'
  stopByAgency: 'sector_law' | 'never'
  withdrawOnRequest: 'until_result' | 'not_regulated'
  refusalWithinTerm: boolean
  apologyLeadDays: number
  apologyLeadUnit: 'calendar_day' | 'working_day'
  apologyLeadOnRestDay: 'previous_working_day' | 'stays'
  apologyMaxNewDates: number
  apologyIssuer: 'handling_agency' | 'counter'
  apologySigner: 'head_of_handling_agency' | 'head_of_counter'
  apologyToldToCounterInWriting: boolean
  apologyStatesReason: boolean
  apologyStatesNewDate: boolean
  newDateToldBy: 'counter' | 'handling_agency'
  newDateChannels: ('email' | 'sms' | 'phone' | 'social_network')[]
  lateReasonReported: boolean
  lateReasonReportedTo: string
  apologyForLostDossier: boolean
  apologyForMisconduct: boolean
  earlyResultAnnounced: boolean
  /** How far from its competent office a dossier may be received. */
  receptionElsewhere: 'none' | 'province' | 'nation'
  /** Years after which a dossier may be deleted; none: never. */
  retentionYears: number | null
}

export type DecreeParameters = { readonly [Key in keyof DecreeValues]: Parameter<DecreeValues[Key]> }

export const decreeShapes: { readonly [Key in keyof DecreeValues]: Shape<DecreeValues[Key]> } = {
  slipAboveWorkingDays: wholeNumber(0, 365),
  slipForImmediateResult: choice('required', 'on_request', 'none'),
  slipOnRequest: yesNo,
  immediateDossierRecorded: yesNo,
  clockStart: choice('reception', 'complete_and_correct'),
  clockStartElsewhere: choice('reception', 'competent_agency_receives'),
  receiptDayCounted: yesNo,
  calendarTermOnRestDay: choice('next_working_day', 'stays'),
  termCutOff: orNone(cutOff()),
  forwardingCutOff: orNone(cutOff()),
  supplementMaxRequests: wholeNumber(0, 10),
  supplementNoticeWorkingDays: wholeNumber(1, 60),
  supplementThroughCounter: yesNo,
  termAfterSupplement: choice('restart', 'resume', 'shift'),
  supplementExpiryWorkingDays: wholeNumber(1, 365),
  supplementExpiryApplies: choice('never', 'when_procedure_says', 'always'),
  stopOnRequest: choice('until_result', 'not_regulated'),
  stopByAgency: choice('sector_law', 'never'),
  withdrawOnRequest: choice('until_result', 'not_regulated'),
  refusalWithinTerm: yesNo,
  apologyLeadDays: wholeNumber(0, 30),
  apologyLeadUnit: choice('calendar_day', 'working_day'),
  apologyLeadOnRestDay: choice('previous_working_day', 'stays'),
  apologyMaxNewDates: wholeNumber(0, 10),
  apologyIssuer: choice('handling_agency', 'counter'),
  apologySigner: choice('head_of_handling_agency', 'head_of_counter'),
  apologyToldToCounterInWriting: yesNo,
  apologyStatesReason: yesNo,
  apologyStatesNewDate: yesNo,
  newDateToldBy: choice('counter', 'handling_agency'),
  newDateChannels: choices('email', 'sms', 'phone', 'social_network'),
  lateReasonReported: yesNo,
  lateReasonReportedTo: text(300),
  apologyForLostDossier: yesNo,
  apologyForMisconduct: yesNo,
  earlyResultAnnounced: yesNo,
  receptionElsewhere: choice('none', 'province', 'nation'),
  retentionYears: orNone(wholeNumber(1, 100))
}

/** What the parameter is called on the administrator's screen. */
export function decreeLabel(key: keyof DecreeValues): string {
  return regulationText.decreeParameters[key]
}

function cutOff(): Shape<CutOff> {
  const minute = wholeNumber(0, 24 * 60 - 1)
  const hours = wholeNumber(1, 8)
  return {
    holds: (value): value is CutOff => {
      if (typeof value !== 'object' || value === null) return false
      const { kind, ...rest } = value as Record<string, unknown>
      const [[name, amount] = []] = Object.entries(rest)
      if (Object.keys(rest).length !== 1) return false
      return kind === 'hour'
        ? name === 'minute' && minute.holds(amount)
        : isLastHours(kind, name) && hours.holds(amount)
    },
    wants: regulationText.wants.cutOff
  }
}

function isLastHours(kind: unknown, name: unknown): boolean {
  return kind === 'last_hours' && name === 'hours'
}
