import { useEffect, useRef, useState } from 'react'
import { useWords } from './words.ts'

/** Without a touch for so long the kiosk asks, and twenty seconds later begins anew (WCAG 2.2.1). Milliseconds. */
const ASKS_AFTER = 40_000
const LEAVES_AFTER = 60_000

const TOUCHES = ['pointerdown', 'keydown'] as const

/** Nobody there any more: the kiosk forgets who stood before it, after it has asked. */
export function Idle({ onLeave }: { onLeave: () => void }) {
  const [idleFor, setIdleFor] = useState(0)
  const leave = useRef(onLeave)
  useEffect(() => {
    leave.current = onLeave
  })
  useEffect(() => {
    let last = performance.now()
    const touched = () => {
      last = performance.now()
      setIdleFor(0)
    }
    const timer = setInterval(() => {
      const idle = performance.now() - last
      setIdleFor(idle)
      if (idle >= LEAVES_AFTER) leave.current()
    }, 500)
    for (const touch of TOUCHES) window.addEventListener(touch, touched)
    return () => {
      clearInterval(timer)
      for (const touch of TOUCHES) window.removeEventListener(touch, touched)
    }
  }, [])
  if (idleFor < ASKS_AFTER) return null
  const seconds = Math.max(0, Math.ceil((LEAVES_AFTER - idleFor) / 1000))
  return <Question seconds={seconds} onStay={() => setIdleFor(0)} onLeave={onLeave} />
}

interface QuestionProps {
  seconds: number
  onStay: () => void
  onLeave: () => void
}

function Question({ seconds, onStay, onLeave }: QuestionProps) {
  const { say } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="k-idle" aria-labelledby="idle-title" onCancel={onStay}>
      <h2 id="idle-title">{say('idleTitle')}</h2>
      <p>{say('idle', { seconds })}</p>
      <div className="ways">
        <button type="button" className="primary" onClick={onStay}>
          {say('stay')}
        </button>
        <button type="button" onClick={onLeave}>
          {say('leave')}
        </button>
      </div>
    </dialog>
  )
}
