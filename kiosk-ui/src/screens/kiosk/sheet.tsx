import type { ReactNode } from 'react'
import type { OfficeDetail } from '../../api/hall.ts'
import { clockText, useNow } from '../../parts/time.ts'

interface Props {
  office: OfficeDetail
  title: string
  note?: string | undefined
  children?: ReactNode
}

/** The upper part of a page on which something is entered or read: who we are in one line, then the words of the page. */
export function SheetInfo({ office, title, note, children }: Props) {
  const now = useNow()
  return (
    <header className="info sheet">
      <p className="line">
        <span lang="vi">{office.name}</span>
        <span className="num">{clockText(now)}</span>
      </p>
      <h1>{title}</h1>
      {note && <p className="lead">{note}</p>}
      {children}
    </header>
  )
}
