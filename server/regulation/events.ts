import type { Parameter } from './parameter.ts'

declare module '../events.ts' {
  interface EventMap {
    'regulation.shipped': { kind: 'decree' | 'forms'; name: string } & VersionMade
    'regulation.amended': {
      kind: 'decree' | 'forms'
      key: string
      label: string
      parameter: Parameter
      effectiveFrom: string
      basis: string
      versions: VersionMade[]
    }
  }
}

interface VersionMade {
  id: string
  version: number
  effectiveFrom: string
  replaces: number | null
}
