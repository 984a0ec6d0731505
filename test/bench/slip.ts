import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openSync } from 'fontkit'
import { receiptSlip } from '../../printer-templates/receipt-slip/template.ts'
import { loadFonts } from '../../server/printing/fonts.ts'
import { layOut } from '../../server/printing/layout.ts'
import type { Face } from '../../server/printing/lines.ts'
import { paintPdf } from '../../server/printing/pdf.ts'
import { drawPdf } from '../../server/printing/service.ts'
import formData from '../../server/regulation/data/form-sets.json' with { type: 'json' }
import { printedForms } from '../../server/regulation/rule-set.ts'
import { readFormSets } from '../../server/regulation/shipped.ts'
import { interleaved, type Measured } from './rounds.ts'

const MILLISECONDS_PER_ROUND = 1500

const createdAt = '2026-11-23T02:16:00.000Z'

/** One slip of today's form, against the same page drawn with its fonts read for it. Milliseconds of CPU a slip. */
export async function benchSlip(): Promise<Measured> {
  const paper = todaysSlip()
  const program = () => drawPdf(paper, { createdAt })
  const pages = layOut(paper.blocks, paper.sheet, (await loadFonts()).measure)
  const reference = () => paintPdf(pages, { title: paper.title, createdAt }, readFontsAgain())
  const [own, other] = [await program(), await reference()]
  if (!own.equals(other)) throw new Error('the two draw different pages')
  return interleaved({ program: () => cpuOf(program), reference: () => cpuOf(reference) })
}

function todaysSlip() {
  const set = readFormSets(formData).formSets.at(-1)
  if (!set) throw new Error('no forms')
  const url = new URL('../../printer-templates/receipt-slip/sample.json', import.meta.url)
  return receiptSlip({ head: set.head, forms: printedForms(set) }, JSON.parse(readFileSync(url, 'utf8')))
}

/** What one does who gives the PDF library the names of the files. */
function readFontsAgain() {
  const files: Record<Face, string> = {
    regular: '400Regular/Tinos_400Regular.ttf',
    bold: '700Bold/Tinos_700Bold.ttf',
    italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
    boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf'
  }
  const read = new Map<Face, ReturnType<typeof open>>()
  const open = (face: Face) =>
    openSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${files[face]}`))) as never
  const of = (face: Face) => {
    const font = read.get(face) ?? open(face)
    read.set(face, font)
    return font
  }
  return { of, measure: () => 0 }
}

async function cpuOf(draw: () => Promise<Buffer>): Promise<number> {
  const end = performance.now() + MILLISECONDS_PER_ROUND
  const before = process.cpuUsage()
  let drawn = 0
  while (performance.now() < end) {
    await draw()
    drawn += 1
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / drawn
}
