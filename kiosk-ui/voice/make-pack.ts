import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CHIME, CLIPS } from '../src/text/voice-clips.ts'

/**
 * Makes the voice that is shipped: `node kiosk-ui/voice/make-pack.ts`, run by hand, on a machine with Debian's espeak-ng
 * and opus-tools. What it makes lies in `pack/` and is kept in git; README.md beside this file says more.
 */
const PACK = path.join(import.meta.dirname, 'pack')

/** Words a minute and pitch of eSpeak: slower than it speaks by itself, so that marks are heard in a loud hall. */
const SPEAKER = ['-v', 'vi', '-s', '105', '-p', '42', '-a', '100']

/** What eSpeak swallows, written so that it says the same. */
const SPELT: Readonly<Record<string, string>> = { gi: 'di' }

/** Full scale is 1. All clips are equally loud on average, and none reaches the top. */
const LOUDNESS = 10 ** (-18 / 20)
const HIGHEST = 10 ** (-1.5 / 20)

/** What is this much quieter than the loudest place counts as silence at both ends. */
const SILENCE = 0.02

interface Sound {
  rate: number
  samples: Float64Array
}

const work = mkdtempSync(path.join(tmpdir(), 'motcua-voice-'))
mkdirSync(PACK, { recursive: true })
const clips = Object.fromEntries(
  CLIPS.map((clip) => {
    const sound = clip === CHIME ? chime() : level(trim(speak(clip.text)))
    const file = `${clip.id}.opus`
    encode(sound, path.join(PACK, file))
    const seconds = Math.round((sound.samples.length / sound.rate) * 1000) / 1000
    return [clip.id, { file, text: clip.text, seconds }]
  })
)
const manifest = {
  speaker: 'eSpeak NG, giọng Bắc (máy đọc, tạm dùng khi cơ quan chưa có bản ghi)',
  licence: 'Apache-2.0',
  clips
}
writeFileSync(path.join(PACK, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
rmSync(work, { recursive: true })

function speak(text: string): Sound {
  const file = path.join(work, 'said.wav')
  execFileSync('espeak-ng', [...SPEAKER, '-w', file, (SPELT[text] ?? text).replaceAll('-', ' ')])
  return readWave(file)
}

/** Takes the silence off both ends; a few milliseconds of fading keep the cut from clicking. */
function trim({ rate, samples }: Sound): Sound {
  const loud = peakOf(samples) * SILENCE
  const first = samples.findIndex((sample) => Math.abs(sample) > loud)
  const last = samples.findLastIndex((sample) => Math.abs(sample) > loud)
  const margin = Math.round(rate * 0.012)
  const cut = samples.slice(Math.max(0, first - margin), last + margin)
  const fade = Math.min(margin, cut.length / 2)
  return {
    rate,
    samples: cut.map((sample, index) => sample * Math.min(1, index / fade, (cut.length - 1 - index) / fade))
  }
}

function level({ rate, samples }: Sound): Sound {
  const mean = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
  const gain = Math.min(LOUDNESS / mean, HIGHEST / peakOf(samples))
  return { rate, samples: samples.map((sample) => sample * gain) }
}

/** Two struck bells, a third apart, 0.8 s. */
function chime(): Sound {
  const rate = 24_000
  const samples = new Float64Array(rate * 0.8)
  const strikes = [
    { from: 0, pitch: 659.3 },
    { from: 0.28, pitch: 523.3 }
  ]
  for (const { from, pitch } of strikes) {
    for (let index = Math.round(from * rate); index < samples.length; index += 1) {
      const at = index / rate - from
      const end = Math.min(1, (samples.length - index) / (0.06 * rate))
      const bell = Math.exp(-5 * at) * Math.min(1, at / 0.004) * end
      const tone = Math.sin(2 * Math.PI * pitch * at) + 0.25 * Math.sin(4 * Math.PI * pitch * at)
      samples[index] = (samples[index] ?? 0) + bell * tone
    }
  }
  return level({ rate, samples })
}

function encode(sound: Sound, file: string) {
  const wave = path.join(work, 'sound.wav')
  writeWave(sound, wave)
  const quality = [
    '--quiet',
    '--bitrate',
    '32',
    '--vbr',
    '--comp',
    '10',
    '--serial',
    '1',
    '--discard-comments'
  ]
  execFileSync('opusenc', [...quality, wave, file])
}

function peakOf(samples: Float64Array): number {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)
}

/** One channel of 16 bits, as eSpeak writes it. */
function readWave(file: string): Sound {
  const bytes = readFileSync(file)
  const from = bytes.indexOf('data') + 8
  const length = Math.floor((bytes.length - from) / 2)
  const samples = Float64Array.from({ length }, (_, index) => bytes.readInt16LE(from + index * 2) / 32_768)
  return { rate: bytes.readUInt32LE(24), samples }
}

function writeWave({ rate, samples }: Sound, file: string) {
  const bytes = Buffer.alloc(44 + samples.length * 2)
  bytes.write('RIFF')
  bytes.writeUInt32LE(36 + samples.length * 2, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(samples.length * 2, 40)
  for (const [index, sample] of samples.entries()) {
    bytes.writeInt16LE(Math.round(sample * 32_767), 44 + index * 2)
  }
  writeFileSync(file, bytes)
}
