import { expect, it } from 'vitest'
import { diffCatalogue } from '../../server/procedures/catalogue-diff.ts'
import { readCatalogueFile } from '../../server/procedures/catalogue-file.ts'
import type { ProcedureEdition } from '../../server/procedures/edition.ts'

const edition = (code: string, given: Partial<ProcedureEdition> = {}): ProcedureEdition => {
  const { editions } = readCatalogueFile([
    {
      code,
      name: `Thủ tục ${code}`,
      term: { amount: 5, unit: 'working_day' },
      fee: 0,
      channels: ['truc_tiep']
    }
  ])
  return { ...(editions[0] as ProcedureEdition), ...given }
}

it('tells what is added, changed, unchanged and missing', () => {
  const before = [edition('1.000001'), edition('1.000002'), edition('1.000003')]
  const after = [edition('1.000002'), edition('1.000003', { fee: 8000 }), edition('1.000004')]
  expect(diffCatalogue(before, after)).toEqual({
    added: [{ code: '1.000004', name: 'Thủ tục 1.000004' }],
    changed: [
      { code: '1.000003', name: 'Thủ tục 1.000003', fields: [{ field: 'fee', before: 0, after: 8000 }] }
    ],
    unchanged: [{ code: '1.000002', name: 'Thủ tục 1.000002' }],
    missing: [{ code: '1.000001', name: 'Thủ tục 1.000001' }]
  })
})

it('names every field that differs with both values', () => {
  const term = { amount: 3, unit: 'working_day' } as const
  const { changed } = diffCatalogue(
    [edition('1.000001')],
    [edition('1.000001', { term, channels: ['counter', 'post'] })]
  )
  expect(changed[0]?.fields).toEqual([
    { field: 'term', before: { amount: 5, unit: 'working_day' }, after: term },
    { field: 'channels', before: ['counter'], after: ['counter', 'post'] }
  ])
})

it('takes the order in which the parts of a value were written for no change', () => {
  const before = edition('1.000001', { cutOff: { kind: 'hour', minute: 900 } })
  const after = edition('1.000001', { cutOff: { minute: 900, kind: 'hour' } })
  expect(diffCatalogue([before], [after]).changed).toEqual([])
})

it('tells an unknown fee from none', () => {
  const { changed } = diffCatalogue([edition('1.000001')], [edition('1.000001', { fee: null })])
  expect(changed[0]?.fields).toEqual([{ field: 'fee', before: 0, after: null }])
})
