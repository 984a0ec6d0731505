import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { keyFile, signInAt, startServer } from '../support/server-process.ts'
import type { Measured } from './rounds.ts'

const PASSWORD = 'benchmark'

/** As many as may wait on an ordinary morning, and as many as the worst hall that was measured elsewhere. */
const FEW = 25
const MANY = 2500

/** How many numbers are asked for at once while the hall fills. */
const AT_ONCE = 50

const SAMPLES = 60

interface Hall {
  issue(): Promise<void>
  /** Calls the next one and serves him; milliseconds until the call was answered. */
  call(): Promise<number>
  close(): Promise<void>
}

/** Calling the next one with 2,500 people waiting, against 25: it may not grow with the hall. Milliseconds, median. */
export async function benchCall(): Promise<Measured> {
  return filledAndMeasured((hall) => hall.call())
}

/** Giving a number with 2,500 people waiting, against 25. Milliseconds, median. */
export async function benchTicket(): Promise<Measured> {
  return filledAndMeasured((hall) => timed(() => hall.issue()))
}

async function filledAndMeasured(measure: (hall: Hall) => Promise<number>): Promise<Measured> {
  const hall = await openHall()
  try {
    await fill(hall, FEW + SAMPLES)
    const reference = await medianOf(() => measure(hall))
    await fill(hall, MANY)
    const program = await medianOf(() => measure(hall))
    return { program, reference }
  } finally {
    await hall.close()
  }
}

async function fill(hall: Hall, people: number) {
  for (let given = 0; given < people; given += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, people - given) }, () => hall.issue()))
  }
}

async function openHall(): Promise<Hall> {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-bench-'))
  const databaseUrl = `sqlite:${path.join(folder, 'bench.sqlite')}`
  const server = await startServer({ databaseUrl, secretKeyFile: keyFile(), demoPassword: PASSWORD })
  const { ask, user } = await signInAt(server.address, 'tiepnhan1', PASSWORD)
  const wanted = async (method: 'GET' | 'POST', address: string, body?: object) => {
    const answer = await ask(method, address, body)
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
    // biome-ignore lint/suspicious/noExplicitAny: a benchmark reads whatever came
    return (await answer.json()) as any
  }
  const office = await wanted('GET', `/api/v1/offices/${user.officeId}`)
  const [counter] = office.counters
  const [service] = office.services
  return {
    issue: () => wanted('POST', `/api/v1/offices/${user.officeId}/tickets`, { serviceId: service.id }),
    call: async () => {
      let id = ''
      const taken = await timed(async () => {
        id = (await wanted('POST', `/api/v1/counters/${counter.id}/calls`)).id
      })
      await wanted('POST', `/api/v1/tickets/${id}/finish`)
      return taken
    },
    close: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await task()
  return performance.now() - start
}

async function medianOf(measure: () => Promise<number>): Promise<number> {
  const values: number[] = []
  for (let sample = 0; sample < SAMPLES; sample += 1) values.push(await measure())
  return values.sort((one, other) => one - other)[SAMPLES / 2] ?? Number.NaN
}
