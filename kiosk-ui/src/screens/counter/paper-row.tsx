import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Icon } from '../../parts/icon.tsx'
import { keyText } from '../../parts/keys.ts'
import { intakeText as text } from '../../text/counter.ts'
import { PAPER_KEYS } from './counter-keys.ts'
import { type Paper, piecesOf } from './papers.ts'

interface Props {
  paper: Paper
  index: number
  isAt: boolean
  /** Whether this row asks for the focus when it comes onto the screen. */
  takesFocus: boolean
  onFocus: () => void
  onMove: (to: number) => void
  /** Whether the key did anything. */
  onPress: (paper: Paper, code: string) => boolean
}

export function rowId({ id }: Paper): string {
  return `giay-to-${id}`
}

/** One paper of the checklist. Its letters and figures act only here, where nobody types. */
export function PaperRow({ paper, index, isAt, takesFocus, onFocus, onMove, onPress }: Props) {
  const row = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list comes onto the screen
  useEffect(() => {
    if (takesFocus) row.current?.focus()
  }, [])
  const press = (event: KeyboardEvent) => {
    const { isComposing, keyCode, repeat } = event.nativeEvent
    if (isComposing || keyCode === 229 || repeat || event.ctrlKey || event.altKey || event.metaKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) onMove(index + step)
    if (step || event.key === 'Enter' || onPress(paper, event.code)) event.preventDefault()
    if (event.key === 'Enter') onMove(index + 1)
  }
  const { name, detail, note, presented } = paper
  const second = note || detail || (presented ? text.presented : '')
  return (
    <li className={isAt ? 'here' : undefined}>
      <button
        ref={row}
        type="button"
        id={rowId(paper)}
        className="row"
        tabIndex={isAt ? 0 : -1}
        onFocus={onFocus}
        onKeyDown={press}
      >
        <span className="no">{index + 1}</span>
        <span className="name">
          <span className="clamp">{name}</span>
          {second && <span className="note cut">{second}</span>}
        </span>
        <span className="kind">{kindOf(paper)}</span>
        <span className="qty">{piecesOf(paper) ?? '–'}</span>
        <State paper={paper} />
      </button>
      {isAt && <RowKeys paper={paper} onPress={(code) => onPress(paper, code)} />}
    </li>
  )
}

function State({ paper: { state } }: { paper: Paper }) {
  const words = text.states[state]
  if (state === 'unseen' || state === 'missing') {
    return (
      <span>
        <span className={state === 'missing' ? 'tag soon' : 'tag'}>{words}</span>
      </span>
    )
  }
  if (state === 'not-needed') return <span className="quiet">{words}</span>
  return (
    <span className="got">
      <Icon name="check" />
      {words}
    </span>
  )
}

function RowKeys({ paper, onPress }: { paper: Paper; onPress: (code: string) => void }) {
  const { there, count } = PAPER_KEYS
  return (
    <p className="keys">
      {Object.values(PAPER_KEYS).map((key) => {
        const label = key === there && paper.presented ? text.paperKeys.spaceShown : key.label
        const words = (
          <>
            <kbd>{keyText(key)}</kbd>
            {label}
          </>
        )
        if (key === count) return <span key={key.code}>{words}</span>
        return (
          <button key={key.code} type="button" tabIndex={-1} onClick={() => onPress(key.code)}>
            {words}
          </button>
        )
      })}
    </p>
  )
}

function kindOf({ originals, copies }: Paper): string {
  if (originals > 0 && copies > 0) return text.kindsOfCopy.both
  return copies > 0 ? text.kindsOfCopy.copies : text.kindsOfCopy.originals
}
