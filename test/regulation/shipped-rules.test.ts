import { describe, expect, it } from 'vitest'
import decrees from '../../server/regulation/data/decrees.json' with { type: 'json' }
import forms from '../../server/regulation/data/form-sets.json' with { type: 'json' }
import type { DecreeValues } from '../../server/regulation/decree-parameters.ts'
import { decreeLabel, decreeShapes } from '../../server/regulation/decree-parameters.ts'
import type { Parameters } from '../../server/regulation/parameter.ts'
import { readDecrees, readFormSets } from '../../server/regulation/shipped.ts'
import { decreeSet, formSet, formSets, ruleSets } from './shipped.ts'

describe('the shipped rules', () => {
  it('give every parameter in every set a value, a source and a confidence', () => {
    const parameters = [...ruleSets, ...formSets].flatMap((set) =>
      Object.entries(set.parameters as Parameters)
    )
    expect(parameters.length).toBeGreaterThan(200)
    for (const [key, { value, source, confidence }] of parameters) {
      expect(value, key).not.toBeUndefined()
      expect(source.length, key).toBeGreaterThan(10)
      expect(['high', 'medium', 'low'], key).toContain(confidence)
    }
  })

  it('have a name for every parameter', () => {
    const keys = Object.keys(decreeShapes) as (keyof DecreeValues)[]
    expect(new Set(keys.map(decreeLabel)).size).toBe(keys.length)
  })

  it.each([
    ['qd-09-2015', 'slipAboveWorkingDays', 1],
    ['qd-09-2015', 'forwardingCutOff', null],
    ['nd-61-2018', 'slipAboveWorkingDays', 1],
    ['nd-118-2025', 'slipAboveWorkingDays', 1],
    ['nd-309-2026', 'slipAboveWorkingDays', 1],
    ['nd-61-2018', 'slipForImmediateResult', 'on_request'],
    ['nd-61-2018', 'forwardingCutOff', { kind: 'hour', minute: 900 }],
    ['nd-61-2018', 'clockStart', 'reception'],
    ['nd-61-2018', 'receptionElsewhere', 'none'],
    ['nd-61-2018', 'stopOnRequest', 'not_regulated'],
    ['nd-118-2025', 'stopOnRequest', 'until_result'],
    ['nd-118-2025', 'supplementExpiryApplies', 'when_procedure_says'],
    ['nd-118-2025', 'supplementExpiryWorkingDays', 15],
    ['nd-118-2025', 'supplementNoticeWorkingDays', 3],
    ['nd-118-2025', 'supplementMaxRequests', 1],
    ['nd-118-2025', 'termAfterSupplement', 'restart'],
    ['nd-118-2025', 'apologyLeadDays', 1],
    ['nd-118-2025', 'apologyMaxNewDates', 1],
    ['nd-118-2025', 'apologySigner', 'head_of_handling_agency'],
    ['nd-118-2025', 'receptionElsewhere', 'province'],
    ['nd-309-2026', 'clockStart', 'complete_and_correct'],
    ['nd-309-2026', 'clockStartElsewhere', 'competent_agency_receives'],
    ['nd-309-2026', 'receptionElsewhere', 'nation'],
    ['nd-309-2026', 'receiptDayCounted', false],
    ['nd-309-2026', 'calendarTermOnRestDay', 'next_working_day'],
    ['nd-309-2026', 'retentionYears', null]
  ] as const)('%s: %s is %j', (id, key, value) => {
    expect(decreeSet(id).parameters[key].value).toEqual(value)
  })

  it('mark what was not read in the decree of 2025 itself as unsure', () => {
    const { parameters } = decreeSet('nd-309-2026')
    for (const key of [
      'apologyLeadDays',
      'apologyMaxNewDates',
      'supplementNoticeWorkingDays',
      'termAfterSupplement'
    ] as const) {
      expect(parameters[key].confidence, key).toBe('medium')
    }
    expect(parameters.clockStart.confidence).toBe('high')
    expect(formSet('tt-03-2025').parameters.inForceFrom).toMatchObject({
      value: '2025-09-15',
      confidence: 'medium'
    })
  })
})

describe('an amendment', () => {
  it('takes over all that it does not settle itself', () => {
    expect(decreeSet('nd-367-2025').parameters).toEqual(decreeSet('nd-118-2025').parameters)
  })

  it('changes only what it settles', () => {
    const before = decreeSet('nd-367-2025').parameters as Parameters
    const after = decreeSet('nd-309-2026').parameters as Parameters
    const changed = Object.keys(after).filter((key) => after[key] !== before[key])
    expect(changed.sort()).toEqual([
      'clockStart',
      'clockStartElsewhere',
      'forwardingCutOff',
      'receptionElsewhere'
    ])
    expect(before.clockStart?.value).toBe('reception')
  })

  it('of the forms keeps the forms and brings the new dossier code', () => {
    const [before, after] = [formSet('tt-03-2025'), formSet('tt-04-2025')]
    expect(after.forms).toEqual(before.forms)
    expect(after.head).toEqual(before.head)
    expect(after.parameters.dossierCodes.value.map(({ template }) => template)).toEqual([
      'MX1X2.Y1Y2Y3.Z1Z2-YYMMDD-XXXX',
      'MX1X2.Y1Y2Y3.Z1Z2-YYMMDD-AAXXXX'
    ])
    expect(after.parameters['title.apology']).toBe(before.parameters['title.apology'])
  })
})

describe('a data file with a mistake is refused with its place', () => {
  const broken = (change: (data: typeof decrees) => void) => {
    const copy = structuredClone(decrees)
    change(copy)
    return () => readDecrees(copy)
  }
  const brokenForms = (change: (data: typeof forms) => void) => {
    const copy = structuredClone(forms)
    change(copy)
    return () => readFormSets(copy)
  }
  const [first, second] = [0, 1]

  it.each<[string, () => unknown, string]>([
    [
      'no source',
      broken(({ ruleSets: [set] }) => Object.assign(set!.parameters.clockStart!, { source: ' ' })),
      'qd-09-2015.clockStart: has no source'
    ],
    [
      'no confidence',
      broken(({ ruleSets: [set] }) => Object.assign(set!.parameters.clockStart!, { confidence: 'sure' })),
      'qd-09-2015.clockStart: has no confidence'
    ],
    [
      'a missing parameter',
      broken(({ ruleSets: [set] }) => Reflect.deleteProperty(set!.parameters, 'clockStart')),
      'qd-09-2015.clockStart: is missing'
    ],
    [
      'an unknown parameter',
      broken(({ ruleSets: [set] }) => Object.assign(set!.parameters, { clock: set!.parameters.clockStart })),
      'qd-09-2015.clock: is no parameter'
    ],
    [
      'a wrong value',
      broken(({ ruleSets: [set] }) => Object.assign(set!.parameters.apologyLeadDays!, { value: '1' })),
      'qd-09-2015.apologyLeadDays: has a wrong value'
    ],
    [
      'a wrong cut-off',
      broken(({ ruleSets: sets }) =>
        Object.assign(sets[second]!.parameters.forwardingCutOff!, { value: { kind: 'hour', minute: 1440 } })
      ),
      'nd-61-2018.forwardingCutOff: has a wrong value'
    ],
    [
      'a day that is none',
      broken(({ ruleSets: [set] }) => Object.assign(set!, { effectiveFrom: '2015-02-30' })),
      'qd-09-2015: effectiveFrom is not a day'
    ],
    [
      'an id that is used twice',
      broken(({ ruleSets: sets }) => Object.assign(sets[second]!, { id: 'qd-09-2015' })),
      'qd-09-2015: the id is used twice'
    ],
    [
      'sets out of order',
      broken(({ ruleSets: sets }) => Object.assign(sets[second]!, { effectiveFrom: '2015-05-15' })),
      'nd-61-2018: stands before its turn'
    ],
    [
      'an heir of nothing',
      broken(({ ruleSets: sets }) => Object.assign(sets[second]!, { inherits: 'nd-309-2026' })),
      'nd-61-2018: inherits from nd-309-2026, which is not before it'
    ],
    [
      'a gap about nothing',
      broken(({ openPoints: [gap] }) => Object.assign(gap!, { concerns: 'nd-1' })),
      'concerns an unknown set'
    ],
    [
      'a form without a title',
      brokenForms(({ formSets: [set] }) => Reflect.deleteProperty(set!.parameters, 'title.refusal')),
      'tt-01-2018.title.refusal: is missing'
    ],
    [
      'a field named twice',
      brokenForms(({ formSets: [set] }) => Object.assign(set!.forms![first]!.fields[1]!, { id: 'code' })),
      'tt-01-2018, form 01: uses an id twice'
    ],
    [
      'a field without a label',
      brokenForms(({ formSets: [set] }) => Object.assign(set!.forms![first]!.fields[1]!, { label: '' })),
      'tt-01-2018, form 01.copy: only a table has no label'
    ],
    [
      'a code that its own pattern refuses',
      brokenForms(({ formSets: [set] }) =>
        Object.assign(set!.parameters.dossierCodes!.value[0]!, { example: 'H33' })
      ),
      'tt-01-2018.dossierCodes: has a wrong value'
    ],
    [
      'two days of effect',
      brokenForms(({ formSets: [set] }) => Object.assign(set!, { effectiveFrom: '2019-01-07' })),
      'tt-01-2018: inForceFrom and effectiveFrom differ'
    ]
  ])('%s', (_, read, problem) => {
    expect(read).toThrow(problem)
  })
})
