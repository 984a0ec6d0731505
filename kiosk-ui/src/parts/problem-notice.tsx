import { Button } from '@mantine/core'
import { ApiProblem } from '../api/client.ts'
import { commonText } from '../text/common.ts'

/** Something could not be read: what happened, what is safe, and the way to try again. */
export function ProblemNotice({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const known = error instanceof ApiProblem
  return (
    <section className="notice" role="alert">
      <h2>{known ? error.title : commonText.strangeAnswerTitle}</h2>
      <p>{known ? error.message : commonText.strangeAnswer}</p>
      <Button variant="default" onClick={onRetry}>
        {commonText.retry}
      </Button>
    </section>
  )
}
