import { Button } from '@mantine/core'
import { useState } from 'react'
import { Icon } from '../../parts/icon.tsx'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { PageHeading } from '../../parts/page-heading.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { intakeText as text } from '../../text/counter.ts'
import { counterText } from '../../text/counter-queue.ts'
import { AddPaper } from './add-paper.tsx'
import { KEYS, onPage } from './counter-keys.ts'
import { changeIntake } from './intake.ts'
import type { StepProps } from './intake-page.tsx'
import { PaperNote } from './paper-note.tsx'
import { PaperRow, rowId } from './paper-row.tsx'
import { hasBeenSeen, type Paper, paperAfter, piecesOf } from './papers.ts'

interface Props extends StepProps {
  /** Grows with each try to go on with papers that nobody looked at. */
  attempt: number
  said: string
}

/** The checklist: one row in hand, its keys on it; what is done goes quiet and what remains stands out (G5). */
export function PapersStep({ intake, goTo, attempt, said }: Props) {
  const { papers, procedure } = intake
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      papers.findIndex((paper) => !hasBeenSeen(paper))
    )
  )
  const [noting, setNoting] = useState<Paper | null>(null)
  const [isAdding, setAdding] = useState(false)
  const [spoken, speak] = useState('')
  useKeys([onPage(KEYS.go, () => goTo(3))])
  const put = (paper: Paper) => {
    changeIntake((now) => ({ papers: now.papers.map((old) => (old.id === paper.id ? paper : old)) }))
    speak(spokenState(paper))
  }
  const press = (paper: Paper, code: string): boolean => {
    if (code === 'KeyN') {
      setNoting(paper)
      return true
    }
    const after = paperAfter(paper, code)
    if (after) put(after)
    return after !== undefined
  }
  const move = (to: number) => {
    const paper = papers[Math.min(Math.max(to, 0), papers.length - 1)]
    if (paper) document.getElementById(rowId(paper))?.focus()
  }
  const unseen = papers.filter((paper) => !hasBeenSeen(paper))
  return (
    <>
      <div className="work">
        {attempt > 0 && unseen.length > 0 && (
          <ProblemBox
            attempt={attempt}
            mends={unseen.map((paper) => ({ field: rowId(paper), message: text.unseenLeft(paper.name) }))}
          />
        )}
        <header>
          <div>
            <PageHeading title={text.papersTitle} section={counterText.title} />
            {procedure && <p className="quiet">{text.papersOf(procedure.name, procedure.code)}</p>}
          </div>
          <p className="small quiet">
            {text.papersLeft(papers.filter(({ state }) => state === 'missing').length, unseen.length)}
          </p>
        </header>
        {papers.length === 0 && <p className="notice">{text.noPapers}</p>}
        <div className="papers">
          <p className="head" aria-hidden="true">
            <span />
            <span>{text.paper}</span>
            <span>{text.paperKind}</span>
            <span>{text.paperCount}</span>
            <span>{text.paperState}</span>
          </p>
          <ol aria-label={text.papersTitle}>
            {papers.map((paper, index) => (
              <PaperRow
                key={paper.id}
                paper={paper}
                index={index}
                isAt={index === at}
                takesFocus={index === at && attempt === 0}
                onFocus={() => setAt(index)}
                onMove={move}
                onPress={press}
              />
            ))}
          </ol>
        </div>
        <p className="unseen" role="status">
          {spoken}
        </p>
        <button type="button" className="link more" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {text.addPaper}
        </button>
      </div>
      <footer className="foot">
        <Button variant="default" leftSection={<Icon name="left" />} onClick={() => goTo(1)}>
          {text.stepNames[1]}
        </Button>
        <p className="say">{said}</p>
        <KeyButton of={KEYS.go} primary onClick={() => goTo(3)}>
          {text.toCheck}
        </KeyButton>
      </footer>
      {noting && <PaperNote paper={noting} onSave={put} onClose={() => setNoting(null)} />}
      {isAdding && <AddPaper onClose={() => setAdding(false)} />}
    </>
  )
}

function spokenState(paper: Paper): string {
  const pieces = piecesOf(paper)
  return text.paperSaid(paper.name, text.states[paper.state], pieces ? text.paperCountSaid(pieces) : '')
}
