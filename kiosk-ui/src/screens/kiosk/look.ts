import { useEffect } from 'react'

/** How the kiosk shows itself to whoever stands before it. */
export interface Look {
  text: 'usual' | 'large'
  contrast: 'usual' | 'high'
}

export const USUAL_LOOK: Look = { text: 'usual', contrast: 'usual' }

/** Puts the look on the page, where the style sheet finds it. */
export function useLook({ text, contrast }: Look): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset.text = text
    dataset.contrast = contrast
  }, [text, contrast])
}
