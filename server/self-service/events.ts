declare module '../events.ts' {
  interface EventMap {
    'kiosk_language.set': {
      code: string
      name: string
      texts: Readonly<Record<string, string>>
      serviceNames: Readonly<Record<string, string>>
      groupNames: Readonly<Record<string, string>>
    }
    'kiosk_language.removed': { code: string }
    'result.placed': { dossierCode: string; counterId: string | null; counterNumber: number | null }
  }
}
