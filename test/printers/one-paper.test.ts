import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { type FakePrinter, type Faults, startFakePrinter } from '../support/fake-printer.ts'
import { openPrintingOffice, type PrintingOffice } from './office.ts'

/** Short, so that what is waited for in vain is many things in a second. */
const WAITS = { connect: 300, write: 300, answer: 40, proof: 80, printing: 20, close: 60 }

const RUNS = 30

const WELL: Faults = {
  paper: 'ok',
  coverOpen: false,
  silent: false,
  silentAfterCut: false,
  proofs: 'process_id',
  swallows: false,
  diesAfter: null,
  runsOutAfter: null,
  proofDelay: 0,
  babbles: false,
  printsTwice: false,
  busy: false
}

type Step =
  | { do: 'fault'; faults: Partial<Faults> }
  | { do: 'power'; on: boolean }
  | { do: 'wait'; seconds: number }
  | { do: 'reprint' }
  | { do: 'say'; printed: boolean }

const fault: fc.Arbitrary<Partial<Faults>> = fc.oneof(
  fc.record({ paper: fc.constantFrom<Faults['paper']>('ok', 'near_end', 'out') }),
  fc.record({ coverOpen: fc.boolean() }),
  fc.record({ silent: fc.boolean() }),
  fc.record({ silentAfterCut: fc.boolean() }),
  fc.record({ swallows: fc.boolean() }),
  fc.record({ busy: fc.boolean() }),
  fc.record({ babbles: fc.boolean() }),
  fc.record({ proofs: fc.constantFrom<Faults['proofs']>('process_id', 'fence', 'none') }),
  fc.record({ proofDelay: fc.constantFrom(0, 50, 200) }),
  fc.record({ diesAfter: fc.constantFrom(null, 0, 4000, 30_000) }),
  fc.record({ runsOutAfter: fc.constantFrom(null, 4000, 30_000) }),
  fc.constant(WELL)
)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fault.map((faults): Step => ({ do: 'fault', faults })) },
  { weight: 1, arbitrary: fc.boolean().map((on): Step => ({ do: 'power', on })) },
  { weight: 4, arbitrary: fc.constantFrom(3, 10, 40).map((seconds): Step => ({ do: 'wait', seconds })) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'reprint' }) },
  { weight: 1, arbitrary: fc.boolean().map((printed): Step => ({ do: 'say', printed })) }
)

/** What is wrong when the ticket is taken, whether it is tried before anything else happens, and what happens then. */
const story = fc.record({
  before: fc.array(fault, { maxLength: 3 }),
  watched: fc.boolean(),
  after: fc.array(step, { maxLength: 10 })
})

describe.each(databases)('X-47 whatever printer and people do, on $name', ({ open }) => {
  let printer: FakePrinter
  let office: PrintingOffice
  let officer: Caller
  let runs = 0
  beforeAll(async () => {
    printer = await startFakePrinter()
    office = await openPrintingOffice(open, { printer, waits: WAITS })
  })
  afterAll(async () => {
    await office.close()
    await printer.close()
  })

  /** What of the kinds of things there is to be done with this ticket's papers, done. */
  async function take(ticketId: string, wanted: Step): Promise<boolean> {
    if (wanted.do === 'fault') printer.set(wanted.faults)
    else if (wanted.do === 'power') await (wanted.on ? printer.switchOn() : printer.switchOff())
    else if (wanted.do === 'wait') {
      office.later(wanted.seconds)
      await office.work()
    } else {
      const last = (await office.jobsOf(ticketId)).at(-1)
      const body = wanted.do === 'say' ? { printed: wanted.printed } : undefined
      const path = wanted.do === 'say' ? 'outcome' : 'reprint'
      const { status } = await officer('POST', `/api/v1/print-jobs/${last?.id}/${path}`, body)
      return wanted.do === 'reprint' && status === 201
    }
    return false
  }

  it('a ticket comes out once at most, and once more for each time that a person asked', async () => {
    const seen = { papers: 0, reprints: 0 }
    await fc.assert(
      fc.asyncProperty(story, async ({ before, watched, after }) => {
        runs += 1
        // The clock moves on by hours in all, and sessions end.
        officer = await signIn(office.app, 'tiepnhan1')
        const ticketId = `run-${runs}`
        const start = printer.papers.length
        let reprints = 0
        for (const faults of before) printer.set(faults)
        await office.ask(ticketId)
        if (watched) await office.work()
        for (const one of after) if (await take(ticketId, one)) reprints += 1
        // Paper is put in and the power comes back: whatever the printer or the server still keeps comes out now.
        await printer.switchOn()
        printer.set(WELL)
        for (let look = 0; look < 8; look += 1) {
          office.later(35)
          await office.work()
        }
        const papers = printer.papers.length - start
        const jobs = await office.jobsOf(ticketId)
        seen.papers += papers
        seen.reprints += reprints
        expect(papers, JSON.stringify(jobs)).toBeLessThanOrEqual(1 + reprints)
        expect(jobs).toHaveLength(1 + reprints)
        expect(jobs.filter(({ reprintOf }) => reprintOf !== null)).toHaveLength(reprints)
        // Nothing is left that nobody looks after, and what is said to be printed by the printer was printed.
        for (const { state } of jobs) expect(['sent', 'confirmed', 'unknown', 'failed']).toContain(state)
      }),
      { numRuns: RUNS }
    )
    expect(seen.papers).toBeGreaterThan(RUNS / 4)
    expect(seen.reprints).toBeGreaterThan(0)
  }, 240_000)

  it('never says that the printer proved a paper that did not come out', async () => {
    const confirmed = await office.app.db
      .selectFrom('printJob')
      .select('id')
      .where('confirmedBy', '=', 'printer')
      .execute()
    expect(confirmed.length).toBeGreaterThan(0)
    expect(confirmed.length).toBeLessThanOrEqual(printer.papers.length)
  })

  it('a printer that prints twice was sent the paper once', async () => {
    await printer.switchOn()
    printer.set({ ...WELL, printsTwice: true })
    const before = printer.received.length
    const id = await office.ask('twice')
    const running = async () => (await office.jobsOf('twice')).find((job) => job.id === id)?.state
    await expect.poll(running, { timeout: 10_000 }).toBe('confirmed')
    const cuts = printer.received.subarray(before).toString('latin1').split('\x1d\x56\x42').length - 1
    expect(cuts).toBe(1)
  })
})
