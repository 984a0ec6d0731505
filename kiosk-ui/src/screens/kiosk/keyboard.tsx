import { HallIcon } from '../../parts/hall-icon.tsx'
import { useWords } from './words.ts'

const ROWS = ['đăâêôơư', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const

interface Props {
  onKey: (letter: string) => void
  onErase: () => void
  /** Undefined while nothing was asked for. */
  onResults: (() => void) | undefined
}

/** The kiosk's own keys: letters, and those with marks directly; tones as in Telex (K-13). */
export function Keyboard({ onKey, onErase, onResults }: Props) {
  const { say } = useWords()
  return (
    <fieldset className="keyboard" aria-label={say('keyboard')} lang="vi">
      {ROWS.map((row) => (
        <div key={row} className="row">
          {[...row].map((letter) => (
            <button key={letter} type="button" onClick={() => onKey(letter)}>
              {letter}
            </button>
          ))}
          {row === ROWS[0] && (
            <button type="button" className="erase" onClick={onErase}>
              <HallIcon name="back" />
              {say('erase')}
            </button>
          )}
        </div>
      ))}
      <div className="row">
        <button type="button" className="space" onClick={() => onKey(' ')}>
          {say('space')}
        </button>
        <button type="button" className="primary" disabled={!onResults} onClick={onResults}>
          {say('showResults')}
        </button>
      </div>
    </fieldset>
  )
}
