import { useState } from 'react'
import type { CalendarDay } from '../../api/calendar.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { calendarText } from '../../text/admin-calendar.ts'
import { dayMonthText, longDayText } from '../../text/common.ts'
import { DayForm } from './day-form.tsx'

interface Props {
  /** The days to edit; none to add one. */
  days: readonly CalendarDay[]
  /** All that is written for this year, so that nothing is overwritten unseen. */
  known: readonly CalendarDay[]
  onClose: () => void
}

/** Writes one day of the calendar; of a run of days, the one that is chosen. */
export function DayDialog({ days, known, onClose }: Props) {
  const [chosen, setChosen] = useState(days[0])
  const title = chosen
    ? calendarText.dayForm.editTitle(longDayText(chosen.day))
    : calendarText.dayForm.addTitle
  return (
    <Dialog title={title} onClose={onClose}>
      {days.length > 1 && (
        <div className="choices">
          {days.map((entry) => (
            <button
              key={entry.day}
              type="button"
              className="choice"
              aria-current={entry === chosen ? 'true' : undefined}
              onClick={() => setChosen(entry)}
            >
              {dayMonthText(entry.day)}
            </button>
          ))}
        </div>
      )}
      <DayForm key={chosen?.day ?? 'new'} entry={chosen} known={known} onDone={onClose} />
    </Dialog>
  )
}
