/** Invented people; the numbers agree with birth and sex. */
export const AN = {
  kind: 'citizen',
  name: 'Nguyễn Thị Bé An',
  idNumber: '091185001234',
  birthDate: '1985-03-05',
  sex: 'female',
  address: 'Tổ 4, khu phố 2, phường Rạch Giá, tỉnh An Giang',
  phone: '0912 345 678'
} as const

/** What stands in these must never stand in the open part of an event. */
export const SECRETS = ['Nguyễn Thị Bé An', '091185001234', '912345678', 'khu phố 2', '1985-03-05']

/** Five working days: a birth that is registered again. */
export const FIVE_DAYS = '1.004884'

/** A wedding, with its paper on the same day. */
export const AT_ONCE = '1.000894'

/** An intake that is in order; a case of a test changes what it is about. */
export function intake(changes: object = {}): object {
  return {
    procedureCode: FIVE_DAYS,
    applicant: AN,
    channel: 'counter',
    components: [{ id: '1', originals: 1, copies: 0 }],
    resultDelivery: 'counter',
    ...changes
  }
}
