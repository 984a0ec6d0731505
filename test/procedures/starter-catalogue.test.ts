import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCatalogueFile } from '../../server/procedures/catalogue-file.ts'
import { outdatedBodiesIn } from '../../server/procedures/outdated-bodies.ts'

const starterFile = path.resolve(import.meta.dirname, '../../server/procedures/data/starter-catalogue.json')
const document: Record<string, unknown>[] = JSON.parse(readFileSync(starterFile, 'utf8'))
const { editions, attention, refused } = readCatalogueFile(document)

const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

describe('the starter catalogue', () => {
  it('has at least sixty procedures of a commune, in the same form as any file', () => {
    expect(refused).toEqual([])
    expect(editions.length).toBeGreaterThanOrEqual(60)
    expect(editions.filter(({ level }) => level !== 'commune')).toEqual([])
  })

  it('has the procedures that people come for most', () => {
    const codes = editions.map(({ code }) => code)
    expect(codes).toEqual(
      expect.arrayContaining([
        '1.001193',
        '1.000894',
        '1.004873',
        '2.000815',
        '1.004222',
        '1.001612',
        '1.014027'
      ])
    )
  })

  it.each(editions.map((edition) => [edition.code, edition] as const))(
    '%s says what to bring, who handles it, how to file it and what comes of it',
    (_, edition) => {
      expect(edition.components.length).toBeGreaterThan(0)
      expect(edition.agency).toBeTruthy()
      expect(edition.result).toBeTruthy()
      expect(edition.channels.length).toBeGreaterThan(0)
      expect(strings(edition).flatMap(outdatedBodiesIn)).toEqual([])
    }
  )

  it('has a readable term for all but a few, and says so where there is none', () => {
    const without = editions.filter(({ term }) => !term).map(({ code }) => code)
    expect(without.length).toBeLessThan(editions.length / 6)
    for (const code of without) {
      expect(attention.get(code)?.map(({ kind }) => kind)).toContain('term_missing')
    }
  })

  it('has the 15:00 rule with every procedure of the same day and with no other', () => {
    const sameDay = editions.filter(({ term }) => term?.unit === 'same_day')
    expect(sameDay.length).toBeGreaterThanOrEqual(6)
    expect(editions.filter(({ cutOff }) => cutOff)).toEqual(sameDay)
  })

  it('is written in short words of its own', () => {
    const long = document.flatMap(({ name, ...rest }) => strings(rest)).filter((text) => text.length > 120)
    expect(long).toEqual([])
  })
})

const wholeFile = path.resolve(import.meta.dirname, '../../../shared/data/procedures.json')

describe.skipIf(!existsSync(wholeFile))('the starter catalogue beside its source', () => {
  const source = new Map(
    readCatalogueFile(JSON.parse(readFileSync(wholeFile, 'utf8'))).editions.map((edition) => [
      edition.code,
      edition
    ])
  )

  it('has the code, official name, field, fee and channels of the source', () => {
    for (const edition of editions) {
      const published = source.get(edition.code)
      expect(edition.name.toLowerCase()).toBe(published?.name.toLowerCase())
      expect([edition.code, edition.field, edition.fee, edition.channels]).toEqual([
        edition.code,
        published?.field,
        published?.fee,
        published?.channels
      ])
    }
  })

  it('leaves to a school what the source leaves to a school', () => {
    const ofSchools = editions.filter(({ code }) => source.get(code)?.agency === 'Cơ sở giáo dục')
    expect(ofSchools.length).toBeGreaterThan(0)
    expect(ofSchools.filter(({ agency }) => agency !== 'Cơ sở giáo dục')).toEqual([])
  })

  it('has the term of the source, or none where the source leaves a doubt', () => {
    const other = editions.filter(
      ({ code, term }) => term && JSON.stringify(term) !== JSON.stringify(source.get(code)?.term)
    )
    expect(other.map(({ code }) => code)).toEqual([])
  })
})
