import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { commonText } from '../text/common.ts'
import { Bones } from './bones.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { clockText } from './time.ts'

type Reading<Data> = Pick<UseQueryResult<Data>, 'data' | 'error' | 'dataUpdatedAt'> & {
  refetch: () => unknown
}

interface Props<Data> {
  query: Reading<Data>
  rows?: number
  children: (data: Data) => ReactNode
}

/** What was read from the server, or in its place: that it is coming, that it failed, or that it is old. */
export function Loaded<Data>({ query, rows, children }: Props<Data>) {
  const { data, error, refetch } = query
  const again = () => void refetch()
  if (data === undefined)
    return error ? <ProblemNotice error={error} onRetry={again} /> : <Bones {...(rows ? { rows } : {})} />
  return (
    <>
      {error && (
        <div className="notice stale no-print" role="status">
          <p>{commonText.stale(clockText(query.dataUpdatedAt))}</p>
          <Button variant="default" size="sm" onClick={again}>
            {commonText.reload}
          </Button>
        </div>
      )}
      {children(data)}
    </>
  )
}
