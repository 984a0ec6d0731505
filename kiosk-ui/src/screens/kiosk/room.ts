import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Tiles that fit under a hand, and the fewest that a page is worth. */
const MOST = 8
const FEWEST = 4

/**
 * How many tiles a page has: eight, and fewer where their words are too large for that, so that large text stays large and the
 * others are on further pages. Only where even four do not fit the words are set less large; nothing is ever cut off.
 *
 * @param tiles names what is chosen from: for other tiles it is measured anew
 */
export function useRoom(tiles: string): { frame: RefObject<HTMLElement | null>; most: number } {
  const frame = useRef<HTMLElement>(null)
  const [room, setRoom] = useState({ of: '', most: MOST })
  useLayoutEffect(() => {
    // The look is put on the page after its parts are drawn, so it is measured a moment later.
    const measure = requestAnimationFrame(() => {
      const { current } = frame
      if (!current) return
      const { dataset, lang } = document.documentElement
      const of = [tiles, dataset.text, dataset.stand, lang].join()
      if (room.of !== of) return setRoom({ of, most: MOST })
      current.dataset.tight = 'no'
      if (!isCut(current)) return
      if (room.most > FEWEST) setRoom({ of, most: room.most - 2 })
      else current.dataset.tight = 'yes'
    })
    return () => cancelAnimationFrame(measure)
  })
  return { frame, most: room.most }
}

function isCut(frame: HTMLElement): boolean {
  return [frame, ...frame.children].some(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
}

/** Sets words of one line as large as the style sheet wants and less where they would not fit, e.g. a number of five signs. */
export function useOneLine(text: string): RefObject<HTMLParagraphElement | null> {
  const line = useRef<HTMLParagraphElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another width
  useLayoutEffect(() => {
    const { current } = line
    if (!current) return
    const adapt = () => {
      current.style.fontSize = ''
      const { scrollWidth, clientWidth } = current
      if (scrollWidth <= clientWidth) return
      const size = Number.parseFloat(getComputedStyle(current).fontSize)
      current.style.fontSize = `${Math.floor((size * clientWidth) / scrollWidth)}px`
    }
    adapt()
    window.addEventListener('resize', adapt)
    void document.fonts.ready.then(adapt)
    return () => window.removeEventListener('resize', adapt)
  }, [text])
  return line
}
