import { serverNow } from '../../api/client.ts'
import type { HallSettings } from '../../api/hall-settings.ts'
import { BoardLine } from '../../parts/board-line.tsx'
import { EmergencyActs } from '../../parts/emergency.tsx'
import { hallText } from '../../text/admin-hall.ts'
import { momentText } from '../../text/common.ts'

const text = hallText.announcements

/** The message over everything: what stands, and the ways to raise, change and end it. */
export function AnnouncementsEmergency({ emergency }: { emergency: HallSettings['emergency'] }) {
  return (
    <aside className="card emergency" data-standing={emergency !== null}>
      <h2>{text.emergency}</h2>
      <p className="quiet">{text.emergencyLead}</p>
      {emergency && (
        <>
          <BoardLine alarm text={emergency.text} />
          <p className="small">
            {text.standing(momentText(emergency.at, new Date(serverNow()).toISOString()))}
          </p>
        </>
      )}
      <EmergencyActs standing={emergency?.text ?? null} />
    </aside>
  )
}
