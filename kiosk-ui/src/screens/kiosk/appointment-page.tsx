import { useState } from 'react'
import type { OfficeDetail } from '../../api/hall.ts'
import type { AppointmentAsked } from '../../api/self-service.ts'
import { type DigitField, DigitsPage } from './digits-page.tsx'
import { KioskIcon } from './kiosk-icon.tsx'
import { useWords, type Words } from './words.ts'

interface Props {
  office: OfficeDetail
  busy: boolean
  fault: string | null
  onTyped: () => void
  onCheckIn: (asked: AppointmentAsked) => void
  onScan: (text: string) => void
}

const LONGEST_CODE = 12

/** Checks in to an appointment by its code, or by the last four digits of the phone and the time. */
export function AppointmentPage({ office, busy, fault, onTyped, onCheckIn, onScan }: Props) {
  const words = useWords()
  const { say } = words
  const [by, setBy] = useState<'code' | 'phone'>('code')
  const change = () => {
    onTyped()
    setBy(by === 'code' ? 'phone' : 'code')
  }
  const submit = ([first = '', second = '']: string[]) =>
    onCheckIn(by === 'code' ? { code: first } : { phoneLast4: first, time: timeShown(second) })
  return (
    <DigitsPage
      key={by}
      office={office}
      title={say('appointmentTitle')}
      note={say('appointmentNote')}
      fields={by === 'code' ? [codeField(words)] : phoneFields(words)}
      submitWord={say('take')}
      busy={busy ? say('taking') : null}
      fault={fault}
      onTyped={onTyped}
      onSubmit={submit}
      onScan={onScan}
      aside={
        <button type="button" className="wide" onClick={change}>
          <KioskIcon name="appointment" />
          {say(by === 'code' ? 'byPhone' : 'byCode')}
        </button>
      }
    />
  )
}

function codeField({ say }: Words): DigitField {
  return {
    label: say('appointmentCode'),
    hint: say('appointmentCodeHint'),
    most: LONGEST_CODE,
    faultOf: (digits) => (digits === '' ? say('codeMissing') : null)
  }
}

function phoneFields({ say }: Words): DigitField[] {
  return [
    {
      label: say('phoneFour'),
      hint: '',
      most: 4,
      faultOf: (digits) => (digits.length < 4 ? say('digitsShort') : null)
    },
    {
      label: say('appointmentTime'),
      hint: say('appointmentTimeHint'),
      most: 4,
      shown: timeShown,
      faultOf: (digits) => (/^([01]\d|2[0-3])[0-5]\d$/.test(digits) ? null : say('timeWrong'))
    }
  ]
}

/** @example timeShown('0930') // '09:30' */
function timeShown(digits: string): string {
  return digits.length > 2 ? `${digits.slice(0, 2)}:${digits.slice(2)}` : digits
}
