/** What a paper is made of. A template makes blocks out of its data; the engines draw them as PDF or as Word. */

/** A piece of text in one face. */
export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
}

/** Text that may change its face on the way. */
export type Words = string | readonly Run[]

/** What a paragraph is for; the sheet says how that looks. */
export type Role =
  | 'body'
  | 'salutation'
  | 'recipient'
  | 'mark'
  | 'code'
  | 'caption'
  | 'note'
  | 'addressees'
  | 'addressee'

export interface Paragraph {
  kind: 'paragraph'
  words: Words
  role: Role
  /** Stays on one page with the block after it. */
  keepWithNext?: boolean
}

/**
 * What stands above every administrative document (NĐ 30/2020, Phụ lục I): who issues it on the left, Quốc hiệu and Tiêu ngữ on
 * the right, below them its number and its place and day.
 */
export interface Head {
  kind: 'head'
  /** Who the issuer belongs to; null when that is not known. */
  above: string | null
  issuer: string
  country: string
  motto: string
  number: string
  placeAndDay: string
}

export interface Title {
  kind: 'title'
  text: string
  /** A short line beneath, as letters have it. */
  ruled: boolean
}

/** A QR code of the sheet's size, at least 25 mm. */
export interface Qr {
  kind: 'qr'
  text: string
  /** What it opens, for those who hear the paper read. */
  label: string
}

/** Columns side by side; they stay together on one page. */
export interface Columns {
  kind: 'columns'
  /** In millimetres; null shares what is left. */
  widths: readonly (number | null)[]
  gap: number
  align: 'top' | 'middle'
  columns: readonly (readonly Block[])[]
}

/** A numbered list, each with its count at the right. */
export interface Items {
  kind: 'items'
  items: readonly { name: string; count: string }[]
}

export interface Table {
  kind: 'table'
  /** `width` is a share of the whole. */
  columns: readonly { label: string; width: number; align: 'left' | 'center' | 'right' }[]
  rows: readonly (readonly string[])[]
}

/** What must not be overlooked, in a frame. */
export interface Box {
  kind: 'box'
  lines: readonly Words[]
}

export interface Signature {
  title: string
  hint: string
  /** Printed below the room to sign; null leaves it to the one who signs. */
  name: string | null
}

/** Signatures side by side, with room to sign; they never stand alone on a page. */
export interface Signatures {
  kind: 'signatures'
  signatures: readonly Signature[]
}

/** A new page, of which `running` is repeated on each further page, so that a sheet that comes loose is known. */
export interface PageBreak {
  kind: 'page'
  running: string | null
}

export type Block = Paragraph | Head | Title | Qr | Columns | Items | Table | Box | Signatures | PageBreak

/** The words as runs, whichever way they were given. */
export function runsOf(words: Words): readonly Run[] {
  return typeof words === 'string' ? [{ text: words }] : words
}
