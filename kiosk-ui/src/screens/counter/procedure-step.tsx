import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type Procedure, useProcedures } from '../../api/procedures.ts'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { commonText } from '../../text/common.ts'
import { intakeText as text } from '../../text/counter.ts'
import { counterText } from '../../text/counter-queue.ts'
import { feeWords, termText } from '../../text/procedures.ts'
import { CaseChoice, casesOf } from './case-choice.tsx'
import { KEYS, onPage } from './counter-keys.ts'
import { changeIntake, chooseProcedure } from './intake.ts'
import type { StepProps } from './intake-page.tsx'
import { recentCodes, rememberCode } from './recent-procedures.ts'

const PAUSE = 150
const FIELD = 'tim-thu-tuc'
const LIST = 'ds-thu-tuc'

/** What the dossier asks for: typed without marks, by initials or by code, and taken with Enter. */
export function ProcedureStep({ intake, goTo, said }: StepProps & { said: string }) {
  const [words, setWords] = useState('')
  const [refused, setRefused] = useState('')
  const pick = (procedure: Procedure) => {
    if (!procedure.term) return setRefused(text.noTermWhy(procedure.name))
    setRefused('')
    rememberCode(procedure.code)
    chooseProcedure(procedure)
    if (casesOf(procedure).length > 0) changeIntake({ step: 0 })
  }
  const goOn = () => (intake.procedure ? goTo(1) : setRefused(text.procedureMissing))
  useKeys([onPage(KEYS.go, goOn)])
  return (
    <>
      <div className="work">
        <PageHeading title={text.procedureTitle} section={counterText.title} />
        {intake.procedure && <CaseChoice intake={intake} procedure={intake.procedure} />}
        <Picker words={words} onWords={setWords} chosen={intake.procedure} onPick={pick} />
      </div>
      <footer className="foot">
        <p className="say" role="status">
          {refused || (intake.procedure ? text.chosen(intake.procedure.name) : said)}
        </p>
        <KeyButton of={KEYS.go} primary onClick={goOn}>
          {text.stepNames[1]}
        </KeyButton>
      </footer>
    </>
  )
}

interface PickerProps {
  words: string
  onWords: (words: string) => void
  chosen: Procedure | null
  onPick: (procedure: Procedure) => void
}

function Picker({ words, onWords, chosen, onPick }: PickerProps) {
  const query = useProcedures(words)
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => () => clearTimeout(timer.current), [])
  const found = query.data?.pages.flatMap(({ items }) => items) ?? []
  const items = words === '' ? recentFirst(found) : found
  const looked = items[at] ?? null
  useEffect(() => changeIntake({ looked }), [looked])
  const search = (typed: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setAt(0)
      onWords(typed.trim())
    }, PAUSE)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229 || event.ctrlKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt(Math.min(Math.max(at + step, 0), items.length - 1))
    }
    if (event.key !== 'Enter') return
    // What comes next has the focus at once, and must not hear this Enter as its own.
    event.preventDefault()
    const item = items[at]
    const isSettled = !query.isPlaceholderData && field.current?.value.trim() === words
    if (item && isSettled) onPick(item)
  }
  return (
    <>
      <TextInput
        ref={field}
        id={FIELD}
        label={text.search}
        description={`${text.searchHint}. ${text.listKeys}`}
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={LIST}
        aria-activedescendant={items[at] ? optionId(items[at]) : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => search(currentTarget.value)}
        onKeyDown={press}
      />
      <Loaded query={query} rows={6}>
        {() =>
          items.length === 0 ? (
            <section className="notice" role="status">
              <h2>{text.noneFound(words)}</h2>
              <p>{text.noneFoundNext}</p>
            </section>
          ) : (
            <div className="options" role="listbox" id={LIST} aria-label={text.procedureTitle}>
              {items.map((item, index) => (
                <Option
                  key={item.code}
                  item={item}
                  isAt={index === at}
                  isChosen={item.code === chosen?.code}
                  onPick={() => onPick(item)}
                />
              ))}
            </div>
          )
        }
      </Loaded>
      <p className="small quiet after-list" role="status">
        {query.data ? text.found(found.length, query.hasNextPage) : commonText.nothing}
      </p>
    </>
  )
}

interface OptionProps {
  item: Procedure
  isAt: boolean
  isChosen: boolean
  onPick: () => void
}

function Option({ item, isAt, isChosen, onPick }: OptionProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isAt) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isAt])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search field's, which keeps the focus
    <div
      ref={row}
      role="option"
      id={optionId(item)}
      aria-selected={isAt}
      className={isAt ? 'here' : undefined}
      tabIndex={-1}
      onClick={onPick}
    >
      <span className="name clamp">{item.name}</span>
      <span className="small quiet">
        {[item.code, item.field, isChosen && text.chosen('').replace(/: $/, '')].filter(Boolean).join(' · ')}
      </span>
      <span className="term">
        {item.term ? termText(item.term) : <span className="tag soon">{text.noTerm}</span>}
        <span className="small quiet">{item.fee === null ? null : feeWords(item.fee)}</span>
      </span>
    </div>
  )
}

function optionId({ code }: Procedure): string {
  return `thu-tuc-${code.replaceAll('.', '-')}`
}

/** The last used ones stand on top as long as nothing is searched for. */
function recentFirst(items: readonly Procedure[]): Procedure[] {
  const codes = recentCodes()
  const rank = ({ code }: Procedure) => (codes.includes(code) ? codes.indexOf(code) : codes.length)
  return [...items].sort((one, other) => rank(one) - rank(other))
}
