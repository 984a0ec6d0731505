import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Appointment, useCancelAppointment, useCheckIn } from '../api/appointments.ts'
import { appointmentText as text } from '../text/appointments.ts'
import { commonText } from '../text/common.ts'

const TAGS = { expected: 'tag', arrived: 'tag done', missed: 'tag soon', cancelled: 'tag' } as const

interface Props {
  appointment: Appointment
  mayArrive: boolean
  mayCancel: boolean
}

export function AppointmentRow({ appointment, mayArrive, mayCancel }: Props) {
  const { time, name, phone, phoneLastFour, code, serviceName, state } = appointment
  const open = state === 'expected' || state === 'missed'
  return (
    <tr data-state={state}>
      <td className="num time">{time}</td>
      <td>
        {name === null ? (
          text.hiddenWho(phoneLastFour)
        ) : (
          <>
            <b>{name}</b>
            <span className="small quiet num">{text.code(phone ?? '', code ?? '')}</span>
          </>
        )}
      </td>
      <td>{serviceName}</td>
      <td>
        <span className={TAGS[state]}>{stateText(appointment)}</span>
      </td>
      <td>{open && <Acts appointment={appointment} mayArrive={mayArrive} mayCancel={mayCancel} />}</td>
    </tr>
  )
}

function stateText({ state, ticketNumber }: Appointment): string {
  return state === 'arrived' && ticketNumber ? text.arrived(ticketNumber) : text.states[state]
}

/** Cancelling asks once more: whoever comes anyway has to wait like everybody else. */
function Acts({ appointment: { id, time, phoneLastFour }, mayArrive, mayCancel }: Props) {
  const [asking, setAsking] = useState(false)
  const checkIn = useCheckIn()
  const cancel = useCancelAppointment()
  const error = checkIn.error ?? cancel.error
  if (asking) {
    return (
      <fieldset className="asking-again">
        <legend>{text.cancelAsk(time)}</legend>
        <Button variant="default" size="sm" autoFocus onClick={() => setAsking(false)}>
          {commonText.cancel}
        </Button>
        <Button variant="default" size="sm" onClick={() => cancel.mutate(id)}>
          {cancel.isPending ? commonText.saving : text.cancelYes}
        </Button>
      </fieldset>
    )
  }
  return (
    <span className="acts">
      {mayArrive && (
        <Button variant="default" size="sm" onClick={() => checkIn.mutate(id)}>
          {checkIn.isPending ? commonText.saving : text.arrive}
          <span className="unseen"> {text.ofWhom(time, phoneLastFour)}</span>
        </Button>
      )}
      {mayCancel && (
        <Button variant="default" size="sm" onClick={() => setAsking(true)}>
          {text.cancel}
          <span className="unseen"> {text.ofWhom(time, phoneLastFour)}</span>
        </Button>
      )}
      {error && (
        <span className="mend" role="alert">
          {error.message}
        </span>
      )}
    </span>
  )
}
