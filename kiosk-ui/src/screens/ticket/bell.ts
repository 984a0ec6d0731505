/** Three falling tones, in hertz. */
const PITCHES = [880, 740, 587]

/** Seconds. */
const TONE = 0.6

/** A bell without a sound file, silent until somebody has asked for it. */
export function createBell() {
  let audio: AudioContext | undefined

  function ring() {
    const context = audio
    if (!context) return
    PITCHES.forEach((pitch, index) => {
      tone(context, pitch, context.currentTime + index / 3)
    })
  }

  return {
    ring,
    /** To be called in a tap, as a browser lets nothing sound before; rings once, so that one hears how loud it is. */
    turnOn() {
      if (!('AudioContext' in window)) return
      audio = new AudioContext()
      void audio.resume()
      ring()
    }
  }
}

function tone(context: AudioContext, pitch: number, from: number) {
  const oscillator = context.createOscillator()
  const loudness = context.createGain()
  oscillator.frequency.value = pitch
  loudness.gain.setValueAtTime(0.5, from)
  loudness.gain.exponentialRampToValueAtTime(0.001, from + TONE)
  oscillator.connect(loudness)
  loudness.connect(context.destination)
  oscillator.start(from)
  oscillator.stop(from + TONE)
}
