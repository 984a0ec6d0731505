import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { dossierFault } from '../../kiosk-ui/src/text/dossiers.ts'
import { withTracking } from '../dossiers/described.ts'
import type { DossierState } from '../dossiers/schemas.ts'
import { DomainError } from '../errors.ts'
import {
  AcceptHandOver,
  AddAgency,
  ConfirmPayment,
  GiveSlip,
  HandOver,
  ListHolders,
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
  confirmPayment,
  giveSlip,
  handOver,
  listHolders,
  type MoveKey,
  receiveSupplement,
  recordResult,
  refuseDossier,
  requestPayment,
  requestSupplement,
  returnResult,
  stopDossier,
  withdrawDossier
} from './service.ts'

export const handlingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const counter = app.allow('reception', 'supervisor', 'administrator')
  const staff = app.allow('reception', 'specialist', 'supervisor', 'administrator')
  const administrator = app.allow('administrator')

  const moved = async (
    request: FastifyRequest & { params: { code: string } },
    move: (work: Parameters<typeof handOver>[0], key: MoveKey) => Promise<DossierState>
  ) => {
    const key = { code: request.params.code, version: versionOf(request) }
    const state = await app.transact(app.changeBy(request), (work) => move(work, key))
    const { officeId } = request.actor
    return withTracking(state, { officeId, tokens: app.tokens, publicUrl: app.config.publicUrl })
  }

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
