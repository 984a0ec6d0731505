import { Button } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { useState } from 'react'
import { type Appointment, useMakeAppointment, useTimes } from '../api/appointments.ts'
import { useOffice } from '../api/offices.ts'
import { appointmentText as text } from '../text/appointments.ts'
import { commonText } from '../text/common.ts'
import { Dialog } from './dialog.tsx'
import { type DraftForm, useDraftForm } from './draft-form.ts'
import { DraftNote } from './draft-note.tsx'
import { DayField, dayFault, SelectField, TextField } from './fields.tsx'
import { findPhone } from './phone.ts'
import { findDay, getDay } from './read-typed.ts'
import { WorkForm } from './work-form.tsx'

interface Typed extends Record<string, unknown> {
  serviceId: string
  day: string
  time: string
  name: string
  phone: string
}

interface Props {
  officeId: string
  /** The day that is looked at, as typed. */
  day: string
  onClose: () => void
}

/** Makes an appointment, then says its code, which whoever asked for it has to be told. */
export function AppointmentDialog({ officeId, day, onClose }: Props) {
  const [made, setMade] = useState<Appointment | null>(null)
  if (made) return <MadeDialog appointment={made} onClose={onClose} />
  return (
    <Dialog title={text.makeTitle} onClose={onClose}>
      <AppointmentForm officeId={officeId} day={day} onMade={setMade} />
    </Dialog>
  )
}

function AppointmentForm({
  officeId,
  day,
  onMade
}: {
  officeId: string
  day: string
  onMade: (appointment: Appointment) => void
}) {
  const fresh = { serviceId: '', day, time: '', name: '', phone: '' }
  const draft = useDraftForm<Typed>('appointment', { fresh, validate })
  const make = useMakeAppointment()
  const services = useOffice(officeId).data?.services ?? []
  const submit = (typed: Typed) => {
    if (make.isPending) return
    make.mutate(
      { ...typed, day: getDay(typed.day), name: typed.name.trim(), phone: phoneOf(typed.phone) },
      {
        onSuccess: (appointment) => {
          draft.forget()
          onMade(appointment)
        }
      }
    )
  }
  return (
    <WorkForm id={draft.id} form={draft.form} refusal={make.error} onSubmit={submit}>
      <DraftNote draft={draft} />
      <SelectField
        of={draft}
        path="serviceId"
        label={text.service}
        choices={[
          { value: '', label: text.chooseService },
          ...services.map(({ id, name }) => ({ value: id, label: name }))
        ]}
      />
      <div className="pair">
        <DayField of={draft} path="day" label={text.day} />
        <TimeField draft={draft} />
      </div>
      <TextField of={draft} path="name" label={text.name} />
      <TextField of={draft} path="phone" label={text.phone} hint={text.phoneHint} inputMode="numeric" />
      <div className="foot">
        <Button type="submit" className="push">
          {make.isPending ? commonText.saving : text.submit}
        </Button>
      </div>
    </WorkForm>
  )
}

/** The half hours that are left on the chosen day. */
function TimeField({ draft }: { draft: DraftForm<Typed> }) {
  const serviceId = String(draft.form.useWatchValue('serviceId'))
  const day = findDay(String(draft.form.useWatchValue('day')))
  const { data } = useTimes(serviceId, day)
  const times = (data?.times ?? []).filter(({ past }) => !past)
  const hint = data
    ? (data.closedText ?? (times.length > 0 ? commonText.nothing : text.noTimes))
    : text.timesFirst
  return (
    <SelectField
      of={draft}
      path="time"
      label={text.time}
      hint={hint}
      choices={[
        { value: '', label: text.chooseTime },
        ...times.map(({ time, taken, most }) => ({ value: time, label: text.slot(time, taken, most) }))
      ]}
    />
  )
}

function MadeDialog({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const { time, day, serviceName, name, code } = appointment
  return (
    <Dialog title={text.madeTitle} onClose={onClose}>
      <div className="appointment-made">
        <p>
          <b>{name}</b>: {text.made(time, day, serviceName)}
        </p>
        <p>{text.madeCode}</p>
        <p className="code num">{code}</p>
        <p>{text.madeSay}</p>
        <Button data-first onClick={onClose}>
          {commonText.close}
        </Button>
      </div>
    </Dialog>
  )
}

function validate({ serviceId, day, time, name, phone }: Typed): FormErrors {
  return {
    serviceId: serviceId ? null : text.serviceMissing,
    day: dayFault(day, text.dayWhat),
    time: time ? null : text.timeMissing,
    name: name.trim() ? null : text.nameMissing,
    phone: findPhone(phone) ? null : text.phoneWrong
  }
}

function phoneOf(typed: string): string {
  return findPhone(typed) ?? typed
}
