import fastify from 'fastify'

/** The least that Fastify can do, as the measure of what a page costs. */
const app = fastify()
app.get('/', async () => 'hello')
process.send?.(await app.listen({ port: 0, host: '127.0.0.1' }))
