import { useCalendar } from '../../api/calendar.ts'
import { useHours } from '../../api/offices.ts'
import { useAttention } from '../../api/procedures.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Link } from '../../parts/router.tsx'
import { dayOf, useNow } from '../../parts/time.ts'
import { adminText } from '../../text/admin.ts'
import { hoursInForce } from './hours-page.tsx'
import { KindLinks } from './kind-links.tsx'
import { weekLines } from './week-text.ts'

/** What wants the administrator's decision, each count leading to the list that it counts. */
export function HomePage({ officeId }: { officeId: string }) {
  const today = dayOf(useNow())
  return (
    <div className="home">
      <PageHeading title={adminText.home} section={adminText.title} />
      <p className="quiet">{adminText.homeLead}</p>
      <div className="columns">
        <OpenQuestions today={today} />
        <Attention />
        <HoursNow officeId={officeId} today={today} />
      </div>
    </div>
  )
}

function OpenQuestions({ today }: { today: string }) {
  const calendar = useCalendar(Number(today.slice(0, 4)))
  return (
    <Loaded query={calendar}>
      {({ questions, years }) => {
        const count = years.reduce((sum, { openQuestions }) => sum + openQuestions, 0)
        return (
          <section className="card">
            <Figure href="/admin/ngay-nghi" count={count} words={adminText.openQuestions(count)} />
            <ul className="small lines">
              {questions
                .filter(({ resolvedAt }) => resolvedAt === null)
                .map(({ id, title }) => (
                  <li key={id}>{title}</li>
                ))}
            </ul>
          </section>
        )
      }}
    </Loaded>
  )
}

function Attention() {
  const attention = useAttention()
  return (
    <Loaded query={attention}>
      {({ total, counts }) => (
        <section className="card">
          <Figure href="/admin/thu-tuc?loai=tat-ca" count={total} words={adminText.attention(total)} />
          <KindLinks counts={counts} chosen={null} />
        </section>
      )}
    </Loaded>
  )
}

function Figure({ href, count, words }: { href: string; count: number; words: string }) {
  return (
    <h2>
      <Link className="figure" href={href}>
        <b className={count > 0 ? 'asks' : undefined}>{count}</b>
        <span>{words}</span>
      </Link>
    </h2>
  )
}

function HoursNow({ officeId, today }: { officeId: string; today: string }) {
  const hours = useHours(officeId)
  return (
    <Loaded query={hours}>
      {({ items }) => (
        <section className="card">
          <h2>{adminText.hoursNow}</h2>
          <ul className="lines">
            {weekLines(hoursInForce(items, today)?.week ?? []).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="small">
            <Link href="/admin/gio-lam-viec">{adminText.toHours}</Link>
          </p>
        </section>
      )}
    </Loaded>
  )
}
