import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { serverNow } from '../api/client.ts'
import type { Hall } from '../api/hall-state.ts'
import { clockText } from '../parts/time.ts'
import { CHIME, callClips, type Said } from '../text/voice-clips.ts'
import { recallVoice, rememberVoice } from './voice-memory.ts'
import { createPlayer, type Player, type Sound } from './voice-player.ts'
import { nextReading, type Reading } from './voice-queue.ts'
import { isOfRoom, type VoiceSettings, volumeAt } from './voice-settings.ts'

/** Between the two readings of a call. Seconds. */
const GAP = 1

/** The gong, thrice, when there is an emergency. */
const ALARM: readonly Said[] = [1, 2, 3].map(() => ({ clip: CHIME.id, pause: 0.2 }))

/** What the board says when it is tried out. */
const TRIAL: readonly Said[] = [{ clip: CHIME.id, pause: 0.2 }, ...callClips('A105', 3)]

export interface VoiceOfBoard {
  sound: Sound
  /** What is being read now. */
  reading: Reading | undefined
  /** To be called from a touch or a key: browsers give sound to nobody else. */
  wake: () => void
  /** Says an example, at the volume that is set. */
  tryOut: () => void
}

/** Says the calls of the hall as they come, one at a time. The board shows the same calls whether or not they can be heard. */
export function useVoice(hall: Hall | undefined, settings: VoiceSettings): VoiceOfBoard {
  const [sound, setSound] = useState<Sound>('loading')
  const [reading, setReading] = useState<Reading>()
  const latest = useRef({ hall, settings })
  const speaker = useRef<Speaker>(undefined)

  // Before it is painted: the board shows what is read, and of two calls that come at once never the wrong one for a moment.
  useLayoutEffect(() => {
    latest.current = { hall, settings }
    void speaker.current?.speak()
  }, [hall, settings])

  useEffect(() => {
    const player = createPlayer(() => {
      setSound(player.sound())
      void speaker.current?.speak()
    })
    speaker.current = createSpeaker({
      player,
      latest: () => latest.current,
      tell: (next) => flushSync(() => setReading(next))
    })
    // Whoever touches anything gives the browser what it waits for.
    const wake = () => player.wake()
    const touches = ['pointerdown', 'keydown', 'visibilitychange'] as const
    for (const touch of touches) document.addEventListener(touch, wake)
    return () => {
      for (const touch of touches) document.removeEventListener(touch, wake)
      speaker.current = undefined
      player.close()
    }
  }, [])

  const wake = useCallback(() => speaker.current?.player.wake(), [])
  const tryOut = useCallback(() => void speaker.current?.tryOut(), [])
  return { sound, reading, wake, tryOut }
}

function clipsOf({ call, again }: Reading): Said[] {
  const said = callClips(call.number, call.counterNumber)
  return again ? said : [{ clip: CHIME.id, pause: 0.2 }, ...said]
}

interface Speaker {
  player: Player
  speak(): Promise<void>
  tryOut(): Promise<void>
}

interface SpeakerParts {
  player: Player
  latest: () => { hall: Hall | undefined; settings: VoiceSettings }
  /** Shows it at once. Never called while React is at work: an `await` comes before each. */
  tell: (reading: Reading | undefined) => void
}

/** Asks for the next reading until there is none. Nobody else starts one meanwhile. */
function createSpeaker({ player, latest, tell }: SpeakerParts): Speaker {
  let voice = recallVoice()
  let busy = false
  let alarmed: string | null = null

  const volume = () => volumeAt(latest().settings, clockText(serverNow()))
  const alarm = async () => {
    const text = latest().hall?.emergencyText ?? null
    if (player.sound() !== 'on' || text === alarmed) return
    alarmed = text
    if (text !== null) await player.play(ALARM, { volume: volume(), after: 0 })
  }
  const take = (): Reading | undefined => {
    const { hall, settings } = latest()
    if (!hall || hall.emergencyText !== null || player.sound() !== 'on' || volume() === 0) return undefined
    const calls = hall.calls.filter((call) => isOfRoom(settings, call))
    const next = nextReading(voice, { calls, now: serverNow() })
    const begins = next.reading?.again === false
    voice = next.voice
    if (begins) rememberVoice(voice)
    return next.reading
  }
  const alone = async (work: () => Promise<void>) => {
    if (busy) return
    busy = true
    try {
      await work()
    } finally {
      busy = false
    }
  }
  const speak = async () => {
    await alarm()
    for (let reading = take(); reading; reading = take()) {
      tell(reading)
      await player.play(clipsOf(reading), { volume: volume(), after: reading.again ? GAP : 0 })
    }
    tell(undefined)
  }
  const tryOut = () => player.play(TRIAL, { volume: volume(), after: 0 })
  return { player, speak: () => alone(speak), tryOut: () => alone(tryOut) }
}
