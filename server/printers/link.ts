import { connect, type Socket } from 'node:net'
import { type Answer, joined, readAnswers, STATUS_QUESTIONS, statusQuestion } from './escpos.ts'
import type { StatusBytes } from './printer-states.ts'

/** How long a printer is waited for. Milliseconds. */
export interface PrinterWaits {
  connect: number
  write: number
  /** For an answer to a question that a printer answers at once. */
  answer: number
  /** For the proof that a paper came out. */
  proof: number
  /** So long a ticket takes to come out of a printer that proves nothing. */
  printing: number
  close: number
}

/** The one connection to a printer. */
export interface Link {
  /** Sends all of it. Rejects when the connection broke or the printer does not take it in time. */
  send(bytes: Uint8Array): Promise<void>
  /** Waits for something that the printer says, from now on or since the last question; `undefined` when it does not come. */
  hear<Kind extends Answer['kind']>(
    kind: Kind,
    fits: (answer: Extract<Answer, { kind: Kind }>) => boolean,
    wait: number
  ): Promise<Extract<Answer, { kind: Kind }> | undefined>
  /** What it said so far of this kind is forgotten. */
  forget(kind: Answer['kind']): void
  isOpen(): boolean
  /** Ends, and waits until the printer has let go: it takes one connection at a time. */
  close(): Promise<void>
}

/** More than this nobody says in one connection; a printer that babbles must not fill the memory. */
const MOST_ANSWERS = 1000

/** Opens a connection to an address that was checked before. `undefined` when the printer cannot be reached. */
export async function openLink(
  { address, port }: { address: string; port: number },
  waits: PrinterWaits,
  ending: AbortSignal
): Promise<Link | undefined> {
  const socket = connect({ host: address, port, family: 4, noDelay: true })
  // An error that nobody hears would end the process; that the connection is gone is seen where it is used.
  socket.on('error', () => {})
  const answers: Answer[] = []
  const waiting = new Set<() => void>()
  const wakeAll = () => {
    for (const wake of [...waiting]) wake()
  }
  let rest: Uint8Array = new Uint8Array()
  socket.on('data', (chunk: Uint8Array) => {
    const read = readAnswers(joined([rest, chunk]))
    rest = read.rest
    answers.push(...read.answers)
    answers.splice(0, Math.max(answers.length - MOST_ANSWERS, 0))
    wakeAll()
  })
  socket.on('close', wakeAll)
  ending.addEventListener('abort', wakeAll, { once: true })
  if (!(await happens(socket, 'connect', waits.connect))) {
    socket.destroy()
    return undefined
  }

  return {
    send: (bytes) => sent(socket, bytes, waits.write),
    hear: (kind, fits, wait) =>
      new Promise((resolve) => {
        const done = (answer?: Answer) => {
          clearTimeout(timer)
          waiting.delete(look)
          resolve(answer as never)
        }
        const timer = setTimeout(done, wait)
        const look = () => {
          const place = answers.findIndex((answer) => answer.kind === kind && fits(answer as never))
          if (place >= 0) done(answers.splice(place, 1)[0])
          else if (socket.destroyed || socket.readableEnded || ending.aborted) done()
        }
        waiting.add(look)
        look()
      }),
    forget: (kind) => {
      answers.splice(0, answers.length, ...answers.filter((answer) => answer.kind !== kind))
    },
    isOpen: () => !socket.destroyed && !socket.readableEnded,
    close: async () => {
      ending.removeEventListener('abort', wakeAll)
      if (socket.destroyed) return
      const closed = happens(socket, 'close', waits.close)
      socket.end()
      if (!(await closed)) socket.destroy()
    }
  }
}

/** Whether it happens before the connection breaks and in time. */
function happens(socket: Socket, event: 'connect' | 'close', wait: number): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (happened: boolean) => {
      clearTimeout(timer)
      resolve(happened)
    }
    const timer = setTimeout(() => done(false), wait)
    socket.once(event, () => done(true))
    if (event === 'connect') socket.once('close', () => done(false))
  })
}

function sent(socket: Socket, bytes: Uint8Array, wait: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = () => {
      clearTimeout(timer)
      reject(new Error('the printer did not take it'))
    }
    const timer = setTimeout(failed, wait)
    if (socket.destroyed) return failed()
    socket.once('close', failed)
    socket.write(bytes, (error) => {
      socket.off('close', failed)
      if (error) return failed()
      clearTimeout(timer)
      resolve()
    })
  })
}

/**
 * Asks a printer the four questions of its state, one after the other. After one that it does not answer in time the rest is not
 * asked: an answer that comes late would be taken for that to another question.
 */
export async function askStatus(link: Link, { answer }: Pick<PrinterWaits, 'answer'>): Promise<StatusBytes> {
  const bytes: (number | null)[] = []
  for (const question of STATUS_QUESTIONS) {
    const unanswered = bytes.at(-1) === null
    bytes.push(unanswered ? null : await askOne(link, question, answer))
  }
  const [printer = null, offline = null, error = null, paper = null] = bytes
  return [printer, offline, error, paper]
}

async function askOne(
  link: Link,
  question: (typeof STATUS_QUESTIONS)[number],
  wait: number
): Promise<number | null> {
  link.forget('status')
  try {
    await link.send(statusQuestion(question))
  } catch {
    return null
  }
  return (await link.hear('status', () => true, wait))?.byte ?? null
}
