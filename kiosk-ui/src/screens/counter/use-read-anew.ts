import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { serverNow } from '../../api/client.ts'
import { noteReadAnew, useConnection } from '../../api/connection.ts'

/**
 * Reads all that is shown anew once the server answers again, also when nothing has happened meanwhile: what was asked
 * during the cut has failed, and would stand there as old.
 *
 * @returns what does so at once, for a cut that only the line has noticed
 */
export function useReadAnew(): () => void {
  const client = useQueryClient()
  const { lostSince } = useConnection()
  const wasLost = useRef(false)
  const read = useCallback(() => {
    void client.invalidateQueries().then(() => noteReadAnew(serverNow()))
  }, [client])
  useEffect(() => {
    if (lostSince === null && wasLost.current) read()
    wasLost.current = lostSince !== null
  }, [lostSince, read])
  return read
}
