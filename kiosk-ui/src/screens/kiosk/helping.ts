import { useCallback, useEffect, useRef, useState } from 'react'
import { newKey, serverNow } from '../../api/client.ts'
import type { LiveEvent } from '../../api/hall.ts'
import { callForHelp, endHelpCall, type HelpCall, readOwnCall } from '../../api/help-calls.ts'

/** How long somebody waits at a machine for an answer without doubting it: then he is told where else to go. Milliseconds. */
const ANSWER_TAKES = 60_000

/** So long the page of a call stays, untouched: whoever waits for a person does not touch the screen. Milliseconds. */
const WAITED_FOR = 120_000

/** How often the call is asked after beside the events of the line. Milliseconds. */
const READ_EVERY = 10_000

/** How long the screen says that nobody could be called: whoever comes next may try. Milliseconds. */
const FAILURE_STAYS = 30_000

export interface Help {
  /** `unanswered`: called, and nobody has said in a minute that he comes. */
  standing: 'none' | 'called' | 'unanswered' | 'coming'
  busy: boolean
  /** The last try has reached nobody. */
  failed: boolean
  /** Somebody stands there and waits, so that the screen stays as it is. */
  isWaitedFor: boolean
  ask: () => void
  end: () => void
  onEvent: (event: LiveEvent) => void
}

/**
 * Calling a person to this kiosk. What stands is what the server says, so that it is right again after a start of either.
 *
 * @param isDevice an officer who tries the kiosk out is no kiosk to come to
 */
export function useHelp(isDevice: boolean): Help {
  const [call, setCall] = useState<HelpCall | null>(null)
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const latest = useRef(0)
  const now = useSeconds(call !== null)

  // An answer that was overtaken by a newer question says nothing any more.
  const keep = useCallback(async (question: Promise<HelpCall | null>) => {
    latest.current += 1
    const mine = latest.current
    const answer = await question
    if (mine === latest.current) setCall(answer)
  }, [])
  const read = useCallback(() => void keep(readOwnCall()).catch(() => undefined), [keep])
  useEffect(() => {
    if (!isDevice) return
    read()
    const timer = setInterval(read, READ_EVERY)
    return () => clearInterval(timer)
  }, [isDevice, read])

  useEffect(() => {
    if (!failed) return
    const timer = setTimeout(() => setFailed(false), FAILURE_STAYS)
    return () => clearTimeout(timer)
  }, [failed])

  const act = async (send: () => Promise<HelpCall | null>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailed(false)
    await keep(send()).catch(() => setFailed(true))
    running.current = false
    setBusy(false)
  }
  const onEvent = useCallback(
    ({ name }: LiveEvent) => {
      if (isDevice && name.startsWith('help.')) read()
    },
    [isDevice, read]
  )
  return {
    standing: standingOf(call, now),
    busy,
    // Only the answer may have been lost: whoever is called for is not told that nobody could be.
    failed: failed && call === null,
    isWaitedFor: call !== null && now - Date.parse(call.answeredAt ?? call.askedAt) < WAITED_FOR,
    ask: () => void act(() => callForHelp(newKey())),
    end: () => call && void act(() => endHelpCall(call.id).then(() => null)),
    onEvent
  }
}

function standingOf(call: HelpCall | null, now: number): Help['standing'] {
  if (!call) return 'none'
  if (call.answeredAt !== null) return 'coming'
  return now - Date.parse(call.askedAt) < ANSWER_TAKES ? 'called' : 'unanswered'
}

/** The server's time, each second while it is needed. */
function useSeconds(needed: boolean): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    if (!needed) return
    setNow(serverNow())
    const timer = setInterval(() => setNow(serverNow()), 1000)
    return () => clearInterval(timer)
  }, [needed])
  return now
}
