import { type ReactNode, useState } from 'react'
import type { OfficeDetail } from '../../api/hall.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import { useKeys } from './scanned.ts'
import { SheetInfo } from './sheet.tsx'
import { useWords } from './words.ts'

export interface DigitField {
  label: string
  hint: string
  /** What stands before the digits and need not be typed. */
  prefix?: string
  most: number
  /** How the digits are shown, e.g. in groups. */
  shown?: (digits: string) => string
  /** What is wrong with what was typed, if anything. */
  faultOf: (digits: string) => string | null
}

interface Props {
  office: OfficeDetail
  title: string
  note: string
  fields: readonly DigitField[]
  submitWord: string
  busy: string | null
  /** What the server said to it. */
  fault: string | null
  /** Something is typed: what was said to the digits before is about others now. */
  onTyped: () => void
  onSubmit: (values: string[]) => void
  onScan: (text: string) => void
  /** Beside the keys: another way. */
  aside?: ReactNode
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** A page on which a few digits are entered, with keys under the hand; nothing of it outlives the page (K-16). */
export function DigitsPage({ office, title, note, fields, submitWord, busy, onSubmit, ...rest }: Props) {
  const { say } = useWords()
  const [values, setValues] = useState<readonly string[]>(() => fields.map(() => ''))
  const [at, setAt] = useState(0)
  const [own, setOwn] = useState<string | null>(null)
  const isLast = at === fields.length - 1
  const change = (next: (value: string) => string) => {
    setOwn(null)
    rest.onTyped()
    setValues((before) => before.map((value, index) => (index === at ? next(value) : value)))
  }
  const type = (digit: string) => change((value) => (value + digit).slice(0, fields[at]?.most))
  const erase = () => {
    if (values[at] === '' && at > 0) setAt(at - 1)
    else change((value) => value.slice(0, -1))
  }
  const goOn = () => {
    const fault = fields[at]?.faultOf(values[at] ?? '') ?? null
    setOwn(fault)
    if (fault !== null || busy !== null) return
    if (isLast) onSubmit([...values])
    else setAt(at + 1)
  }
  useKeys({
    onScan: rest.onScan,
    onKey: (key) => {
      if (/^\d$/.test(key)) type(key)
      if (key === 'Backspace') erase()
      if (key === 'Enter') goOn()
    }
  })
  return (
    <>
      <SheetInfo office={office} title={title} note={note}>
        <Typed fields={fields} values={values} at={at} />
        <p className="fault" role="alert">
          {own ?? rest.fault}
        </p>
      </SheetInfo>
      <main className="pad" data-aside={rest.aside ? 'yes' : 'no'}>
        {DIGITS.map((digit) => (
          <button key={digit} type="button" onClick={() => type(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" onClick={erase}>
          <HallIcon name="back" />
          {say('erase')}
        </button>
        <button type="button" onClick={() => type('0')}>
          0
        </button>
        <button type="button" className="primary" disabled={busy !== null} onClick={goOn}>
          {busy ?? (isLast ? submitWord : say('next'))}
        </button>
        {rest.aside}
      </main>
    </>
  )
}

function Typed({
  fields,
  values,
  at
}: {
  fields: readonly DigitField[]
  values: readonly string[]
  at: number
}) {
  return (
    <dl className="typed">
      {fields.map(({ label, hint, prefix, shown = (digits) => digits }, index) => (
        <div
          key={label}
          className={index === at ? 'at' : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <dt>
            {label}
            <span>{hint}</span>
          </dt>
          <dd>
            {prefix}
            {shown(values[index] ?? '')}
            {index === at && <i aria-hidden="true" />}
          </dd>
        </div>
      ))}
    </dl>
  )
}
