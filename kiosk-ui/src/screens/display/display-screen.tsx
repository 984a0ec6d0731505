import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { User } from '../../api/device.ts'
import { type Hall, useHall } from '../../api/hall.ts'
import { useSignsOfLife } from '../../api/presence.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import { clockText, dayOf, useNow } from '../../parts/time.ts'
import { useNewVersions, useReload, useWakeLock } from '../../parts/unattended.ts'
import { commonText, longDayText } from '../../text/common.ts'
import { displayText, voiceText } from '../../text/display.ts'
import { useVoice } from '../../voice/use-voice.ts'
import { keepSettings, readSettings, type VoiceSettings } from '../../voice/voice-settings.ts'
import { BottomLine, NoCalls } from './bottom-line.tsx'
import { Calls } from './calls.tsx'
import { Counters } from './counters.tsx'
import { LastGood } from './last-good.tsx'
import { SoundNotice } from './sound-notice.tsx'
import { VoiceDialog } from './voice-dialog.tsx'

interface Props {
  user: User
  onSignedOut: () => void
}

/** The board, and words in its place should it fail altogether; then it opens itself anew. */
export function DisplayScreen(props: Props) {
  return (
    <LastGood state={props} otherwise={<Fault />}>
      {(standing, isOld) => (isOld ? <Fault /> : <Board {...standing} />)}
    </LastGood>
  )
}

/** The board of the hall. It shows what the server's state is and keeps nothing of its own, so a cut loses no call. */
function Board({ user, onSignedOut }: Props) {
  const { hall, office, line } = useHall({ officeId: user.officeId, screen: 'display', onSignedOut })
  const now = useNow()
  const [settings, setSettings] = useState(readSettings)
  const { sound, reading, wake, tryOut } = useVoice(hall, settings)
  const [isSetting, setIsSetting] = useState(false)
  const longPress = useLongPress(() => setIsSetting(true))
  const isSpoken = settings.speaks && sound === 'on'
  useSignsOfLife('display', {
    isDevice: user.roles.includes('display'),
    ...(settings.speaks ? { sound: isSpoken ? 'on' : 'off' } : {})
  })
  useWakeLock()
  useNewVersions(reading !== undefined || (hall?.calls.some(({ serving }) => !serving) ?? false))
  useEffect(() => {
    document.title = `${displayText.title} – ${commonText.program}`
  }, [])
  const change = (next: VoiceSettings) => {
    setSettings(next)
    keepSettings(next)
  }
  return (
    <div
      className="board"
      data-line={line.state}
      data-sound={settings.speaks ? sound : 'silent'}
      {...longPress}
    >
      <header>
        <h1>{office?.name ?? displayText.loading}</h1>
        <p className="time">
          <span>{longDayText(dayOf(now))}</span>
          <b>{clockText(now)}</b>
        </p>
      </header>
      <LastGood state={hall} otherwise={<Fault />}>
        {(shown, isOld) =>
          shown && (
            <>
              <HallNow hall={shown} now={now} reading={isSpoken ? reading : undefined} />
              {settings.speaks && <SoundNotice sound={sound} onWake={wake} />}
              <footer>
                {(shown.emergencyText === null || isOld || line.state !== 'live') && (
                  <BottomLine hall={shown} line={line} isCalling={reading !== undefined} isFaulty={isOld} />
                )}
                <button
                  type="button"
                  className="gear"
                  aria-label={voiceText.settings}
                  onClick={() => setIsSetting(true)}
                >
                  <HallIcon name="speaker" />
                </button>
              </footer>
            </>
          )
        }
      </LastGood>
      {isSetting && (
        <VoiceDialog
          settings={settings}
          counters={hall?.counters.map(({ number }) => number) ?? []}
          onChange={change}
          onTryOut={tryOut}
          onClose={() => setIsSetting(false)}
        />
      )}
    </div>
  )
}

/** Numbers and counters; in an emergency nothing but what people have to do. */
function HallNow({ hall, now, reading }: Parameters<typeof Calls>[0] & { hall: Hall }) {
  const { emergencyText } = hall
  if (emergencyText !== null) {
    return (
      <main className="emergency">
        <div role="alert">
          <h2>{displayText.emergency}</h2>
          <p className={emergencyText.length > 90 ? 'long' : undefined}>{emergencyText}</p>
        </div>
      </main>
    )
  }
  return (
    <>
      <main className="calls">
        {hall.lastCalls.length > 0 ? (
          <Calls hall={hall} now={now} reading={reading} />
        ) : (
          <NoCalls hall={hall} />
        )}
      </main>
      <aside className="counters">
        <Counters hall={hall} />
      </aside>
    </>
  )
}

function Fault() {
  useReload()
  return (
    <main className="device-door">
      <h1>{displayText.faultTitle}</h1>
      <p role="alert">{displayText.fault}</p>
    </main>
  )
}

/** A television has no keys and few have a pointer; a finger held on the glass opens the settings too. */
function useLongPress(open: () => void) {
  const timer = useRef<number>(undefined)
  const end = () => clearTimeout(timer.current)
  return {
    onPointerDown: ({ target }: PointerEvent) => {
      end()
      const isControl = target instanceof Element && target.closest('button, dialog') !== null
      if (!isControl) timer.current = window.setTimeout(open, 1200)
    },
    onPointerUp: end,
    onPointerLeave: end
  }
}
