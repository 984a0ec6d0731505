import { Button } from '@mantine/core'
import { useState } from 'react'
import { type KioskLanguage, useKioskLanguages, useRemoveLanguage } from '../../api/devices.ts'
import { useOffice } from '../../api/offices.ts'
import { useQueue } from '../../api/tickets.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Link, navigate } from '../../parts/router.tsx'
import { adminText } from '../../text/admin.ts'
import { languagesText as text } from '../../text/admin-devices.ts'
import { commonText } from '../../text/common.ts'
import { LanguageForm } from './languages-form.tsx'

const HOME = '/admin/thiet-bi'

const ENGLISH: KioskLanguage = { code: 'en', name: 'English', texts: {}, serviceNames: {}, groupNames: {} }

/** The words of a language, one field for each. `code`: `moi` for one that is being added. */
export function LanguagePage({ officeId, code }: { officeId: string; code: string }) {
  const languages = useKioskLanguages(officeId)
  const office = useOffice(officeId)
  const queue = useQueue(officeId)
  const [removing, setRemoving] = useState(false)
  const known = languages.data?.items.find((language) => language.code === code)
  const language = known ?? (code === ENGLISH.code ? ENGLISH : undefined)
  const title = language ? text.editTitle(language.name) : text.addTitle
  return (
    <div className="languages">
      <p>
        <Link href={HOME}>{text.back}</Link>
      </p>
      <div className="head">
        <PageHeading title={title} section={adminText.title} />
        {known && (
          <span className="end">
            <Button variant="default" size="sm" onClick={() => setRemoving(true)}>
              {text.remove}
            </Button>
          </span>
        )}
      </div>
      <Loaded query={languages}>
        {() => (
          <LanguageForm
            key={`${code} ${known === undefined}`}
            language={language}
            services={office.data?.services ?? []}
            groups={queue.data?.priorityGroups ?? []}
            onDone={() => navigate(HOME)}
          />
        )}
      </Loaded>
      {removing && known && <RemoveDialog language={known} onClose={() => setRemoving(false)} />}
    </div>
  )
}

function RemoveDialog({ language, onClose }: { language: KioskLanguage; onClose: () => void }) {
  const remove = useRemoveLanguage(language.code)
  return (
    <Dialog title={text.removeTitle(language.name)} onClose={onClose}>
      <div className="form">
        {remove.error && <p role="alert">{remove.error.message}</p>}
        <p>{text.removeLead}</p>
        <div className="foot">
          <Button variant="default" data-first onClick={onClose}>
            {commonText.cancel}
          </Button>
          <Button className="push" onClick={() => remove.mutate(null, { onSuccess: () => navigate(HOME) })}>
            {text.remove}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
