import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { configText } from '../kiosk-ui/src/text/server.ts'
import packageJson from '../package.json' with { type: 'json' }

/** The settings of one process, read once from the environment and never changed. */
export interface Config {
  readonly production: boolean
  readonly port: number
  readonly host: string
  readonly databaseUrl: string
  /** What QR codes point to, without a slash at the end. */
  readonly publicUrl: string
  /** Its scheme, host and port. */
  readonly publicOrigin: string
  readonly secretKey: Buffer
  /** Password of all demonstration accounts; without it each start makes one. */
  readonly demoPassword: string | undefined
  readonly logLevel: string
  /** Where the office's own recordings for the board lie; need not exist. */
  readonly voiceDir: string
  /** Addresses of the proxy whose word about the caller's address is taken; without one nobody's is. */
  readonly trustProxy: readonly string[] | false
  /** Where ticket printers may stand: ranges as `10.0.0.0/8`, one address alone as `…/32`, and their ports. */
  readonly printerNetwork: { readonly ranges: readonly string[]; readonly ports: readonly number[] }
  /** How long a printer is waited for, in milliseconds. */
  readonly printerWaits: typeof PRINTER_WAITS
  readonly version: string
}

type Environment = Readonly<Record<string, string | undefined>>

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** The networks of buildings (RFC 1918). */
const PRIVATE_NETWORKS = '10.0.0.0/8,172.16.0.0/12,192.168.0.0/16'

/** A printer in use does not take a connection, one that is slow takes some seconds for a ticket. */
const PRINTER_WAITS = {
  connect: 3000,
  write: 10_000,
  answer: 1000,
  proof: 15_000,
  printing: 1500,
  close: 2000
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/**
 * Reads the settings. Safe on a laptop without any; in production it refuses to start without what it needs.
 *
 * @throws Error that names the variable and what to set
 */
export function readConfig(given: Environment = process.env): Config {
  const environment = filledOnly(given)
  const production = environment.NODE_ENV === 'production'
  const port = readPort(environment.PORT)
  const publicUrl = readPublicUrl(environment.PUBLIC_URL, { production, port })
  return Object.freeze({
    production,
    port,
    host: environment.HOST ?? '127.0.0.1',
    databaseUrl: readDatabaseUrl(environment.DATABASE_URL),
    publicUrl,
    publicOrigin: new URL(publicUrl).origin,
    secretKey: readSecretKey(environment.SECRET_KEY_FILE ?? 'data/secret.key'),
    demoPassword: environment.DEMO_PASSWORD,
    logLevel: readLogLevel(environment.LOG_LEVEL),
    voiceDir: path.resolve(environment.VOICE_DIR ?? 'data/voice'),
    trustProxy: environment.TRUST_PROXY?.split(',').map((address) => address.trim()) ?? false,
    printerNetwork: Object.freeze({
      ranges: readRanges(environment.PRINTER_NETWORK),
      ports: readPrinterPorts(environment.PRINTER_PORTS)
    }),
    printerWaits: PRINTER_WAITS,
    version: packageJson.version
  })
}

/** A variable that is set to nothing is not set. */
function filledOnly(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}

function readLogLevel(level = 'info'): string {
  if (LOG_LEVELS.includes(level)) return level
  throw new Error(configText.logLevel(level, LOG_LEVELS.join(', ')))
}

function readPort(text = '3000'): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new Error(configText.port(text))
}

function readRanges(text = PRIVATE_NETWORKS): string[] {
  const ranges = text.split(',').map((range) => range.trim())
  const part = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)'
  const range = new RegExp(`^${part}(\\.${part}){3}/(3[0-2]|[12]?\\d)$`)
  if (ranges.every((one) => range.test(one))) return ranges
  throw new Error(configText.printerNetwork(text))
}

function readPrinterPorts(text = '9100'): number[] {
  const ports = text.split(',').map(Number)
  if (ports.every((port) => Number.isInteger(port) && port > 0 && port < 65_536)) return ports
  throw new Error(configText.printerPorts(text))
}

function readDatabaseUrl(url = 'sqlite:data/motcua.sqlite'): string {
  if (/^(sqlite:.+|postgres(ql)?:\/\/.+)$/.test(url)) return url
  throw new Error(configText.databaseUrl)
}

function readPublicUrl(
  text: string | undefined,
  { production, port }: { production: boolean; port: number }
): string {
  if (text === undefined && production) {
    throw new Error(configText.publicUrlNeeded)
  }
  const url = URL.parse(text ?? `http://localhost:${port}`)
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(configText.publicUrl(text ?? ''))
  if (production && url.protocol !== 'https:' && !LOOPBACK.has(url.hostname)) {
    throw new Error(configText.publicUrlInsecure)
  }
  return url.href.replace(/\/+$/, '')
}

/** The server's key lies in a file of its own, apart from the database and its backups; made at the first start. */
function readSecretKey(file: string): Buffer {
  const full = path.resolve(file)
  mkdirSync(path.dirname(full), { recursive: true })
  try {
    writeFileSync(full, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = Buffer.from(readFileSync(full, 'utf8').trim(), 'hex')
  if (key.length >= 32) return key
  throw new Error(configText.secretKey(file))
}
