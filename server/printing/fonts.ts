import { fileURLToPath } from 'node:url'
import type { Font } from 'fontkit'
import type { Face } from './lines.ts'

/** Tinos: the widths of Times New Roman, every Vietnamese letter, a free licence. */
const FILES = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf'
} satisfies Record<Face, string>

export interface Fonts {
  of(face: Face): Font
  /** In parts of the size. */
  measure(text: string, face: Face): number
}

/** Widths of words that are kept; a form is made of the same few hundred. */
const MOST_WIDTHS = 20_000

let loaded: Promise<Fonts> | undefined

/**
 * The fonts of all papers. They are read when the first paper is drawn, so that the start does not wait for them, and
 * once per process, as reading them costs several times what a page does.
 */
export function loadFonts(): Promise<Fonts> {
  loaded ??= readFonts()
  return loaded
}

async function readFonts(): Promise<Fonts> {
  const { openSync } = await import('fontkit')
  const open = (file: string) => {
    const url = import.meta.resolve(`@expo-google-fonts/tinos/${file}`)
    const font = openSync(fileURLToPath(url)) as Font
    knowLetters(font)
    return font
  }
  const fonts = new Map<Face, Font>()
  const of = (face: Face) => {
    const font = fonts.get(face) ?? open(FILES[face])
    fonts.set(face, font)
    return font
  }
  return { of, measure: rememberedWidths(of) }
}

/**
 * Asks for each letter once. A font keeps a shape as it was first asked for, and embedding asks for the parts of Ờ without saying
 * that one of them is Ơ: the next paper would then show that Ơ but give it back to nobody who copies or hears it.
 */
function knowLetters(font: Font): void {
  for (const letter of font.characterSet) font.glyphForCodePoint(letter)
}

function rememberedWidths(of: (face: Face) => Font): Fonts['measure'] {
  const widths = new Map<string, number>()
  return (text, face) => {
    const key = `${face} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    const font = of(face)
    const width = font.layout(text).advanceWidth / font.unitsPerEm
    if (widths.size >= MOST_WIDTHS) widths.clear()
    widths.set(key, width)
    return width
  }
}
