import { Button } from '@mantine/core'
import { useLimits, useSetLimits } from '../../api/appointments.ts'
import { useOffice } from '../../api/offices.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { appointmentText as text } from '../../text/appointments.ts'
import { commonText } from '../../text/common.ts'

interface Service {
  id: string
  name: string
}

interface Limit {
  serviceId: string
  most: number
}

/** By service, as services are added while somebody types. */
interface Typed extends Record<string, unknown> {
  limits: Record<string, { most: string }>
}

/** How many appointments each service takes in half an hour. */
export function AppointmentsLimits({ officeId }: { officeId: string }) {
  const office = useOffice(officeId)
  const limits = useLimits()
  return (
    <aside className="card">
      <h2>{text.limits}</h2>
      <p className="quiet small">{text.limitsLead}</p>
      <Loaded query={office}>
        {({ services }) => (
          <Loaded query={limits}>{({ items }) => <LimitsForm services={services} limits={items} />}</Loaded>
        )}
      </Loaded>
    </aside>
  )
}

function LimitsForm({ services, limits }: { services: readonly Service[]; limits: readonly Limit[] }) {
  const mostOf = (id: string) => limits.find(({ serviceId }) => serviceId === id)?.most ?? null
  const fresh = {
    limits: Object.fromEntries(services.map(({ id }) => [id, { most: String(mostOf(id) ?? '') }]))
  }
  const save = useSetLimits()
  const draft = useDraftForm<Typed>('appointment-limits', {
    fresh,
    follows: !save.isPending,
    validate: (typed) =>
      Object.fromEntries(
        services.map(({ id, name }) => {
          const most = mostTyped(typed, id)
          const right = /^\d{0,2}$/.test(most) && Number(most) <= 50
          return [`limits.${id}.most`, right ? null : text.limitWrong(name)]
        })
      )
  })
  const submit = (typed: Typed) => {
    if (save.isPending) return
    const asked = services.map(({ id }) => {
      const most = mostTyped(typed, id)
      return { serviceId: id, most: most === '' ? null : Number(most) }
    })
    const changed = asked.filter(({ serviceId, most }) => most !== mostOf(serviceId))
    save.mutate(changed, { onSuccess: draft.forget })
  }
  return (
    <WorkForm id={draft.id} form={draft.form} refusal={save.error} onSubmit={submit}>
      <DraftNote draft={draft} />
      <p className="hint">{text.limitHint}</p>
      {services.map(({ id, name }) => (
        <TextField
          key={id}
          of={draft}
          path={`limits.${id}.most`}
          label={name}
          inputMode="numeric"
          className="limit"
        />
      ))}
      <div className="foot">
        <Button type="submit" className="push">
          {save.isPending ? commonText.saving : text.limitsSubmit}
        </Button>
      </div>
    </WorkForm>
  )
}

function mostTyped({ limits }: Typed, serviceId: string): string {
  return limits[serviceId]?.most.trim() ?? ''
}
