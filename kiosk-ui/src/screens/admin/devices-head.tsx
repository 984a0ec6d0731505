import type { ReactNode } from 'react'
import { adminText } from '../../text/admin.ts'
import { devicesText } from '../../text/admin-devices.ts'
import { paperPagesText, printersText } from '../../text/admin-printers.ts'
import { PagesHead } from './pages-head.tsx'

const PAGES = [
  ['/admin/thiet-bi', devicesText.title],
  ['/admin/thiet-bi/may-in', printersText.title],
  ['/admin/thiet-bi/giay-to', paperPagesText.title]
] as const

/** The heading of a page about what stands in the hall and what comes out of it, with the ways to the others. */
export function DevicesHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <PagesHead label={adminText.devices} pages={PAGES} title={title} section={adminText.title}>
      {children}
    </PagesHead>
  )
}
