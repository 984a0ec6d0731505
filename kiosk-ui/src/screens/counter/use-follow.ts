import { useQueryClient } from '@tanstack/react-query'
import { useDossiersRefresh } from '../../api/dossiers.ts'
import { useHelpRefresh } from '../../api/help-calls.ts'
import { useLive } from '../../api/live.ts'
import { usePrinterRefresh } from '../../api/print-alarms.ts'
import { useHallRefresh, useQueue, useQueueRefresh, useTicketRefresh } from '../../api/tickets.ts'
import { useReadAnew } from './use-read-anew.ts'

/** What changes the picture of the hall. */
const OF_THE_HALL = /^(ticket|counter|hall|announcement|emergency)\./

/** Takes a new picture of the queue, the ticket and the printers whenever something happened to it at any counter or kiosk. */
export function useFollow(officeId: string): void {
  const queue = useQueue(officeId)
  const refresh = useQueueRefresh(officeId)
  const refreshTicket = useTicketRefresh()
  const refreshDossiers = useDossiersRefresh()
  const refreshHall = useHallRefresh()
  const refreshPrinters = usePrinterRefresh()
  const refreshHelp = useHelpRefresh()
  const client = useQueryClient()
  const onBack = useReadAnew()
  useLive({
    officeId: queue.data ? officeId : undefined,
    screen: 'counter',
    after: queue.data?.seq,
    onEvent: (event) => {
      const { name, data } = event
      refreshPrinters(event)
      if (name.startsWith('help.')) return refreshHelp()
      if (name.startsWith('dossier.')) return refreshDossiers()
      if (typeof data.ticketId === 'string') refreshTicket(data.ticketId)
      if (name.startsWith('hall.')) refreshHall()
      if (OF_THE_HALL.test(name)) refresh()
    },
    onGap: () => {
      refresh()
      refreshHall()
      void client.invalidateQueries({ queryKey: ['ticket'] })
      refreshPrinters()
      refreshDossiers()
      refreshHelp()
    },
    onBack
  })
}
