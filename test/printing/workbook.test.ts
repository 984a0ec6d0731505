import { describe, expect, it } from 'vitest'
import { asCsv, asWorkbook } from '../../server/printing/workbook.ts'
import { filesOfDocx } from './read-docx.ts'

const NASTY = ['=HYPERLINK("http://x","y")', '@SUM(A1)', '-1+1', '+1', '\tcmd', '＝1+1']

const sheet = (values: (string | number | null)[]) => ({
  name: 'Thử',
  columns: [{ name: 'Mục', kind: 'text' as const, width: 20 }],
  rows: values.map((value) => [value])
})

describe('tables that are taken away', () => {
  it.each(NASTY)('A-50 CSV makes no formula of %j', (text) => {
    const line = asCsv(sheet([text]), []).split('\r\n')[1] ?? ''
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true)
  })

  it.each(NASTY)('A-50 a workbook keeps %j as text', async (text) => {
    const files = filesOfDocx(await asWorkbook([sheet([text])], []))
    const all = [...files.values()].map(String).join('')
    expect(all).not.toMatch(/<f[ >]/)
    const cell = /<c [^>]*r="A2"[^>]*>/.exec(String(files.get('xl/worksheets/sheet1.xml')))?.[0]
    expect(cell).toMatch(/t="(s|inlineStr)"/)
  })

  it('V-08 keeps the zeros of a code, quotes what needs it, and begins with a byte order mark', async () => {
    const csv = asCsv(sheet(['0012', 'a;b "c"', null]), ['Bộ lọc: không'])
    expect(csv).toBe('\uFEFFMục\r\n0012\r\n"a;b ""c"""\r\n\r\n\r\nBộ lọc: không\r\n')
    const files = filesOfDocx(await asWorkbook([sheet(['0012'])], []))
    expect([...files.values()].map(String).join('')).toContain('>0012<')
  })
})
