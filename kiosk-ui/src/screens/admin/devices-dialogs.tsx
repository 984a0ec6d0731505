import { Button } from '@mantine/core'
import { type DeviceStanding, type NewDevice, useRegisterDevice, useRevokeDevice } from '../../api/devices.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { ChoiceField, TextField } from '../../parts/fields.tsx'
import { clockText } from '../../parts/time.ts'
import { WorkForm } from '../../parts/work-form.tsx'
import { devicesText as text } from '../../text/admin-devices.ts'
import { commonText } from '../../text/common.ts'
import { nameFault } from './name-fault.ts'

interface Typed extends Record<string, unknown> {
  kind: NewDevice['kind']
  name: string
}

const KINDS = Object.entries(text.kinds).map(([value, label]) => ({ value, label }))

interface AddProps {
  /** Names that devices have. */
  taken: readonly string[]
  onClose: () => void
}

/** Registers a device and shows the code that lets it in once. */
export function AddDeviceDialog({ taken, onClose }: AddProps) {
  const register = useRegisterDevice()
  const draft = useDraftForm<Typed>('device', {
    fresh: { kind: 'kiosk', name: '' },
    validate: ({ name }) => ({ name: nameFault(name, { taken, missing: text.nameMissing }) })
  })
  const { data: made, variables } = register
  if (made)
    return (
      <Dialog key="code" title={text.codeTitle(made.name)} onClose={onClose}>
        <p className="code num">{made.code}</p>
        <p>{text.codeLead(clockText(Date.parse(made.expiresAt)))}</p>
        <p>{text.address}</p>
        <p>
          <b>{`${location.origin}/${variables.kind}#${made.code}`}</b>
        </p>
        {variables.kind === 'kiosk' && <p className="quiet">{text.printing}</p>}
        <div className="foot">
          <Button className="push" data-first onClick={onClose}>
            {commonText.close}
          </Button>
        </div>
      </Dialog>
    )
  const submit = ({ kind, name }: Typed) =>
    register.mutate({ kind, name: name.trim() }, { onSuccess: () => draft.forget() })
  return (
    <Dialog title={text.addTitle} onClose={onClose}>
      <WorkForm id={draft.id} form={draft.form} refusal={register.error} onSubmit={submit}>
        <DraftNote draft={draft} />
        <ChoiceField of={draft} path="kind" label={text.kind} choices={KINDS} />
        <TextField of={draft} path="name" label={text.nameLabel} hint={text.nameHint} />
        <div className="foot">
          <Button type="submit" className="push">
            {register.isPending ? commonText.saving : text.submit}
          </Button>
        </div>
      </WorkForm>
    </Dialog>
  )
}

/** Asks once more before a device is sent away. */
export function RevokeDialog({ device, onClose }: { device: DeviceStanding; onClose: () => void }) {
  const revoke = useRevokeDevice(device.deviceId)
  return (
    <Dialog title={text.revokeTitle(device.name)} onClose={onClose}>
      <div className="form">
        {revoke.error && <p role="alert">{revoke.error.message}</p>}
        <p>{text.revokeLead}</p>
        <div className="foot">
          <Button variant="default" data-first onClick={onClose}>
            {commonText.cancel}
          </Button>
          <Button className="push" onClick={() => revoke.mutate(null, { onSuccess: onClose })}>
            {text.revoke}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
