import { HallIcon } from '../../parts/hall-icon.tsx'
import { kioskText } from '../../text/kiosk.ts'
import type { Look } from './look.ts'

interface Props {
  page: 'home' | 'priority' | 'help'
  look: Look
  onLook: (look: Look) => void
  onOpen: (name: 'home' | 'help') => void
}

/** What stands in the same place on every page. */
export function BottomBar({ page, look, onLook, onOpen }: Props) {
  const isLarge = look.text === 'large'
  const isHigh = look.contrast === 'high'
  return (
    <nav className="always">
      {page !== 'home' && (
        <button type="button" onClick={() => onOpen('home')}>
          <HallIcon name="back" />
          {kioskText.back}
        </button>
      )}
      {page === 'home' && (
        <button
          type="button"
          aria-pressed={isLarge}
          onClick={() => onLook({ ...look, text: isLarge ? 'usual' : 'large' })}
        >
          <HallIcon name="text" />
          {isLarge ? kioskText.usualText : kioskText.largeText}
        </button>
      )}
      <button
        type="button"
        aria-pressed={isHigh}
        onClick={() => onLook({ ...look, contrast: isHigh ? 'usual' : 'high' })}
      >
        <HallIcon name="contrast" />
        {isHigh ? kioskText.usualContrast : kioskText.highContrast}
      </button>
      {page !== 'help' && (
        <button type="button" onClick={() => onOpen('help')}>
          <HallIcon name="help" />
          {kioskText.help}
        </button>
      )}
    </nav>
  )
}
