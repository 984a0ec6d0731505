import type { FastifyInstance } from 'fastify'
import type { TicketPaper } from '../../server/printers/schemas.ts'
import { queuePrint } from '../../server/printers/service.ts'
import {
  type Answer,
  type Caller,
  send,
  signIn,
  startTestApp,
  type TestApp,
  testConfig
} from '../support/app.ts'
import type { OpenTestDatabase } from '../support/databases.ts'
import type { FakePrinter } from '../support/fake-printer.ts'

/** An office with a printer and a kiosk that prints there. */
export interface PrintingOffice extends TestApp {
  administrator: Caller
  officer: Caller
  kiosk: Caller
  printerId: string
  /** Gives a ticket as the queue does, and asks for its paper. */
  ask(ticketId?: string): Promise<string>
  job(id: string): Promise<Answer['body']>
  jobsOf(
    ticketId: string
  ): Promise<{ id: string; state: string; reprintOf: string | null; cause: string | null }[]>
  /** Lets the worker do all that is to be done now. */
  work(): Promise<void>
  /** Moves the clock on. */
  later(seconds: number): void
}

export const PAPER: TicketPaper = {
  officeName: 'Trung tâm Phục vụ hành chính công phường Rạch Giá',
  number: 'A027',
  serviceName: 'Hộ tịch, chứng thực',
  issuedAt: '2026-11-23T02:05:00.000Z',
  waitingAhead: 6,
  priority: false,
  estimate: { lowMinutes: 15, highMinutes: 25 },
  waitNear: [1, 2]
}

export async function openPrintingOffice(
  open: OpenTestDatabase,
  {
    printer,
    probe = true,
    waits = testConfig.printerWaits
  }: { printer: FakePrinter; probe?: boolean; waits?: typeof testConfig.printerWaits }
): Promise<PrintingOffice> {
  const config = {
    ...testConfig,
    printerNetwork: { ranges: ['10.0.0.0/8', '127.0.0.1/32'], ports: [printer.port, 9100] },
    printerWaits: waits
  }
  const test = await startTestApp(open, { config })
  const administrator = await signIn(test.app, 'quantri')
  const officer = await signIn(test.app, 'tiepnhan1')
  const kiosk = await enrolKiosk(test.app, administrator)
  const added = await administrator('POST', '/api/v1/printers', {
    name: 'Máy in sảnh',
    address: '127.0.0.1',
    port: printer.port
  })
  const printerId: string = added.body.id
  await administrator('PUT', `/api/v1/printers/${printerId}/kiosks`, { deviceIds: [kiosk.user.id] })
  if (probe) await administrator('POST', `/api/v1/printers/${printerId}/probe`)
  const { officeId } = kiosk.user
  let tickets = 0

  return {
    ...test,
    administrator,
    officer,
    kiosk,
    printerId,
    ask: async (ticketId) => {
      tickets += 1
      const asked = await test.app.transact({ officeId, actor: kiosk.user }, (work) =>
        queuePrint(work, {
          deviceId: kiosk.user.id,
          ticketId: ticketId ?? `ticket-${tickets}`,
          ticket: PAPER
        })
      )
      if (!asked) throw new Error('the kiosk has no printer')
      return asked.id
    },
    job: async (id) => (await officer('GET', `/api/v1/print-jobs/${id}`)).body,
    jobsOf: (ticketId) =>
      test.app.db
        .selectFrom('printJob')
        .select(['id', 'state', 'reprintOf', 'cause'])
        .where('subjectId', '=', ticketId)
        .orderBy('id')
        .execute(),
    work: () => test.app.printWorker.sweep(),
    later: (seconds) => {
      test.clock.now = new Date(test.clock.now.getTime() + seconds * 1000)
    }
  }
}

/** A kiosk that was let in, as the hall has it. */
export async function enrolKiosk(
  app: FastifyInstance,
  administrator: Caller,
  name = 'Ki-ốt 1'
): Promise<Caller> {
  const { code } = (await administrator('POST', '/api/v1/devices', { kind: 'kiosk', name })).body
  const { headers, body } = await send(app, {
    method: 'POST',
    url: '/api/v1/device-session',
    body: { code }
  })
  const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
  const call = (
    method: string | undefined,
    url: string,
    payload?: object,
    more: Record<string, string> = {}
  ) =>
    send(app, {
      method: method as 'GET',
      url,
      body: payload,
      headers: { cookie, 'x-motcua': '1', 'sec-fetch-site': 'same-origin', ...more }
    })
  return Object.assign(call, { user: body.user, cookie }) as Caller
}
