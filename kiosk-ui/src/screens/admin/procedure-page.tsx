import { useState } from 'react'
import { useKeepsShared } from '../../api/calendar.ts'
import { type ProcedureDetail, useProcedure } from '../../api/procedures.ts'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Link } from '../../parts/router.tsx'
import { dayOf, useNow } from '../../parts/time.ts'
import { adminText } from '../../text/admin.ts'
import { adminProceduresText, procedureText as text } from '../../text/admin-procedures.ts'
import { dayText } from '../../text/common.ts'
import { CasesDialog } from './cases-dialog.tsx'
import { FeeDialog } from './fee-dialog.tsx'
import { NamesDialog } from './names-dialog.tsx'
import { PapersDialog } from './papers-dialog.tsx'
import { type Amending, ProcedureActs } from './procedure-acts.tsx'
import { ProcedureFacts } from './procedure-facts.tsx'
import { ProcedurePapers } from './procedure-papers.tsx'
import { ProcedurePoints } from './procedure-points.tsx'
import { TermDialog } from './term-dialog.tsx'

export function ProcedurePage({ code }: { code: string }) {
  const query = useProcedure(code)
  return (
    <div className="procedure">
      <p className="back">
        <Link href="/admin/thu-tuc">
          <Icon name="back" />
          {adminProceduresText.back}
        </Link>
      </p>
      {query.data === undefined && <PageHeading title={adminProceduresText.name} section={adminText.title} />}
      <Loaded query={query} rows={10}>
        {(procedure) => <Whole procedure={procedure} />}
      </Loaded>
    </div>
  )
}

const DIALOGS = {
  term: TermDialog,
  cases: CasesDialog,
  fee: FeeDialog,
  papers: PapersDialog,
  names: NamesDialog
} satisfies Record<Amending, unknown>

function Whole({ procedure }: { procedure: ProcedureDetail }) {
  const [amending, setAmending] = useState<Amending | null>(null)
  const [amended, setAmended] = useState<ProcedureDetail | null>(null)
  const mayEdit = useKeepsShared(dayOf(useNow()))
  const Amend = amending && DIALOGS[amending]
  const close = (after?: ProcedureDetail) => {
    setAmending(null)
    if (after) setAmended(after)
  }
  return (
    <>
      <PageHeading title={procedure.name} section={adminText.title} />
      {amended && (
        <p className="notice done" role="status">
          {text.amended(dayText(amended.effectiveFrom), amended.decision)}
        </p>
      )}
      <div className="columns">
        <div className="stack">
          <ProcedureFacts procedure={procedure} />
          <ProcedurePapers procedure={procedure} />
        </div>
        <aside className="side">
          {mayEdit === false && <p className="notice small">{text.readOnly}</p>}
          {procedure.term === null && <p className="notice soon">{text.noTerm}</p>}
          <ProcedurePoints
            attention={procedure.attention ?? []}
            {...(mayEdit ? { onAmend: setAmending } : {})}
          />
          {mayEdit && <ProcedureActs onAmend={setAmending} />}
          <p>
            <a href={`/thu-tuc/${encodeURIComponent(procedure.code)}`}>{text.publicPage}</a>
          </p>
        </aside>
      </div>
      {Amend && <Amend procedure={procedure} onClose={close} />}
    </>
  )
}
