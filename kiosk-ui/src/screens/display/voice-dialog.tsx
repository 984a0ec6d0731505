import { useLayoutEffect, useRef } from 'react'
import { voiceText } from '../../text/display.ts'
import type { VoiceSettings } from '../../voice/voice-settings.ts'

interface Props {
  settings: VoiceSettings
  /** Numbers of the office's counters. */
  counters: readonly number[]
  onChange: (settings: VoiceSettings) => void
  onTryOut: () => void
  onClose: () => void
}

/** How this board speaks. Every change holds at once, so that it is heard while it is set. */
export function VoiceDialog({ settings, counters, onChange, onTryOut, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  const set = (change: Partial<VoiceSettings>) => onChange({ ...settings, ...change })
  return (
    <dialog ref={dialog} className="voice" aria-labelledby="voice-title" onClose={onClose}>
      <h2 id="voice-title">{voiceText.settings}</h2>
      <label className="check">
        <input
          type="checkbox"
          checked={settings.speaks}
          onChange={({ target }) => set({ speaks: target.checked })}
        />
        {voiceText.speaks}
      </label>
      <p className="hint">{voiceText.speaksHint}</p>
      <Volume label={voiceText.volume} value={settings.volume} onChange={(volume) => set({ volume })} />
      <fieldset>
        <legend>{voiceText.quiet}</legend>
        <Time
          label={voiceText.from}
          value={settings.quietFrom}
          onChange={(quietFrom) => set({ quietFrom })}
        />
        <Time
          label={voiceText.until}
          value={settings.quietUntil}
          onChange={(quietUntil) => set({ quietUntil })}
        />
        <p className="hint">{voiceText.quietHint}</p>
      </fieldset>
      <Volume
        label={voiceText.quietVolume}
        value={settings.quietVolume}
        onChange={(quietVolume) => set({ quietVolume })}
      />
      <Room settings={settings} counters={counters} onChange={onChange} />
      <div className="acts">
        <button type="button" onClick={onTryOut}>
          {voiceText.tryOut}
        </button>
        <button type="button" className="primary" onClick={() => dialog.current?.close()}>
          {voiceText.done}
        </button>
      </div>
    </dialog>
  )
}

function Room({ settings, counters, onChange }: Pick<Props, 'settings' | 'counters' | 'onChange'>) {
  const toggle = (number: number, isChosen: boolean) => {
    const others = settings.counters.filter((one) => one !== number)
    onChange({ ...settings, counters: isChosen ? [...others, number] : others })
  }
  return (
    <fieldset>
      <legend>{voiceText.counters}</legend>
      {counters.map((number) => (
        <label key={number} className="check">
          <input
            type="checkbox"
            checked={settings.counters.includes(number)}
            onChange={({ target }) => toggle(number, target.checked)}
          />
          {number}
        </label>
      ))}
      <p className="hint">{voiceText.countersHint}</p>
    </fieldset>
  )
}

function Volume({
  label,
  value,
  onChange
}: {
  label: string
  value: number
  onChange: (value: number) => void
}) {
  return (
    <label className="volume">
      <span>{label}</span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={value}
        onChange={({ target }) => onChange(Number(target.value))}
      />
      <output>{voiceText.percent(value)}</output>
    </label>
  )
}

function Time({
  label,
  value,
  onChange
}: {
  label: string
  value: string
  onChange: (value: string) => void
}) {
  return (
    <label className="time-field">
      {label}
      <input
        type="time"
        value={value}
        onChange={({ target }) => target.value !== '' && onChange(target.value)}
      />
    </label>
  )
}
