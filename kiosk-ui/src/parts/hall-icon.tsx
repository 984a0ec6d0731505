const PATHS = {
  back: 'M16 10H4M9 5l-5 5 5 5',
  go: 'M3.5 10h13M11 4.5l5.5 5.5-5.5 5.5',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  text: 'M2.5 15.5L6.5 5l4 10.5M4 12h5M11.5 15.5L14.5 8l3 7.5M12.6 13h3.8',
  contrast: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14z',
  help: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM7.8 8.2a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M10 14v.1',
  phone: 'M6 2.500h8v15H6zM9 15h2',
  priority:
    'M8.500 2.100a1.900 1.900 0 1 1 0 3.800 1.900 1.900 0 0 1 0-3.800M8.500 7.500c-1.700 0-2.700 1.200-2.700 3V13h1.400l.5 4.500M8.500 7.500c1.500 0 2.400 1.300 2.700 3l2.300 1.300M13.800 17.500v-6.200c0-1.400 2-1.400 2 0',
  mute: 'M3 8v4h3l4 3.500v-11L6 8zM13 8l4 4M17 8l-4 4',
  speaker: 'M3 8v4h3l4 3.500v-11L6 8zM13 7.500a3.500 3.500 0 0 1 0 5M15 5.500a6.400 6.400 0 0 1 0 9',
  more: 'M5 10v.01M10 10v.01M15 10v.01',
  alert: 'M10 3l7.500 13.500h-15zM10 8v4M10 14.200v.1'
} as const

/** What is filled of a drawing. */
const FILLED: Partial<Record<keyof typeof PATHS, string>> = { contrast: 'M10 3v14a7 7 0 0 0 0-14z' }

/** A drawing on a screen of the hall, beside a word and never instead of one. */
export function HallIcon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
      {FILLED[name] && <path d={FILLED[name]} fill="currentColor" />}
    </svg>
  )
}
