import { printingDoer } from '../../kiosk-ui/src/text/printers.ts'
import { queueTicket, type TicketFace } from '../../printer-templates/queue-ticket/template.ts'
import type { Context } from '../context.ts'
import type { Work } from '../transact.ts'
import {
  type Claim,
  claimPaper,
  claimPrinter,
  noteDelivered,
  type Outcome,
  type Owner,
  settlePaper,
  settlePrinter
} from './claims.ts'
import { FENCE, joined, paperBytes, processQuestion } from './escpos.ts'
import type { Confirms } from './job-states.ts'
import { askStatus, type Link, openLink } from './link.ts'
import { mayConnect } from './network.ts'
import { hindranceOf, type Standing, standingOf } from './printer-states.ts'
import { listAllPrinters, listPrintersWithWork, type PrinterKey } from './repository.ts'
import type { TicketPaper } from './schemas.ts'
import type { PrinterTable, PrintJobTable } from './tables.ts'
import { drawTicket, prepareToDraw } from './ticket-raster.ts'

/** How often printers are looked after, and how often each is asked how it is: sooner where something is wrong. Milliseconds. */
const SWEEP_EVERY = 5000
const ASK_EVERY = 30_000
const ASK_WHEN_WRONG_EVERY = 10_000

/** How long a paper that is being printed may still prove itself when the server ends. Milliseconds. */
const GRACE = 3000

/** How often a printer that has not proved a paper is asked whether something is wrong. Milliseconds. */
const GLANCE_EVERY = 2000

/** What a probe has found out about a printer. */
export interface Probe {
  /** Undefined when another process is at the printer. */
  standing: Standing | undefined
  /** Undefined when the printer is in no state to show what it can. */
  found: { tellsStatus: boolean; confirms: Confirms } | undefined
}

/** Prints what is asked for, one paper at a time per printer, and asks printers how they are. */
export interface PrintWorker {
  start(): void
  /** Lets what is being printed end; nothing new is begun. */
  stop(): Promise<void>
  /** Looks everywhere for what is to be done, and resolves when it is done. */
  sweep(): Promise<void>
  probe(key: PrinterKey): Promise<Probe>
}

type Parts = Pick<
  Context,
  'db' | 'engine' | 'clock' | 'config' | 'randomBytes' | 'tokens' | 'transact' | 'tailer'
> & { failed: (error: Error) => void }

export function createPrintWorker(parts: Parts): PrintWorker {
  const { db, clock, config, transact, tailer, failed } = parts
  const owner: Owner = { id: parts.randomBytes(9).toString('base64url'), alone: !parts.engine.rowLocks }
  const turns = new Map<string, Promise<unknown>>()
  const woken = new Set<string>()
  const ending = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let unsubscribe = () => {}
  let sweeping: Promise<void> | undefined
  let stopping = false

  const change = <Result>({ officeId }: PrinterKey, task: (work: Work) => Promise<Result>) =>
    transact({ officeId, actor: { id: 'system', name: printingDoer } }, task)

  /** One after the other at each printer: it takes one connection. */
  function inTurn<Result>({ officeId, printerId }: PrinterKey, task: () => Promise<Result>): Promise<Result> {
    const name = `${officeId}/${printerId}`
    const turn = (turns.get(name) ?? Promise.resolve()).then(task)
    const settled = turn.catch((error: Error) => {
      if (!stopping) failed(error)
    })
    turns.set(name, settled)
    void settled.then(() => {
      if (turns.get(name) === settled) turns.delete(name)
    })
    return turn
  }

  function wake(key: PrinterKey): Promise<void> {
    const name = `${key.officeId}/${key.printerId}`
    if (stopping || woken.has(name)) return Promise.resolve()
    woken.add(name)
    return inTurn(key, async () => {
      woken.delete(name)
      while (!stopping && (await printNext(key)));
    }).catch(() => {})
  }

  async function printNext(key: PrinterKey): Promise<boolean> {
    const { printerId } = key
    const claim = await change(key, (work) => claimPaper(work, { printerId, owner }))
    if (!claim) return false
    const ended = await print(claim)
    await change(key, (work) => settlePaper(work, ended))
    return true
  }

  interface Printed {
    claim: Claim
    outcome: Outcome
    standing: Standing | undefined
  }

  async function print(claim: Claim): Promise<Printed> {
    const { printer, job } = claim
    const refused = (cause: 'not_allowed' | 'error' | 'unreachable', standing?: Standing): Printed => ({
      claim,
      outcome: { kind: 'refused', cause },
      standing
    })
    if (!mayConnect(printer, config.printerNetwork)) return refused('not_allowed')
    const bytes = await drawn(job).catch(failed)
    if (!bytes) return refused('error')
    const link = await openLink(printer, config.printerWaits, ending.signal)
    if (!link) return refused('unreachable', UNREACHABLE)
    try {
      return await converse(link, claim, bytes)
    } finally {
      await link.close()
    }
  }

  async function converse(link: Link, claim: Claim, bytes: Uint8Array): Promise<Printed> {
    const { printer } = claim
    const before = await look(link, printer)
    const hindrance = hindranceOf(before, { tellsStatus: printer.tellsStatus === 1 })
    if (hindrance) return { claim, outcome: { kind: 'refused', cause: hindrance }, standing: before }
    const id = processId()
    link.forget('fence')
    try {
      await link.send(joined([bytes, proofQuestion(printer.confirms, id)]))
    } catch {
      return { claim, outcome: { kind: 'lost', cause: 'cut_off' }, standing: before }
    }
    const key = { officeId: printer.officeId, printerId: printer.id }
    const delivered = await change(key, (work) => noteDelivered(work, { claim, owner })).catch(
      (error: Error) => {
        failed(error)
        return claim
      }
    )
    return { claim: delivered, ...(await proved(link, printer, id)) }
  }

  /** Waits for the proof, and no longer when the printer says meanwhile that it cannot end the paper. */
  async function proved(link: Link, printer: PrinterTable, id: string): Promise<Omit<Printed, 'claim'>> {
    const { proof, printing } = config.printerWaits
    const { confirms } = printer
    for (let waited = 0; ; waited += GLANCE_EVERY) {
      const wait = Math.min(GLANCE_EVERY, proof - waited)
      const proven = await heardProof(link, { confirms, id, wait: confirms === 'none' ? printing : wait })
      const standing = await look(link, printer)
      if (proven) return { outcome: { kind: 'confirmed' }, standing }
      const cause = STOPS.find((state) => state === standing.state)
      if (cause) return { outcome: { kind: 'lost', cause }, standing }
      // Some printers do not answer while they print: that alone says nothing.
      const answers = standing.state === 'ready' || standing.state === 'unknown'
      if (confirms === 'none' && answers) return { outcome: { kind: 'taken' }, standing }
      if (!link.isOpen()) return { outcome: { kind: 'lost', cause: 'cut_off' }, standing }
      if (waited + wait >= proof || ending.signal.aborted) {
        return { outcome: { kind: 'lost', cause: 'no_confirmation' }, standing }
      }
    }
  }

  /** How a printer says that it is. One that is known to say nothing is not asked: it would only cost time. */
  async function look(link: Link, { tellsStatus, probedAt }: PrinterTable): Promise<Standing> {
    if (tellsStatus === 0 && probedAt !== null) return UNKNOWN
    const standing = standingOf(await askStatus(link, config.printerWaits))
    return standing.state === 'silent' && tellsStatus === 0 ? UNKNOWN : standing
  }

  async function ask(key: PrinterKey, notSince: string): Promise<void> {
    const { printerId } = key
    const printer = await change(key, (work) => claimPrinter(work, { printerId, owner, notSince }))
    if (!printer) return
    const standing = await visited(printer, (link) => look(link, printer))
    await change(key, (work) => settlePrinter(work, { printerId, standing: standing ?? UNREACHABLE }))
  }

  async function visited<Result>(
    printer: PrinterTable,
    visit: (link: Link) => Promise<Result>
  ): Promise<Result | undefined> {
    const link = await openLink(printer, config.printerWaits, ending.signal)
    if (!link) return undefined
    try {
      return await visit(link)
    } finally {
      await link.close()
    }
  }

  async function probed(key: PrinterKey): Promise<Probe> {
    const { printerId } = key
    const printer = await change(key, (work) => claimPrinter(work, { printerId, owner }))
    if (!printer) return { standing: undefined, found: undefined }
    const allowed = mayConnect(printer, config.printerNetwork)
    const seen = allowed ? await visited(printer, whatItCan) : undefined
    const { standing, found } = seen ?? { standing: UNREACHABLE, found: undefined }
    await change(key, (work) => settlePrinter(work, { printerId, standing }))
    return { standing, found }
  }

  async function whatItCan(link: Link): Promise<{ standing: Standing; found: Probe['found'] }> {
    const standing = standingOf(await askStatus(link, config.printerWaits))
    if (standing.state !== 'ready' && standing.state !== 'silent') return { standing, found: undefined }
    const { answer } = config.printerWaits
    const fences = (await answersFence(link, answer)) && (await answersFence(link, answer))
    const id = processId()
    await link.send(processQuestion(id)).catch(() => {})
    const names = await heardProof(link, { confirms: 'process_id', id, wait: answer })
    const confirms = names ? 'process_id' : fences ? 'fence' : 'none'
    const tellsStatus = standing.state === 'ready'
    return { standing: tellsStatus ? standing : UNKNOWN, found: { tellsStatus, confirms } }
  }

  const processId = () => [...parts.randomBytes(4)].map((byte) => LETTERS[byte % LETTERS.length]).join('')

  async function drawn(job: PrintJobTable): Promise<Uint8Array> {
    return paperBytes(await drawTicket(faceOf(job, parts)))
  }

  async function sweepOnce(): Promise<void> {
    const now = clock()
    const before = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()
    const done = (await listPrintersWithWork(db, now.toISOString())).map(wake)
    const printers = await listAllPrinters(db)
    if (printers.length > 0) done.push(prepareToDraw())
    for (const { officeId, id: printerId, state, paper, lastAskedAt, ...place } of printers) {
      const well = (state === 'ready' || state === 'unknown') && paper !== 'near_end'
      const notSince = before(well ? ASK_EVERY : ASK_WHEN_WRONG_EVERY)
      if (lastAskedAt !== null && lastAskedAt > notSince) continue
      if (!mayConnect(place, config.printerNetwork)) continue
      const key = { officeId, printerId }
      done.push(
        inTurn(key, () => ask(key, notSince)).then(
          () => wake(key),
          () => {}
        )
      )
    }
    await Promise.all(done)
  }

  function sweep(): Promise<void> {
    sweeping ??= sweepOnce()
      .catch((error: Error) => {
        if (!stopping) failed(error)
      })
      .finally(() => {
        sweeping = undefined
      })
    return sweeping
  }

  return {
    start: () => {
      unsubscribe = tailer.subscribe(({ officeId, name, data }) => {
        if (name !== 'print.changed') return
        const { printerId, state } = JSON.parse(data) as { printerId: string; state: string }
        if (state === 'queued') void wake({ officeId, printerId })
      })
      timer = setInterval(() => void sweep(), SWEEP_EVERY).unref()
      void sweep()
    },
    stop: async () => {
      stopping = true
      clearInterval(timer)
      unsubscribe()
      const late = setTimeout(() => ending.abort(), GRACE)
      await sweeping
      await Promise.all(turns.values())
      clearTimeout(late)
    },
    sweep,
    probe: (key) => inTurn(key, () => probed(key))
  }
}

/** What ends a paper in the middle. */
const STOPS = ['paper_out', 'cover_open', 'error'] as const

const UNREACHABLE: Standing = { state: 'unreachable', paper: 'unknown' }
const UNKNOWN: Standing = { state: 'unknown', paper: 'unknown' }

/** Of these the number of a paper is made that the printer says back; none of them looks like an answer about its state. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

function proofQuestion(confirms: Confirms, id: string): Uint8Array {
  if (confirms === 'process_id') return processQuestion(id)
  return confirms === 'fence' ? FENCE : new Uint8Array()
}

/** Waits for what proves a paper; where nothing does, only waits. */
async function heardProof(
  link: Link,
  { confirms, id, wait }: { confirms: Confirms; id: string; wait: number }
): Promise<boolean> {
  const heard =
    confirms === 'fence'
      ? await link.hear('fence', () => true, wait)
      : await link.hear('process', (answer) => confirms === 'process_id' && answer.id === id, wait)
  return heard !== undefined
}

async function answersFence(link: Link, wait: number): Promise<boolean> {
  link.forget('fence')
  await link.send(FENCE).catch(() => {})
  return heardProof(link, { confirms: 'fence', id: '', wait })
}

/** What is printed on a paper that was asked for: what it said then, and its address. */
function faceOf(
  { officeId, subject, subjectId, paper, reprintOf }: PrintJobTable,
  { config: { publicUrl }, tokens }: Pick<Context, 'config' | 'tokens'>
): TicketFace {
  const ticket = JSON.parse(paper) as TicketPaper
  if (subject === 'test') return queueTicket(ticket, { address: publicUrl, mark: 'test' })
  const address = `${publicUrl}/q/${tokens.token('ticket', { officeId, id: subjectId })}`
  return queueTicket(ticket, { address, mark: reprintOf === null ? null : 'reprint' })
}
