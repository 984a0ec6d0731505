import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { waitingReportText } from '../../kiosk-ui/src/text/hall-figures.ts'
import { asCsv, asWorkbook } from '../printing/workbook.ts'
import { reportNotes, reportSheets, reportTable } from './report.ts'
import { GetHallNow, GetHistory, GetStaffing, GetWaitingReport, type History, ListSkips } from './schemas.ts'
import { describeHallNow, describeHistory, describeStaffing, listSkipPage } from './service.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const

export const waitingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const onRequest = app.allow('supervisor', 'administrator')
  const askedBy = ({ officeId }: { officeId: string }) => ({ officeId, now: app.clock().toISOString() })

  app.get('/supervision/hall', { schema: GetHallNow, onRequest }, async ({ actor }) =>
    describeHallNow(app.db, askedBy(actor))
  )

  app.get('/supervision/hall/history', { schema: GetHistory, onRequest }, async ({ actor, query }) =>
    describeHistory(app.db, askedBy(actor), query)
  )

  app.get('/supervision/hall/skips', { schema: ListSkips, onRequest }, async ({ actor, query }) =>
    listSkipPage(app.db, askedBy(actor), query)
  )

  app.get('/supervision/hall/staffing', { schema: GetStaffing, onRequest }, async ({ actor, query }) =>
    describeStaffing(app.db, askedBy(actor), query.day)
  )

  app.get('/reports/waiting', { schema: GetWaitingReport, onRequest }, async ({ actor, query }, reply) => {
    const { format, ...period } = query
    const history = await describeHistory(app.db, askedBy(actor), period)
    return format === 'json' ? history : sendFile(reply, history, { format, user: actor.name })
  })
}

async function sendFile(
  reply: FastifyReply,
  history: History,
  { format, user }: { format: 'csv' | 'xlsx'; user: string }
): Promise<FastifyReply> {
  const notes = reportNotes(history, { user, format })
  const content =
    format === 'csv' ? asCsv(reportTable(history), notes) : await asWorkbook(reportSheets(history), notes)
  const file = `${waitingReportText.file(history.from, history.to)}.${format}`
  return reply
    .type(TYPES[format])
    .header('content-disposition', `attachment; filename="${file}"`)
    .header('cache-control', 'no-store')
    .send(content)
}
