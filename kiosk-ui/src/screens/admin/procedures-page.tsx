import { Button } from '@mantine/core'
import { useAttention } from '../../api/procedures.ts'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Link, navigate } from '../../parts/router.tsx'
import { adminText } from '../../text/admin.ts'
import { adminProceduresText as text } from '../../text/admin-procedures.ts'
import { AttentionList } from './attention-list.tsx'
import { KindLinks, kindTitle } from './kind-links.tsx'
import { ProcedureList } from './procedure-list.tsx'
import { SearchBox } from './search-box.tsx'

/** The address of every list on this page. `EVERY` stands for all kinds of attention. */
const HOME = '/admin/thu-tuc'
const EVERY = 'tat-ca'

export function ProceduresPage({ search, kind }: { search: string; kind: string | null }) {
  return (
    <div className="procedures">
      <div className="head">
        <PageHeading title={titleOf(search, kind)} section={adminText.title} />
        <span className="end">
          <SearchBox search={search} onSearch={(words) => navigate(addressOf(words), { replace: true })} />
          <Button
            component="a"
            href={`${HOME}/nhap`}
            variant="default"
            size="sm"
            leftSection={<Icon name="upload" />}
            onClick={(event) => {
              event.preventDefault()
              navigate(`${HOME}/nhap`)
            }}
          >
            {text.importLink}
          </Button>
        </span>
      </div>
      <div className="columns">
        <Kinds chosen={search ? null : kind} />
        {kind && !search ? (
          <AttentionList kind={kind === EVERY ? null : kind} />
        ) : (
          <ProcedureList search={search} />
        )}
      </div>
    </div>
  )
}

function addressOf(words: string): string {
  return words ? `${HOME}?${new URLSearchParams({ tim: words })}` : HOME
}

function titleOf(search: string, kind: string | null): string {
  if (search) return text.searchTitle(search)
  if (!kind) return text.title
  return kind === EVERY ? text.everyAttention : kindTitle(kind)
}

function Kinds({ chosen }: { chosen: string | null }) {
  const attention = useAttention()
  return (
    <nav className="kinds card" aria-label={text.kinds}>
      <div className="kind-links">
        <Link href={HOME} aria-current={chosen === null ? 'page' : undefined}>
          {text.every}
        </Link>
      </div>
      <h2>{text.kinds}</h2>
      <Loaded query={attention}>
        {({ total, counts }) =>
          total === 0 ? (
            <p className="small quiet">{text.nothingToSee}</p>
          ) : (
            <>
              <div className="kind-links">
                <Link href={`${HOME}?loai=${EVERY}`} aria-current={chosen === EVERY ? 'page' : undefined}>
                  <span>{text.everyAttention}</span>
                  <b className="num">{total}</b>
                </Link>
              </div>
              <KindLinks counts={counts} chosen={chosen} />
            </>
          )
        }
      </Loaded>
    </nav>
  )
}
