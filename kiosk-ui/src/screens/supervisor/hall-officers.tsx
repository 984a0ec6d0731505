import type { History } from '../../api/waiting.ts'
import { numberText } from '../../text/common.ts'
import { lengthText, hallHistoryText as text, withinText } from '../../text/hall-figures.ts'

const FIGURES = [
  text.served,
  text.walkingHead,
  text.servingHead,
  text.nineHead,
  text.noShows,
  text.skipped
] as const

/** What each officer did; no ranking, as services differ. */
export function OfficersTable({ history: { officers } }: { history: History }) {
  if (officers.length === 0) return null
  return (
    <section className="list hall-officers" aria-labelledby="hall-officers">
      <h2 id="hall-officers">{text.officers}</h2>
      <p className="quiet small">{text.officersLead}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.officer}</th>
            {FIGURES.map((name) => (
              <th key={name} scope="col" className="n">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {officers.map(({ officerId, officerName, served, walking, serving, noShows, skipped }) => (
            <tr key={officerId}>
              <th scope="row">{officerName}</th>
              <td className="n num">{numberText(served)}</td>
              <td className="n">{lengthText(walking.p50)}</td>
              <td className="n">{lengthText(serving.p50)}</td>
              <td className="n">{withinText(serving.p90)}</td>
              <td className="n num">{numberText(noShows)}</td>
              <td className="n num">{numberText(skipped)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
