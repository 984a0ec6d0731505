import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { makeTemplates } from './templates.ts'

let server: ChildProcess | undefined

/**
 * Gives the whole run a PostgreSQL: the one that `TEST_POSTGRES_URL` names, or one of its own. That one lives in
 * another process, as its package ends the process it is loaded into with 0, whatever the tests said.
 */
export async function setup({ provide }: TestProject): Promise<void> {
  const given = process.env.TEST_POSTGRES_URL
  if (given) {
    provide('postgresUrl', given)
    provide('templates', await makeTemplates(given))
    return
  }
  server = fork(path.join(import.meta.dirname, 'postgres-server.ts'))
  const started = new Promise<string>((resolve, reject) => {
    server?.once('message', (url) => resolve(String(url)))
    server?.once('exit', (code) => reject(new Error(`PostgreSQL did not start (${code})`)))
  })
  const url = await started
  provide('postgresUrl', url)
  provide('templates', await makeTemplates(url))
}

export async function teardown(): Promise<void> {
  if (!server) return
  const ended = once(server, 'exit')
  server.disconnect()
  await ended
}
