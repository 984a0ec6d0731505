import { useEffect, useState } from 'react'
import type { OfficeDetail } from '../../api/hall.ts'
import { type ProcedureDetail, readProcedure } from '../../api/self-service.ts'
import { QrCode } from '../../parts/qr-code.tsx'
import { feeWords } from '../../text/procedures.ts'
import { problemWords } from './problem-words.ts'
import { SheetInfo } from './sheet.tsx'
import { TurnButtons, useTurning } from './turning.tsx'
import { useWords, VIETNAMESE, type Words } from './words.ts'

interface Props {
  office: OfficeDetail
  code: string
  publicUrl: string
  /** Undefined while no numbers are given. */
  onTake: (() => void) | undefined
}

/** Papers that fit into the upper part; the others are on the phone. */
const MOST_PAPERS = 6

/** What a procedure asks for: papers, time, fee, and a code to take it home. */
export function ProcedurePage({ office, code, publicUrl, onTake }: Props) {
  const words = useWords()
  const { say } = words
  const { procedure, fault } = useProcedure(code)
  const turning = useTurning()
  if (!procedure)
    return (
      <SheetInfo
        office={office}
        title={fault ? problemWords(fault, words) : say('loading')}
        note={undefined}
      />
    )
  const { name, termText, components, fee, feeText } = procedure
  const papers = components.slice(0, MOST_PAPERS)
  return (
    <>
      <SheetInfo
        office={office}
        title={say('procedures')}
        note={words.code === VIETNAMESE ? undefined : say('inVietnamese')}
      >
        <div lang="vi" className="procedure turning" ref={turning.sheet}>
          <h2>{name}</h2>
          <dl className="facts">
            <div>
              <dt>{say('term')}</dt>
              <dd>{termText}</dd>
            </div>
            <div>
              <dt>{say('fee')}</dt>
              <dd className="cut">{fee === null && feeText ? feeText : feeWords(fee)}</dd>
            </div>
          </dl>
          <h3>{say('papers')}</h3>
          <ul>
            {papers.map(({ id, name: paper }) => (
              <li key={id}>{paper}</li>
            ))}
          </ul>
          {components.length === 0 && <p>{say('papersNone')}</p>}
          {components.length > papers.length && (
            <p className="hint">{morePapersText(words, components.length - papers.length)}</p>
          )}
        </div>
      </SheetInfo>
      <main className="two take-home">
        <TurnButtons {...turning} />
        <div className="phone">
          <QrCode text={`${publicUrl}/thu-tuc/${encodeURIComponent(code)}`} label={say('qrProcedure')} />
          <p>
            {say('takeHome')}
            <span>{say('scanNote')}</span>
          </p>
        </div>
        {onTake && (
          <button type="button" className="primary large" onClick={onTake}>
            {say('take')}
          </button>
        )}
      </main>
    </>
  )
}

function morePapersText({ say }: Words, count: number): string {
  return count === 1 ? say('papersMoreOne') : say('papersMore', { count })
}

function useProcedure(code: string) {
  const [procedure, setProcedure] = useState<ProcedureDetail | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  useEffect(() => {
    let over = false
    readProcedure(code).then(
      (read) => !over && setProcedure(read),
      (error) => !over && setFault(error)
    )
    return () => {
      over = true
    }
  }, [code])
  return { procedure, fault }
}
