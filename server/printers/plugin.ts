import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { createPrintWorker, type PrintWorker } from './worker.ts'

declare module 'fastify' {
  interface FastifyInstance {
    printWorker: PrintWorker
  }
}

/** Prints for as long as the app runs. */
export const printing = fp(
  async (app: FastifyInstance) => {
    const { db, engine, clock, config, randomBytes, tokens, transact, tailer } = app
    const failed = (error: Error) => app.log.error({ err: error }, 'a printer could not be served')
    const worker = createPrintWorker({
      db,
      engine,
      clock,
      config,
      randomBytes,
      tokens,
      transact,
      tailer,
      failed
    })
    app.decorate('printWorker', worker)
    app.addHook('onReady', async () => worker.start())
    app.addHook('onClose', () => worker.stop())
  },
  { name: 'printing' }
)
