import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CLIPS, callClips } from '../../kiosk-ui/src/text/voice-clips.ts'
import type { VoicePack } from '../../server/voice/schemas.ts'
import { startTestApp, type TestApp, testConfig } from '../support/app.ts'
import { databases } from '../support/databases.ts'

const PACK = path.resolve('kiosk-ui/voice/pack')

describe('the voice that is shipped', () => {
  const { clips } = JSON.parse(readFileSync(path.join(PACK, 'manifest.json'), 'utf8'))

  it('has every clip with its text, its file and its length', () => {
    expect(Object.keys(clips)).toEqual(CLIPS.map(({ id }) => id))
    for (const { id, text } of CLIPS) {
      expect(clips[id]).toMatchObject({ text, file: `${id}.opus`, seconds: expect.any(Number) })
      expect(existsSync(path.join(PACK, clips[id].file))).toBe(true)
      expect(clips[id].seconds).toBeGreaterThan(0.15)
      expect(clips[id].seconds).toBeLessThan(2)
    }
  })

  it('has what every call needs, for any letter and the counters 1 to 99', () => {
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZĐ') {
      for (let counter = 1; counter <= 99; counter += 1) {
        const needed = callClips(`${letter}0123456789`, counter).map(({ clip }) => clip)
        expect(needed.filter((clip) => !(clip in clips))).toEqual([])
      }
    }
  })

  it('says a call in its order', () => {
    expect(callClips('A105', 3).map(({ clip }) => clips[clip].text)).toEqual([
      'Mời số',
      'a',
      'một',
      'không',
      'năm',
      'đến quầy số',
      'ba'
    ])
    expect(
      callClips('H001', 45)
        .map(({ clip }) => clips[clip].text)
        .slice(-3)
    ).toEqual(['bốn', 'mươi', 'lăm'])
  })
})

describe("an office's own recording", () => {
  let folder: string
  let test: TestApp
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'motcua-voice-test-'))
    const [first] = databases
    if (!first) throw new Error('no database')
    test = await startTestApp(first.open, { furnished: false, config: { ...testConfig, voiceDir: folder } })
  })
  afterEach(async () => {
    await test.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const put = (name: string, content: string) => writeFileSync(path.join(folder, name), content)
  const get = (url: string) => test.app.inject({ method: 'GET', url })
  const voice = async () => (await get('/voice/manifest.json')).json<VoicePack>()
  const clip = async (id: string) => {
    const found = (await voice()).clips.find((one) => one.id === id)
    if (!found) throw new Error(id)
    return found
  }

  it('needs no manifest: a file that bears the name of a clip takes its place, at once', async () => {
    expect(await clip('so-5')).toMatchObject({ source: 'shipped', text: 'năm' })
    put('so-5.wav', 'five')
    const own = await clip('so-5')
    expect(own).toMatchObject({ source: 'office', text: 'năm', seconds: null })
    const answer = await get(own.urls[0] ?? '')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toContain('audio/')
    expect(answer.body).toBe('five')
    expect(await clip('so-6')).toMatchObject({ source: 'shipped' })
  })

  it('changes the address of a clip with its content', async () => {
    put('so-5.wav', 'five')
    const { urls } = await clip('so-5')
    put('so-5.wav', 'five again')
    const after = (await clip('so-5')).urls
    expect(after[0]).not.toBe(urls[0])
    expect(after[1]).toBe(urls[1])
  })

  it('may name other files and a speaker in a manifest', async () => {
    put('ba.mp3', 'three')
    const said = { 'so-3': { file: 'ba.mp3', text: 'ba', seconds: 0.4 }, 'so-4': { file: 'gone.mp3' } }
    put('manifest.json', JSON.stringify({ speaker: 'Cô Mai', clips: said }))
    expect(await voice()).toMatchObject({ speaker: 'Cô Mai', manifestUnreadable: false })
    expect(await clip('so-3')).toMatchObject({ source: 'office', seconds: 0.4 })
    expect(await clip('so-4')).toMatchObject({ source: 'shipped' })
  })

  it.each(['{', '[]', 'null', '{"clips":7}'])('is not silenced by a manifest that says %s', async (text) => {
    put('manifest.json', text)
    put('so-5.wav', 'five')
    const { clips, manifestUnreadable } = await voice()
    expect(manifestUnreadable).toBe(true)
    expect(clips).toHaveLength(CLIPS.length)
    expect(await clip('so-5')).toMatchObject({ source: 'office' })
  })

  it('takes neither an empty file nor one that is far too long nor a folder', async () => {
    put('so-5.wav', '')
    put('so-6.wav', 'x'.repeat(2_000_001))
    mkdirSync(path.join(folder, 'so-7.wav'))
    for (const id of ['so-5', 'so-6', 'so-7']) expect(await clip(id)).toMatchObject({ source: 'shipped' })
  })

  it.each([
    '/voice/office/..%2f..%2fpackage.json',
    '/voice/office/%2e%2e%2fsecret.key',
    '/voice/office/manifest.json',
    '/voice/office/so-5.wav%00.txt',
    '/voice/shipped/manifest.json',
    '/voice/office/none.wav'
  ])('gives out nothing but recordings: %s', async (url) => {
    put('manifest.json', '{"clips":{}}')
    expect((await get(url)).statusCode).toBe(404)
  })
})
