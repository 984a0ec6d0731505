import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { cliText } from '../kiosk-ui/src/text/cli.ts'
import { verifyAll } from './audit/service.ts'
import { isPlainDate } from './calendar/plain-date.ts'
import { importCalendar, previewImport as previewCalendar } from './calendar/service.ts'
import { readConfig } from './config.ts'
import { migrateToLatest } from './database/migrate.ts'
import { openDatabase } from './database/open.ts'
import { DomainError } from './errors.ts'
import { checkHealth } from './health.ts'
import { STAFF_ROLES, type StaffRole } from './identity/roles.ts'
import { createAccount, createApiToken, getActorByUsername, hashOfPassword } from './identity/service.ts'
import { say } from './main.ts'
import { findOfficeOfCode, getLeadOffice, getOffice, isSetUp } from './offices/service.ts'
import { readCatalogueFile } from './procedures/catalogue-file.ts'
import { importCatalogue, previewImport as previewCatalogue } from './procedures/service.ts'
import { dayInVietnam } from './regulation/day.ts'
import { SYSTEM } from './setup/service.ts'
import { createTokens } from './tokens.ts'
import { createTransact } from './transact.ts'

/** Writing some hundred editions at once. Milliseconds. */
const IMPORT_DEADLINE = 60_000

/** Something typed that cannot be done, with what to type instead. */
class Usage extends Error {}

type Options = ReturnType<typeof parse>['values']

interface Given {
  args: string[]
  options: Options
}

type Command = (parts: Parts, given: Given) => Promise<boolean>

type Parts = Awaited<ReturnType<typeof openParts>>

const COMMANDS: Record<string, Command> = {
  'audit verify': verifyAudit,
  'user add': addUser,
  'token create': createToken,
  'catalogue import': importProcedures,
  'calendar import': importDays,
  doctor
}

/** Runs one command and ends the process, with 1 when something is wrong. */
export async function run(argv: string[]): Promise<void> {
  let typed: ReturnType<typeof parse>
  try {
    typed = parse(argv)
  } catch {
    return fail(cliText.unknownCommand(argv.join(' ')))
  }
  const { values: options, positionals } = typed
  if (options.help || positionals.length === 0) return say(cliText.help)
  const name = [positionals.slice(0, 2).join(' '), positionals[0] ?? ''].find((text) =>
    Object.hasOwn(COMMANDS, text)
  )
  const command = name === undefined ? undefined : COMMANDS[name]
  if (!command || name === undefined) return fail(cliText.unknownCommand(positionals.join(' ')))
  await perform(command, { args: positionals.slice(name.split(' ').length), options })
}

function parse(args: string[]) {
  const text = { type: 'string' } as const
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      'dry-run': { type: 'boolean' },
      role: { type: 'string', multiple: true },
      username: text,
      name: text,
      office: text,
      user: text,
      label: text,
      from: text,
      decision: text
    }
  })
}

async function perform(command: Command, given: Given): Promise<void> {
  const parts = await openParts()
  try {
    const fine = await command(parts, given)
    if (!fine) process.exitCode = 1
  } catch (error) {
    if (!(error instanceof Usage || error instanceof DomainError)) throw error
    fail(error.message)
    if (error instanceof DomainError)
      for (const { path, message } of error.errors) say(`  ${path}: ${message}`)
  } finally {
    await parts.database.hints.close()
    await parts.database.db.destroy()
  }
}

async function openParts() {
  const config = readConfig()
  const database = openDatabase(config.databaseUrl)
  await migrateToLatest(database)
  const { db, engine, hints } = database
  const clock = () => new Date()
  const transact = createTransact({ db, engine, clock, randomBytes, changed: hints.send })
  return { config, database, db, clock, transact, tokens: createTokens(config.secretKey) }
}

function fail(message: string): void {
  say(message)
  process.exitCode = 1
}

async function verifyAudit({ db }: Pick<Parts, 'db'>): Promise<boolean> {
  let whole = true
  for (const { officeId, check } of await verifyAll(db)) {
    const { name } = await getOffice(db, officeId)
    if (check.intact) say(cliText.chainIntact(name, check.events))
    else say(cliText.chainBroken(name, check.events, cliText.faults[check.fault]))
    whole &&= check.intact
  }
  return whole
}

async function addUser({ db, transact }: Parts, { options }: Given): Promise<boolean> {
  const username = needed(options, 'username')
  const name = needed(options, 'name')
  const roles = (options.role ?? []).map(asStaffRole)
  if (roles.length === 0) throw new Usage(cliText.missing('--role'))
  const officeId = await officeOf(db, options.office)
  const password = randomBytes(9).toString('base64url')
  const passwordHash = await hashOfPassword(password)
  await transact({ officeId, actor: SYSTEM }, (work) =>
    createAccount(work, { username, name, roles, passwordHash })
  )
  say(cliText.userAdded(username, password))
  return true
}

async function createToken({ db, transact, tokens }: Parts, { options }: Given): Promise<boolean> {
  const actor = await getActorByUsername(db, needed(options, 'user'))
  const { officeId } = actor
  const label = options.label ?? 'cli'
  const { id } = await transact({ officeId, actor: SYSTEM }, (work) =>
    createApiToken(work, { accountId: actor.id, label, tokens })
  )
  say(cliText.tokenCreated(id, tokens.token('api', { officeId, id })))
  return true
}

/** Says what a catalogue file changes and what wants attention, and takes it unless only a look was asked for. */
async function importProcedures({ db, clock, transact }: Parts, { args, options }: Given): Promise<boolean> {
  const officeId = await officeOf(db, undefined)
  const file = readCatalogueFile(readDocument(args[0]))
  const effectiveFrom = options.from ?? dayInVietnam(clock().toISOString())
  const decided = { effectiveFrom, decision: options.decision ?? cliText.catalogue.decision }
  if (!isPlainDate(effectiveFrom)) throw new Usage(cliText.wrongDay(effectiveFrom))
  const report = options['dry-run']
    ? await previewCatalogue(db, file, decided)
    : await transact({ officeId, actor: SYSTEM, deadline: IMPORT_DEADLINE }, (work) =>
        importCatalogue(work, file, decided)
      )
  say(cliText.catalogue.report(report).join('\n'))
  if (options['dry-run']) say(cliText.nothingWritten)
  return report.refused.length === 0
}

/** Says what a file of official days changes, and takes it unless only a look was asked for. */
async function importDays({ db, transact }: Parts, { args, options }: Given): Promise<boolean> {
  const officeId = await officeOf(db, undefined)
  const document = readDocument(args[0])
  const report = options['dry-run']
    ? await previewCalendar(db, { officeId, document })
    : await transact({ officeId, actor: SYSTEM }, (work) => importCalendar(work, document))
  say(cliText.calendar.report(report).join('\n'))
  if (options['dry-run']) say(cliText.nothingWritten)
  return true
}

async function doctor({ db, config, database, clock }: Parts): Promise<boolean> {
  const health = await checkHealth({ db, engine: database.engine, config, now: clock() })
  for (const { words } of health) say(words)
  const sound = await verifyAudit({ db })
  return sound && health.every(({ fine }) => fine)
}

async function officeOf(db: Parts['db'], code: string | undefined): Promise<string> {
  if (!(await isSetUp(db))) throw new Usage(cliText.notSetUp)
  if (code === undefined) return (await getLeadOffice(db)).id
  const office = await findOfficeOfCode(db, code)
  if (!office) throw new Usage(cliText.unknownOffice(code))
  return office.id
}

function asStaffRole(text: string): StaffRole {
  const role = STAFF_ROLES.find((known) => known === text)
  if (!role) throw new Usage(cliText.unknownRole(text))
  return role
}

function needed(options: Options, name: 'username' | 'name' | 'user'): string {
  const value = options[name]
  if (value) return value
  throw new Usage(cliText.missing(`--${name}`))
}

/** A JSON document from a file that was named on the command line. */
function readDocument(file: string | undefined): unknown {
  if (file === undefined) throw new Usage(cliText.missing(cliText.fileName))
  let text: string
  try {
    text = decoded(readFileSync(file))
  } catch (error) {
    throw new Usage(
      cliText.unreadableFile(file, cliText.fileFault(String((error as NodeJS.ErrnoException).code)))
    )
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new Usage(cliText.unreadableFile(file, cliText.notJson))
  }
}

/** Windows saves text with a byte order mark, or as UTF-16. */
function decoded(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes)
}
