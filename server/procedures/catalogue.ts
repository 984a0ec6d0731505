import type { StoredEdition } from './edition-change.ts'

/** All editions of all procedures, of each the oldest first. */
export type Catalogue = ReadonlyMap<string, readonly StoredEdition[]>

export function catalogueOf(editions: readonly StoredEdition[]): Catalogue {
  const sorted = [...editions].sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1))
  return Map.groupBy(sorted, ({ code }) => code)
}

/** The edition in force on a day: the newest that is in force by then. */
export function findEditionOn(catalogue: Catalogue, code: string, day: string): StoredEdition | undefined {
  return catalogue.get(code)?.findLast(({ effectiveFrom }) => effectiveFrom <= day)
}

/**
 * The edition by which a dossier that came on `day` is handled. For days before the catalogue begins it is the
 * first edition that is known, since an office takes its catalogue over in the middle of its work.
 */
export function findEditionFor(catalogue: Catalogue, code: string, day: string): StoredEdition | undefined {
  return findEditionOn(catalogue, code, day) ?? catalogue.get(code)?.at(0)
}

/** The procedures that people can ask for on a day: those in force that are not abolished. */
export function offeredOn(catalogue: Catalogue, day: string): StoredEdition[] {
  return [...catalogue.keys()].flatMap((code) => {
    const edition = findEditionOn(catalogue, code, day)
    return edition && !edition.abolished ? [edition] : []
  })
}
