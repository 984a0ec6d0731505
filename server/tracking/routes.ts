import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { commonText } from '../../kiosk-ui/src/text/common.ts'
import { lookUpText, trackingText } from '../../kiosk-ui/src/text/tracking.ts'
import { unlessMissing } from '../errors.ts'
import { getLeadOffice } from '../offices/service.ts'
import { publicPage } from '../page.ts'
import { searchKey } from '../text-key.ts'
import { dossierPage, type LookUpView, lookUpPage, missingDossierPage, titleOf } from './pages.ts'
import { LookUp, ReadScan } from './schemas.ts'
import { findByCode, findTracked, readScan } from './service.ts'

/** Codes can be counted up and four digits tried out: so few tries, for a code and for an address. Seconds. */
const TRIES_OF_CODE = { points: 5, duration: 15 * 60 }
const TRIES_OF_CALLER = { points: 20, duration: 3600 }

export const trackingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const staff = app.allow('reception', 'specialist', 'supervisor', 'administrator')

  app.post('/scans', { schema: ReadScan, onRequest: staff }, async ({ actor, body }) =>
    readScan(app.db, { officeId: actor.officeId, ...body, now: app.clock().toISOString() })
  )
}

/** The citizen's pages: they read without JavaScript, are kept by no cache and found by no search engine. */
export const trackingPages: FastifyPluginAsyncTypebox = async (app) => {
  const { host } = new URL(app.config.publicUrl)
  const now = () => app.clock().toISOString()
  const byCode = new RateLimiterMemory(TRIES_OF_CODE)
  const byCaller = new RateLimiterMemory(TRIES_OF_CALLER)

  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body))))
  )

  app.get('/t', { schema: { hide: true } }, async (_request, reply) => missing(reply))

  // Any address below /t/, however long or broken, is answered here and by one page.
  app.get('/t/*', { schema: { hide: true } }, async ({ params }, reply) => {
    const { '*': token } = params as { '*': string }
    const dossier = await findTracked(app.db, token, now())
    if (!dossier) return missing(reply)
    const { officeName, readAgain } = dossier
    if (readAgain !== null) reply.header('refresh', String(readAgain))
    return sendPage(reply, { title: titleOf(dossier), officeName, body: dossierPage(dossier) })
  })

  app.get('/tra-cuu', { schema: { hide: true } }, async (_request, reply) =>
    form(reply, { code: '', faults: [] })
  )

  app.post('/tra-cuu', { schema: LookUp }, async ({ body, ip }, reply) => {
    const code = searchKey(body.ma ?? '')
      .toUpperCase()
      .replaceAll(' ', '')
    const digits = (body.so ?? '').replace(/\D/g, '')
    const faults = typedFaults(code, digits)
    if (faults.length > 0) return form(reply.code(400), { code, faults })
    const wait = await spendTry(code, ip)
    if (wait > 0) return tooMany(reply, { code, wait })
    const found = await findByCode(app.db, { code, digits, now: now() })
    if (!found)
      return form(reply.code(404), { code, faults: [{ field: 'ma', message: lookUpText.notFound }] })
    await byCode.delete(code)
    return reply.redirect(`/t/${app.tokens.token('tracking', found)}`, 303)
  })

  /** Milliseconds to wait, 0 when there is a try left. */
  async function spendTry(code: string, ip: string): Promise<number> {
    const tries = [byCode.consume(code), byCaller.consume(ip)]
    const refused = (await Promise.allSettled(tries)).filter((one) => one.status === 'rejected')
    return Math.max(0, ...refused.map(({ reason }) => waitOf(reason)))
  }

  function tooMany(reply: FastifyReply, { code, wait }: { code: string; wait: number }) {
    const message = lookUpText.tooMany(Math.ceil(wait / 60_000))
    reply.code(429).header('retry-after', Math.ceil(wait / 1000))
    return form(reply, { code, faults: [{ field: 'ma', message }] })
  }

  async function form(reply: FastifyReply, view: LookUpView) {
    const title = view.faults.length > 0 ? lookUpText.errorTitle : lookUpText.title
    // Without a referrer a browser sends the form from nowhere (`Origin: null`), which is refused as another site's.
    reply.header('referrer-policy', 'same-origin')
    return sendPage(reply, { title, officeName: await leadName(), body: lookUpPage(view) })
  }

  async function missing(reply: FastifyReply) {
    const page = { title: trackingText.missingTitle, body: missingDossierPage() }
    return sendPage(reply.code(404), { ...page, officeName: await leadName() })
  }

  async function leadName(): Promise<string> {
    const office = await getLeadOffice(app.db).catch(unlessMissing)
    return office?.name ?? commonText.program
  }

  function sendPage(reply: FastifyReply, page: { title: string; officeName: string; body: string }) {
    reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex, nofollow')
    // As bytes: a socket takes a text with Vietnamese letters several times slower.
    return reply.type('text/html; charset=utf-8').send(Buffer.from(publicPage({ ...page, host })))
  }
}

function typedFaults(code: string, digits: string): LookUpView['faults'] {
  return [
    ...(code === '' ? [{ field: 'ma' as const, message: lookUpText.codeMissing }] : []),
    ...(digits.length === 4 ? [] : [{ field: 'so' as const, message: lookUpText.digitsMissing }])
  ]
}

function waitOf(reason: unknown): number {
  if (!(reason instanceof RateLimiterRes)) throw reason
  return Math.max(reason.msBeforeNext, 1)
}
