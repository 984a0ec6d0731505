import { useEffect, useState } from 'react'
import type { OfficeDetail } from '../../api/hall.ts'
import { lookUpDossier, type SlipAsked } from '../../api/self-service.ts'
import { DigitsPage } from './digits-page.tsx'
import { KioskIcon } from './kiosk-icon.tsx'
import type { Goal, Page } from './pages.ts'
import { problemWords } from './problem-words.ts'
import { kindOfScan, SCAN_WORDS_AT_KEYS } from './scan-kind.ts'
import { useWords } from './words.ts'

interface Props {
  office: OfficeDetail
  goal: Goal
  onOpen: (page: Page) => void
  /** Takes a number although there is no slip. */
  onWithout: (() => void) | undefined
  busy: boolean
  /** A slip that was scanned on another page. */
  scanned: string | null
  publicUrl: string
}

/** Six digits of the day and at least four of the ordinal. */
const SHORTEST_CODE = 10
const LONGEST_CODE = 12

/** Shows a dossier by the code on its slip, or by its digits. A result that is ready is fetched from there. */
export function SlipPage({ office, goal, onOpen, onWithout, busy, scanned, publicUrl }: Props) {
  const words = useWords()
  const { say } = words
  const [looking, setLooking] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const look = async (asked: SlipAsked) => {
    setLooking(true)
    setFault(null)
    try {
      onOpen({ name: 'dossier', goal, dossier: await lookUpDossier(asked), asked })
    } catch (error) {
      setFault(problemWords(error, words))
      setLooking(false)
    }
  }
  const scan = (text: string) => {
    const kind = kindOfScan(text, publicUrl)
    if (kind === 'slip') void look({ scan: text })
    else setFault(say(SCAN_WORDS_AT_KEYS[kind]))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was scanned before is looked up once
  useEffect(() => {
    if (scanned !== null) void look({ scan: scanned })
  }, [scanned])
  const isShort = (digits: string, least: number, words: string) => (digits.length < least ? words : null)
  return (
    <DigitsPage
      office={office}
      title={say('slipTitle')}
      note={say('slipNote')}
      fields={[
        {
          label: say('code'),
          hint: say('codeHint'),
          prefix: `${office.code}-`,
          most: LONGEST_CODE,
          shown: (digits) => (digits.length > 6 ? `${digits.slice(0, 6)}-${digits.slice(6)}` : digits),
          faultOf: (digits) => isShort(digits, SHORTEST_CODE, say('codeShort'))
        },
        {
          label: say('lastFour'),
          hint: say('lastFourHint'),
          most: 4,
          faultOf: (digits) => isShort(digits, 4, say('digitsShort'))
        }
      ]}
      submitWord={say('look')}
      busy={looking ? say('slipChecking') : null}
      fault={fault}
      onTyped={() => setFault(null)}
      onSubmit={([code = '', lastFour = '']) => void look({ code, lastFour })}
      onScan={scan}
      aside={
        onWithout && (
          <button type="button" className="wide" disabled={busy || looking} onClick={onWithout}>
            <KioskIcon name="result" />
            {busy ? say('taking') : say('withoutSlip')}
          </button>
        )
      }
    />
  )
}
