import type { SupervisionList, WatchedDossier } from '../../api/supervision.ts'
import { dayOf } from '../../parts/time.ts'
import { dayText } from '../../text/common.ts'
import { supervisorText as text } from '../../text/supervisor.ts'
import { StepBar } from './step-bar.tsx'

interface Props {
  title: string
  list: SupervisionList
  rows: readonly WatchedDossier[]
  onDossier: (row: WatchedDossier) => void
  onApology: (row: WatchedDossier) => void
}

export function WatchedTable({ title, list, rows, onDossier, onApology }: Props) {
  const isLate = list === 'late' || list.startsWith('without-')
  return (
    <div className="list watched">
      <table>
        <caption className="unseen">{text.caption(title)}</caption>
        <thead>
          <tr>
            <th scope="col">{text.dossier}</th>
            <th scope="col" className="holder">
              {text.holder}
            </th>
            <th scope="col" className="due">
              {text.due}
            </th>
            <th scope="col" className="n days">
              {isLate ? text.lateHead : text.leftHead}
            </th>
            <th scope="col" className="used">
              <span className="unseen">{text.used}</span>
              <span className="axis" aria-hidden="true">
                <i>{text.dueTick}</i>
              </span>
            </th>
            <th scope="col" className="letter">
              {text.apology}
              <span className="narrow">{text.andReason}</span>
            </th>
            <th scope="col" className="why">
              {text.reason}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code} row={row} onDossier={onDossier} onApology={onApology} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({
  row,
  onDossier,
  onApology
}: { row: WatchedDossier } & Pick<Props, 'onDossier' | 'onApology'>) {
  const { code, procedureName, holderName, receivedAt, dueDay, originalDueDay, usedShare } = row
  return (
    <tr>
      <td className="what">
        <button type="button" onClick={() => onDossier(row)}>
          {code}
        </button>
        <span className="line" title={procedureName}>
          {procedureName}
        </span>
      </td>
      <td>
        <div className="line-1" title={holderName}>
          {holderName}
        </div>
        <span className="line">{text.heldSince(dayOf(Date.parse(receivedAt)))}</span>
      </td>
      <td>
        {dayText(originalDueDay)}
        {dueDay !== originalDueDay && <span className="line">{text.newDue(dueDay)}</span>}
      </td>
      <td className="n days">
        <Days row={row} />
      </td>
      <td className="used">
        <StepBar share={usedShare} />
      </td>
      <td className="letter">
        <button type="button" onClick={() => onApology(row)}>
          <ApologyWords row={row} />
          <span className="unseen"> {text.openApology(code)}</span>
        </button>
        <Reason row={row} />
      </td>
      <td className="why">
        <Reason row={row} />
      </td>
    </tr>
  )
}

function Days({ row }: { row: WatchedDossier }) {
  const { late, workingDaysLate, workingDaysLeft, dueDay, originalDueDay } = row
  if (!late) {
    return (
      <>
        <b className="left">{workingDaysLeft}</b> {text.days}
        {row.usedShare > 1 && <span className="again">{text.lateFirst}</span>}
      </>
    )
  }
  return (
    <>
      {workingDaysLate === 0 ? <b className="under">{text.underOne}</b> : <b>{workingDaysLate}</b>}{' '}
      {text.days}
      {dueDay !== originalDueDay && <span className="again">{text.lateAgain}</span>}
    </>
  )
}

function ApologyWords({ row: { apology, late } }: { row: WatchedDossier }) {
  if (!apology) return <span className={late ? 'tag late' : 'tag'}>{text.noApology}</span>
  if (apology.status === 'draft') return <span className="tag soon">{text.drafted}</span>
  return (
    <>
      <span className="letter-number">{text.number(apology.number ?? '')}</span>
      {apology.sentAt ? (
        <span className="line">{text.sent(dayOf(Date.parse(apology.sentAt)))}</span>
      ) : (
        <span className="tag soon">{text.notSent}</span>
      )}
    </>
  )
}

function Reason({ row: { lateReason, late } }: { row: WatchedDossier }) {
  if (!lateReason) {
    return late ? (
      <span className="tag late">
        {text.noReason}
        <span className="narrow">{text.ofReason}</span>
      </span>
    ) : null
  }
  return (
    <>
      <span className="line-1" title={lateReason.name}>
        {lateReason.name}
      </span>
      <span className="line" title={lateReason.text}>
        {lateReason.text}
      </span>
    </>
  )
}
