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

interface Typed extends Record<string, unknown> {
  limits: { most: string }[]
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
          <Loaded query={limits}>
            {({ items }) => <LimitsForm key={JSON.stringify(items)} services={services} limits={items} />}
          </Loaded>
        )}
      </Loaded>
    </aside>
  )
}

function LimitsForm({ services, limits }: { services: readonly Service[]; limits: readonly Limit[] }) {
  const mostOf = (id: string) => limits.find(({ serviceId }) => serviceId === id)?.most ?? null
  const fresh = {
    limits: services.map(({ id }) => ({ most: mostOf(id) === null ? '' : String(mostOf(id)) }))
  }
  const draft = useDraftForm<Typed>('appointment-limits', {
    fresh,
    validate: (typed) =>
      Object.fromEntries(
        services.map(({ name }, index) => {
          const most = typed.limits[index]?.most.trim() ?? ''
          const right = /^\d{0,2}$/.test(most) && Number(most) <= 50
          return [`limits.${index}.most`, right ? null : text.limitWrong(name)]
        })
      )
  })
  const save = useSetLimits()
  const submit = (typed: Typed) => {
    if (save.isPending) return
    const asked = services.map(({ id }, index) => {
      const most = typed.limits[index]?.most.trim() ?? ''
      return { serviceId: id, most: most === '' ? null : Number(most) }
    })
    const changed = asked.filter(({ serviceId, most }) => most !== mostOf(serviceId))
    save.mutate(changed, { onSuccess: draft.forget })
  }
  return (
    <WorkForm id={draft.id} form={draft.form} refusal={save.error} onSubmit={submit}>
      <DraftNote draft={draft} />
      <p className="hint">{text.limitHint}</p>
      {services.map(({ id, name }, index) => (
        <TextField
          key={id}
          of={draft}
          path={`limits.${index}.most`}
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
