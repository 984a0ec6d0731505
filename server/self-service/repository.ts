import type { Db } from '../database/schema.ts'
import type { KioskLanguageTable, SearchMissTable } from './tables.ts'

interface PlaceKey {
  officeId: string
  dossierCode: string
}

export async function findPlace(db: Db, { officeId, dossierCode }: PlaceKey): Promise<string | undefined> {
  const row = await db
    .selectFrom('resultPlace')
    .select('counterId')
    .where('officeId', '=', officeId)
    .where('dossierCode', '=', dossierCode)
    .executeTakeFirst()
  return row?.counterId
}

export async function savePlace(db: Db, { officeId, dossierCode }: PlaceKey, counterId: string | null) {
  if (counterId === null) {
    await db
      .deleteFrom('resultPlace')
      .where('officeId', '=', officeId)
      .where('dossierCode', '=', dossierCode)
      .execute()
    return
  }
  await db
    .insertInto('resultPlace')
    .values({ officeId, dossierCode, counterId })
    .onConflict((conflict) => conflict.columns(['officeId', 'dossierCode']).doUpdateSet({ counterId }))
    .execute()
}

export async function listLanguageRows(db: Db, officeId: string): Promise<KioskLanguageTable[]> {
  return db.selectFrom('kioskLanguage').selectAll().where('officeId', '=', officeId).orderBy('code').execute()
}

export async function saveLanguage(db: Db, language: KioskLanguageTable): Promise<void> {
  const { officeId: _, code: __, ...texts } = language
  await db
    .insertInto('kioskLanguage')
    .values(language)
    .onConflict((conflict) => conflict.columns(['officeId', 'code']).doUpdateSet(texts))
    .execute()
}

/** @returns whether there was such a language */
export async function deleteLanguage(
  db: Db,
  { officeId, code }: { officeId: string; code: string }
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('kioskLanguage')
    .where('officeId', '=', officeId)
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Counts what was looked for once more. */
export async function countMiss(db: Db, miss: Omit<SearchMissTable, 'times'>): Promise<void> {
  await db
    .insertInto('searchMiss')
    .values({ ...miss, times: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['officeId', 'words'])
        .doUpdateSet((eb) => ({ times: eb('searchMiss.times', '+', 1), lastDay: miss.lastDay }))
    )
    .execute()
}

/** Forgets what nobody has looked for in vain since a day. */
export async function forgetMisses(
  db: Db,
  { officeId, before }: { officeId: string; before: string }
): Promise<void> {
  await db.deleteFrom('searchMiss').where('officeId', '=', officeId).where('lastDay', '<', before).execute()
}

export async function listMisses(db: Db, officeId: string, most: number): Promise<SearchMissTable[]> {
  return db
    .selectFrom('searchMiss')
    .selectAll()
    .where('officeId', '=', officeId)
    .orderBy('times', 'desc')
    .orderBy('words')
    .limit(most)
    .execute()
}
