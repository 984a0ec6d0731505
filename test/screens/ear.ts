import type { Page } from '@playwright/test'

/** One recording that the browser began to play. */
export interface Heard {
  clip: string
  /** When it begins and ends, on the clock of the loudspeaker, in seconds. */
  from: number
  until: number
}

interface Ears {
  heard: Heard[]
  /** Clips that refuse to start, and whether the end of what plays is kept from the page. */
  refuse: string[]
  deaf: boolean
}

/**
 * Listens where the page hands its sound to the browser: which recordings a running AudioContext was told to play, and
 * when. Nothing of the page is replaced; what is asked of the browser is written down and passed on.
 */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const ears: Ears = { heard: [], refuse: [], deaf: false }
    Object.assign(window, { ears })
    const names = new WeakMap<object, string>()
    const fetched = window.fetch
    window.fetch = async (...args) => {
      const response = await fetched(...args)
      const clip = /\/voice\/\w+\/([\w-]+)\.\w+/.exec(response.url)?.[1]
      if (clip === undefined) return response
      const read = response.arrayBuffer.bind(response)
      response.arrayBuffer = async () => {
        const bytes = await read()
        names.set(bytes, clip)
        return bytes
      }
      return response
    }
    const decode = BaseAudioContext.prototype.decodeAudioData
    BaseAudioContext.prototype.decodeAudioData = async function (bytes: ArrayBuffer) {
      const clip = names.get(bytes) ?? '?'
      const buffer = await decode.call(this, bytes)
      names.set(buffer, clip)
      return buffer
    }
    const start = AudioBufferSourceNode.prototype.start
    AudioBufferSourceNode.prototype.start = function (when = 0) {
      const clip = names.get(this.buffer ?? {}) ?? '?'
      if (ears.refuse.includes(clip)) throw new DOMException('refused', 'NotSupportedError')
      if (ears.deaf) this.addEventListener('ended', (event) => event.stopImmediatePropagation())
      start.call(this, when)
      if (this.context.state !== 'running') return
      ears.heard.push({ clip, from: when, until: when + (this.buffer?.duration ?? 0) })
    }
  })
}

/**
 * Opens a board while the browser blocks its sound. Nothing may be asked of the page before it has: Playwright's questions
 * count as touches, and after the first of them the browser would let it speak.
 */
export async function openBlocked(page: Page, open: () => Promise<void>): Promise<void> {
  const blocked = page.waitForEvent('console', (message) =>
    message.text().includes('The AudioContext was not allowed to start')
  )
  await open()
  await blocked
}

export function heard(page: Page): Promise<Heard[]> {
  return page.evaluate(() => (window as unknown as { ears: Ears }).ears.heard)
}

/** Lets a recording fail to start, or what plays never tell its end. */
export function spoil(page: Page, faults: Partial<Pick<Ears, 'refuse' | 'deaf'>>): Promise<void> {
  return page.evaluate((faults) => {
    Object.assign((window as unknown as { ears: Ears }).ears, faults)
  }, faults)
}
