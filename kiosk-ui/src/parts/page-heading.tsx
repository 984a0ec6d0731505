import { useEffect, useRef } from 'react'
import { commonText } from '../text/common.ts'
import { hasMoved } from './router.tsx'

/** The one heading of a page: names the browser's tab, and takes the focus when the page was reached by a link. */
export function PageHeading({ title, section }: { title: string; section: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = [...new Set([title, section, commonText.program])].join(' – ')
  }, [title, section])
  useEffect(() => {
    if (hasMoved()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  )
}
