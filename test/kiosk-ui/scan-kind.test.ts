import { describe, expect, it } from 'vitest'
import { kindOfScan } from '../../kiosk-ui/src/screens/kiosk/scan-kind.ts'

const TOKEN = 'v1.AAAAAAAAAAAAAAAAAAAAAA'
const OURS = 'https://motcua.example:8443'

describe('A-54 X-05 what is held under the reader of a kiosk', () => {
  it.each([
    [`${OURS}/t/${TOKEN}`, 'slip'],
    [` ${OURS.toUpperCase()}/t/${TOKEN}/?x=1 `, 'slip'],
    [`${OURS}/q/${TOKEN}`, 'ticket'],
    [`https://elsewhere.example/t/${TOKEN}`, 'foreign'],
    [`https://motcua.example/t/${TOKEN}`, 'foreign'],
    [`${OURS}.elsewhere.net/t/${TOKEN}`, 'foreign'],
    [`https://motcua.example:8443@elsewhere.net/t/${TOKEN}`, 'foreign'],
    [`https://elsewhere.net/?${OURS}/t/${TOKEN}`, 'strange'],
    ['091190001234|271234567|Trần Thị Bé Sáu|05031990|Nữ|Rạch Giá|12082021', 'card'],
    ['https://motcưa.éxample/t/v1.ÁÂA', 'damaged'],
    ['javascript:alert(1)', 'strange'],
    ['x'.repeat(5000), 'strange'],
    ['8938505974194', 'strange']
  ])('%s is %s', (scan, kind) => expect(kindOfScan(scan, OURS)).toBe(kind))
})
