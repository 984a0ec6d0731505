import { describe, expect, it } from 'vitest'
import { typed } from '../../kiosk-ui/src/screens/kiosk/telex.ts'
import { kioskVietnamese } from '../../kiosk-ui/src/text/kiosk.ts'
import { kioskEnglish } from '../../kiosk-ui/src/text/kiosk-english.ts'
import { languageFaults } from '../../server/self-service/language-faults.ts'

const keys = (text: string) => [...text].reduce(typed, '')

describe('K-13 the kiosk’s own Telex', () => {
  it.each([
    ['khai sinh', 'khai sinh'],
    ['dang ky ket hon', 'dang ky ket hon'],
    ['ddawng kys keets hoon', 'đăng ký kết hôn'],
    ['chuwngs thuwcj', 'chứng thực'],
    ['ddaats ddai', 'đất đai'],
    ['hooj tichj', 'hộ tịch'],
    ['dduwowngf', 'đường'],
    ['nguowif', 'người'],
    ['quyeenf', 'quyền'],
    ['giays tow', 'giáy tơ'],
    ['giaays tow', 'giấy tơ'],
    ['gifn giuwx', 'gìn giữ'],
    ['hoaf', 'hòa'],
    ['toans', 'toán'],
    ['thuys', 'thúy'],
    ['khuyur', 'khuỷu'],
    ['muaf', 'mùa'],
    ['cuwar', 'cửa'],
    ['tieengs vieetj', 'tiếng việt'],
    ['xaz', 'xaz'],
    ['xasz', 'xa'],
    ['xass', 'xas'],
    ['aaa', 'aa'],
    ['ddd', 'dd'],
    ['sxfr', 'sxfr'],
    ['so 5', 'so 5']
  ])('%j becomes %j', (pressed, text) => expect(keys(pressed)).toBe(text.normalize('NFC')))

  it.each([...'đăâêôơư'])('takes %s directly', (letter) => {
    expect(keys(`c${letter}`)).toBe(`c${letter}`.normalize('NFC'))
  })

  it('puts a tone on a letter that was touched directly', () => {
    expect(keys('hôj')).toBe('hộ')
  })

  it('always gives composed text', () => {
    for (const text of ['ddaats', 'nguowif', 'vieetj', 'hôj']) {
      expect(keys(text)).toBe(keys(text).normalize('NFC'))
    }
  })
})

describe('K-14 the languages that are shipped', () => {
  it('have the same sentences with the same gaps', () => {
    expect(languageFaults('xx', { ...kioskEnglish })).toEqual([])
    expect(languageFaults('xx', { ...kioskVietnamese })).toEqual([])
  })
})
