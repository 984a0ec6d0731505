/** A program and its reference, measured by turns in one run. */
export interface Measured {
  program: number
  reference: number
}

const ROUNDS = 3

/** Takes turns, so that whatever else the machine does falls on both; the median of three. */
export async function interleaved(measure: {
  program: () => Promise<number>
  reference: () => Promise<number>
}): Promise<Measured> {
  const programs: number[] = []
  const references: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    references.push(await measure.reference())
    programs.push(await measure.program())
  }
  return { program: median(programs), reference: median(references) }
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}
