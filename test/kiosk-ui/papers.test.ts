import { describe, expect, it } from 'vitest'
import {
  componentsOf,
  hasBeenSeen,
  type Paper,
  paperAfter
} from '../../kiosk-ui/src/screens/counter/papers.ts'

const PAPER: Paper = {
  id: 'p1',
  name: 'Tờ khai',
  detail: null,
  inCatalogue: true,
  presented: false,
  originals: 1,
  copies: 0,
  state: 'unseen',
  note: ''
}

describe('C-11 the checklist by keys', () => {
  it.each([
    ['Space', {}, { state: 'received' }],
    ['Space', { state: 'received' as const }, { state: 'unseen' }],
    ['Space', { presented: true }, { state: 'checked' }],
    ['KeyT', {}, { state: 'missing' }],
    ['KeyK', {}, { state: 'not-needed' }],
    ['Digit3', {}, { state: 'received', originals: 3 }],
    ['Numpad2', { originals: 0, copies: 1 }, { state: 'received', originals: 0, copies: 2 }],
    ['Digit2', { copies: 1 }, { state: 'received', originals: 1, copies: 2 }]
  ])('%s on %j', (code, before, after) => {
    expect(paperAfter({ ...PAPER, ...before }, code)).toMatchObject(after)
  })

  it.each(['Digit0', 'KeyA', 'Enter', 'Tab'])('%s does nothing', (code) => {
    expect(paperAfter(PAPER, code)).toBeUndefined()
  })
})

it('G13 “nobody looked” and “looked, is missing” are two things', () => {
  expect(hasBeenSeen(PAPER)).toBe(false)
  expect(hasBeenSeen({ ...PAPER, state: 'missing' })).toBe(true)
})

it('sends only what stays with the office, a paper outside the catalogue by its name', () => {
  const papers: Paper[] = [
    { ...PAPER, state: 'received' },
    { ...PAPER, id: 'p2', state: 'checked', presented: true },
    { ...PAPER, id: 'p3', state: 'missing' },
    { ...PAPER, id: 'x', name: 'Đơn đề nghị', inCatalogue: false, state: 'received', originals: 0 }
  ]
  expect(componentsOf(papers)).toEqual([
    { id: 'p1', originals: 1, copies: 0 },
    { name: 'Đơn đề nghị', originals: 1, copies: 0 }
  ])
})
