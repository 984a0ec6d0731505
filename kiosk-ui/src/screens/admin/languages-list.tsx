import { useKioskLanguages } from '../../api/devices.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Link } from '../../parts/router.tsx'
import { languagesText as text } from '../../text/admin-devices.ts'

const PLACE = '/admin/thiet-bi/ngon-ngu'

/** The languages that the office has added, and its names in English. */
export function LanguagesList({ officeId }: { officeId: string }) {
  const query = useKioskLanguages(officeId)
  return (
    <section className="card">
      <h2>{text.title}</h2>
      <p className="quiet">{text.lead}</p>
      <Loaded query={query} rows={2}>
        {({ items }) => (
          <ul>
            <li>
              <Link href={`${PLACE}/en`}>{text.english}</Link>
            </li>
            {items
              .filter(({ code }) => code !== 'en' && code !== 'vi')
              .map(({ code, name }) => (
                <li key={code}>
                  <Link href={`${PLACE}/${code}`}>
                    {text.edit} <span lang={code}>{name}</span>
                  </Link>
                </li>
              ))}
            <li>
              <Link href={`${PLACE}/moi`}>{text.add}</Link>
            </li>
          </ul>
        )}
      </Loaded>
    </section>
  )
}
