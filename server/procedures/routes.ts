import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { commonText, dayText } from '../../kiosk-ui/src/text/common.ts'
import { procedureListText, procedurePageText } from '../../kiosk-ui/src/text/procedures.ts'
import { publicPageText } from '../../kiosk-ui/src/text/public-page.ts'
import type { Db } from '../database/schema.ts'
import { DomainError, unlessMissing } from '../errors.ts'
import type { Doer } from '../events.ts'
import { hasRole } from '../identity/roles.ts'
import { assertLeadOffice, getLeadOffice } from '../offices/service.ts'
import { publicPage } from '../page.ts'
import { dayInVietnam } from '../regulation/day.ts'
import { refuseTooMany, sentOf } from '../requests.ts'
import { readCatalogueFile } from './catalogue-file.ts'
import { CHANNELS } from './edition.ts'
import type { StoredEdition } from './edition-change.ts'
import { type DueDateView, listPage, missingPage, type ProcedureView, procedurePage } from './pages.ts'
import {
  AmendProcedure,
  type DueDateForm,
  GetProcedure,
  ImportCatalogue,
  ListAttention,
  ListPage,
  ListProcedures,
  ProcedurePage,
  WorkOutDueDate
} from './schemas.ts'
import {
  amendProcedure,
  findEditionForDay,
  findProcedures,
  getEditionOn,
  getProcedure,
  importCatalogue,
  listAttention,
  listFields,
  listProcedures,
  previewImport,
  workOutDueDate
} from './service.ts'
import {
  instantAt,
  type Moment,
  momentOf,
  readTypedMoment,
  type TypedFault,
  typedClock
} from './typed-moment.ts'

/** The whole national catalogue is about two megabytes. Bytes. */
const LARGEST_CATALOGUE = 8 * 1024 * 1024

/** Writing some hundred editions at once. Milliseconds. */
const IMPORT_DEADLINE = 60_000

/** Whoever asks without signing in. */
const PUBLIC: Doer = { id: 'public', name: 'Người dân' }

/** Keyed requests that one address may make in a minute without signing in. */
const KEYED_REQUESTS = { points: 60, duration: 60 }

const dueText = procedurePageText.dueDate

export const procedureRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const administrator = app.allow('administrator')
  const keyedRequests = new RateLimiterMemory(KEYED_REQUESTS)
  const today = () => dayInVietnam(app.clock().toISOString())

  app.get('/procedures', { schema: ListProcedures }, async ({ query }) =>
    listProcedures(app.db, today(), query)
  )

  app.get('/procedures/attention', { schema: ListAttention, onRequest: administrator }, async ({ query }) =>
    listAttention(app.db, today(), query.kind)
  )

  app.get('/procedures/:code', { schema: GetProcedure }, async (request) => {
    const actor = await app.findActor(request)
    const attention = actor !== undefined && hasRole(actor, ['administrator'])
    return getProcedure(app.db, { ...request.params, today: today(), attention })
  })

  app.post('/due-dates', { schema: WorkOutDueDate }, async (request) => {
    const actor = await app.findActor(request)
    const sent = sentOf(request)
    const workOut = (db: Db) => workOutDueDate(db, { ...request.body, officeId: actor?.officeId })
    if (!sent) return workOut(app.db)
    // A key is kept in the database, which strangers must not fill.
    if (!actor) await keyedRequests.consume(request.ip).catch(refuseTooMany)
    const officeId = actor?.officeId ?? (await getLeadOffice(app.db)).id
    return app.transact({ officeId, actor: actor ?? PUBLIC, sent }, ({ db }) => workOut(db))
  })

  app.post(
    '/procedures/:code/amendments',
    { schema: AmendProcedure, onRequest: administrator },
    async (request, reply) => {
      reply.code(201)
      return app.transact(app.changeBy(request), (work) =>
        amendProcedure(work, request.params.code, request.body)
      )
    }
  )

  app.post(
    '/catalogue/imports',
    { schema: ImportCatalogue, onRequest: administrator, bodyLimit: LARGEST_CATALOGUE },
    async (request) => {
      const { document, dryRun, ...decided } = request.body
      await assertLeadOffice(app.db, request.actor.officeId)
      const file = readCatalogueFile(document)
      if (dryRun) return previewImport(app.db, file, decided)
      const change = { ...app.changeBy(request), deadline: IMPORT_DEADLINE }
      return app.transact(change, (work) => importCatalogue(work, file, decided))
    }
  )
}

type Editions = Pick<ProcedureView, 'procedure' | 'present'>

type Answered = Pick<ProcedureView, 'procedure' | 'day' | 'due'>

interface Asked extends Editions {
  due: DueDateView
  moment: Moment
}

/** Procedures on one page of the public list. */
const PAGE_SIZE = 30

/** The public pages: they read without JavaScript. */
export const procedurePages: FastifyPluginAsyncTypebox = async (app) => {
  const now = () => app.clock().toISOString()

  app.addHook('preValidation', async (request) => {
    request.query = firstOfEach(request.query)
  })

  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/thu-tuc'))

  app.get('/thu-tuc', { schema: ListPage }, async ({ query }, reply) => {
    const { q = '', field = '', trang } = query
    const today = dayInVietnam(now())
    const found = await findProcedures(app.db, today, { q, field })
    const fields = await listFields(app.db, today)
    const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
    const page = Math.min(Math.max(1, Math.trunc(Number(trang)) || 1), pages)
    const items = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
    const body = listPage({ query: q, field, fields, count: found.length, page, pages, items })
    return sendPage(reply, { title: procedureListText.title, body })
  })

  app.get('/thu-tuc/:code', { schema: ProcedurePage }, async ({ params, query }, reply) => {
    const present = await getEditionOn(app.db, params.code, dayInVietnam(now())).catch(unlessMissing)
    if (!present) {
      reply.code(404)
      return sendPage(reply, { title: publicPageText.notFoundTitle, body: missingPage() })
    }
    const { procedure, day, due } = await answerForm(present, query)
    if (due.faults.length > 0) reply.code(400)
    const title = due.faults.length > 0 ? dueText.errorTitle(procedure.name) : procedure.name
    return sendPage(reply, { title, body: procedurePage({ procedure, present, day, due }) })
  })

  /** Works a due date out of what was typed; what was typed stays in the form, whatever comes of it. */
  async function answerForm(present: StoredEdition, form: DueDateForm): Promise<Answered> {
    const due = typedView(form, momentOf(now()))
    if (form.ngay === undefined) return { procedure: present, day: undefined, due }
    const { day, moment, faults } = readTypedMoment(due)
    if (!day) return { procedure: present, day, due: { ...due, faults } }
    const procedure = await findEditionForDay(app.db, present.code, day)
    if (!procedure) return { procedure: present, day, due: { ...due, faults: [goneFault(day)] } }
    if (!moment) return { procedure, day, due: { ...due, faults } }
    return { procedure, day, due: { ...due, ...(await outcomeOf({ procedure, present, due, moment })) } }
  }

  async function outcomeOf({ procedure, present, due, moment }: Asked): Promise<Partial<DueDateView>> {
    const { case: chosen, channel } = due
    const asked = { procedureCode: present.code, receivedAt: instantAt(moment), channel }
    try {
      const answer = await workOutDueDate(app.db, chosen ? { ...asked, case: chosen } : asked)
      return { answer: { ...answer, received: moment, due: momentOf(answer.dueAt) } }
    } catch (error) {
      return refusalOf(error, { procedure, present })
    }
  }

  async function sendPage(reply: FastifyReply, page: { title: string; body: string }) {
    const office = await getLeadOffice(app.db).catch(unlessMissing)
    const { host } = new URL(app.config.publicUrl)
    const html = publicPage({ ...page, officeName: office?.name ?? commonText.program, host })
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)
  }
}

/** A name that stands twice in an address counts once: a page answers whatever was typed. */
function firstOfEach(query: unknown): Record<string, unknown> {
  const pairs = Object.entries(query ?? {})
  return Object.fromEntries(pairs.map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]))
}

function typedView(form: DueDateForm, present: Moment): DueDateView {
  const { ngay = dayText(present.day), gio = typedClock(present), 'truong-hop': chosen = '' } = form
  const channel = CHANNELS.find((known) => known === form['cach-nop']) ?? 'counter'
  return { day: ngay, time: gio, case: chosen, channel, faults: [] }
}

function goneFault(day: string): TypedFault {
  return { field: 'ngay', message: dueText.goneFault(dayText(day)) }
}

/**
 * A refusal in the words of a citizen: in the place where it can be mended, or beside the answer where nothing that
 * was typed is at fault. Anything else is a defect.
 */
function refusalOf(error: unknown, { procedure, present }: Editions): Partial<DueDateView> {
  if (!(error instanceof DomainError)) throw error
  if (error.code === 'TERM_UNKNOWN') return { refusal: dueText.noTerm }
  if (error.code === 'CALENDAR_YEAR_MISSING') {
    const [{ year }] = (error as DomainError<'CALENDAR_YEAR_MISSING'>).facts
    return { refusal: dueText.noCalendar(year) }
  }
  if (!error.errors.some(({ path }) => path === '/case')) {
    return { faults: [{ field: 'ngay', message: error.message }] }
  }
  if (procedure.variants.every(({ kind }) => kind !== 'case')) return { refusal: dueText.noCases }
  const sameDay = procedure.effectiveFrom === present.effectiveFrom
  return {
    faults: [{ field: 'truong-hop', message: sameDay ? dueText.caseFault : dueText.caseOfAnotherDay }]
  }
}
