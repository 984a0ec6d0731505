import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { signInAt, startServer } from '../support/server-process.ts'
import { test as base } from './office.ts'

const PASSWORD = 'mật khẩu thử'

type Asking = Awaited<ReturnType<typeof signInAt>>['ask']

/** A hall with a server of its own, which can be cut off and come back at the same address. */
export interface HallServer {
  address: string
  officeId: string
  services: { id: string; letter: string; name: string }[]
  counters: { id: string; number: number }[]
  /** What the demonstration printed when it started. */
  printed: string
  /** Asks as an officer at a counter. */
  ask: Asking
  /** Asks as the officer of a counter: each sits at one, and whoever signs in on a screen at none of them. */
  askAt(counter: number): Asking
  /** Opens a screen of the hall as a device that has just been registered. */
  enrol(page: Page, kind: 'kiosk' | 'display'): Promise<void>
  /** Takes a number and calls until that number stands at the counter. */
  callNew(counter: number, service?: number): Promise<{ id: string; number: string }>
  /** Leaves no one at a counter, and its officer neither. */
  clear(counter: number): Promise<void>
  kill(): Promise<void>
  comeBack(): Promise<void>
}

export const test = base.extend<object, { hall: HallServer }>({
  hall: [
    // The office's fixture has built the screens.
    async ({ office: _ }, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'motcua-hall-'))
      const hall = await openHall(folder)
      await use(hall)
      await hall.kill()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' }
  ]
})

async function openHall(folder: string): Promise<HallServer> {
  const parts = {
    databaseUrl: `sqlite:${path.join(folder, 'hall.sqlite')}`,
    secretKeyFile: path.join(folder, 'secret.key'),
    demoPassword: PASSWORD
  }
  let server = await startServer(parts)
  const { address } = server
  const { ask, user } = await signInAt(address, 'tiepnhan1', PASSWORD)
  const administrator = await signInAt(address, 'quantri', PASSWORD)
  const { officeId } = user
  const newOfficer = async (counter: number): Promise<Asking> => {
    const person = { username: `quay${counter}`, name: `Cán bộ quầy ${counter}`, roles: ['reception'] }
    await answerOf(administrator.ask('POST', '/api/v1/accounts', { ...person, password: PASSWORD }))
    return (await signInAt(address, person.username, PASSWORD)).ask
  }
  const office = await answerOf(ask('GET', `/api/v1/offices/${officeId}`))
  const officers: Asking[] = []
  for (const { number } of office.counters) officers.push(await newOfficer(number))
  const askAt = (counter: number) => officers[counter] ?? ask
  const act = (url: string, body?: object) => answerOf(ask('POST', `/api/v1${url}`, body))
  const clear = async (counter: number) => {
    const { called, serving } = await answerOf(ask('GET', `/api/v1/offices/${officeId}/queue`))
    const counterId = office.counters[counter].id
    const present = [...called, ...serving].filter((ticket) => ticket.counterId === counterId)
    for (const { id } of present) await act(`/tickets/${id}/finish`)
    await act(`/counters/${counterId}/close`)
  }
  return {
    address,
    officeId,
    services: office.services,
    counters: office.counters,
    printed: server.said(),
    ask,
    askAt,
    clear,
    enrol: async (page, kind) => {
      const made = await answerOf(administrator.ask('POST', '/api/v1/devices', { kind, name: kind }))
      await page.goto(`${address}/${kind}#${made.code}`)
    },
    callNew: async (counter, service = 0) => {
      const wanted = await act(`/offices/${officeId}/tickets`, { serviceId: office.services[service].id })
      for (;;) {
        await clear(counter)
        const called = await answerOf(
          askAt(counter)('POST', `/api/v1/counters/${office.counters[counter].id}/calls`)
        )
        if (called.number === wanted.number) return called
      }
    },
    kill: () => server.kill(),
    comeBack: async () => {
      server = await startServer({ ...parts, port: Number(new URL(address).port) })
    }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: stories read whatever came
async function answerOf(asked: Promise<Response>): Promise<any> {
  const response = await asked
  const body = await response.json()
  if (!response.ok) throw new Error(`${response.url}: ${JSON.stringify(body)}`)
  return body
}
