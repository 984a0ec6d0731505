import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { type DossierSummary, useDossiers } from '../../api/dossiers.ts'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Link, navigate } from '../../parts/router.tsx'
import { commonText, dayText } from '../../text/common.ts'
import { statusText, findText as text } from '../../text/counter.ts'
import { counterText } from '../../text/counter-queue.ts'
import { KEYS, onPage } from './counter-keys.ts'

const HOME = '/counter'
const PAGE = '/counter/ho-so'
const PAUSE = 150

/** Dossiers by name in any order, code, phone or the end of an id number; `scanned` when a code led here that opens none. */
export function FindPage({ search, scanned }: { search: string; scanned: boolean }) {
  const query = useDossiers(search)
  const back = () => navigate(HOME)
  useKeys([onPage(KEYS.go, back)])
  return (
    <div className="task wide">
      <div className="work" aria-busy={query.isPlaceholderData}>
        <PageHeading title={text.title} section={counterText.title} />
        <Search search={search} />
        <Loaded query={query} rows={8}>
          {({ pages }) => {
            const items = pages.flatMap(({ items }) => items)
            if (items.length === 0) return <Nothing search={search} />
            return (
              <>
                <Rows items={items} />
                <p className="small quiet after-list" role="status">
                  {text.shown(items.length, query.hasNextPage)}
                </p>
                {query.hasNextPage && (
                  <Button variant="default" onClick={() => void query.fetchNextPage()}>
                    {query.isFetchingNextPage ? commonText.loading : commonText.more}
                  </Button>
                )}
              </>
            )
          }}
        </Loaded>
      </div>
      <footer className="foot">
        <p className="say" role="status">
          {scanned && text.scanned}
        </p>
        <KeyButton of={KEYS.go} primary onClick={back}>
          {text.back}
        </KeyButton>
      </footer>
    </div>
  )
}

function Search({ search }: { search: string }) {
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    const input = field.current
    if (input && document.activeElement !== input) input.value = search
  }, [search])
  useEffect(() => () => clearTimeout(timer.current), [])
  const typed = (words: string) => {
    clearTimeout(timer.current)
    const query = words.trim() ? `?${new URLSearchParams({ tim: words.trim() })}` : ''
    timer.current = setTimeout(() => navigate(PAGE + query, { replace: true }), PAUSE)
  }
  return (
    <search>
      <TextInput
        ref={field}
        type="search"
        defaultValue={search}
        label={text.search}
        description={text.hint}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => typed(currentTarget.value)}
      />
    </search>
  )
}

function Nothing({ search }: { search: string }) {
  return (
    <section className="notice" role="status">
      <h2>{search ? text.none(search) : text.empty}</h2>
      <p>{search ? text.noneNext : text.emptyNext}</p>
    </section>
  )
}

function Rows({ items }: { items: readonly DossierSummary[] }) {
  return (
    <div className="list">
      <table>
        <thead>
          <tr>
            <th scope="col">{text.code}</th>
            <th scope="col">{text.procedure}</th>
            <th scope="col">{text.status}</th>
            <th scope="col">{text.due}</th>
            <th scope="col">{text.holder}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.code}>
              <td className="nowrap">
                <Link href={`${PAGE}/${encodeURIComponent(item.code)}`}>{item.code}</Link>
              </td>
              <td>
                <span className="clamp">{item.procedureName}</span>
                <p className="small quiet">{item.applicantName}</p>
              </td>
              <td>
                <StatusTag status={item.status} />
              </td>
              <td className="nowrap">
                {dayText(item.dueDay)}
                <DaysLeft item={item} />
              </td>
              <td className="small">{item.holderName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DaysLeft({ item: { daysLeft } }: { item: DossierSummary }) {
  if (daysLeft === null) return null
  return <p className={daysLeft < 0 ? 'small late-words' : 'small quiet'}>{text.daysLeft(daysLeft)}</p>
}

const TONES: Partial<Record<DossierSummary['status'], string>> = {
  awaiting_supplement: 'tag soon',
  awaiting_payment: 'tag soon',
  ready: 'tag done',
  returned: 'tag done'
}

export function StatusTag({ status }: Pick<DossierSummary, 'status'>) {
  return <span className={TONES[status] ?? 'tag'}>{statusText[status]}</span>
}
