declare module '../events.ts' {
  interface EventMap {
    'agency.added': { agencyId: string; name: string }
  }
}

export {}
