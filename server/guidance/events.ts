declare module '../events.ts' {
  interface EventMap {
    'help.called': { callId: string; deviceId: string; deviceName: string; askedAt: string; endsAt: string }
    'help.answered': {
      callId: string
      deviceId: string
      deviceName: string
      askedAt: string
      answeredAt: string
      officerId: string
      officerName: string
      endsAt: string
    }
    /** Whoever asked has been helped or needs nobody any more. */
    'help.ended': { callId: string; deviceId: string; deviceName: string; askedAt: string; endsAt: string }
  }
}

export {}
