import { HallIcon } from '../../parts/hall-icon.tsx'
import type { KioskKey } from '../../text/kiosk.ts'
import type { Help } from './helping.ts'
import { KioskIcon } from './kiosk-icon.tsx'
import type { Look } from './look.ts'
import { HOME, type Page, pageBefore } from './pages.ts'
import type { Reader } from './reader.ts'
import { useWords } from './words.ts'

interface Props {
  page: Page
  look: Look
  reader: Reader
  /** How a call for a person stands, who may have been called from another page. */
  help: Help['standing']
  languages: readonly { code: string; name: string }[]
  onLook: (look: Look) => void
  onLanguage: (code: string) => void
  onOpen: (page: Page) => void
}

const HELP_WORDS = {
  none: 'help',
  called: 'helpCalled',
  unanswered: 'helpCalled',
  coming: 'helpComing'
} as const satisfies Record<Help['standing'], KioskKey>

/** What stands in the same place on every page. */
export function BottomBar({ page, look, reader, help, languages, onLook, onLanguage, onOpen }: Props) {
  const { say } = useWords()
  const isHome = page.name === 'home'
  const before = pageBefore(page)
  return (
    <nav className="always">
      {isHome ? (
        <>
          <LanguageButton languages={languages} onLanguage={onLanguage} onOpen={onOpen} />
          <LookButtons look={look} onLook={onLook} />
          <ReadButton {...reader} />
        </>
      ) : (
        <>
          <button type="button" onClick={() => onOpen(before)}>
            <HallIcon name="back" />
            {say('back')}
          </button>
          {before.name !== 'home' && (
            <button type="button" onClick={() => onOpen(HOME)}>
              {say('home')}
            </button>
          )}
          {reader.state === 'on' && <ReadButton {...reader} />}
        </>
      )}
      {page.name !== 'help' && (
        <button type="button" onClick={() => onOpen({ name: 'help' })}>
          <HallIcon name="help" />
          {say(HELP_WORDS[help])}
        </button>
      )}
    </nav>
  )
}

/** With one other language its name, in one touch; with more a page to choose on. */
function LanguageButton({
  languages,
  onLanguage,
  onOpen
}: Pick<Props, 'languages' | 'onLanguage' | 'onOpen'>) {
  const { code, say } = useWords()
  const others = languages.filter((language) => language.code !== code)
  const [only] = others
  if (!only) return null
  const single = others.length === 1
  return (
    <button
      type="button"
      onClick={() => (single ? onLanguage(only.code) : onOpen({ name: 'languages' }))}
      lang={single ? only.code : undefined}
    >
      <KioskIcon name="language" />
      {single ? only.name : say('languages')}
    </button>
  )
}

/** Not there on a machine without a voice; the page of help says so. */
function ReadButton({ state, turn }: Reader) {
  const { say } = useWords()
  if (state === 'none') return null
  const isOn = state === 'on'
  return (
    <button type="button" aria-pressed={isOn} onClick={() => turn(!isOn)}>
      <HallIcon name={isOn ? 'mute' : 'speaker'} />
      {say(isOn ? 'readStop' : 'readAloud')}
    </button>
  )
}

function LookButtons({ look, onLook }: Pick<Props, 'look' | 'onLook'>) {
  const { say } = useWords()
  const isLarge = look.text === 'large'
  const isHigh = look.contrast === 'high'
  return (
    <>
      <button
        type="button"
        aria-pressed={isLarge}
        onClick={() => onLook({ ...look, text: isLarge ? 'usual' : 'large' })}
      >
        <HallIcon name="text" />
        {isLarge ? say('usualText') : say('largeText')}
      </button>
      <button
        type="button"
        aria-pressed={isHigh}
        onClick={() => onLook({ ...look, contrast: isHigh ? 'usual' : 'high' })}
      >
        <HallIcon name="contrast" />
        {isHigh ? say('usualContrast') : say('highContrast')}
      </button>
    </>
  )
}
