import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Appointment, useAppointments } from '../api/appointments.ts'
import { appointmentText as text } from '../text/appointments.ts'
import { dayText, longDayText } from '../text/common.ts'
import { AppointmentDialog } from './appointment-dialog.tsx'
import { AppointmentRow } from './appointment-row.tsx'
import { Icon } from './icon.tsx'
import { Loaded } from './loaded.tsx'
import { dayOf, useNow } from './time.ts'
import '../styles/appointments.css'

/** The appointments of a day: who is expected, a number for whoever comes, and new ones. */
export function AppointmentBoard({ officeId }: { officeId: string }) {
  const today = dayOf(useNow())
  const [chosen, setChosen] = useState<string | null>(null)
  const [making, setMaking] = useState(false)
  const day = chosen ?? today
  const query = useAppointments(day)
  return (
    <section className="appointments" aria-label={text.title}>
      <div className="days no-print">
        <Button variant="default" size="sm" onClick={() => setChosen(shifted(day, -1))}>
          {text.before}
        </Button>
        <Button variant="default" size="sm" disabled={day === today} onClick={() => setChosen(null)}>
          {text.today}
        </Button>
        <Button variant="default" size="sm" onClick={() => setChosen(shifted(day, 1))}>
          {text.after}
        </Button>
        <b aria-live="polite">{longDayText(day)}</b>
        <Button size="sm" className="push" leftSection={<Icon name="plus" />} onClick={() => setMaking(true)}>
          {text.make}
        </Button>
      </div>
      <Loaded query={query} rows={6}>
        {({ items }) => <List day={day} items={items} today={today} />}
      </Loaded>
      {making && (
        <AppointmentDialog officeId={officeId} day={dayText(day)} onClose={() => setMaking(false)} />
      )}
    </section>
  )
}

function List({ day, items, today }: { day: string; items: readonly Appointment[]; today: string }) {
  if (items.length === 0) return <p className="notice">{text.none(day)}</p>
  const hidden = items.some(({ name }) => name === null)
  return (
    <>
      <div className="list">
        <table aria-label={text.list(day)}>
          <thead>
            <tr>
              <th scope="col">{text.time}</th>
              <th scope="col">{text.who}</th>
              <th scope="col">{text.service}</th>
              <th scope="col">{text.state}</th>
              <th scope="col">
                <span className="unseen">{text.acts}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((appointment) => (
              <AppointmentRow
                key={appointment.id}
                appointment={appointment}
                mayArrive={day === today}
                mayCancel={day >= today}
              />
            ))}
          </tbody>
        </table>
      </div>
      {hidden && <p className="hint">{text.hiddenHint}</p>}
    </>
  )
}

function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
