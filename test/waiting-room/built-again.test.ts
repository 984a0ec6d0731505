import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { heardBy } from '../../server/realtime/audience.ts'
import { SCREENS } from '../../server/realtime/screens.ts'
import { intake } from '../intake/intake-bodies.ts'
import { databases } from '../support/databases.ts'
import { assertBuiltAgain, ticketEvents } from './built-again.ts'
import { type Office, openOffice, type Person } from './office.ts'
import { pass } from './play.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** What officers write of people. */
const REASON = 'Bà Nguyễn Thị Bé An đang sốt'
const NOTE = 'Xem giúp giấy ra viện của bà Bé An'

describe.each(databases)('a ticket in the log, on $name', ({ open }) => {
  let office: Office
  let linh: Person
  let dat: Person
  beforeEach(async () => {
    office = await openOffice(open)
    ;[linh, dat] = office.people as [Person, Person]
  })
  afterEach(() => office.close())

  const post = async (who: Person, url: string, body?: object) => {
    const answer = await office.ask(who, { method: 'POST', url, body })
    expect([200, 201, 204], `${url} ${JSON.stringify(answer.body)}`).toContain(answer.status)
    pass(office, MINUTE)
    return answer.body
  }
  const issue = (service: number, more: object = {}, who: Person = linh) =>
    post(who, `/offices/${office.officeId}/tickets`, { serviceId: office.services[service]?.id, ...more })
  const call = (who: Person, desk: number, body?: object) =>
    post(who, `/counters/${office.counters[desk]?.id}/calls`, body)
  const move = (who: Person, { id }: { id: string }, what: string, body?: object) =>
    post(who, `/tickets/${id}/${what}`, body)

  /** Whatever can become of a number, each at least once. */
  async function morning() {
    const [first, second, third] = [await issue(0), await issue(0, {}, office.kiosk), await issue(1)]
    await issue(0, { priorityGroup: 'elderly' })
    const elderly = await call(linh, 0)
    await move(linh, elderly, 'recall')
    await move(linh, elderly, 'absent')
    await call(linh, 0, { ticketId: second.id, reason: REASON })
    await move(linh, second, 'serve')
    await post(linh, `/tickets/${second.id}/services`, { serviceId: office.services[1]?.id })
    const { code } = await post(linh, '/dossiers', intake({ ticketId: second.id }))
    await post(linh, `/dossiers/${code}/slip`, { how: 'printed' })
    await move(linh, second, 'park')
    await move(linh, second, 'resume')
    await call(dat, 1)
    await move(dat, first, 'transfer', { officerId: linh.id, note: NOTE })
    await call(linh, 0)
    await move(linh, second, 'finish')
    await move(linh, third, 'cancel')
    const at = new Date(Date.parse(office.now()) + 7 * 60 * MINUTE + 30 * MINUTE).toISOString()
    const { code: booked } = await post(linh, '/appointments', {
      serviceId: office.services[1]?.id,
      day: at.slice(0, 10),
      time: at.slice(11, 16),
      name: 'Nguyễn Thị Bé An',
      phone: '0912 345 678'
    })
    await post(office.kiosk, '/appointments/check-in', { code: booked })
    await call(linh, 0)
    pass(office, 2 * DAY)
    await issue(0)
    return { first, second }
  }

  it('A-08 is the same, built again from its events alone, which say nothing that officers wrote in their open part', async () => {
    const { first, second } = await morning()
    const { db } = office.database
    await assertBuiltAgain(db, office.officeId)
    const events = await ticketEvents(db, office.officeId)
    const all = [...events.values()].flat()
    expect([...new Set(all.map(({ name }) => name))].sort()).toEqual(
      WAYS.map((way) => `ticket.${way}`).sort()
    )
    for (const { data } of all) {
      for (const words of [REASON, NOTE, 'Bé An', '912345678']) expect(data).not.toContain(words)
    }
    const secretsOf = ({ id }: { id: string }) =>
      (events.get(id) ?? []).map((event) => event.private ?? '').join()
    expect(secretsOf(second)).toContain(REASON)
    expect(secretsOf(first)).toContain(NOTE)
  })

  it('tells the screens no more than they need: in the hall a number and where it is called', async () => {
    await morning()
    const all = [...(await ticketEvents(office.database.db, office.officeId)).values()].flat()
    for (const screen of SCREENS) {
      for (const event of all) {
        const heard = Object.keys(heardBy(screen, event) ?? {})
        expect(
          heard.filter((field) => WRITTEN_OR_OWN.has(field)),
          `${screen} ${event.name}`
        ).toEqual([])
        if (screen === 'kiosk' || screen === 'display')
          expect(
            heard.filter((field) => !FOR_ALL.has(field)),
            `${screen} ${event.name}`
          ).toEqual([])
      }
    }
  })

  it('is still told when retention has erased what officers wrote', async () => {
    const { first, second } = await morning()
    const { db } = office.database
    const { officeId } = office
    await db.transaction().execute(async (work) => {
      await work.deleteFrom('eventPrivate').where('officeId', '=', officeId).execute()
      await work
        .updateTable('ticket')
        .set({ skipReason: null, note: null })
        .where('id', 'in', [first.id, second.id])
        .execute()
    })
    await assertBuiltAgain(db, officeId)
  })

  it('A-08 a counter that is opened tells until when', async () => {
    await post(linh, `/counters/${office.counters[0]?.id}/open`)
    const { db } = office.database
    const [event] = await db.selectFrom('event').select('data').where('name', '=', 'counter.opened').execute()
    const row = await db
      .selectFrom('counter')
      .select('openUntil')
      .where('id', '=', office.counters[0]?.id ?? '')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(event?.data ?? '{}')).toMatchObject(row)
    expect(row.openUntil).toBe('2026-11-23T17:00:00.000Z')
  })
})

const WAYS = [
  'issued',
  'called',
  'recalled',
  'serving',
  'finished',
  'absent',
  'parked',
  'resumed',
  'transferred',
  'cancelled',
  'unfinished',
  'service_added',
  'dossier_received',
  'slip_due',
  'slip_settled'
]

const FOR_ALL = new Set(['number', 'serviceId', 'counterId', 'counterNumber'])

const WRITTEN_OR_OWN = new Set(['skipReason', 'note', 'dossierCodes', 'appointmentId', 'issuedBy'])
