import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const server = path.join(root, 'server')

/** A file of one of these names does I/O or describes it; every other file in a domain is a pure rule. Upper ones may use lower ones. */
const LAYERS = ['tables', 'events', 'schemas', 'repository', 'service', 'pages', 'plugin', 'routes']

/** A domain may use those before it. */
const DOMAINS = [
  'offices',
  'identity',
  'regulation',
  'calendar',
  'procedures',
  'printing',
  'presence',
  'guidance',
  'printers',
  'hall',
  'pace',
  'queue',
  'visits',
  'tickets',
  'seats',
  'calls',
  'board',
  'voice',
  'appointments',
  'dossiers',
  'intake',
  'handling',
  'postal',
  'feedback',
  'apologies',
  'tracking',
  'self-service',
  'supervision',
  'waiting',
  'audit',
  'sync',
  'setup',
  'rehearsal',
  'demonstration',
  'realtime'
]

/** Ground floor that knows the clock, the chance or the wire; a rule must not lean on it. */
const RULES_MAY_USE = ['errors.ts', 'text-key.ts', 'events.ts', 'tables.ts']

/** What fans events out to sockets, and the engines that draw papers, are neither rules nor layers. */
const NOT_RULES = [
  'realtime/hub.ts',
  'printing/docx.ts',
  'printing/fonts.ts',
  'printing/pdf.ts',
  'printing/workbook.ts',
  'printers/claims.ts',
  'printers/link.ts',
  'printers/ticket-raster.ts',
  'printers/worker.ts'
]

const NOT_DOMAINS = ['database']

interface Import {
  /** Path from `server/`, or the name of a package. */
  target: string
  ours: boolean
  typeOnly: boolean
}

const files = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const text = readFileSync(path.join(server, file), 'utf8')
    return { file, text, ...place(file), imports: importsOf(file, text) }
  })

function place(file: string) {
  const parts = file.replace(/\.(ts|json)$/, '').split('/')
  const domain = parts.length > 1 ? (parts[0] ?? '') : ''
  return { domain, layer: LAYERS.indexOf(parts.at(-1) ?? ''), rank: DOMAINS.indexOf(domain) }
}

function importsOf(file: string, text: string): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)
  const dynamic = text.matchAll(/import\(\s*'([^']+)'\s*\)/g)
  return [
    ...[...statements].map(([, type, target]) => ({
      target: resolve(file, target ?? ''),
      ours: isOurs(target),
      typeOnly: type !== undefined
    })),
    ...[...dynamic].map(([, target]) => ({
      target: resolve(file, target ?? ''),
      ours: isOurs(target),
      typeOnly: false
    }))
  ]
}

function isOurs(target: string | undefined) {
  return target?.startsWith('.') ?? false
}

function resolve(file: string, target: string) {
  return isOurs(target) ? path.posix.join(path.posix.dirname(file), target) : target
}

const arrows = (wrong: (from: (typeof files)[number], to: Import) => boolean) =>
  files.flatMap((from) =>
    from.imports.filter((to) => wrong(from, to)).map(({ target }) => `${from.file} → ${target}`)
  )

const isRule = ({ file, rank, layer }: (typeof files)[number]) =>
  rank >= 0 && layer < 0 && !file.includes('/data/') && !NOT_RULES.includes(file)

describe('the house', () => {
  it('sees the files and their imports, as a check of nothing passes', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(200)
  })

  it('has no folder that is not in the order of domains', () => {
    const unknown = new Set(
      files.map(({ domain }) => domain).filter((domain) => domain && !DOMAINS.includes(domain))
    )
    expect([...unknown]).toEqual(NOT_DOMAINS)
  })

  it('lets a domain use only the domains before it', () => {
    expect(arrows(({ rank }, { target, ours }) => rank >= 0 && ours && place(target).rank > rank)).toEqual([])
  })

  it('lets the ground floor know no domain', () => {
    const top = ['app.ts', 'main.ts', 'demo.ts', 'cli.ts']
    expect(
      arrows(({ file, domain }, { target, ours }) => {
        const ground = domain === '' ? !top.includes(file) : domain === 'database'
        return ground && ours && place(target).rank >= 0
      })
    ).toEqual([])
  })

  it('lets a layer use only the layers below it', () => {
    expect(
      arrows(({ domain, layer }, { target, ours, typeOnly }) => {
        const to = place(target)
        return layer >= 0 && ours && !typeOnly && to.domain === domain && to.layer > layer
      })
    ).toEqual([])
  })

  it('keeps the rules of a domain free of I/O: no package, no node module, no layer', () => {
    expect(
      arrows((from, { target, ours, typeOnly }) => {
        if (!isRule(from) || typeOnly) return false
        if (!ours) return true
        const to = place(target)
        if (target.startsWith('../')) return !target.startsWith('../kiosk-ui/src/text/')
        return to.rank < 0 ? !RULES_MAY_USE.includes(target) : to.layer >= 0
      })
    ).toEqual([])
  })

  it("leaves another domain's tables to its service", () => {
    expect(
      arrows(
        ({ domain }, { target, ours }) =>
          ours && place(target).domain !== domain && /repository\.ts$/.test(target)
      )
    ).toEqual([])
  })

  it('takes from the screens nothing but their sentences', () => {
    expect(
      arrows((_, { target }) => target.includes('kiosk-ui/') && !/kiosk-ui\/src\/text\//.test(target))
    ).toEqual([])
  })

  it.each([
    ['the environment', /process\.env\b/, ['config.ts', 'demo.ts']],
    ['the clock', /new Date\(\)|Date\.now\(\)/, ['main.ts', 'cli.ts']],
    [
      'chance',
      /\brandomUUID\b|Math\.random|import \{[^}]*\brandomBytes\b[^}]*\} from 'node:crypto'/,
      ['main.ts', 'cli.ts', 'demo.ts', 'config.ts']
    ],
    [
      'the dialect',
      /\b(Sqlite|Postgres)Dialect\b|\bsqliteDialect\(/,
      ['database/open.ts', 'database/sqlite.ts']
    ],
    ['standard output', /process\.stdout|console\./, ['main.ts']]
  ])('reads %s in one place', (_, pattern, homes) => {
    const elsewhere = files
      .filter(({ file, text }) => !homes.includes(file) && pattern.test(text))
      .map(({ file }) => file)
    expect(elsewhere).toEqual([])
  })

  it('has no second drawer: no utils, no barrel, no default export, no mark left behind', () => {
    const drawers = files
      .filter(({ file }) => /(^|\/)(utils?|helpers?|misc|index)\.ts$/.test(file))
      .map(({ file }) => file)
    const marks = files
      .filter(({ text }) => /\b(TODO|FIXME|HACK)\b|^export default|^export \* from/m.test(text))
      .map(({ file }) => file)
    expect([...drawers, ...marks]).toEqual([])
  })

  it('lets screens take from the server nothing but types of schemas and of papers, and not from each other', () => {
    const folder = path.join(root, 'kiosk-ui/src')
    const screens = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.split(path.sep).join('/'))
      .filter((file) => /\.tsx?$/.test(file))
    const wrong = screens.flatMap((file) =>
      importsOf(file, readFileSync(path.join(folder, file), 'utf8'))
        .filter(({ target, typeOnly }) => {
          const screen = /^screens\/(\w+)\//
          if (target.includes('server/'))
            return !typeOnly || !/server\/([\w-]+\/schemas|printing\/(blocks|sheet))\.ts$/.test(target)
          if (/^(parts|api|text)\//.test(file) && screen.test(target)) return true
          return (
            screen.test(file) && screen.test(target) && screen.exec(file)?.[1] !== screen.exec(target)?.[1]
          )
        })
        .map(({ target }) => `${file} → ${target}`)
    )
    expect(wrong).toEqual([])
  })
})
