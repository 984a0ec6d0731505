/** What a folder of recordings says of itself; what it does not say is left out. */
export interface PackText {
  speaker?: string
  licence?: string
  clips: Readonly<Record<string, { file: string; text?: string; seconds?: number }>>
}

/** A folder of recordings: what its manifest says, if it has one, and the files that lie there. */
export interface PackFolder {
  manifest: PackText | undefined
  files: readonly string[]
}

/** A recording that a board plays. */
export interface Recording {
  id: string
  text: string
  file: string
  /** As the manifest says; a board measures it itself. */
  seconds: number | null
  source: 'office' | 'shipped'
}

/** Kinds of recordings that every browser in question plays, the better ones first. */
const ENDINGS = ['opus', 'ogg', 'm4a', 'mp3', 'wav']

/** The files of a folder may have these names and no others, so that none leads out of it. */
export const FILE_NAME = /^[\w-][\w.-]{0,80}\.(opus|ogg|m4a|mp3|wav)$/

/**
 * The recordings that are in force: the office's own where it has one, by its manifest or by a file that bears the
 * clip's name, else the shipped one. So one bad or missing file costs the office that one clip and nothing else.
 */
export function recordings(shipped: PackText, office: PackFolder): Recording[] {
  return Object.entries(shipped.clips).map(([id, { file, text = '', seconds = null }]) => {
    const said = office.manifest?.clips[id]
    const own = said && office.files.includes(said.file) ? said.file : fileNamed(id, office.files)
    if (own === undefined) return { id, text, file, seconds, source: 'shipped' }
    const ownSeconds = said?.file === own ? (said.seconds ?? null) : null
    return { id, text: said?.text ?? text, file: own, seconds: ownSeconds, source: 'office' }
  })
}

/** What a manifest says, or nothing when it is none: a slip of the pen in it must not silence a board. */
export function readManifest(text: string): PackText | undefined {
  try {
    const said = JSON.parse(text) as Partial<PackText> | null
    if (typeof said?.clips !== 'object' || said.clips === null) return undefined
    const clips = Object.entries(said.clips).filter(([, clip]) => FILE_NAME.test(String(clip?.file)))
    return { ...said, clips: Object.fromEntries(clips) }
  } catch {
    return undefined
  }
}

function fileNamed(id: string, files: readonly string[]): string | undefined {
  return ENDINGS.map((ending) => `${id}.${ending}`).find((file) => files.includes(file))
}
