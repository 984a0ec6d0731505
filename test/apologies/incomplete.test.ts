import { describe, expect, it } from 'vitest'
import { draftFaults, signatureFaults } from '../../server/apologies/incomplete.ts'
import { findOrdinal, letterNumber } from '../../server/apologies/letter-number.ts'
import { officeDays } from '../../server/calendar/office-days.ts'
import { officeCalendar, vietnam } from '../calendar/calendars.ts'

const ground = {
  now: vietnam('2026-11-23 09:12'),
  dueDay: '2026-11-20',
  address: 'Tổ 3, khu phố 2, phường Rạch Giá',
  reasonCodes: new Set(['cho_co_quan_khac']),
  days: officeDays(officeCalendar())
}

const complete = {
  reasonCode: 'cho_co_quan_khac',
  reason: 'Chờ xác minh nơi đăng ký cũ',
  newDueDay: '2026-11-26'
}

const pathsOf = (faults: { path: string }[]) => faults.map(({ path }) => path)

describe('D-11 an apology that lacks something', () => {
  it('is complete with reason and a new working day', () => {
    expect(draftFaults(complete, ground)).toEqual([])
  })

  it('names everything that is missing at once', () => {
    const faults = draftFaults({ reasonCode: '', reason: '', newDueDay: '' }, { ...ground, address: '' })
    expect(pathsOf(faults)).toEqual(['/reasonCode', '/reason', '/newDueDay', '/applicant/address'])
  })

  it.each([
    ['a reason that the catalogue does not have', { reasonCode: 'vi_vay' }, '/reasonCode'],
    ['a new day that does not exist', { newDueDay: '2026-02-30' }, '/newDueDay'],
    ['the present due day', { newDueDay: '2026-11-20' }, '/newDueDay'],
    ['a day before the present due day', { newDueDay: '2026-11-19' }, '/newDueDay'],
    ['a holiday', { newDueDay: '2026-11-24' }, '/newDueDay'],
    ['a Saturday', { newDueDay: '2026-11-28' }, '/newDueDay']
  ])('refuses %s', (_, change, path) => {
    expect(pathsOf(draftFaults({ ...complete, ...change }, ground))).toEqual([path])
  })

  it('refuses a day after the due day that has gone by', () => {
    const later = { ...ground, now: vietnam('2026-11-26 17:00') }
    expect(pathsOf(draftFaults(complete, later))).toEqual(['/newDueDay'])
  })

  it('proposes the next working day instead of a holiday', () => {
    const [fault] = draftFaults({ ...complete, newDueDay: '2026-11-24' }, ground)
    expect(fault?.message).toContain('25/11/2026')
  })
})

describe('D-11 a signature that lacks something', () => {
  const facts = { now: vietnam('2026-11-23 09:12'), receivedAt: vietnam('2026-11-10 08:00') }
  const signed = { number: '', signer: 'Trịnh Văn Ửng', signerTitle: 'Giám đốc', signedOn: '2026-11-23' }

  it('has a name, an office and a day', () => {
    expect(signatureFaults(signed, facts)).toEqual([])
    expect(
      pathsOf(signatureFaults({ number: '', signer: '', signerTitle: '', signedOn: '' }, facts))
    ).toEqual(['/signer', '/signerTitle', '/signedOn'])
  })

  it.each([
    ['tomorrow', { signedOn: '2026-11-24' }, '/signedOn'],
    ['a day before the receipt', { signedOn: '2026-11-09' }, '/signedOn'],
    ['a number without a digit', { number: 'PXL' }, '/number'],
    ['words for a number', { number: 'số 5' }, '/number']
  ])('refuses %s', (_, change, path) => {
    expect(pathsOf(signatureFaults({ ...signed, ...change }, facts))).toEqual([path])
  })
})

describe('the number of a letter', () => {
  it('has two digits at least', () => {
    expect([5, 15, 115].map(letterNumber)).toEqual(['05', '15', '115'])
  })

  it('is counted only where it is nothing but digits', () => {
    expect(['7', '07', '12/PXL'].map(findOrdinal)).toEqual([7, 7, undefined])
  })
})
