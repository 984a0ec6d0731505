import type { VoicePack } from '../../../server/voice/schemas.ts'

export type { VoicePack }

/** A word that takes longer is no word; it would hold up everyone behind it. Seconds. */
const LONGEST = 6

/** How long one file may take to come. Milliseconds. */
const PATIENCE = 15_000

export async function fetchVoicePack(): Promise<VoicePack> {
  const response = await fetch('/voice/manifest.json', { signal: AbortSignal.timeout(PATIENCE) })
  if (!response.ok) throw new Error(`${response.status}`)
  return (await response.json()) as VoicePack
}

/**
 * Brings the recordings that are not there yet into memory. What fails is left for the next time.
 *
 * @returns whether all are there
 */
export async function fillRecordings(
  buffers: Map<string, AudioBuffer>,
  context: BaseAudioContext
): Promise<boolean> {
  const { clips } = await fetchVoicePack()
  for (const { id, urls } of clips) {
    if (buffers.has(id)) continue
    const buffer = await firstThatPlays(urls, context)
    if (buffer) buffers.set(id, buffer)
  }
  return clips.every(({ id }) => buffers.has(id))
}

/** The office's own recording, or the shipped one where that is broken. */
async function firstThatPlays(
  urls: readonly string[],
  context: BaseAudioContext
): Promise<AudioBuffer | undefined> {
  for (const url of urls) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) })
      if (!response.ok) continue
      const buffer = await context.decodeAudioData(await response.arrayBuffer())
      if (buffer.duration > 0 && buffer.duration <= LONGEST) return buffer
    } catch {
      // The next address may do.
    }
  }
  return undefined
}
