import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { type HelpCall, useAnswerHelp, useHelpCalls, useHelpRefresh } from '../api/help-calls.ts'
import { helpCallText as text } from '../text/help-calls.ts'
import { useAlertTone } from './alert-tone.ts'
import { KeyButton } from './key-button.tsx'
import { type Key, useKeys } from './keys.ts'
import { useNow } from './time.ts'

/** It works wherever the officer is: what it answers is told in another room. */
export const COME_KEY = { code: 'KeyK', alt: true, label: text.key } as const satisfies Key

const MINUTE = 60_000

export interface HelpAlarms {
  /** Nobody comes to these yet, the oldest first. */
  asked: readonly HelpCall[]
  /** To these the officer has said that he comes. */
  own: readonly HelpCall[]
  /** Why the last answer was of no use. */
  refused: string | null
  come: (callId: string) => void
}

/** The calls from kiosks, their sound and the key that answers the oldest. Nothing of it takes the focus from whoever types. */
export function useHelpAlarms(): HelpAlarms {
  const { data = [] } = useHelpCalls()
  const { mutate, error } = useAnswerHelp()
  const refresh = useHelpRefresh()
  const now = useNow()
  const open = data.filter(({ endsAt }) => Date.parse(endsAt) > now)
  const asked = open.filter(({ answeredAt }) => answeredAt === null)
  const own = open.filter((call) => call.answeredAt !== null && call.own)
  const come = (callId: string) => mutate({ callId }, { onError: refresh })
  const oldest = asked[0]?.id
  useAlertTone(asked.map(({ id }) => id))
  const keys = useMemo(
    () => [
      {
        ...COME_KEY,
        when: () => oldest !== undefined,
        run: () => oldest !== undefined && mutate({ callId: oldest }, { onError: refresh })
      }
    ],
    [oldest, mutate, refresh]
  )
  useKeys(keys)
  return { asked, own, refused: error ? error.message : null, come }
}

export function isQuiet({ asked, own, refused }: HelpAlarms): boolean {
  return asked.length + own.length === 0 && refused === null
}

/** A line for each kiosk at which somebody waits for a person. */
export function HelpLines({ of: { asked, own, refused, come } }: { of: HelpAlarms }) {
  const now = useNow()
  const minutes = ({ askedAt }: HelpCall) => Math.max(0, Math.floor((now - Date.parse(askedAt)) / MINUTE))
  return (
    <>
      {asked.map((call, index) => (
        <div key={call.id} className="help-call" role="status">
          <p>{text.asks(call.deviceName, minutes(call))}</p>
          {index === 0 ? (
            <KeyButton of={COME_KEY} size="sm" onClick={() => come(call.id)}>
              {text.come}
            </KeyButton>
          ) : (
            <Button variant="default" size="sm" onClick={() => come(call.id)}>
              {text.come}
            </Button>
          )}
        </div>
      ))}
      {own.length > 0 && (
        <p role="status">{text.coming([...new Set(own.map(({ deviceName }) => deviceName))].join(', '))}</p>
      )}
      {refused !== null && <p role="status">{refused}</p>}
    </>
  )
}
