import type { Migration } from 'kysely/migration'
import * as officesIdentityAndLog from './0001-offices-identity-and-log.ts'
import * as calendar from './0002-calendar.ts'
import * as procedures from './0003-procedures.ts'
import * as regulation from './0004-regulation.ts'
import * as queue from './0005-queue.ts'
import * as dossiers from './0006-dossiers.ts'
import * as apologies from './0007-apologies.ts'
import * as officePhone from './0008-office-phone.ts'
import * as waitingRoom from './0009-waiting-room.ts'
import * as printers from './0010-printers.ts'
import * as selfService from './0011-self-service.ts'
import * as appointments from './0012-appointments.ts'

/** Every step of the schema in order. Forward only; a step that has shipped is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-offices-identity-and-log': officesIdentityAndLog,
  '0002-calendar': calendar,
  '0003-procedures': procedures,
  '0004-regulation': regulation,
  '0005-queue': queue,
  '0006-dossiers': dossiers,
  '0007-apologies': apologies,
  '0008-office-phone': officePhone,
  '0009-waiting-room': waitingRoom,
  '0010-printers': printers,
  '0011-self-service': selfService,
  '0012-appointments': appointments
}
