import { useState } from 'react'

interface Rows {
  items: readonly { code: string }[]
}

export interface Steady<Page> {
  /** What stands on the screen. */
  shown: Page | undefined
  /** How many dossiers have come or gone since, or changed their place. */
  changes: number
  /** Takes what is new. */
  update: () => void
  /** To be called before an own act: what comes of it is taken at once. */
  follow: () => void
}

/**
 * Keeps the rows where they are while somebody looks at them: new values of the same rows in the same order are taken
 * at once, rows that come, go or move wait until the person asks for them. Another list (`key`) is shown at once.
 */
export function useSteady<Page extends Rows>(key: string, latest: Page | undefined): Steady<Page> {
  const [kept, setKept] = useState<{ key: string; page: Page } | null>(null)
  const [following, setFollowing] = useState(false)
  const isOther = kept?.key !== key
  const waits = latest !== undefined && kept !== null && !isOther && !following && !isSame(kept.page, latest)
  if (latest !== undefined && kept?.page !== latest && !waits) {
    setKept({ key, page: latest })
    if (following) setFollowing(false)
  }
  const shown = isOther ? latest : kept?.page
  return {
    shown,
    changes: waits && kept ? changesBetween(kept.page, latest) : 0,
    update: () => latest && setKept({ key, page: latest }),
    follow: () => setFollowing(true)
  }
}

function isSame(one: Rows, other: Rows): boolean {
  return (
    one.items.length === other.items.length &&
    one.items.every(({ code }, index) => code === other.items[index]?.code)
  )
}

/** Rows that are in one and not in the other; at least one, as their order may have changed. */
function changesBetween(one: Rows, other: Rows): number {
  const goneFrom = (rows: Rows, others: Rows) =>
    rows.items.filter(({ code }) => !others.items.some((item) => item.code === code)).length
  return Math.max(1, goneFrom(one, other) + goneFrom(other, one))
}
