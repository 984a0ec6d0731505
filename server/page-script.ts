import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A script that goes with a public page. */
export interface PageScript {
  /** Changes with its content, so that a browser may keep it for ever. */
  address: string
  body: Buffer
}

const BUILT = path.resolve(import.meta.dirname, '../kiosk-ui/dist')

/** A script as it was built; nothing where the screens were not built: a public page does without. */
export function readPageScript(name: string): PageScript | undefined {
  const file = path.join(BUILT, name)
  if (!existsSync(file)) return undefined
  const body = readFileSync(file)
  return { address: `/${name}?v=${hash('sha256', body, 'hex').slice(0, 12)}`, body }
}
