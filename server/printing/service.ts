import { writeDocx } from './docx.ts'
import { loadFonts } from './fonts.ts'
import { layOut } from './layout.ts'
import { type About, paintPdf } from './pdf.ts'
import type { Paper } from './sheet.ts'

/**
 * The paper as a PDF: fonts inside, text that can be copied out as it went in, the same bytes whenever it is drawn with
 * the same `createdAt` (ISO, UTC), so that a reprint can be compared.
 */
export async function drawPdf(paper: Paper, { createdAt }: Pick<About, 'createdAt'>): Promise<Buffer> {
  const fonts = await loadFonts()
  const pages = layOut(paper.blocks, paper.sheet, fonts.measure)
  return paintPdf(pages, { title: paper.title, createdAt }, fonts)
}

/** The same paper as a Word file that the officer may still edit. What comes from data is text and nothing else. */
export async function drawDocx(paper: Paper): Promise<Buffer> {
  return writeDocx(paper)
}
