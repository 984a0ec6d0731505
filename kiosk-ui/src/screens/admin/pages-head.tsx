import type { ReactNode } from 'react'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Link, usePlace } from '../../parts/router.tsx'
import '../../styles/admin-hall.css'

interface Props {
  /** What the pages have in common, for whoever cannot see that they stand together. */
  label: string
  pages: readonly (readonly [href: string, label: string])[]
  title: string
  section: string
  /** What can be done on the page. */
  children?: ReactNode
}

/** The heading of a page that stands with others under one section, with the ways to the others. */
export function PagesHead({ label, pages, title, section, children }: Props) {
  const { path } = usePlace()
  return (
    <>
      <nav className="choices hall-pages no-print" aria-label={label}>
        {pages.map(([href, name]) => (
          <Link key={href} className="choice" href={href} aria-current={path === href ? 'page' : undefined}>
            {name}
          </Link>
        ))}
      </nav>
      <div className="head">
        <PageHeading title={title} section={section} />
        {children && <span className="end no-print">{children}</span>}
      </div>
    </>
  )
}
