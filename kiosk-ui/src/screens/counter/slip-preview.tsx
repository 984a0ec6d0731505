import { useOffice } from '../../api/offices.ts'
import type { User } from '../../api/session.ts'
import { clockText } from '../../parts/time.ts'
import { longDayText } from '../../text/common.ts'
import { intakeText, slipPreviewText as text } from '../../text/counter.ts'
import { termText } from '../../text/procedures.ts'
import type { Typed } from './applicant.ts'
import type { Intake } from './intake.ts'
import { componentsOf } from './papers.ts'

interface Props {
  intake: Intake
  typed: Typed
  due: { dueAt: string; dueDay: string; termText: string } | undefined
  user: User
}

/** What will stand on the slip, in the slip's form and in the same order; the code and the hour come with the receipt. */
export function SlipPreview({ intake, typed, due, user }: Props) {
  const office = useOffice(user.officeId)
  const { procedure, papers } = intake
  const kept = papers.filter(({ state }) => state === 'received')
  const pieces = componentsOf(kept)
  const lines: [string, string][] = [
    [text.of, typed.name.trim()],
    [text.idNumber, typed.idNumber.trim()],
    [text.address, typed.address.trim()],
    [text.phone, typed.phone.trim()],
    [text.content, typed.summary.trim() || (procedure?.name ?? '')]
  ]
  return (
    <div className="slip">
      <div className="slip-head">
        <p>
          <b>{office.data?.name}</b>
        </p>
        <p>
          <b>{text.national}</b>
          <br />
          <b>{text.motto}</b>
        </p>
      </div>
      <p className="slip-title">
        {text.title[0]}
        <br />
        {text.title[1]}
      </p>
      <p className="slip-code">{text.code}</p>
      {lines
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <p key={label}>
            {label} <b>{value}</b>
          </p>
        ))}
      <p>{text.papers}</p>
      <ol>
        {kept.map(({ id, name }, index) => (
          <li key={id}>
            <span>{`${index + 1}. ${name}`}</span>
            <span>{piecesText(pieces[index])}</span>
          </li>
        ))}
      </ol>
      <p>{text.sets(Number(typed.sets) || 1)}</p>
      <p>{text.term(due?.termText ?? termText(procedure?.term ?? null))}</p>
      <p>{text.received}</p>
      <p className="slip-due">
        {text.due} <b>{due && intakeText.when(clockText(Date.parse(due.dueAt)), longDayText(due.dueDay))}</b>
      </p>
      <p>
        {text.place} {intakeText.deliveries[typed.resultDelivery as 'counter']}
      </p>
      <div className="slip-sign">
        <p>
          <b>{text.submitter}</b>
          <span>{(typed.submitter === 'other' ? typed.submitterName : typed.name).trim()}</span>
        </p>
        <p>
          <b>{text.receiver}</b>
          <span>{user.name}</span>
        </p>
      </div>
    </div>
  )
}

function piecesText(pieces: { originals: number; copies: number } | undefined): string {
  if (!pieces) return ''
  const { originals, copies } = pieces
  return [originals && intakeText.originals(originals), copies && intakeText.copies(copies)]
    .filter(Boolean)
    .join(', ')
}
