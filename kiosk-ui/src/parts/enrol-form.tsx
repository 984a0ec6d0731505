import { type FormEvent, useEffect, useState } from 'react'
import { ApiProblem } from '../api/client.ts'
import { enrolDevice, type User } from '../api/device.ts'
import { commonText } from '../text/common.ts'
import { deviceText } from '../text/device.ts'

interface Props {
  kind: 'kiosk' | 'display'
  /** Who is signed in here and may not see this screen. */
  stranger: User | null
  onEnrolled: (user: User) => void
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
const CODE_LENGTH = 8

/** Where a device is let in: a kiosk has no keyboard, so the digits stand on the page. */
export function EnrolForm({ kind, stranger, onEnrolled }: Props) {
  const [code, setCode] = useState('')
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const title = deviceText.enrolTitle[kind]
  useEffect(() => {
    document.title = `${title} – ${commonText.program}`
  }, [title])

  const type = (digits: string) => {
    setCode(digits.replace(/\D/g, '').slice(0, CODE_LENGTH))
    setFault('')
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (code.length < CODE_LENGTH) return setFault(deviceText.codeShort)
    setBusy(true)
    try {
      onEnrolled(await enrolDevice(code))
    } catch (error) {
      setFault(wordsFor(error))
    }
    setBusy(false)
  }
  return (
    <main className="device-door">
      <h1>{title}</h1>
      {stranger && <p>{deviceText.wrongRole(stranger.name)}</p>}
      <ol>
        {deviceText.enrolSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <form onSubmit={(event) => void submit(event)}>
        <label htmlFor="code">{deviceText.code}</label>
        <p className="fault" role="alert">
          {fault}
        </p>
        <input
          id="code"
          className="num"
          inputMode="numeric"
          autoComplete="off"
          value={code}
          aria-invalid={fault !== ''}
          onChange={({ currentTarget }) => type(currentTarget.value)}
        />
        <div className="digits">
          {DIGITS.map((digit) => (
            <button key={digit} type="button" onClick={() => type(code + digit)}>
              {digit}
            </button>
          ))}
          <button type="button" onClick={() => type(code.slice(0, -1))}>
            {deviceText.erase}
          </button>
          <button type="button" onClick={() => type(`${code}0`)}>
            0
          </button>
          <button type="submit" className="primary">
            {busy ? deviceText.submitting : deviceText.submit}
          </button>
        </div>
      </form>
      <p>
        <a href="/counter">{deviceText.staff}</a>
      </p>
    </main>
  )
}

function wordsFor(error: unknown): string {
  if (!(error instanceof ApiProblem)) return deviceText.unreachable
  if (error.status === 429) return deviceText.tooMany
  return error.status === 401 ? deviceText.codeWrong : error.message
}
