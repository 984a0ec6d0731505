import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { dossierFault } from '../../kiosk-ui/src/text/dossiers.ts'
import { DomainError } from '../errors.ts'
import {
  AcceptHandOver,
  AddAgency,
  CheckDossier,
  ConfirmPayment,
  type DossierState,
  GetDossier,
  GetHistory,
  GetSlip,
  GiveSlip,
  HandOver,
  ListDossiers,
  ListHolders,
  ReceiveDossier,
  ReceiveSupplement,
  RecordResult,
  Refuse,
  RequestPayment,
  RequestSupplement,
  ReturnResult,
  Stop,
  Withdraw
} from './schemas.ts'
import {
  acceptHandOver,
  addAgency,
  checkIntake,
  confirmPayment,
  drawSlip,
  getDossier,
  giveSlip,
  handOver,
  listDossiers,
  listHolders,
  type MoveKey,
  planIntake,
  readHistory,
  receiveDossier,
  receiveSupplement,
  recordResult,
  refuseDossier,
  requestPayment,
  requestSupplement,
  returnResult,
  stopDossier,
  withdrawDossier
} from './service.ts'

export const dossierRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const counter = app.allow('reception', 'supervisor', 'administrator')
  const staff = app.allow('reception', 'specialist', 'supervisor', 'administrator')
  const administrator = app.allow('administrator')

  /** Adds what opens the citizen's page: it is derived each time and lies in no database. */
  const answered = <State extends DossierState>(officeId: string, state: State) => {
    const trackingToken = app.tokens.token('tracking', { officeId, id: state.id })
    return { ...state, trackingToken, trackingUrl: `${app.config.publicUrl}/t/${trackingToken}` }
  }

  const moved = async (
    request: FastifyRequest & { params: { code: string } },
    move: (work: Parameters<typeof handOver>[0], key: MoveKey) => Promise<DossierState>
  ) => {
    const key = { code: request.params.code, version: versionOf(request) }
    const state = await app.transact(app.changeBy(request), (work) => move(work, key))
    return answered(request.actor.officeId, state)
  }

  app.post('/dossiers', { schema: ReceiveDossier, onRequest: counter }, async (request, reply) => {
    const { actor, body: asked } = request
    const { officeId } = actor
    const [planned] = await Promise.allSettled([planIntake(app.db, { officeId, at: app.clock(), asked })])
    const state = await app.transact(app.changeBy(request), async (work) => {
      if (planned.status === 'rejected') throw planned.reason
      return receiveDossier(work, { asked, plan: planned.value, tokens: app.tokens })
    })
    reply.code(201)
    return answered(officeId, state)
  })

  app.get('/dossiers', { schema: ListDossiers, onRequest: staff }, async ({ actor, query }) =>
    listDossiers(app.db, { officeId: actor.officeId, now: app.clock(), query })
  )

  app.get('/dossiers/check', { schema: CheckDossier, onRequest: staff }, async ({ actor, query }) =>
    checkIntake(app.db, { officeId: actor.officeId, now: app.clock(), ...query })
  )

  app.get('/dossiers/:code', { schema: GetDossier, onRequest: staff }, async ({ actor, params }) => {
    const { officeId } = actor
    return answered(officeId, await getDossier(app.db, { officeId, ...params }))
  })

  app.get('/dossiers/:code/history', { schema: GetHistory, onRequest: staff }, async ({ actor, params }) => ({
    items: await readHistory(app.db, { officeId: actor.officeId, ...params }),
    nextCursor: null
  }))

  app.get('/dossiers/:code/slip.pdf', { schema: GetSlip, onRequest: staff }, async (request, reply) => {
    const { actor, params } = request
    const { tokens, config } = app
    const slip = { officeId: actor.officeId, code: params.code, tokens, publicUrl: config.publicUrl }
    const pdf = await drawSlip(app.db, slip)
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${params.code}.pdf"`)
      .header('cache-control', 'private, no-store')
      .send(pdf)
  })

  app.post('/dossiers/:code/slip', { schema: GiveSlip, onRequest: counter }, async (request) =>
    moved(request, (work, key) => giveSlip(work, key, request.body))
  )

  app.post('/dossiers/:code/hand-over', { schema: HandOver, onRequest: staff }, async (request) =>
    moved(request, (work, key) => handOver(work, key, request.body))
  )

  app.post(
    '/dossiers/:code/accept-hand-over',
    { schema: AcceptHandOver, onRequest: staff },
    async (request) => moved(request, acceptHandOver)
  )

  app.post(
    '/dossiers/:code/request-supplement',
    { schema: RequestSupplement, onRequest: staff },
    async (request) => moved(request, (work, key) => requestSupplement(work, key, request.body))
  )

  app.post(
    '/dossiers/:code/receive-supplement',
    { schema: ReceiveSupplement, onRequest: counter },
    async (request) => moved(request, (work, key) => receiveSupplement(work, key, request.body.components))
  )

  app.post('/dossiers/:code/request-payment', { schema: RequestPayment, onRequest: staff }, async (request) =>
    moved(request, (work, key) => requestPayment(work, key, request.body?.amount ?? null))
  )

  app.post(
    '/dossiers/:code/confirm-payment',
    { schema: ConfirmPayment, onRequest: counter },
    async (request) => moved(request, confirmPayment)
  )

  app.post('/dossiers/:code/refuse', { schema: Refuse, onRequest: staff }, async (request) =>
    moved(request, (work, key) => refuseDossier(work, key, request.body.reason))
  )

  app.post('/dossiers/:code/withdraw', { schema: Withdraw, onRequest: counter }, async (request) =>
    moved(request, (work, key) => withdrawDossier(work, key, request.body?.reason ?? null))
  )

  app.post('/dossiers/:code/stop', { schema: Stop, onRequest: staff }, async (request) =>
    moved(request, (work, key) => stopDossier(work, key, request.body))
  )

  app.post('/dossiers/:code/record-result', { schema: RecordResult, onRequest: staff }, async (request) =>
    moved(request, (work, key) => recordResult(work, key, request.body))
  )

  app.post('/dossiers/:code/return-result', { schema: ReturnResult, onRequest: counter }, async (request) =>
    moved(request, (work, key) => returnResult(work, key, request.body))
  )

  app.get('/holders', { schema: ListHolders, onRequest: staff }, async ({ actor }) =>
    listHolders(app.db, actor.officeId)
  )

  app.post('/agencies', { schema: AddAgency, onRequest: administrator }, async (request, reply) => {
    reply.code(201)
    return app.transact(app.changeBy(request), (work) => addAgency(work, request.body.name))
  })
}

/**
 * The version that the caller has seen (`If-Match: "3"`); without one the move is taken against the current version.
 *
 * @throws VALIDATION
 */
function versionOf(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match']
  if (header === undefined || header === '*') return undefined
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1]
  if (version !== undefined) return Number(version)
  const errors = [{ path: '/headers/if-match', message: dossierFault.version }]
  throw new DomainError('VALIDATION').withErrors(errors)
}
