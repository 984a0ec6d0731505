import type { Hall } from '../../api/hall.ts'
import { type Choice, Choices, countOf, serviceChoices, waitText } from './choices.tsx'
import { NEW_SEARCH, type Page } from './pages.ts'
import { useWords, type Words } from './words.ts'

interface Props {
  hall: Hall
  pickUpServiceId: string | null
  busyWith: string | null
  onTake: (serviceId: string) => void
  onOpen: (page: Page) => void
}

/** With so many services beside it, each has a tile of its own on the first screen: the number is one touch away. */
const SERVICES_AT_HOME = 4

/** "Tôi cần …": at most eight choices (K-01). */
export function HomeChoices({ hall, pickUpServiceId, busyWith, onTake, onOpen }: Props) {
  const words = useWords()
  const services = submitted(hall, pickUpServiceId)
  const atHome = services.length <= SERVICES_AT_HOME
  const own = atHome
    ? serviceChoices(services, { hall, words, onTake })
    : [choiceOf(words, 'submit', () => onOpen({ name: 'services' }))]
  const ways: Choice[] = [
    pickUpChoice(words, { hall, pickUpServiceId, onOpen }),
    ...(services.length === SERVICES_AT_HOME
      ? [choiceOf(words, 'lookUp', () => onOpen({ name: 'look-up' }))]
      : lookUpChoices(words, onOpen)),
    choiceOf(words, 'appointment', () => onOpen({ name: 'appointment' })),
    { ...choiceOf(words, 'priority', () => onOpen({ name: 'groups' })), first: true }
  ]
  return (
    <Choices choices={hall.open ? [...own, ...ways] : lookUpChoices(words, onOpen)} busyWith={busyWith} />
  )
}

/** The services that papers are handed in for. */
export function submitted({ services }: Hall, pickUpServiceId: string | null): Hall['services'] {
  return services.filter(({ id }) => id !== pickUpServiceId)
}

export function lookUpChoices(words: Words, onOpen: Props['onOpen']): Choice[] {
  return [
    choiceOf(words, 'dossier', () => onOpen({ name: 'slip', goal: 'look' })),
    choiceOf(words, 'procedures', () => onOpen({ name: 'search', search: NEW_SEARCH }))
  ]
}

function pickUpChoice(
  words: Words,
  { hall, pickUpServiceId, onOpen }: Omit<Props, 'busyWith' | 'onTake'>
): Choice {
  const service = hall.services.find(({ id }) => id === pickUpServiceId)
  const waiting = countOf(hall, pickUpServiceId ?? '')
  const choice = choiceOf(words, 'pickUp', () => onOpen({ name: 'slip', goal: 'pick-up' }))
  return service ? { ...choice, hint: waitText(words, { ...service, waiting }) } : choice
}

const MARKS = {
  submit: { icon: 'submit' },
  pickUp: { icon: 'result' },
  lookUp: { icon: 'search' },
  dossier: { icon: 'dossier' },
  procedures: { icon: 'search' },
  appointment: { icon: 'appointment' },
  priority: { hallIcon: 'priority' }
} as const satisfies Record<string, Choice['mark']>

function choiceOf({ say }: Words, id: keyof typeof MARKS, onChoose: () => void): Choice {
  const hint = id === 'priority' ? say('priorityFor') : say(`${id}Hint`)
  return { id, title: say(id), hint, mark: MARKS[id], onChoose }
}
