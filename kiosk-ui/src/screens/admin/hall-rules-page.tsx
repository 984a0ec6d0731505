import { useHallSettings } from '../../api/hall-settings.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { hallText } from '../../text/admin-hall.ts'
import { HallHead } from './hall-head.tsx'
import { HallRulesForm } from './hall-rules-form.tsx'

const text = hallText.rules

export function HallRulesPage() {
  const query = useHallSettings()
  return (
    <div className="hall">
      <HallHead title={text.title} />
      <p className="quiet lead">{text.lead}</p>
      <Loaded query={query}>{(hall) => <HallRulesForm hall={hall} />}</Loaded>
    </div>
  )
}
