import type { Caller } from './app.ts'

/** A dossier as the counter sends it; five working days: what comes on Monday 16/11/2026 is due on Monday 23/11. */
const BIRTH_AGAIN = {
  procedureCode: '1.004884',
  applicant: {
    kind: 'citizen',
    name: 'Trần Thị Bé Sáu',
    idNumber: '091190001234',
    address: 'Tổ 3, khu phố 2, phường Rạch Giá, tỉnh An Giang',
    phone: '0912345678'
  },
  channel: 'counter',
  components: [],
  resultDelivery: 'counter'
}

/** Takes a dossier in and answers it. */
export async function receive(counter: Caller, changes: object = {}) {
  const answer = await counter('POST', '/api/v1/dossiers', { ...BIRTH_AGAIN, ...changes })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body
}
