import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { startText } from '../kiosk-ui/src/text/server.ts'
import { readConfig } from './config.ts'
import { DEMONSTRATION } from './demonstration/offices.ts'
import { furnishWorkingDemonstration, registerDemonstrationDevices } from './demonstration/service.ts'
import { say, serve } from './main.ts'
import { isSetUp } from './offices/service.ts'

/** Serves a demonstration office with invented people, on a new database unless `DATABASE_URL` names one. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-demo-'))
  const environment = {
    DATABASE_URL: `sqlite:${path.join(folder, 'demo.sqlite')}`,
    SECRET_KEY_FILE: path.join(folder, 'secret.key'),
    LOG_LEVEL: 'warn',
    ...process.env
  }
  const config = readConfig(environment)
  const password = config.demoPassword ?? randomBytes(6).toString('base64url')
  await serve(config, (app) => furnish(app, password, config.publicUrl))
  say(startText.listening(config.publicUrl))
  say(startText.demoData(config.databaseUrl))
}

async function furnish(app: FastifyInstance, password: string, url: string): Promise<void> {
  if (await isSetUp(app.db)) return
  await furnishWorkingDemonstration(app, password)
  const usernames = DEMONSTRATION.flatMap(({ administrator, people }) => [administrator, ...people])
  say(startText.demoAccounts(usernames.map(({ username }) => username).join(', '), password))
  say(startText.demoDevices(url, await registerDemonstrationDevices(app)))
}
