/** Runs a task in the turn of its office. */
export type Gate = <Result>(officeId: string, run: () => Promise<Result>) => Promise<Result>

/** Lets everyone in: the database itself takes one at a time. */
export const openGate: Gate = (_officeId, run) => run()

/**
 * One transaction of an office at a time in this process, so that a busy office cannot fill the pool and keep
 * the quiet ones waiting.
 */
export function createGate(): Gate {
  const tails = new Map<string, Promise<unknown>>()
  return (officeId, run) => {
    const turn = (tails.get(officeId) ?? Promise.resolve()).then(run, run)
    tails.set(officeId, turn)
    const forget = () => {
      if (tails.get(officeId) === turn) tails.delete(officeId)
    }
    turn.then(forget, forget)
    return turn
  }
}
