import type { Block, Role } from './blocks.ts'

/** A paper as its template made it: what stands on it, on what sheet, under what name. */
export interface Paper {
  title: string
  sheet: Sheet
  blocks: readonly Block[]
}

/** Points in a millimetre. */
export const MM = 72 / 25.4

/** How a paragraph of a role looks. Sizes in points. */
export interface Style {
  size: number
  align: 'left' | 'center' | 'right' | 'justify'
  bold?: boolean
  italic?: boolean
  /** Of the first line, in millimetres. */
  indent?: number
  /** Space above, in points. */
  gap: number
  /** Space below, in points. */
  below?: number
  /** Of a line, in parts of the size; the sheet's own without one. */
  lineHeight?: number
}

/** How close everything stands, as parts of what the sheet says. */
export interface Density {
  letters: number
  gaps: number
}

/** How a kind of paper looks. Lengths are millimetres, sizes of letters are points. */
export interface Sheet {
  size: 'A5' | 'A4'
  margins: { top: number; right: number; bottom: number; left: number }
  lineHeight: number
  roles: Readonly<Record<Role, Style>>
  head: {
    leftWidth: number
    gap: number
    country: number
    motto: number
    issuer: number
    number: number
    day: number
    /** Points between the names and the row of the number. */
    rowGap: number
  }
  title: { size: number; gap: number }
  items: { size: number; gap: number; indent: number }
  box: { size: number; gap: number; padding: number }
  table: { size: number; gap: number; padding: number }
  signatures: {
    title: number
    hint: number
    name: number
    boldName: boolean
    gap: number
    /** Room to sign: never less than the first, up to the second where the page has it. */
    room: readonly [number, number]
  }
  columnsGap: number
  qr: number
  /** What is written on each page after the first. */
  running: { size: number; align: 'left' | 'center'; place: 'margin' | 'top' }
  /** What to try before a further page is taken. */
  densities: readonly Density[]
}

/** Width and height in points. */
export function pageSize({ size }: Pick<Sheet, 'size'>): { width: number; height: number } {
  return size === 'A4' ? { width: 210 * MM, height: 297 * MM } : { width: 148 * MM, height: 210 * MM }
}

const ROOMY: Density = { letters: 1, gaps: 1 }

/** The one-stop slips: A5 forms that are filled in and signed at the counter (TT 01/2018 Đ.9.2). */
const SLIP_A5: Sheet = {
  size: 'A5',
  margins: { top: 8, right: 10, bottom: 7, left: 12 },
  lineHeight: 1.22,
  roles: {
    body: { size: 11, align: 'left', gap: 1.4 },
    salutation: { size: 11, align: 'right', gap: 1.4 },
    recipient: { size: 11, align: 'left', gap: 1.4 },
    mark: { size: 11, align: 'center', italic: true, gap: 1 },
    code: { size: 12.5, align: 'center', gap: 3 },
    caption: { size: 9.5, align: 'left', gap: 3, below: 4 },
    note: { size: 8.8, align: 'left', gap: 4, lineHeight: 1.25 },
    addressees: { size: 10, align: 'left', bold: true, italic: true, gap: 0 },
    addressee: { size: 9.5, align: 'left', gap: 0 }
  },
  head: { leftWidth: 46, gap: 3, country: 10, motto: 11, issuer: 10, number: 10.5, day: 10.5, rowGap: 3 },
  title: { size: 13.5, gap: 0 },
  items: { size: 10.7, gap: 1.2, indent: 4 },
  box: { size: 12, gap: 4, padding: 5 },
  table: { size: 10, gap: 3, padding: 2.5 },
  signatures: { title: 11, hint: 9.5, name: 11, boldName: false, gap: 6, room: [12, 24] },
  columnsGap: 7,
  qr: 25,
  running: { size: 9.5, align: 'left', place: 'top' },
  densities: [ROOMY, { letters: 0.94, gaps: 0.8 }, { letters: 0.86, gaps: 0.3 }]
}

/** Letters with a number and the signature of a head of office: A4, sizes and margins of NĐ 30/2020, Phụ lục I. */
const LETTER_A4: Sheet = {
  size: 'A4',
  margins: { top: 20, right: 18, bottom: 20, left: 30 },
  lineHeight: 1.3,
  roles: {
    body: { size: 14, align: 'justify', indent: 12.7, gap: 6 },
    salutation: { size: 14, align: 'right', gap: 0 },
    recipient: { size: 14, align: 'left', gap: 0 },
    mark: { size: 13, align: 'center', italic: true, gap: 2 },
    code: { size: 14, align: 'center', gap: 4 },
    caption: { size: 11, align: 'left', gap: 3 },
    note: { size: 11, align: 'left', gap: 4 },
    addressees: { size: 12, align: 'left', bold: true, italic: true, gap: 0 },
    addressee: { size: 11, align: 'left', gap: 0 }
  },
  head: { leftWidth: 64, gap: 2, country: 12.5, motto: 13.5, issuer: 12.5, number: 13, day: 13.5, rowGap: 8 },
  title: { size: 14, gap: 26 },
  items: { size: 14, gap: 4, indent: 12.7 },
  box: { size: 14, gap: 8, padding: 6 },
  table: { size: 12, gap: 6, padding: 3 },
  signatures: { title: 14, hint: 12, name: 14, boldName: true, gap: 0, room: [26, 26] },
  columnsGap: 18,
  qr: 25,
  running: { size: 13, align: 'center', place: 'margin' },
  densities: [ROOMY]
}

/** A letter on the small paper that TT 01/2018 Đ.9.2 names: everything smaller by the same part. */
const LETTER_A5: Sheet = {
  ...LETTER_A4,
  size: 'A5',
  margins: { top: 12, right: 10, bottom: 12, left: 17 },
  lineHeight: 1.25,
  roles: {
    ...LETTER_A4.roles,
    body: { size: 11, align: 'justify', indent: 9, gap: 3.5 },
    salutation: { size: 11, align: 'right', gap: 0 },
    recipient: { size: 11, align: 'left', gap: 0 },
    caption: { size: 9, align: 'left', gap: 3 },
    addressees: { size: 10, align: 'left', bold: true, italic: true, gap: 0 },
    addressee: { size: 9, align: 'left', gap: 0 }
  },
  head: { leftWidth: 42, gap: 1, country: 9.5, motto: 10.5, issuer: 9.5, number: 10, day: 10.5, rowGap: 4 },
  title: { size: 12, gap: 12 },
  signatures: { title: 11, hint: 9, name: 11, boldName: true, gap: 0, room: [18, 18] },
  columnsGap: 9,
  running: { size: 10, align: 'center', place: 'margin' },
  densities: [ROOMY, { letters: 0.94, gaps: 0.8 }]
}

/** The same slip where an office has set it to A4. */
const SLIP_A4: Sheet = {
  ...LETTER_A4,
  roles: {
    ...LETTER_A4.roles,
    body: { size: 13, align: 'left', gap: 3 },
    caption: { size: 11, align: 'left', gap: 8, below: 6 }
  },
  title: { size: 16, gap: 0 },
  items: { size: 13, gap: 2, indent: 7 },
  signatures: { ...LETTER_A4.signatures, boldName: false, gap: 12, room: [22, 30] },
  columnsGap: 12,
  running: { size: 11, align: 'left', place: 'top' },
  densities: [ROOMY, { letters: 0.93, gaps: 0.8 }]
}

/** The look of a slip on the paper that the form's set names. */
export function slipSheet(paper: 'A4' | 'A5'): Sheet {
  return paper === 'A4' ? SLIP_A4 : SLIP_A5
}

/** The look of a letter on the paper that the form's set names. */
export function letterSheet(paper: 'A4' | 'A5'): Sheet {
  return paper === 'A4' ? LETTER_A4 : LETTER_A5
}
