import { timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import fp from 'fastify-plugin'
import { DomainError } from '../errors.ts'
import type { Doer } from '../events.ts'
import type { Sent } from '../idempotency.ts'
import { hashOfPassword } from '../identity/service.ts'
import { newId } from '../ids.ts'
import { assertLeadOffice, isSetUp } from '../offices/service.ts'
import { sentOf } from '../requests.ts'
import { FoundOffice, type NewOffice, SetUp } from './schemas.ts'
import { furnishOffice, SYSTEM, setUpOffice } from './service.ts'

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
    if (!isSame(setupCode, code)) throw new DomainError('SETUP_CLOSED')
    reply.code(201)
    return found(office, { by: SYSTEM, sent: sentOf(request), first: true })
  })

  app.post(
    '/api/v1/offices',
    { schema: FoundOffice, onRequest: app.allow('administrator') },
    async (request, reply) => {
      await assertLeadOffice(app.db, request.actor.officeId)
      reply.code(201)
      return found(request.body, { by: request.actor, sent: sentOf(request), first: false })
    }
  )

  async function found({ administrator, code: officeCode, name }: NewOffice, { by, sent, first }: Founding) {
    const { password, ...person } = administrator
    const passwordHash = await hashOfPassword(password)
    // The same request founds the same office, so that its repeat finds it and is answered alike.
    const officeId = sent ? idOfRequest(by, sent) : newId(app.clock(), app.randomBytes)
    const parts = { officeId, code: officeCode, name, administrator: { ...person, passwordHash } }
    return setUpOffice(app.transact, parts, { by, sent, first, furnish: furnishOffice })
  }

  function idOfRequest({ id }: Doer, { key }: Sent): string {
    const bytes = Buffer.from(app.tokens.fingerprint(JSON.stringify(['office', id, key])), 'base64url')
    return newId(new Date(0), (count) => bytes.subarray(0, count))
  }
}

interface Founding {
  by: Doer
  sent: Sent | undefined
  first: boolean
}

/** First-run set-up: an address that only the one who sees the server's window knows, good until it is used. */
export const setupRoutes = fp(routes, { name: 'setup' })

function isSame(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)]
  return left.length === right.length && timingSafeEqual(left, right)
}
