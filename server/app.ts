import { existsSync } from 'node:fs'
import path from 'node:path'
import compress from '@fastify/compress'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import websocket from '@fastify/websocket'
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { apologyRoutes } from './apologies/routes.ts'
import { appointmentRoutes } from './appointments/routes.ts'
import { boardRoutes } from './board/routes.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { callRoutes } from './calls/routes.ts'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import type { OpenDatabase } from './database/open.ts'
import { dossierRoutes } from './dossiers/routes.ts'
import { guidanceRoutes } from './guidance/routes.ts'
import { hallRoutes } from './hall/routes.ts'
import { handlingRoutes } from './handling/routes.ts'
import { healthRoutes } from './health.ts'
import { identity } from './identity/plugin.ts'
import { identityRoutes } from './identity/routes.ts'
import type { RandomBytes } from './ids.ts'
import { intakeRoutes } from './intake/routes.ts'
import { lazyCompilers } from './lazy-schemas.ts'
import { logOptions } from './log.ts'
import { officeRoutes } from './offices/routes.ts'
import { presenceRoutes } from './presence/routes.ts'
import { printing } from './printers/plugin.ts'
import { printerRoutes } from './printers/routes.ts'
import { answerProblems, answerUnreadable } from './problem.ts'
import { procedurePages, procedureRoutes } from './procedures/routes.ts'
import { realtimeRoutes } from './realtime/routes.ts'
import { regulationRoutes } from './regulation/routes.ts'
import { cleanRequest } from './requests.ts'
import { seatRoutes } from './seats/routes.ts'
import { secure } from './security.ts'
import { selfServiceRoutes } from './self-service/routes.ts'
import { setupRoutes } from './setup/routes.ts'
import { supervisionRoutes } from './supervision/routes.ts'
import { createTailer } from './tailer.ts'
import { queueRoutes, ticketPages } from './tickets/routes.ts'
import { createTokens } from './tokens.ts'
import { trackingPages, trackingRoutes } from './tracking/routes.ts'
import { createTransact } from './transact.ts'
import { voicePages } from './voice/routes.ts'
import { waitingRoutes } from './waiting/routes.ts'

/** What the server is made of; who runs it says which database, which settings, what time and what chance. */
export interface Parts {
  database: OpenDatabase
  config: Config
  clock: () => Date
  randomBytes: RandomBytes
}

/** Where the built screens are. */
const SCREENS = path.resolve(import.meta.dirname, '../kiosk-ui/dist')

/** Which built page answers which address. */
const PAGES = [
  ['/admin', 'admin.html'],
  ['/admin/*', 'admin.html'],
  ['/counter', 'counter.html'],
  ['/counter/*', 'counter.html'],
  ['/kiosk', 'kiosk.html'],
  ['/display', 'display.html'],
  ['/supervisor', 'supervisor.html'],
  ['/supervisor/*', 'supervisor.html'],
  ['/thiet-lap', 'setup.html']
] as const

/** The table of contents: what each request passes, then the domains in their order. */
export async function buildApp(parts: Parts): Promise<FastifyInstance> {
  const { config, randomBytes } = parts
  const app = fastify({
    ...logOptions(config),
    rewriteUrl: ({ url = '/' }) => withoutOracle(url),
    genReqId: requestIds(randomBytes),
    bodyLimit: 1_048_576,
    ajv: { customOptions: { allErrors: true, coerceTypes: 'array', removeAdditional: false } },
    schemaController: { compilersFactory: lazyCompilers },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: answerUnreadable,
    trustProxy: config.trustProxy as string[] | false
  })

  provideContext(app, parts)
  answerProblems(app)
  app.addHook('preValidation', cleanRequest)
  takeEmptyJson(app)
  secure(app)
  await app.register(swagger, { openapi: { info: { title: 'Một cửa', version: config.version } } })
  await app.register(websocket, { options: { maxPayload: 65_536 } })
  await app.register(identity)
  await app.register(printing)

  await app.register(healthRoutes)
  await app.register(setupRoutes)
  await app.register(apiRoutes, { prefix: '/api/v1' })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await app.register(pages)
  return app
}

async function apiRoutes(app: FastifyInstance) {
  await app.register(officeRoutes)
  await app.register(identityRoutes)
  await app.register(regulationRoutes)
  await app.register(calendarRoutes)
  await app.register(procedureRoutes)
  await app.register(printerRoutes)
  await app.register(hallRoutes)
  await app.register(presenceRoutes)
  await app.register(guidanceRoutes)
  await app.register(queueRoutes)
  await app.register(seatRoutes)
  await app.register(callRoutes)
  await app.register(boardRoutes)
  await app.register(appointmentRoutes)
  await app.register(dossierRoutes)
  await app.register(intakeRoutes)
  await app.register(handlingRoutes)
  await app.register(apologyRoutes)
  await app.register(trackingRoutes)
  await app.register(selfServiceRoutes)
  await app.register(supervisionRoutes)
  await app.register(waitingRoutes)
  await app.register(realtimeRoutes)
}

/**
 * What people look at goes out compressed: a phone on a slow line reads a page four times sooner. Answers of the
 * interface do not, as one that holds a secret beside what the caller sent could be guessed from its length.
 */
async function pages(app: FastifyInstance) {
  await app.register(compress)
  await app.register(procedurePages)
  await app.register(ticketPages)
  await app.register(trackingPages)
  await app.register(voicePages)
  await app.register(screens)
}

/** The built screens, each under the name that people type. */
async function screens(app: FastifyInstance) {
  if (!existsSync(SCREENS)) return
  await app.register(fastifyStatic, {
    root: path.join(SCREENS, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d'
  })
  for (const [address, page] of PAGES) {
    app.get(address, { schema: { hide: true } }, async (_request, reply) => reply.sendFile(page, SCREENS))
  }
}

/** Many clients name JSON as their content type and send nothing, as with a move that needs no more words. */
function takeEmptyJson(app: FastifyInstance) {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, String(body), done)
  })
}

/**
 * Whatever stands in the place of a public token and cannot be one is led to the page for a token that nobody knows, so
 * that all wrong tokens get one and the same answer (contract §9).
 */
function withoutOracle(url: string): string {
  if (!/^\/[tq](\/|\?|$)/.test(url)) return url
  const may = /^\/(t\/[\w.-]{1,200}|q\/[\w.-]{1,200}(\/state)?)\/?(\?.*)?$/
  return may.test(url) ? url : `${url.slice(0, 2)}/-`
}

/** Short names for requests, as people quote them: which start of the server, then counted. */
function requestIds(randomBytes: RandomBytes): () => string {
  const start = randomBytes(3).toString('hex')
  let count = 0
  return () => {
    count += 1
    return `${start}-${count.toString(36)}`
  }
}

function provideContext(app: FastifyInstance, { database, config, clock, randomBytes }: Parts) {
  const { db, engine, hints } = database
  const failed = (error: Error) => logFailure(app.log, error)
  const tailer = createTailer({ db, hints, failed })
  const transact = createTransact({ db, engine, clock, randomBytes, changed: tailer.changed })
  const context: Context = {
    db,
    engine,
    config,
    clock,
    randomBytes,
    tokens: createTokens(config.secretKey),
    transact,
    tailer
  }
  for (const [name, value] of Object.entries(context)) app.decorate(name, value as never)
  app.addHook('onReady', () => tailer.start())
  app.addHook('onClose', () => tailer.stop())
}

function logFailure(log: FastifyBaseLogger, error: Error) {
  log.error({ err: error }, 'the event log could not be followed for a moment')
}
