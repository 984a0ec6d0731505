import { timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import fp from 'fastify-plugin'
import { DomainError } from '../errors.ts'
import { hashOfPassword } from '../identity/service.ts'
import { newId } from '../ids.ts'
import { assertLeadOffice, isSetUp } from '../offices/service.ts'
import { FoundOffice, type NewOffice, SetUp } from './schemas.ts'
import { furnishOffice, setUpOffice } from './service.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The address at which the first office is set up, until one is; made anew at each start. */
    setupAddress(): Promise<string | undefined>
  }
}

const routes: FastifyPluginAsyncTypebox = async (app) => {
  const code = app.randomBytes(16).toString('base64url')

  app.decorate('setupAddress', async () =>
    (await isSetUp(app.db)) ? undefined : `${app.config.publicUrl}/thiet-lap#${code}`
  )

  app.post('/api/v1/setup', { schema: SetUp }, async (request, reply) => {
    const { setupCode, ...office } = request.body
    if (!isSame(setupCode, code) || (await isSetUp(app.db))) throw new DomainError('SETUP_CLOSED')
    reply.code(201)
    return found(office)
  })

  app.post(
    '/api/v1/offices',
    { schema: FoundOffice, onRequest: app.allow('administrator') },
    async (request, reply) => {
      await assertLeadOffice(app.db, request.actor.officeId)
      reply.code(201)
      return found(request.body)
    }
  )

  async function found({ administrator, code, name }: NewOffice) {
    const { password, ...person } = administrator
    const passwordHash = await hashOfPassword(password)
    const officeId = newId(app.clock(), app.randomBytes)
    const parts = { officeId, code, name, administrator: { ...person, passwordHash } }
    return setUpOffice(app.transact, parts, { furnish: furnishOffice })
  }
}

/** First-run set-up: an address that only the one who sees the server's window knows, good until it is used. */
export const setupRoutes = fp(routes, { name: 'setup' })

function isSame(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)]
  return left.length === right.length && timingSafeEqual(left, right)
}
