import { useState } from 'react'
import { useKeepsShared } from '../../api/calendar.ts'
import { type ImportReport, type ImportRequest, useImportCatalogue } from '../../api/procedures.ts'
import { Icon } from '../../parts/icon.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Link } from '../../parts/router.tsx'
import { dayOf, useNow } from '../../parts/time.ts'
import { adminText } from '../../text/admin.ts'
import { adminProceduresText, procedureText, importText as text } from '../../text/admin-procedures.ts'
import { CatalogueFileForm, type ChosenFile } from './catalogue-file-form.tsx'
import { ImportPreview } from './import-preview.tsx'

/** A file of the catalogue in two steps: what it would change, and only then the change. */
export function CatalogueImportPage() {
  const [chosen, setChosen] = useState<ChosenFile | null>(null)
  const mayEdit = useKeepsShared(dayOf(useNow()))
  const preview = useImportCatalogue({ writes: false })
  const apply = useImportCatalogue({ writes: true })
  const show = (file: ChosenFile) => {
    if (preview.isPending) return
    setChosen(file)
    preview.mutate({ ...requestOf(file), dryRun: true })
  }
  const startAgain = () => {
    preview.reset()
    apply.reset()
    setChosen(null)
  }
  return (
    <div className="import">
      <p className="back">
        <Link href="/admin/thu-tuc">
          <Icon name="back" />
          {adminProceduresText.back}
        </Link>
      </p>
      <PageHeading title={text.title} section={adminText.title} />
      {apply.data && <Done report={apply.data} />}
      {!apply.data && preview.data && chosen && (
        <ImportPreview
          report={preview.data}
          fileName={chosen.name}
          refusal={apply.error}
          isApplying={apply.isPending}
          onApply={() => apply.mutate({ ...requestOf(chosen), dryRun: false })}
          onAgain={startAgain}
        />
      )}
      {mayEdit === false && <p className="notice">{procedureText.readOnly}</p>}
      {mayEdit && !apply.data && !preview.data && (
        <CatalogueFileForm refusal={preview.error} isReading={preview.isPending} onChosen={show} />
      )}
    </div>
  )
}

function requestOf({ document, effectiveFrom, decision }: ChosenFile): Omit<ImportRequest, 'dryRun'> {
  return { document, effectiveFrom, decision }
}

function Done({ report }: { report: ImportReport }) {
  return (
    <section className="notice" role="status">
      <h2>{text.done(report.added.length, report.changed.length)}</h2>
      <p>
        <Link href="/admin/thu-tuc?loai=tat-ca">{text.toAttention}</Link>
      </p>
    </section>
  )
}
