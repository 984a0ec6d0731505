/** How one board speaks. It is set at the board, since who stands before it hears whether two of them talk at once. */
export interface VoiceSettings {
  /** Of several boards in one room one speaks. */
  speaks: boolean
  /** Percent. */
  volume: number
  /** `HH:mm` in Vietnam; the same twice: never. */
  quietFrom: string
  quietUntil: string
  /** Percent, while it is quiet; 0 is silence. */
  quietVolume: number
  /** Numbers of the counters of this room; none: all counters of the office. */
  counters: readonly number[]
}

const PLACE = 'motcua.display.voice'

export const FIRST_SETTINGS: VoiceSettings = {
  speaks: true,
  volume: 100,
  quietFrom: '11:30',
  quietUntil: '11:30',
  quietVolume: 40,
  counters: []
}

/** How loud it is at a time of day, from 0 to 1. Quiet hours may pass midnight. */
export function volumeAt(settings: VoiceSettings, time: string): number {
  const { speaks, volume, quietFrom, quietUntil, quietVolume } = settings
  if (!speaks) return 0
  const isQuiet =
    quietFrom <= quietUntil ? time >= quietFrom && time < quietUntil : time >= quietFrom || time < quietUntil
  return (isQuiet ? quietVolume : volume) / 100
}

/** Whether a call is for this board's room. */
export function isOfRoom({ counters }: VoiceSettings, { counterNumber }: { counterNumber: number }): boolean {
  return counters.length === 0 || counters.includes(counterNumber)
}

/** The settings of this board. What somebody has spoilt in the store is as at first. */
export function readSettings(): VoiceSettings {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<VoiceSettings> | null
    const settings = { ...FIRST_SETTINGS, ...kept }
    const isSound =
      [settings.volume, settings.quietVolume].every((percent) => percent >= 0 && percent <= 100) &&
      Array.isArray(settings.counters)
    return isSound ? settings : FIRST_SETTINGS
  } catch {
    return FIRST_SETTINGS
  }
}

export function keepSettings(settings: VoiceSettings): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(settings))
  } catch {
    // They hold until the page is loaded anew.
  }
}
