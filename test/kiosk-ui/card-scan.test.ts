import { describe, expect, it } from 'vitest'
import { findScan, numberAgrees } from '../../kiosk-ui/src/parts/card-scan.ts'

const CARD_2021 =
  '091085001234|370912345|Nguyễn Văn An|05031985|Nam|Tổ 4, Khu phố 2, Vĩnh Thông, Rạch Giá, Kiên Giang|12082021'
const WITHOUT_OLD = '091302004567||Trần Thị Bé|17102002|Nữ|Ấp Kinh 5, Tân Hội, Tân Hiệp, Kiên Giang|03062022'

function cardOf(text: string) {
  const scan = findScan(text)
  if (scan?.kind !== 'card') throw new Error(`not a card: ${text}`)
  return scan.card
}

describe('C-06 what a scanner reads is told apart by what it says', () => {
  it('reads a card of 2021', () => {
    expect(cardOf(CARD_2021)).toEqual({
      idNumber: '091085001234',
      name: 'Nguyễn Văn An',
      birthDate: '1985-03-05',
      sex: 'male',
      address: 'Tổ 4, Khu phố 2, Vĩnh Thông, Rạch Giá, Kiên Giang',
      issuedOn: '2021-08-12',
      doubts: []
    })
  })

  it('reads a card without an old number', () => {
    expect(cardOf(WITHOUT_OLD)).toMatchObject({ name: 'Trần Thị Bé', sex: 'female', birthDate: '2002-10-17' })
  })

  it.each([
    [
      'sex before birth',
      '091085001234|Nguyễn Văn An|Nam|05031985|Phường Rạch Giá, tỉnh An Giang|02072024|370912345|'
    ],
    ['birth before sex', '091085001234|Nguyễn Văn An|05031985|Nam|Phường Rạch Giá, tỉnh An Giang|02072024||'],
    [
      'a cancelled number behind',
      '091085001234|Nguyễn Văn An|05031985|Nam|Phường Rạch Giá, tỉnh An Giang|02072024||091085009999'
    ],
    [
      'another mark between the fields',
      '091085001234$$Nguyễn Văn An$05031985$Nam$Phường Rạch Giá, tỉnh An Giang$02072024'
    ],
    [
      'days with strokes',
      '091085001234||Nguyễn Văn An|05/03/1985|Nam|Phường Rạch Giá, tỉnh An Giang|02/07/2024'
    ]
  ])('reads the newer layout: %s', (_, text) => {
    expect(cardOf(text)).toEqual({
      idNumber: '091085001234',
      name: 'Nguyễn Văn An',
      birthDate: '1985-03-05',
      sex: 'male',
      address: 'Phường Rạch Giá, tỉnh An Giang',
      issuedOn: '2024-07-02',
      doubts: []
    })
  })

  it('leaves the names of father and mother on a child’s card alone', () => {
    const card = cardOf(
      '091218001111|Lê Minh Khôi|11022018|Nam|Ấp Hòa An, xã Mỹ Thuận, tỉnh An Giang|15082024|||Lê Văn Tám|Phạm Thị Út'
    )
    expect(card).toMatchObject({
      name: 'Lê Minh Khôi',
      address: 'Ấp Hòa An, xã Mỹ Thuận, tỉnh An Giang',
      doubts: []
    })
  })

  it.each([
    ['H01.31-261123-0007', { kind: 'dossier', code: 'H01.31-261123-0007' }],
    ['h01.31-261123-0007', { kind: 'dossier', code: 'H01.31-261123-0007' }],
    [
      'https://motcua.example.vn/t/0193-c4.abcdefghijklmnopqrstuv',
      { kind: 'tracking', token: '0193-c4.abcdefghijklmnopqrstuv' }
    ],
    ['http://localhost:3000/q/ABCDEFGHIJKLMNOPQRSTUV', { kind: 'ticket', token: 'ABCDEFGHIJKLMNOPQRSTUV' }],
    ['Nguyễn Văn An', undefined],
    ['091085001234', undefined],
    ['0912|345', undefined],
    ['https://example.com/x', undefined]
  ])('%s', (text, scan) => {
    expect(findScan(text)).toEqual(scan)
  })
})

describe('X-33 text that came through damaged is never taken', () => {
  it.each([
    ['marks lost', '091085001234||NGUYEN VAN AN|05031985|Nam|To 4, Rach Gia, Kien Giang|12082021'],
    ['letters replaced', '091085001234||Nguy?n V?n An|05031985|Nam|T? 4, R?ch Gi?|12082021'],
    ['an input tool at work', '091085001234||Nguye64n Va8n An|05031985|Nam|To63 4 Ra5ch Gia1|12082021']
  ])('%s', (_, text) => {
    const card = cardOf(text)
    expect(card).toMatchObject({ idNumber: '091085001234', birthDate: '1985-03-05', sex: 'male', name: null })
    expect(card.doubts).toContain('name-garbled')
  })

  it('X-34 turns UTF-8 back that was read as Windows-1252, and says so', () => {
    const damaged = '091085001234||Nguyá»…n VÄƒn An|05031985|Nam|Ráº¡ch GiÃ¡|12082021'
    expect(cardOf(damaged)).toMatchObject({
      name: 'Nguyễn Văn An',
      address: 'Rạch Giá',
      doubts: ['repaired']
    })
  })

  it('asks for what is not on the card', () => {
    expect(cardOf('091085001234||Nguyễn Văn An|05031985').doubts).toEqual(['address-missing', 'sex-missing'])
  })
})

describe('X-20 the number agrees with its bearer', () => {
  it.each([
    ['091085001234', '1985-03-05', 'male', true],
    ['091302004567', '2002-10-17', 'female', true],
    ['091085001234', '1986-03-05', 'male', false],
    ['091085001234', '1985-03-05', 'female', false],
    ['091085001234', null, null, true],
    ['370912345', '1985-03-05', 'male', true]
  ] as const)('%s %s %s: %s', (idNumber, birthDate, sex, agrees) => {
    expect(numberAgrees({ idNumber, birthDate, sex })).toBe(agrees)
  })
})
