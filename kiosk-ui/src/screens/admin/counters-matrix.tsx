import { Button, NativeSelect } from '@mantine/core'
import { type CounterService, type HallSettings, useSetCounterServices } from '../../api/hall-settings.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { hallText } from '../../text/admin-hall.ts'
import { commonText } from '../../text/common.ts'

const text = hallText.counters

const STATES = ['serves', 'helps', 'none'] as const

type State = (typeof STATES)[number]

/** By counter, then by service. */
type Plan = Record<string, Record<string, State>>

/** The cells that were changed and are not written yet. */
type Changes = Plan

type Counter = HallSettings['counters'][number]
type Service = HallSettings['services'][number]

interface Props {
  hall: HallSettings
  onRename: (counter: Counter) => void
}

/** Which counter serves which service: chosen cell by cell, written together. */
export function CountersMatrix({ hall: { counters, services }, onRename }: Props) {
  const before = planOf(counters, services)
  // Only what was changed is kept: what others write meanwhile is seen, and a page that was left comes back as it was.
  const draft = useDraftForm<{ changes: Changes }>('counter-services', {
    fresh: { changes: {} },
    validate: () => ({})
  })
  const changes = draft.form.useWatchValue('changes') as Changes
  const plan = planWith(before, changes)
  const save = useSetCounterServices()
  const changed = counters.filter(({ id }) => !isSame(plan[id], before[id]))
  const empty = changed.filter(({ id }) => Object.values(plan[id] ?? {}).every((state) => state === 'none'))
  const set = (counterId: string, serviceId: string, state: State) =>
    draft.form.setFieldValue('changes', {
      ...changes,
      [counterId]: { ...changes[counterId], [serviceId]: state }
    })
  const write = () => {
    if (save.isPending || changed.length === 0) return
    save.mutate(
      changed.map(({ id }) => ({ counterId: id, services: servicesFrom(plan[id] ?? {}, services) })),
      { onSuccess: draft.startAfresh }
    )
  }
  return (
    <section className="list matrix">
      <h2>{text.matrix}</h2>
      <p className="quiet">{text.matrixLead}</p>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.counter}</th>
              {services.map(({ id, letter, name }) => (
                <th key={id} scope="col">
                  {text.service(letter, name)}
                </th>
              ))}
              <th scope="col">
                <span className="unseen">{text.rename}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {counters.map((counter) => (
              <Row
                key={counter.id}
                {...{ counter, services, states: plan[counter.id] ?? {}, onSet: set, onRename }}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="foot">
        <div role="status">
          {save.error && <p className="mend">{save.error.message}</p>}
          {empty.map(({ id, number }) => (
            <p key={id} className="mend">
              {text.noneLeft(number)}
            </p>
          ))}
          <p className={changed.length === 0 ? 'quiet' : undefined}>{text.unsaved(changed.length)}</p>
        </div>
        {changed.length > 0 && (
          <Button variant="default" onClick={draft.startAfresh}>
            {text.undo}
          </Button>
        )}
        <Button disabled={empty.length > 0} onClick={write}>
          {save.isPending ? commonText.saving : text.submit}
        </Button>
      </div>
    </section>
  )
}

interface RowProps {
  counter: Counter
  services: readonly Service[]
  states: Record<string, State>
  onSet: (counterId: string, serviceId: string, state: State) => void
  onRename: (counter: Counter) => void
}

function Row({ counter, services, states, onSet, onRename }: RowProps) {
  return (
    <tr>
      <th scope="row">{text.counterName(counter.number, counter.name)}</th>
      {services.map(({ id, name }) => (
        <td key={id}>
          <NativeSelect
            aria-label={text.cell(counter.number, name)}
            data-state={states[id] ?? 'none'}
            data={STATES.map((state) => ({ value: state, label: text.states[state] }))}
            value={states[id] ?? 'none'}
            onChange={({ currentTarget }) => onSet(counter.id, id, currentTarget.value as State)}
          />
        </td>
      ))}
      <td className="end-aligned">
        <button type="button" className="link" onClick={() => onRename(counter)}>
          {text.rename}
          <span className="unseen"> {text.counterName(counter.number, counter.name)}</span>
        </button>
      </td>
    </tr>
  )
}

/** What holds now: a counter to which nothing is assigned serves everything. */
function planOf(counters: readonly Counter[], services: readonly Service[]): Plan {
  const stateAt = (own: readonly CounterService[], serviceId: string): State => {
    if (own.length === 0) return 'serves'
    const helps = own.find((one) => one.serviceId === serviceId)?.helps
    return helps === undefined ? 'none' : helps ? 'helps' : 'serves'
  }
  return Object.fromEntries(
    counters.map((counter) => [
      counter.id,
      Object.fromEntries(services.map(({ id }) => [id, stateAt(counter.services, id)]))
    ])
  )
}

/** Serving everything is sent as nothing at all, so that services added later are served too. */
function servicesFrom(states: Record<string, State>, services: readonly Service[]): CounterService[] {
  if (services.every(({ id }) => states[id] === 'serves')) return []
  return services.flatMap(({ id }) =>
    states[id] === undefined || states[id] === 'none'
      ? []
      : [{ serviceId: id, helps: states[id] === 'helps' }]
  )
}

/** Changes at a counter or of a service that is not there any more are left out. */
function planWith(before: Plan, changes: Changes): Plan {
  return Object.fromEntries(
    Object.entries(before).map(([counterId, states]) => {
      const known = Object.entries(changes[counterId] ?? {}).filter(([serviceId]) => serviceId in states)
      return [counterId, { ...states, ...Object.fromEntries(known) }]
    })
  )
}

function isSame(one: Record<string, State> = {}, other: Record<string, State> = {}): boolean {
  return Object.keys({ ...one, ...other }).every((id) => one[id] === other[id])
}
