import { createServer, type Server, type Socket } from 'node:net'

/** How a fake printer behaves; each of these is a fault that real ones have. */
export interface Faults {
  paper: 'ok' | 'near_end' | 'out'
  coverOpen: boolean
  /** Answers no question about its state. */
  silent: boolean
  /** Answers no question about its state from a paper's cut on. */
  silentAfterCut: boolean
  /** Which proofs it gives. */
  proofs: 'process_id' | 'fence' | 'none'
  /** Takes everything and prints nothing. */
  swallows: boolean
  /** Breaks the connection when so many bytes of a paper have come. */
  diesAfter: number | null
  /** Runs out of paper in the middle of a paper, which then comes out when paper is put in. */
  runsOutAfter: number | null
  /** Waits so long before it proves a paper. Milliseconds. */
  proofDelay: number
  /** Says things that mean nothing. */
  babbles: boolean
  /** Prints each paper twice, as some do after an error that mends itself. */
  printsTwice: boolean
  /** Takes a connection only while nobody else has one; the others wait. */
  busy: boolean
}

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

/** A picture as the printer got it, row by row. */
export interface PrintedPaper {
  width: number
  rows: Uint8Array[]
}

export interface FakePrinter {
  port: number
  /** Papers that came out, each ended by a cut. */
  papers: PrintedPaper[]
  /** All bytes of all connections, in order. */
  received: Buffer
  /** Most connections that were open at one time. */
  mostConnections: number
  connections: number
  set(faults: Partial<Faults>): void
  /** Is switched off: refuses connections. */
  switchOff(): Promise<void>
  switchOn(): Promise<void>
  close(): Promise<void>
}

/** A printer for tests: it takes ESC/POS over TCP, answers as Epson documents it, and counts papers by their cuts. */
export async function startFakePrinter(given: Partial<Faults> = {}): Promise<FakePrinter> {
  let faults: Faults = { ...WELL, ...given }
  const sockets = new Set<Socket>()
  let server: Server | undefined
  /** What a printer that ran out of paper keeps until paper is put in. */
  let kept: (() => void)[] = []

  const printer: FakePrinter = {
    port: 0,
    papers: [],
    received: Buffer.alloc(0),
    mostConnections: 0,
    connections: 0,
    set: (changed) => {
      const filled = faults.paper === 'out' && changed.paper !== undefined && changed.paper !== 'out'
      faults = { ...faults, ...changed }
      if (!filled) return
      for (const print of kept) print()
      kept = []
    },
    switchOff: async () => {
      for (const socket of sockets) socket.destroy()
      const closing = server
      server = undefined
      await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()))
    },
    switchOn: async () => {
      if (!server) await listen()
    },
    close: () => printer.switchOff()
  }

  function listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      const made = createServer((socket) => serve(socket))
      server = made
      made.on('error', reject)
      made.listen(printer.port, '127.0.0.1', () => {
        const address = made.address()
        printer.port = typeof address === 'object' && address ? address.port : 0
        resolve()
      })
    })
  }

  function serve(socket: Socket) {
    sockets.add(socket)
    printer.connections += 1
    printer.mostConnections = Math.max(printer.mostConnections, sockets.size)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    if (faults.busy) return
    if (faults.babbles) socket.write(Buffer.from([0x41, 0xff, 0x37, 0x37, 0x22, 0x00, 0x16, 0x9a]))
    const say = (bytes: number[]) => {
      if (!socket.destroyed && socket.writable) socket.write(Buffer.from(bytes))
    }
    const read = reader({ faults: () => faults, say, print, die: () => socket.resetAndDestroy() })
    socket.on('data', (chunk: Buffer) => {
      printer.received = Buffer.concat([printer.received, chunk])
      if (!socket.destroyed) read(chunk)
    })
  }

  function print(paper: PrintedPaper) {
    if (faults.swallows) return
    const come = () => printer.papers.push(paper)
    if (faults.paper === 'out') kept.push(come)
    else come()
    if (faults.printsTwice) come()
  }

  await listen()
  return printer
}

interface Mechanism {
  faults: () => Faults
  say: (bytes: number[]) => void
  print: (paper: PrintedPaper) => void
  die: () => void
}

const COMMANDS = [
  { begins: [0x10, 0x04], length: 3, does: 'status' },
  { begins: [0x1b, 0x40], length: 2, does: 'reset' },
  { begins: [0x1d, 0x56], length: 4, does: 'cut' },
  { begins: [0x1d, 0x72], length: 3, does: 'fence' },
  { begins: [0x1d, 0x28], length: 11, does: 'process' }
] as const

/** Takes commands apart as they come; what waits for more bytes is kept. */
function reader(printer: Mechanism): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0)
  let paper: PrintedPaper = { width: 0, rows: [] }
  let taken = 0
  let cuts = 0

  /** How many bytes the command at the beginning of `rest` has; 0 while it is not whole. */
  function step(): number {
    const [first = 0, second = 0, third = 0] = rest
    if (rest.length < 2) return 0
    if (first === 0x1d && second === 0x76) return picture()
    const known = COMMANDS.find(({ begins }) => begins[0] === first && begins[1] === second)
    if (!known) return 1
    if (rest.length < known.length) return 0
    if (known.does === 'status') status(third)
    if (known.does === 'cut') cut()
    if (known.does === 'fence') fence()
    if (known.does === 'process') process()
    return known.length
  }

  function picture(): number {
    if (rest.length < 8) return 0
    const bytes = rest.readUInt16LE(4)
    const rows = rest.readUInt16LE(6)
    if (rows > 256) throw new Error('a band of more than 256 rows')
    const length = 8 + bytes * rows
    if (rest.length < length) return 0
    paper.width = bytes * 8
    for (let row = 0; row < rows; row += 1) {
      paper.rows.push(new Uint8Array(rest.subarray(8 + row * bytes, 8 + (row + 1) * bytes)))
    }
    return length
  }

  function cut() {
    cuts += 1
    if (stopped()) return
    printer.print(paper)
    paper = { width: 0, rows: [] }
  }

  const stopped = () => printer.faults().coverOpen

  function status(about: number) {
    const { silent, silentAfterCut, paper: roll, coverOpen } = printer.faults()
    if (silent || (silentAfterCut && cuts > 0)) return
    const out = roll === 'out'
    const bytes: Record<number, number> = {
      1: 0x12 | (out || coverOpen ? 0x08 : 0),
      2: 0x12 | (coverOpen ? 0x04 : 0) | (out ? 0x20 : 0),
      3: 0x12,
      4: 0x12 | (roll === 'ok' ? 0 : 0x0c) | (out ? 0x60 : 0)
    }
    printer.say([bytes[about] ?? 0x12])
  }

  function fence() {
    const { proofs, swallows, paper: roll, proofDelay } = printer.faults()
    if (proofs === 'none' || swallows || roll === 'out' || stopped()) return
    setTimeout(() => printer.say([0x00]), proofDelay)
  }

  function process() {
    const { proofs, swallows, paper: roll, proofDelay } = printer.faults()
    const id = [...rest.subarray(7, 11)]
    if (proofs !== 'process_id' || swallows || roll === 'out' || stopped()) return
    setTimeout(() => printer.say([0x37, 0x22, ...id, 0x00]), proofDelay)
  }

  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const { diesAfter, runsOutAfter } = printer.faults()
      const isPicture = rest[0] === 0x1d && rest[1] === 0x76
      if (isPicture && diesAfter !== null && taken + rest.length > diesAfter) return printer.die()
      if (isPicture && runsOutAfter !== null && taken + rest.length > runsOutAfter)
        printer.faults().paper = 'out'
      const length = rest.length === 0 ? 0 : step()
      if (length === 0) return
      if (isPicture) taken += length
      rest = rest.subarray(length)
    }
  }
}
