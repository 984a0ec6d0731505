import type { Said } from '../text/voice-clips.ts'
import { fillRecordings } from './recordings.ts'

/** Whether a board can be heard: not yet; yes; the browser waits for a touch; there are no recordings or no loudspeaker. */
export type Sound = 'loading' | 'on' | 'blocked' | 'missing'

export interface Player {
  sound(): Sound
  /** Plays recordings one after the other; done when the last one has ended or the watchdog has given it up. Never fails. */
  play(said: readonly Said[], options: { volume: number; after: number }): Promise<void>
  /** Asks the browser for sound, and for the recordings that are missing. */
  wake(): void
  close(): void
}

/** How much longer than its recordings a reading may take before it is given up. Milliseconds. */
const PATIENCE = 3_000

/** How often it is looked whether the sound is still there. Milliseconds. */
const LOOK_EVERY = 60_000

/** A browser that allows sound has said so by then. Milliseconds. */
const ALLOWED_BY = 1_000

/** While recordings are missing. Milliseconds. */
const TRY_EVERY = 5_000

/** Plays the voice through Web Audio, which neither cuts a recording off nor overlaps two. `changed` hears of `sound()`. */
export function createPlayer(changed: () => void): Player {
  const buffers = new Map<string, AudioBuffer>()
  const tell = () => queueMicrotask(changed)
  let context = open(tell)
  let filling = false
  let tried = false
  let complete = false

  const fill = async () => {
    if (filling || complete || !context) return
    filling = true
    complete = await fillRecordings(buffers, context).catch(() => false)
    filling = false
    tried = true
    tell()
  }
  /** A loudspeaker that was pulled out can leave a context that says it runs and never ends anything. */
  const renew = () => {
    close(context)
    context = open(tell)
    tell()
  }
  const wake = () => {
    if (!context || context.state === 'closed') renew()
    else if (context.state !== 'running') context.resume().then(tell, tell)
    void fill()
  }
  const looking = setInterval(wake, LOOK_EVERY)
  const trying = setInterval(() => buffers.size === 0 && void fill(), TRY_EVERY)
  const deciding = setTimeout(tell, ALLOWED_BY)
  wake()

  return {
    sound: () => {
      if (!context) return 'missing'
      if (context.state !== 'running') return 'blocked'
      if (!tried) return 'loading'
      return buffers.size === 0 ? 'missing' : 'on'
    },
    play: async (said, options) => {
      if (context?.state !== 'running') return
      const ended = await playIn(context, { said, buffers, ...options })
      if (!ended) renew()
    },
    wake,
    close: () => {
      clearInterval(looking)
      clearInterval(trying)
      clearTimeout(deciding)
      close(context)
    }
  }
}

function open(changed: () => void): AudioContext | undefined {
  try {
    const context = new AudioContext()
    context.onstatechange = changed
    return context
  } catch {
    return undefined
  }
}

function close(context: AudioContext | undefined): void {
  if (!context) return
  context.onstatechange = null
  context.close().catch(() => {})
}

interface Playing {
  said: readonly Said[]
  buffers: ReadonlyMap<string, AudioBuffer>
  volume: number
  /** Seconds of silence before the first. */
  after: number
}

/** @returns whether it came to its end by itself */
async function playIn(context: AudioContext, { said, buffers, volume, after }: Playing): Promise<boolean> {
  const gain = context.createGain()
  gain.gain.value = volume
  gain.connect(context.destination)
  const start = context.currentTime
  let when = start + 0.05 + after
  const sources: AudioBufferSourceNode[] = []
  for (const { clip, pause } of said) {
    const source = startClip({ context, gain, when, buffer: buffers.get(clip) })
    if (!source) continue
    sources.push(source)
    when += (source.buffer?.duration ?? 0) + pause
  }
  const ended = await endOf(sources.at(-1), (when - start) * 1000 + PATIENCE)
  for (const source of sources) stop(source)
  gain.disconnect()
  return ended
}

interface Starting {
  context: AudioContext
  gain: AudioNode
  when: number
  buffer: AudioBuffer | undefined
}

/** A recording that is missing or refuses to start is left out; the others are heard. */
function startClip({ context, gain, when, buffer }: Starting): AudioBufferSourceNode | undefined {
  if (!buffer) return undefined
  try {
    const source = context.createBufferSource()
    source.buffer = buffer
    source.connect(gain)
    source.start(when)
    return source
  } catch {
    return undefined
  }
}

function endOf(source: AudioBufferSourceNode | undefined, longest: number): Promise<boolean> {
  if (!source) return Promise.resolve(true)
  return new Promise((resolve) => {
    const watchdog = setTimeout(() => resolve(false), longest)
    source.onended = () => {
      clearTimeout(watchdog)
      resolve(true)
    }
  })
}

function stop(source: AudioBufferSourceNode): void {
  source.onended = null
  try {
    source.stop()
  } catch {
    // It had never started.
  }
  source.disconnect()
}
