// Codes of procedures only: nothing of anybody's dossier.
const PLACE = 'motcua-thu-tuc-gan-day'
const MOST = 6

/** Codes of the procedures last used on this machine, newest first. */
export function recentCodes(): string[] {
  try {
    const codes: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '[]')
    return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export function rememberCode(code: string): void {
  const codes = [code, ...recentCodes().filter((other) => other !== code)].slice(0, MOST)
  localStorage.setItem(PLACE, JSON.stringify(codes))
}
