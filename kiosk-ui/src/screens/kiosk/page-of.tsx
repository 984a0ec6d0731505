import { useEffect, useState } from 'react'
import type { Hall, OfficeDetail } from '../../api/hall.ts'
import type { KioskSettings } from '../../api/self-service.ts'
import type { KioskKey } from '../../text/kiosk.ts'
import { AppointmentPage } from './appointment-page.tsx'
import { type Choice, Choices, serviceChoices } from './choices.tsx'
import { DossierPage } from './dossier-page.tsx'
import { HelpPage } from './help-page.tsx'
import type { Help } from './helping.ts'
import { HomeChoices, lookUpChoices, submitted } from './home-choices.tsx'
import { Info } from './info.tsx'
import { HOME, type Page } from './pages.ts'
import type { Trouble } from './printing.ts'
import { problemWords } from './problem-words.ts'
import { ProcedurePage } from './procedure-page.tsx'
import { kindOfScan, SCAN_WORDS } from './scan-kind.ts'
import { useKeys } from './scanned.ts'
import { SearchPage } from './search-page.tsx'
import { SlipPage } from './slip-page.tsx'
import type { useTaking } from './taking.ts'
import { namesOf, useWords } from './words.ts'

interface Props {
  page: Page
  hall: Hall
  office: OfficeDetail
  settings: KioskSettings
  taking: ReturnType<typeof useTaking>
  help: Help
  /** Whether it can read aloud. */
  reads: boolean
  trouble: Trouble | null
  /** Whether its browser prints; a printer of the server's shows itself with the first ticket. */
  prints: boolean
  onOpen: (page: Page) => void
  /** Nobody needs the kiosk any more. */
  onDone: () => void
  onLanguage: (code: string) => void
}

/** The page that is open, but for what stands below every page. */
export function PageOf(props: Props) {
  const words = useWords()
  const [scanned, setScanned] = useState<string | null>(null)
  const strange = useForAWhile()
  const { page, hall, office, settings, taking, onOpen } = props
  const { pickUpServiceId, publicUrl } = settings
  const fault = taking.refusal && problemWords(taking.refusal, words)
  const strangeWords = strange.shown && words.say(strange.shown)
  const busy = taking.busyWith !== null
  const scan = (text: string) => {
    const kind = kindOfScan(text, publicUrl)
    if (kind !== 'slip') return strange.show(SCAN_WORDS[kind])
    strange.hide()
    setScanned(text)
    onOpen({ name: 'slip', goal: 'look' })
  }
  const open = (next: Page) => {
    setScanned(null)
    strange.hide()
    onOpen(next)
  }
  if (page.name === 'slip') {
    const withoutSlip =
      page.goal === 'pick-up' && pickUpServiceId !== null && hall.open
        ? () => taking.take({ serviceId: pickUpServiceId })
        : undefined
    return (
      <SlipPage
        office={office}
        goal={page.goal}
        onOpen={open}
        onWithout={withoutSlip}
        {...{ busy, scanned, publicUrl }}
      />
    )
  }
  if (page.name === 'dossier') {
    const take = () => taking.take({ pickUp: page.asked })
    return (
      <DossierPage
        office={office}
        dossier={page.dossier}
        fault={fault}
        busy={busy}
        onTake={take}
        onDone={props.onDone}
      />
    )
  }
  if (page.name === 'search')
    return (
      <SearchPage office={office} search={page.search} fault={strangeWords} onOpen={open} onScan={scan} />
    )
  if (page.name === 'procedure') {
    const take = hall.open ? () => open({ name: 'services' }) : undefined
    return <ProcedurePage office={office} code={page.code} publicUrl={publicUrl} onTake={take} />
  }
  if (page.name === 'appointment')
    return (
      <AppointmentPage
        office={office}
        busy={busy}
        fault={strangeWords ?? fault}
        onTyped={() => {
          strange.hide()
          taking.clear()
        }}
        onCheckIn={(appointment) => taking.take({ appointment })}
        onScan={scan}
      />
    )
  return <ChoicePage {...props} fault={strangeWords} onOpen={open} onScan={scan} />
}

/** How long the screen says that something strange was scanned. Milliseconds. */
const TOLD_FOR = 8_000

/** Something that is told for a while and then no more. */
function useForAWhile(): { shown: KioskKey | null; show: (words: KioskKey) => void; hide: () => void } {
  const [told, setTold] = useState<{ words: KioskKey } | null>(null)
  useEffect(() => {
    if (told === null) return
    const timer = setTimeout(() => setTold(null), TOLD_FOR)
    return () => clearTimeout(timer)
  }, [told])
  return { shown: told?.words ?? null, show: (words) => setTold({ words }), hide: () => setTold(null) }
}

const HEADINGS = {
  home: 'question',
  services: 'servicesQuestion',
  'look-up': 'lookUpQuestion',
  groups: 'groupQuestion',
  priority: 'priorityQuestion',
  languages: 'languagesTitle',
  help: 'helpTitle'
} as const satisfies Record<string, KioskKey>

/** The pages that ask one question and offer tiles for an answer. */
function ChoicePage(props: Props & { fault: string | null; onScan: (text: string) => void }) {
  const { page, hall, office, taking, trouble, prints, fault, onScan } = props
  useKeys({ onScan })
  const name = page.name as keyof typeof HEADINGS
  return (
    <>
      <Info
        {...{ office, hall, trouble, prints, fault }}
        heading={HEADINGS[name]}
        {...noteOf(name, props.reads)}
        refusal={taking.refusal}
      />
      <Lower {...props} />
    </>
  )
}

/** What is said beside the question. */
function noteOf(name: keyof typeof HEADINGS, reads: boolean): { note?: KioskKey } {
  if (name === 'groups') return { note: 'groupNote' }
  return name === 'help' && !reads ? { note: 'readNone' } : {}
}

function Lower({ page, hall, settings, taking, help, onOpen, onLanguage }: Props) {
  const words = useWords()
  const { busyWith, take } = taking
  const { pickUpServiceId, items } = settings
  const { name } = page
  if (name === 'help') return <HelpPage hall={hall} help={help} />
  if (name === 'look-up') return <Choices choices={lookUpChoices(words, onOpen)} />
  if (name === 'groups') return <Choices choices={groupChoices(hall, words, onOpen)} />
  if (name === 'languages') {
    const choose = (code: string) => {
      onLanguage(code)
      onOpen(HOME)
    }
    return <Choices choices={languageChoices(namesOf(items), choose)} />
  }
  if (name === 'services' || name === 'priority') {
    const group = name === 'priority' ? { priorityGroup: page.group } : {}
    const onTake = (serviceId: string) => take({ serviceId, ...group })
    const services = name === 'priority' ? hall.services : submitted(hall, pickUpServiceId)
    return <Choices choices={serviceChoices(services, { hall, words, onTake })} busyWith={busyWith} />
  }
  return (
    <HomeChoices
      {...{ hall, pickUpServiceId, busyWith, onOpen }}
      onTake={(serviceId) => take({ serviceId })}
    />
  )
}

function groupChoices(
  { priorityGroups }: Hall,
  words: ReturnType<typeof useWords>,
  onOpen: (page: Page) => void
): Choice[] {
  return priorityGroups.map((group) => ({
    id: group.code,
    title: words.groupName(group),
    mark: { hallIcon: 'priority' },
    onChoose: () => onOpen({ name: 'priority', group: group.code })
  }))
}

function languageChoices(
  languages: readonly { code: string; name: string }[],
  onChoose: (code: string) => void
): Choice[] {
  return languages.map(({ code, name }) => ({
    id: code,
    title: name,
    mark: { icon: 'language' },
    onChoose: () => onChoose(code)
  }))
}
