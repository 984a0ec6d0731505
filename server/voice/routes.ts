import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DomainError } from '../errors.ts'
import { FILE_NAME } from './pack.ts'
import { GetClip, GetVoice } from './schemas.ts'
import { describeVoice, SHIPPED } from './service.ts'

/** How long a browser keeps a recording; its address changes with it. Milliseconds. */
const KEPT = 30 * 24 * 3600_000

/** Recordings are no secret: they say numbers, letters and a few words. */
export const voicePages: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(fastifyStatic, { root: SHIPPED, serve: false })

  app.get('/voice/manifest.json', { schema: GetVoice }, async (_request, reply) => {
    reply.header('cache-control', 'no-cache')
    return describeVoice(app.config.voiceDir)
  })

  app.get('/voice/:source/:file', { schema: GetClip }, async ({ params }, reply) => {
    if (!FILE_NAME.test(params.file)) throw new DomainError('NOT_FOUND')
    const folder = params.source === 'office' ? app.config.voiceDir : SHIPPED
    return reply.sendFile(params.file, folder, { maxAge: KEPT, immutable: true })
  })
}
