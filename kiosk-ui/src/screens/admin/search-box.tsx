import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { adminProceduresText as text } from '../../text/admin-procedures.ts'

const PAUSE = 150

/** Searches while someone types, a moment after the last letter. What stands in the field is never rewritten. */
export function SearchBox({ search, onSearch }: { search: string; onSearch: (words: string) => void }) {
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const input = field.current
    if (input && document.activeElement !== input) input.value = search
  }, [search])
  useEffect(() => () => clearTimeout(timer.current), [])
  const typed = (words: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSearch(words.trim()), PAUSE)
  }
  return (
    <search className="search">
      <TextInput
        ref={field}
        type="search"
        defaultValue={search}
        label={text.search}
        placeholder={text.searchHint}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => typed(currentTarget.value)}
      />
    </search>
  )
}
