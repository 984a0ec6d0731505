import { useState } from 'react'

// Which desk this machine stands at says nothing about anybody, so it may outlive the page.
const PLACE = 'motcua-quay'

/** The counter that this machine works at, remembered on it. */
export function useMyCounterId(officeId: string) {
  const place = `${PLACE}:${officeId}`
  const [counterId, setCounterId] = useState(() => localStorage.getItem(place))
  const choose = (next: string) => {
    localStorage.setItem(place, next)
    setCounterId(next)
  }
  return { counterId, choose }
}
