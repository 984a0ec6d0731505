import { type CSSProperties, Fragment, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { Block, Head, Words } from '../../../server/printing/blocks.ts'
import type { Density, Paper, Sheet } from '../../../server/printing/sheet.ts'
import '../styles/paper.css'

/** Width and height of a sheet in millimetres. */
const SIZES = { A5: [148, 210], A4: [210, 297] } as const

/**
 * The first page of a paper, smaller: the very blocks that the printer gets, so that what is shown is what comes out.
 * What stands on its sheet is said by the sheet; only where lines break may differ by a word.
 */
export function PaperPreview({ paper, label }: { paper: Paper; label: string }) {
  const page = useRef<HTMLDivElement>(null)
  const [tries, setTries] = useState(0)
  const sheet = scaled(paper.sheet, paper.sheet.densities[tries] ?? ROOMY)
  // As the printer does: everything a little closer before a second page is taken.
  useLayoutEffect(() => {
    const element = page.current
    const mayTry = tries + 1 < paper.sheet.densities.length
    if (element && mayTry && element.scrollHeight > element.clientHeight) setTries(tries + 1)
  })
  const [width, height] = SIZES[sheet.size]
  const { top, right, bottom, left } = sheet.margins
  const style: CSSProperties = {
    width: `${width}mm`,
    height: `${height}mm`,
    padding: `${top}mm ${right}mm ${bottom}mm ${left}mm`,
    lineHeight: sheet.lineHeight
  }
  return (
    <div className="paper-frame" role="img" aria-label={label}>
      <div className="sheet" style={style} ref={page}>
        <Blocks blocks={firstPage(paper.blocks)} sheet={sheet} />
      </div>
    </div>
  )
}

const ROOMY: Density = { letters: 1, gaps: 1 }

function scaled(sheet: Sheet, { letters, gaps }: Density): Sheet {
  const part = <Style extends { size: number; gap: number }>(style: Style): Style => ({
    ...style,
    size: style.size * letters,
    gap: style.gap * gaps
  })
  const roles = Object.entries(sheet.roles).map(([role, style]) => [role, part(style)])
  return {
    ...sheet,
    roles: Object.fromEntries(roles) as Sheet['roles'],
    title: part(sheet.title),
    items: part(sheet.items),
    box: part(sheet.box),
    columnsGap: sheet.columnsGap * gaps
  }
}

function firstPage(blocks: readonly Block[]): readonly Block[] {
  const next = blocks.findIndex(({ kind }, index) => kind === 'page' && index > 0)
  return next < 0 ? blocks : blocks.slice(0, next)
}

interface Part<Kind extends Block['kind']> {
  block: Extract<Block, { kind: Kind }>
  sheet: Sheet
}

function Blocks({ blocks, sheet }: { blocks: readonly Block[]; sheet: Sheet }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a paper is drawn once and its blocks never move
  return blocks.map((block, index) => <Fragment key={index}>{drawn(block, sheet)}</Fragment>)
}

function drawn(block: Block, sheet: Sheet): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <ParagraphPart block={block} sheet={sheet} />
    case 'head':
      return <HeadPart block={block} sheet={sheet} />
    case 'title':
      return <p style={{ ...letters(sheet.title), textAlign: 'center', fontWeight: 700 }}>{block.text}</p>
    case 'qr':
      return <div className="sheet-qr" style={{ width: `${sheet.qr}mm`, height: `${sheet.qr}mm` }} />
    case 'columns':
      return <ColumnsPart block={block} sheet={sheet} />
    case 'items':
      return <ItemsPart block={block} sheet={sheet} />
    case 'box':
      return <BoxPart block={block} sheet={sheet} />
    case 'signatures':
      return <SignaturesPart block={block} sheet={sheet} />
    default:
      return null
  }
}

function letters({ size, gap }: { size: number; gap: number }): CSSProperties {
  return { fontSize: `${size}pt`, marginTop: `${gap}pt` }
}

function Runs({ words }: { words: Words }) {
  if (typeof words === 'string') return words
  return words.map(({ text, bold, italic }, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      key={index}
      style={{ ...(bold ? { fontWeight: 700 } : {}), ...(italic ? { fontStyle: 'italic' } : {}) }}
    >
      {text}
    </span>
  ))
}

function ParagraphPart({ block: { words, role }, sheet }: Part<'paragraph'>) {
  const { align, bold, italic, indent, below, lineHeight, ...rest } = sheet.roles[role]
  const style: CSSProperties = {
    ...letters(rest),
    textAlign: align,
    ...(bold ? { fontWeight: 700 } : {}),
    ...(italic ? { fontStyle: 'italic' } : {}),
    ...(indent ? { textIndent: `${indent}mm` } : {}),
    ...(below ? { marginBottom: `${below}pt` } : {}),
    ...(lineHeight ? { lineHeight } : {})
  }
  return (
    <p style={style}>
      <Runs words={words} />
    </p>
  )
}

function HeadPart({ block, sheet: { head } }: Part<'head'>) {
  const { above, issuer, country, motto, number, placeAndDay }: Head = block
  const size = (points: number): CSSProperties => ({ fontSize: `${points}pt` })
  return (
    <div
      className="sheet-head"
      style={{ gridTemplateColumns: `${head.leftWidth}mm 1fr`, columnGap: `${head.gap}mm` }}
    >
      <div style={size(head.issuer)}>
        {above && <p>{above}</p>}
        <p className="bold ruled">{issuer}</p>
      </div>
      <div>
        <p className="bold" style={size(head.country)}>
          {country}
        </p>
        <p className="bold ruled" style={size(head.motto)}>
          {motto}
        </p>
      </div>
      <p style={{ ...size(head.number), marginTop: `${head.rowGap}pt` }}>{number}</p>
      <p style={{ ...size(head.day), marginTop: `${head.rowGap}pt`, fontStyle: 'italic' }}>{placeAndDay}</p>
    </div>
  )
}

function ColumnsPart({ block, sheet }: Part<'columns'>) {
  const widths = block.widths.map((width) => (width === null ? '1fr' : `${width}mm`)).join(' ')
  const style: CSSProperties = {
    display: 'grid',
    gridTemplateColumns: widths,
    columnGap: `${block.gap}mm`,
    alignItems: block.align === 'middle' ? 'center' : 'start',
    marginTop: `${sheet.columnsGap}pt`
  }
  return (
    <div style={style}>
      {block.columns.map((blocks, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <div key={index}>
          <Blocks blocks={blocks} sheet={sheet} />
        </div>
      ))}
    </div>
  )
}

function ItemsPart({ block, sheet: { items } }: Part<'items'>) {
  return (
    <ol>
      {block.items.map(({ name, count }, index) => (
        <li key={name} className="sheet-item" style={{ ...letters(items), paddingLeft: `${items.indent}mm` }}>
          <span>{`${index + 1}. ${name}`}</span>
          <span>{count}</span>
        </li>
      ))}
    </ol>
  )
}

function BoxPart({ block, sheet: { box } }: Part<'box'>) {
  return (
    <div className="sheet-box" style={{ ...letters(box), padding: `${box.padding}pt` }}>
      {block.lines.map((words, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <p key={index}>
          <Runs words={words} />
        </p>
      ))}
    </div>
  )
}

function SignaturesPart({ block, sheet: { signatures } }: Part<'signatures'>) {
  const { title, hint, name, boldName, gap, room } = signatures
  return (
    <div className="sheet-signatures" style={{ marginTop: `${gap}pt` }}>
      {block.signatures.map((one) => (
        <div key={one.title}>
          <p className="bold" style={{ fontSize: `${title}pt` }}>
            {one.title}
          </p>
          <p style={{ fontSize: `${hint}pt`, fontStyle: 'italic' }}>{one.hint}</p>
          <p
            style={{
              fontSize: `${name}pt`,
              paddingTop: `${room[0]}mm`,
              ...(boldName ? { fontWeight: 700 } : {})
            }}
          >
            {one.name}
          </p>
        </div>
      ))}
    </div>
  )
}
