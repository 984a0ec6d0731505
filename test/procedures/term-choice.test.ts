import { describe, expect, it } from 'vitest'
import type { Term } from '../../server/calendar/due-date.ts'
import type { TermVariant } from '../../server/procedures/edition.ts'
import { chooseTerm } from '../../server/procedures/term-choice.ts'

const days = (amount: number): Term => ({ amount, unit: 'working_day' })
const caseOf = (name: string, term: Term): TermVariant => ({ kind: 'case', name, channel: null, term })
const online: TermVariant = { kind: 'channel', name: 'nộp qua mạng', channel: 'online', term: days(2) }

const procedure = {
  term: days(3),
  cutOff: null,
  variants: [caseOf('Phải xác minh', days(23)), online]
}

describe('the term of a dossier', () => {
  it('is that of the procedure where nothing else is said', () => {
    expect(chooseTerm(procedure, {})).toEqual({ term: days(3), cutOff: null, variant: null })
  })

  it.each(['Phải xác minh', 'phai xac minh', '1'])('is that of the case, named “%s”', (named) => {
    expect(chooseTerm(procedure, { case: named })?.term).toEqual(days(23))
  })

  it('is that of its way of filing where this has one of its own', () => {
    expect(chooseTerm(procedure, { channel: 'online' })?.term).toEqual(days(2))
    expect(chooseTerm(procedure, { channel: 'post' })?.term).toEqual(days(3))
  })

  it('is that of the case before that of the way of filing', () => {
    expect(chooseTerm(procedure, { case: '1', channel: 'online' })?.term).toEqual(days(23))
  })

  it.each(['Trường hợp lạ', '2', '9', ''])(
    'is none for a case that the procedure does not have: “%s”',
    (named) => {
      expect(chooseTerm(procedure, { case: named })).toBeUndefined()
    }
  )

  it('is known for a case even where that of the procedure is not', () => {
    const unknown = { ...procedure, term: null }
    expect(chooseTerm(unknown, {})?.term).toBeNull()
    expect(chooseTerm(unknown, { case: '1' })?.term).toEqual(days(23))
  })

  it('keeps the cut-off with the same-day term and drops it with a case that counts days', () => {
    const cutOff = { kind: 'hour', minute: 900 } as const
    const sameDay = { term: { amount: 1, unit: 'same_day' } as const, cutOff, variants: procedure.variants }
    expect(chooseTerm(sameDay, {})?.cutOff).toEqual(cutOff)
    expect(chooseTerm(sameDay, { case: '1' })?.cutOff).toBeNull()
  })

  it('keeps a cut-off that the procedure has with a term in days', () => {
    const cutOff = { kind: 'hour', minute: 900 } as const
    expect(chooseTerm({ ...procedure, cutOff }, { case: '1' })?.cutOff).toEqual(cutOff)
  })
})
