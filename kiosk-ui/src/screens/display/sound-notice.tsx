import { HallIcon } from '../../parts/hall-icon.tsx'
import { voiceText } from '../../text/display.ts'
import type { Sound } from '../../voice/voice-player.ts'

/** A board that should speak and cannot says so, and what to do; nobody has to notice the silence first. */
export function SoundNotice({ sound, onWake }: { sound: Sound; onWake: () => void }) {
  if (sound === 'on' || sound === 'loading') return null
  return (
    <section className="sound" aria-label={voiceText.off}>
      <HallIcon name="mute" />
      <p>
        <b>{voiceText.off}</b>
        {sound === 'blocked' ? (
          <span>
            {voiceText.blocked} <code>{voiceText.flag}</code>
          </span>
        ) : (
          <span>{voiceText.missing}</span>
        )}
      </p>
      <button type="button" onClick={onWake}>
        {voiceText.turnOn}
      </button>
    </section>
  )
}
