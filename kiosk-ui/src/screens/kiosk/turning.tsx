import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from './words.ts'

/** A little of the page before stays in sight, so that nobody loses the line. */
const SHARE = 0.85

export interface Turning {
  sheet: RefObject<HTMLDivElement | null>
  /** Whether there is more than one page. */
  turns: boolean
  isFirst: boolean
  isLast: boolean
  turn: (by: 1 | -1) => void
}

/** Turns the pages of what is read in the upper part, which is out of reach: the buttons for it stand below. */
export function useTurning(): Turning {
  const sheet = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ turns: false, isFirst: true, isLast: true })
  const look = () => {
    const { current } = sheet
    if (!current) return
    const { scrollTop, scrollHeight, clientHeight } = current
    const turns = scrollHeight > clientHeight + 1
    const isFirst = scrollTop <= 1
    const isLast = scrollTop + clientHeight >= scrollHeight - 1
    setAt((before) =>
      before.turns === turns && before.isFirst === isFirst && before.isLast === isLast
        ? before
        : { turns, isFirst, isLast }
    )
  }
  useLayoutEffect(() => {
    const measure = requestAnimationFrame(look)
    return () => cancelAnimationFrame(measure)
  })
  const turn = (by: 1 | -1) => {
    const { current } = sheet
    current?.scrollBy({ top: by * SHARE * current.clientHeight })
    look()
  }
  return { sheet, ...at, turn }
}

/** Nothing where all of it is in sight. */
export function TurnButtons({ turns, isFirst, isLast, turn }: Turning) {
  const { say } = useWords()
  if (!turns) return null
  return (
    <div className="turns">
      <button type="button" disabled={isFirst} onClick={() => turn(-1)}>
        {say('before')}
      </button>
      <button type="button" disabled={isLast} onClick={() => turn(1)}>
        {say('after')}
      </button>
    </div>
  )
}
