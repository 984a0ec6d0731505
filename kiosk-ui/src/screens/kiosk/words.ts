import { createContext, useCallback, useContext, useEffect, useState } from 'react'
import { type KioskLanguage, type KioskSettings, readKioskSettings } from '../../api/self-service.ts'
import { filled, type KioskKey, type KioskTexts, kioskVietnamese } from '../../text/kiosk.ts'
import { kioskEnglish } from '../../text/kiosk-english.ts'

/** What the kiosk says in the language that was chosen. */
export interface Words {
  code: string
  say: (key: KioskKey, facts?: Readonly<Record<string, string | number>>) => string
  /** The office's own name for a service in this language, else its Vietnamese one. */
  serviceName: (service: { id: string; name: string }) => string
  groupName: (group: { code: string; name: string }) => string
}

export const VIETNAMESE = 'vi'

const SHIPPED: Readonly<Record<string, KioskTexts>> = { vi: kioskVietnamese, en: kioskEnglish }

/** The words of a language; of one that is not there any more the Vietnamese ones. */
export function wordsOf(code: string, languages: readonly KioskLanguage[]): Words {
  const own = languages.find((language) => language.code === code)
  const texts: Readonly<Record<string, string>> = SHIPPED[code] ?? own?.texts ?? kioskVietnamese
  return {
    code: texts === kioskVietnamese ? VIETNAMESE : code,
    // A language may be older than the program: a sentence that came later is told in Vietnamese.
    say: (key, facts = {}) => filled(texts[key] ?? kioskVietnamese[key], facts),
    serviceName: ({ id, name }) => own?.serviceNames[id] ?? name,
    groupName: (group) => own?.groupNames[group.code] ?? group.name
  }
}

/** All languages that can be chosen, by their own names, Vietnamese first. */
export function namesOf(languages: readonly KioskLanguage[]): { code: string; name: string }[] {
  const added = languages.filter(({ code }) => !(code in SHIPPED))
  const shipped = Object.entries(SHIPPED).map(([code, texts]) => ({ code, name: texts.languageName }))
  return [...shipped, ...added.map(({ code, name }) => ({ code, name }))]
}

export const WordsContext = createContext<Words>(wordsOf(VIETNAMESE, []))

export function useWords(): Words {
  return useContext(WordsContext)
}

/** How often the office's own words are read anew. Milliseconds. */
const READ_EVERY = 60_000

const UNKNOWN: KioskSettings = {
  items: [],
  publicUrl: location.origin,
  pickUpServiceId: null,
  nextCursor: null
}

/** What the office has set for its kiosks; what was read last while the server is away. */
export function useSettings(officeId: string): { settings: KioskSettings; read: () => void } {
  const [settings, setSettings] = useState(UNKNOWN)
  const read = useCallback(
    () => void readKioskSettings(officeId).then(setSettings, () => undefined),
    [officeId]
  )
  useEffect(() => {
    read()
    const timer = setInterval(read, READ_EVERY)
    return () => clearInterval(timer)
  }, [read])
  return { settings, read }
}
