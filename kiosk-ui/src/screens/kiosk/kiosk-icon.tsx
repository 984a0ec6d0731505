const PATHS = {
  submit:
    'M5 2.500h7l3.500 3.500v11.500H5zM12 2.500V6h3.500M10.200 14.500V9M7.700 11.200L10.200 8.700l2.500 2.500',
  result: 'M4.500 2.500h11v8M4.500 2.500v15h5M7 6h6M7 9h4M11.500 14.500l2.500 2.500 4-4.500',
  search: 'M8.500 3a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11zM12.500 12.500L17.500 17.500',
  dossier: 'M2.500 5h5.500l1.500 2h8v9.500h-15zM6 11h8M6 13.500h5',
  appointment: 'M3.500 5h13v11.500h-13zM3.500 8.500h13M7 3v3.500M13 3v3.500M7.500 12.500l2 2 3.500-3.500',
  printer: 'M6 7.500V3h8v4.500M6 14H3.500V7.500h13V14H14M6 11.500h8V17H6z',
  language:
    'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM3 10h14M10 3c-4.500 4.500-4.500 9.500 0 14M10 3c4.500 4.500 4.500 9.500 0 14',
  scan: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M6.500 6.500h2.500V9H6.500zM11 6.500h2.500V9H11zM6.500 11h2.500v2.500H6.500zM11.500 11.500h2v2h-2z'
} as const

export type KioskIconName = keyof typeof PATHS

/** A drawing on the kiosk, beside a word and never instead of one. */
export function KioskIcon({ name }: { name: KioskIconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
