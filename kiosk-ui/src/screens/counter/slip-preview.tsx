import { receiptSlip, type SlipData } from '../../../../printer-templates/receipt-slip/template.ts'
import type { FormsInForce } from '../../../../printer-templates/statutory-form.ts'
import { serverNow } from '../../api/client.ts'
import type { DueDateAnswer } from '../../api/due-dates.ts'
import { useOffice } from '../../api/offices.ts'
import { useRegulation } from '../../api/regulation.ts'
import type { User } from '../../api/session.ts'
import { PaperPreview } from '../../parts/paper-preview.tsx'
import { moneyText } from '../../text/common.ts'
import { intakeText } from '../../text/counter.ts'
import { deliveryText, noFee } from '../../text/dossiers.ts'
import { plainNumber, type Typed } from './applicant.ts'
import type { Intake } from './intake.ts'
import { componentsOf } from './papers.ts'

interface Props {
  intake: Intake
  typed: Typed
  due: DueDateAnswer | undefined
  user: User
}

/** The slip as it will come out of the printer, from the same template; its code and hour come with the receipt. */
export function SlipPreview({ intake, typed, due, user }: Props) {
  const office = useOffice(user.officeId)
  const regulation = useRegulation()
  const forms = regulation.data?.forms
  if (!forms || !office.data) return null
  const data = slipOf({ intake, typed, due, user }, office.data.name)
  // The interface answers the form as the server keeps it; the kinds of its fields are words there.
  const paper = receiptSlip(forms as FormsInForce, data)
  return <PaperPreview paper={paper} label={intakeText.slipPreview} />
}

function slipOf({ intake, typed, due, user }: Props, officeName: string): SlipData {
  const { procedure, papers } = intake
  const kept = papers.filter(({ state }) => state === 'received')
  const delivery = typed.resultDelivery as keyof typeof deliveryText
  return {
    office: { name: officeName, phone: null, lookUp: `${location.host}/tra-cuu` },
    number: null,
    code: intakeText.codeToCome,
    trackingUrl: '',
    applicant: {
      name: typed.name.trim(),
      idNumber: plainNumber(typed.idNumber) || null,
      address: typed.address.trim(),
      phone: typed.phone.trim() || null,
      email: typed.email.trim() || null
    },
    submitter: submitterOf(typed),
    request: procedure?.name ?? '',
    components: componentsOf(kept).map(({ originals, copies }, index) => ({
      name: kept[index]?.name ?? '',
      originals,
      copies
    })),
    sets: Number(typed.sets) || 1,
    termText: due?.termText ?? '',
    receivedAt: new Date(serverNow()).toISOString(),
    dueAt: due?.dueAt ?? null,
    resultDelivery: deliveryText[delivery](
      delivery === 'post' ? typed.resultAddress.trim() || typed.address.trim() : officeName
    ),
    register: null,
    feeText: procedure?.fee == null ? null : procedure.fee === 0 ? noFee : moneyText(procedure.fee),
    receiverName: user.name
  }
}

function submitterOf(typed: Typed): SlipData['submitter'] {
  if (typed.submitter !== 'other') return null
  return {
    name: typed.submitterName.trim(),
    idNumber: plainNumber(typed.submitterId) || null,
    authorisation: typed.authorisation.trim() || null
  }
}
