import { type MouseEvent, useEffect, useRef } from 'react'
import { commonText } from '../text/common.ts'

export interface Mend {
  /** The id of the field that the words belong to. */
  field?: string
  message: string
}

interface Props {
  title?: string
  detail?: string
  mends: readonly Mend[]
  /** The focus returns here whenever one of these changes: with each attempt, and with each answer to one. */
  attempt: number
  answer?: unknown
}

/** What has to be mended before it can go on: above the work, with the focus, each line leading to its field. */
export function ProblemBox({ title = commonText.errorHeading, detail, mends, attempt, answer }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.title
    document.title = commonText.errorTitle(before)
    return () => {
      document.title = before
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt with the same faults is to be heard again
  useEffect(() => {
    box.current?.focus()
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [attempt, answer])
  return (
    <div className="problem" ref={box} tabIndex={-1} role="alert" aria-labelledby="problem-title">
      <h2 id="problem-title">{title}</h2>
      {detail && <p>{detail}</p>}
      {mends.length > 0 && (
        <ul>
          {mends.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field ? (
                <a href={`#${field}`} onClick={(event) => focusField(event, field)}>
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function focusField(event: MouseEvent, id: string): void {
  const field = document.getElementById(id)
  if (!field) return
  event.preventDefault()
  field.focus()
}
