import { Link } from '../../parts/router.tsx'
import { attentionText } from '../../text/procedures.ts'

interface Props {
  counts: Readonly<Record<string, number>>
  chosen: string | null
}

/** The kinds of attention that occur, in the order in which they matter, each with the number of procedures. */
export function KindLinks({ counts, chosen }: Props) {
  return (
    <ul className="kind-links">
      {Object.keys(attentionText)
        .filter((kind) => counts[kind])
        .map((kind) => (
          <li key={kind}>
            <Link href={`/admin/thu-tuc?loai=${kind}`} aria-current={chosen === kind ? 'page' : undefined}>
              <span>{kindTitle(kind)}</span>
              <b className="num">{counts[kind]}</b>
            </Link>
          </li>
        ))}
    </ul>
  )
}

/** What is wrong, in words; a kind that this screen does not know keeps its own name. */
export function kindTitle(kind: string): string {
  return kind in attentionText ? attentionText[kind as keyof typeof attentionText].title : kind
}
