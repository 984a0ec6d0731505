const PATHS = {
  check: 'M4 10.5l4 4 8-9',
  print:
    'M6 7V3.5h8V7M6 14H4a1 1 0 0 1-1-1V8.5A1.5 1.5 0 0 1 4.5 7h11A1.5 1.5 0 0 1 17 8.5V13a1 1 0 0 1-1 1h-2M6 11.5h8v5H6z',
  plus: 'M10 4v12M4 10h12',
  back: 'M12 4l-6 6 6 6',
  upload: 'M10 13V3.5M6 7l4-4 4 4M3.5 13v2A1.5 1.5 0 0 0 5 16.5h10a1.5 1.5 0 0 0 1.5-1.5v-2',
  arrow: 'M4 10h12M11.5 5.5L16 10l-4.5 4.5',
  left: 'M16 10H4M8.5 5.5L4 10l4.5 4.5',
  look: 'M10 3.5v8.5M10 15.6v.4',
  star: 'M10 3.5l2 4.3 4.7.5-3.5 3.2 1 4.6-4.2-2.4-4.2 2.4 1-4.6L3.3 8.3 8 7.8z'
} as const

/** A drawing beside a word, never instead of one. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
