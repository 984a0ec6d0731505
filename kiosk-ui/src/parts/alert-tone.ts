import { useEffect, useRef } from 'react'

/** Two soft tones that rise: heard across a desk, and no alarm bell. Hertz, seconds. */
const TONES = [
  { pitch: 660, from: 0 },
  { pitch: 880, from: 0.18 }
] as const
const LONG = 0.16
const LOUD = 0.15

/** Sounds once for each that is new. Where the browser keeps a page silent that nobody has touched yet, the words are enough. */
export function useAlertTone(ids: readonly string[]): void {
  const known = useRef(new Set<string>())
  const all = ids.join()
  useEffect(() => {
    const fresh = all.split(',').filter((id) => id !== '' && !known.current.has(id))
    for (const id of fresh) known.current.add(id)
    if (fresh.length > 0) sound()
  }, [all])
}

function sound(): void {
  const context = new AudioContext()
  if (context.state !== 'running') return void context.close()
  const volume = new GainNode(context, { gain: LOUD })
  volume.connect(context.destination)
  for (const { pitch, from } of TONES) {
    const tone = new OscillatorNode(context, { frequency: pitch })
    tone.connect(volume)
    tone.start(context.currentTime + from)
    tone.stop(context.currentTime + from + LONG)
    tone.onended = () => from === TONES[1].from && void context.close()
  }
}
