import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { FILE_NAME, type PackFolder, readManifest, recordings } from './pack.ts'
import type { VoicePack } from './schemas.ts'

/** The voice that comes with the program. */
export const SHIPPED = path.resolve(import.meta.dirname, '../../kiosk-ui/voice/pack')

/** More than a spoken word of a few seconds; a board keeps all of them in its memory. */
const MOST_BYTES = 2_000_000

/**
 * The recordings in force, read from the disk each time: whoever copies files into the folder has to restart nothing.
 *
 * @throws Error when the shipped voice is missing, which is a broken installation
 */
export async function describeVoice(voiceDir: string): Promise<VoicePack> {
  const shipped = readManifest(await readFile(path.join(SHIPPED, 'manifest.json'), 'utf8'))
  if (!shipped) throw new Error(`${SHIPPED} holds no voice`)
  const { manifest, files, unreadable } = await readFolder(voiceDir)
  const clips: VoicePack['clips'] = []
  for (const { file, ...clip } of recordings(shipped, { manifest, files })) {
    const spare = await addressOf('shipped', path.join(SHIPPED, shipped.clips[clip.id]?.file ?? ''))
    const isOwn = clip.source === 'office'
    const urls = isOwn ? [await addressOf('office', path.join(voiceDir, file)), spare] : [spare]
    clips.push({ ...clip, urls })
  }
  const own = clips.some(({ source }) => source === 'office')
  return {
    speaker: (own && manifest?.speaker) || (shipped.speaker ?? ''),
    manifestUnreadable: unreadable,
    clips
  }
}

async function readFolder(folder: string): Promise<PackFolder & { unreadable: boolean }> {
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => undefined)
  const manifest = text === undefined ? undefined : readManifest(text)
  const found = await readdir(folder).catch(() => [])
  const files: string[] = []
  for (const name of found.filter((file) => FILE_NAME.test(file))) {
    const { size, isFile } = await sizeOf(path.join(folder, name))
    if (isFile && size > 0 && size <= MOST_BYTES) files.push(name)
  }
  return { manifest, files, unreadable: text !== undefined && manifest === undefined }
}

async function sizeOf(file: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(file).catch(() => undefined)
  return { size: found?.size ?? 0, isFile: found?.isFile() ?? false }
}

async function addressOf(source: 'office' | 'shipped', file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined)
  const stamp = found ? `${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}` : 'none'
  return `/voice/${source}/${path.basename(file)}?v=${stamp}`
}
