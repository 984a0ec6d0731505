import { kioskVietnamese } from '../../text/kiosk.ts'

type Words = Record<string, string>

interface LanguageFile {
  name: string
  texts: Words
  serviceNames: Words
  groupNames: Words
}

/**
 * A file of sentences as this page gives it out, or `undefined` when it is another file. Sentences that the kiosk does not know
 * stay out; those that are missing are asked for by the form.
 */
export function readLanguageFile(content: string): LanguageFile | undefined {
  const file = parsed(content)
  const texts = wordsIn(file?.texts)
  if (!file || Object.keys(texts).length === 0) return undefined
  const known = Object.keys(kioskVietnamese).map((key) => [key, texts[key] ?? ''])
  return {
    name: typeof file.name === 'string' ? file.name : '',
    texts: Object.fromEntries(known),
    serviceNames: wordsIn(file.serviceNames),
    groupNames: wordsIn(file.groupNames)
  }
}

function parsed(content: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(content)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function wordsIn(value: unknown): Words {
  if (typeof value !== 'object' || value === null) return {}
  const words = Object.entries(value).filter(([, word]) => typeof word === 'string')
  return Object.fromEntries(words.map(([key, word]) => [key, String(word).normalize('NFC')]))
}
