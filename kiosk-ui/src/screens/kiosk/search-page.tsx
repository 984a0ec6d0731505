import { useEffect, useRef, useState } from 'react'
import type { OfficeDetail } from '../../api/hall.ts'
import { noteMiss, type Procedure, searchProcedures } from '../../api/self-service.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import { Keyboard } from './keyboard.tsx'
import type { Page, Search } from './pages.ts'
import { useKeys } from './scanned.ts'
import { SheetInfo } from './sheet.tsx'
import { afterErase, afterKey, type Typing } from './telex.ts'
import { useWords } from './words.ts'

interface Props {
  office: OfficeDetail
  /** What was typed before somebody came back to it. */
  search: Search
  fault: string | null
  onOpen: (page: Page) => void
  onScan: (text: string) => void
}

const LONGEST = 60

/** Tiles under the keyboard, and without it. */
const FEW = 2
const MANY = 5

/** Finds a procedure by a few letters, with or without marks (K-12). */
export function SearchPage({ office, search: before, fault, onOpen, onScan }: Props) {
  const { say } = useWords()
  const [search, setSearch] = useState(before)
  const { keys, from } = search
  const found = useFound(search)
  const set = (next: Partial<Search>) => setSearch((now) => ({ ...now, ...next }))
  const setKeys = (shown: boolean) => set({ keys: shown })
  const setFrom = (first: number) => set({ from: first })
  const type = (key: string) =>
    setSearch((now) => (now.pressed.length < LONGEST ? { ...now, ...afterKey(now, key), from: 0 } : now))
  const erase = () => setSearch((now) => ({ ...now, ...afterErase(now), from: 0 }))
  useKeys({
    onScan: (text) => {
      setKeys(false)
      onScan(text)
    },
    onKey: (key) => {
      setKeys(false)
      if (key === 'Backspace') erase()
      else if (key.length === 1) type(key.toLowerCase())
    }
  })
  const most = keys ? FEW : MANY
  const shown = found.items.slice(from, from + most)
  const isNone = found.asked !== '' && found.items.length === 0
  return (
    <>
      <SheetInfo office={office} title={say('searchTitle')} note={say('searchHint')}>
        <p className="query" lang="vi">
          <span className="unseen">{say('searchLabel')}: </span>
          {wordsOn(search, found)}
          <i aria-hidden="true" />
        </p>
        {fault && (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        <Preview found={found} shown={keys ? FEW : found.items.length} />
      </SheetInfo>
      <main className="search" data-keys={keys ? 'yes' : 'no'} aria-label={say('procedures')}>
        <div className="found">
          {shown.map(({ code, name, field }) => (
            <button
              key={code}
              type="button"
              lang="vi"
              onClick={() => onOpen({ name: 'procedure', code, search })}
            >
              <b>{name}</b>
              <small>{field}</small>
            </button>
          ))}
          {isNone && (
            <button type="button" onClick={() => onOpen({ name: 'help', calling: true })}>
              <HallIcon name="help" />
              {say('meetOfficer')}
            </button>
          )}
        </div>
        {keys ? (
          <Keyboard
            onKey={type}
            onErase={erase}
            onResults={found.asked === '' ? undefined : () => setKeys(false)}
          />
        ) : (
          <div className="pager">
            <button type="button" onClick={() => setKeys(true)}>
              {say('showKeyboard')}
            </button>
            <button type="button" disabled={from === 0} onClick={() => setFrom(from - most)}>
              {say('before')}
            </button>
            <button
              type="button"
              disabled={from + most >= found.items.length}
              onClick={() => setFrom(from + most)}
            >
              {say('after')}
            </button>
          </div>
        )}
      </main>
    </>
  )
}

/** What stands in the box: what was found by the keys alone is not shown with marks that nobody meant. */
function wordsOn({ text, pressed }: Search, { byKeys }: Found): string {
  return byKeys !== null && pressed.startsWith(byKeys) ? pressed : text
}

/** Names that stand in the upper part while the keyboard takes their place below. */
const PREVIEWED = 7

function Preview({ found, shown }: { found: Found; shown: number }) {
  const { say } = useWords()
  const { asked, items, more } = found
  if (asked === '') return null
  const count = items.length
  const title = more ? 'searchFirst' : count === 0 ? 'searchNone' : count === 1 ? 'searchOne' : 'searchMany'
  return (
    <div className="preview">
      <p role="status">{say(title, { count })}</p>
      {count === 0 && <p className="hint">{say('searchNoneNote')}</p>}
      <ul lang="vi">
        {items.slice(shown, shown + PREVIEWED).map(({ code, name }) => (
          <li key={code}>{name}</li>
        ))}
      </ul>
    </div>
  )
}

interface Found {
  /** The words that this was found for. */
  asked: string
  items: readonly Procedure[]
  more: boolean
  /** The keys as they were pressed, where they found what the marks made of them did not. */
  byKeys: string | null
}

/** Milliseconds. */
const WAIT = 150
const PATIENCE = 2_500

/** Somebody who stops for so long has typed what he wanted: finding nothing is then told to the office. */
const MEANT_AFTER = 2_000

const NOTHING: Found = { asked: '', items: [], more: false, byKeys: null }

/** What is found for the words, a moment after the last key; an older answer never overwrites a newer one. */
function useFound({ text, pressed }: Typing): Found {
  const [found, setFound] = useState(NOTHING)
  const asked = text.trim()
  const told = useRef('')
  useEffect(() => {
    if (asked.length < 2) return setFound(NOTHING)
    const controller = new AbortController()
    const search = () =>
      void searchBoth({ asked, pressed }, controller.signal).then(setFound, () => undefined)
    const timer = setTimeout(search, WAIT)
    const late = setTimeout(() => controller.abort(), WAIT + PATIENCE)
    return () => {
      clearTimeout(timer)
      clearTimeout(late)
      controller.abort()
    }
  }, [asked, pressed])
  const missed = found.asked !== '' && found.items.length === 0 ? found.asked : ''
  useEffect(() => {
    if (missed === '' || told.current === missed) return
    const timer = setTimeout(() => {
      told.current = missed
      noteMiss(missed)
    }, MEANT_AFTER)
    return () => clearTimeout(timer)
  }, [missed])
  return found
}

/** Finds by the words with the marks that Telex made; where that finds nothing, by the keys as they were pressed (K-12). */
async function searchBoth(
  { asked, pressed }: { asked: string; pressed: string },
  signal: AbortSignal
): Promise<Found> {
  const answer = await searchProcedures(asked, signal)
  const keys = pressed.trim()
  if (answer.items.length > 0 || keys === asked) return { asked, ...answer, byKeys: null }
  const plain = await searchProcedures(keys, signal)
  return plain.items.length > 0 ? { asked, ...plain, byKeys: keys } : { asked, ...answer, byKeys: null }
}
