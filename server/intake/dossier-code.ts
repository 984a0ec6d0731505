/** Four places, as the law writes it; an office that receives more in a day goes on with five (TT 04/2025 Đ.23.2). */
const PLACES = 4

/**
 * The code of a dossier: `<office code>-<YYMMDD>-<NNNN>`, the office that receives, the day of receipt in Vietnam and
 * the ordinal of that office and day (NĐ 61/2018 Đ.26, TT 01/2018 Đ.19).
 *
 * @example dossierCode({ officeCode: 'H01.31', day: '2026-11-23', ordinal: 7 }) // 'H01.31-261123-0007'
 */
export function dossierCode({
  officeCode,
  day,
  ordinal
}: {
  officeCode: string
  day: string
  ordinal: number
}): string {
  return `${officeCode}-${day.slice(2).replaceAll('-', '')}-${String(ordinal).padStart(PLACES, '0')}`
}
