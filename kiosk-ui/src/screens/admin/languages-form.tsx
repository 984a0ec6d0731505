import { Button, FileButton } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { useState } from 'react'
import { type KioskLanguage, useSetLanguage } from '../../api/devices.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { LongTextField, TextField } from '../../parts/fields.tsx'
import { Icon } from '../../parts/icon.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { languagesText as text } from '../../text/admin-devices.ts'
import { commonText } from '../../text/common.ts'
import { gapsOf, kioskVietnamese } from '../../text/kiosk.ts'
import { languageFaultText } from '../../text/kiosk-languages.ts'
import { readLanguageFile } from './languages-file.ts'

type Words = Record<string, string>

interface Typed extends Record<string, unknown> {
  code: string
  name: string
  texts: Words
  serviceNames: Words
  groupNames: Words
}

interface Props {
  /** None for one that is being added. */
  language: KioskLanguage | undefined
  services: readonly { id: string; name: string }[]
  groups: readonly { code: string; name: string }[]
  onDone: () => void
}

const KEYS = Object.entries(kioskVietnamese)

/** One field for each sentence of the kiosk, the Vietnamese one above it; or all of them from a file. */
export function LanguageForm({ language, services, groups, onDone }: Props) {
  const save = useSetLanguage()
  const ships = language?.code === 'en'
  const fresh = freshValues(language, { ships })
  const draft = useDraftForm<Typed>(`language-${language?.code ?? 'new'}`, {
    fresh,
    validate: (typed) => faultsOf(typed, ships)
  })
  const submit = ({ code, name, ...words }: Typed) =>
    save.mutate(
      { code: code.trim(), name: name.trim(), ...cleaned(words, ships) },
      {
        onSuccess: () => {
          draft.forget()
          onDone()
        }
      }
    )
  return (
    <WorkForm id={draft.id} form={draft.form} refusal={save.error} onSubmit={submit}>
      <DraftNote draft={draft} />
      {!ships && <p className="quiet">{text.formLead}</p>}
      {!ships && <Files typed={() => draft.form.getValues()} onRead={(read) => draft.form.setValues(read)} />}
      {!language && <TextField of={draft} path="code" label={text.code} hint={text.codeHint} />}
      {!ships && <TextField of={draft} path="name" label={text.name} hint={text.nameHint} />}
      <h2>{text.services}</h2>
      <p className="quiet">{text.servicesHint}</p>
      {services.map(({ id, name }) => (
        <TextField key={id} of={draft} path={`serviceNames.${id}`} label={name} />
      ))}
      <h2>{text.groups}</h2>
      {groups.map(({ code, name }) => (
        <TextField key={code} of={draft} path={`groupNames.${code}`} label={name} />
      ))}
      {!ships && <h2>{text.texts}</h2>}
      {!ships &&
        KEYS.map(([key, vietnamese]) => (
          <LongTextField key={key} of={draft} path={`texts.${key}`} label={vietnamese} />
        ))}
      <div className="foot">
        <Button type="submit" className="push">
          {save.isPending ? commonText.saving : text.submit}
        </Button>
      </div>
    </WorkForm>
  )
}

interface FilesProps {
  typed: () => Typed
  onRead: (read: Partial<Typed>) => void
}

/** Takes the sentences out to whoever translates them, and in again. */
function Files({ typed, onRead }: FilesProps) {
  const [fault, setFault] = useState('')
  const download = () => {
    const { name, texts, serviceNames, groupNames } = typed()
    const filled = Object.fromEntries(KEYS.map(([key, vietnamese]) => [key, texts[key] || vietnamese]))
    const content = JSON.stringify({ name, texts: filled, serviceNames, groupNames }, null, 2)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
    link.download = 'ki-ot-ngon-ngu.json'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  const read = async (file: File | null) => {
    if (!file) return
    const found = readLanguageFile(await file.text())
    setFault(found ? '' : text.fileWrong)
    if (found) onRead({ ...found })
  }
  return (
    <div className="files">
      <Button variant="default" size="sm" onClick={download}>
        {text.download}
      </Button>
      <FileButton
        accept="application/json,.json"
        inputProps={{ 'aria-label': text.upload }}
        onChange={(file) => void read(file)}
      >
        {(opener) => (
          <Button {...opener} variant="default" size="sm" leftSection={<Icon name="upload" />}>
            {text.upload}
          </Button>
        )}
      </FileButton>
      <p role="alert">{fault}</p>
    </div>
  )
}

function freshValues(language: KioskLanguage | undefined, { ships }: { ships: boolean }): Typed {
  const { code = '', name = '', texts = {}, serviceNames = {}, groupNames = {} } = language ?? {}
  const all = Object.fromEntries(KEYS.map(([key]) => [key, texts[key] ?? '']))
  return {
    code,
    name,
    texts: ships ? {} : all,
    serviceNames: { ...serviceNames },
    groupNames: { ...groupNames }
  }
}

/** The same checks as the server's, in the same words, so that a slip is seen before it is sent. */
function faultsOf({ code, name, texts }: Typed, ships: boolean): FormErrors {
  const own = {
    ...(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code.trim()) ? {} : { code: text.codeWrong }),
    ...(name.trim() ? {} : { name: text.nameMissing })
  }
  if (ships) return own
  const faults = KEYS.flatMap(([key, vietnamese]) => {
    const typed = texts[key]?.trim() ?? ''
    if (typed === '') return [[`texts.${key}`, languageFaultText.missing(key)]]
    const gaps = gapsOf(vietnamese)
    return gaps.join() === gapsOf(typed).join() ? [] : [[`texts.${key}`, languageFaultText.gaps(key, gaps)]]
  })
  return { ...own, ...Object.fromEntries(faults) }
}

/** Names that were left empty are the Vietnamese ones. */
function cleaned(
  { texts, serviceNames, groupNames }: Pick<Typed, 'texts' | 'serviceNames' | 'groupNames'>,
  ships: boolean
) {
  const given = (words: Words) =>
    Object.fromEntries(Object.entries(words).filter(([, word]) => word.trim() !== ''))
  return { texts: ships ? {} : texts, serviceNames: given(serviceNames), groupNames: given(groupNames) }
}
