import { regulationText } from '../../kiosk-ui/src/text/regulation.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import { assertLeadOffice } from '../offices/service.ts'
import { normalText } from '../text-key.ts'
import type { Work } from '../transact.ts'
import { versionsOnArrival } from './arrival.ts'
import decreeData from './data/decrees.json' with { type: 'json' }
import formData from './data/form-sets.json' with { type: 'json' }
import { dayInVietnam } from './day.ts'
import { type DecreeParameters, type DecreeValues, decreeLabel } from './decree-parameters.ts'
import { type FormHead, type FormParameters, formLabel } from './forms.ts'
import { type OpenPoint, openPoints } from './open-points.ts'
import type { Parameter, Parameters } from './parameter.ts'
import {
  findDecreeSet,
  findFormSet,
  insertDecreeSet,
  insertFormSet,
  listDecreeSets,
  listFormSets,
  listLines
} from './repository.ts'
import {
  type AnyRuleSet,
  type DecreeSet,
  type FormSet,
  findInForce,
  formSetInForce,
  type PrintedForm,
  printedForms,
  ruleSetInForce
} from './rule-set.ts'
import type { NamedParameter, NewSetting, RegulationInForce, SettingMade } from './schemas.ts'
import { IN_FORCE_KEY, type Setting, versionsAfterMove, versionsAfterSetting } from './setting.ts'
import { readDecrees, readFormSets } from './shipped.ts'

/** The rules that a dossier stands under. What is kept with it are `id` and `version` of both. */
export interface Regulation {
  decree: { id: string; version: number; name: string; parameters: DecreeParameters }
  forms: {
    id: string
    version: number
    name: string
    parameters: FormParameters
    head: FormHead
    forms: PrintedForm[]
  }
}

/** How a dossier names its rules. */
export interface RegulationKey {
  decreeId: string
  version: number
  formsId: string
  formsVersion: number
}

/** The instruments that come with the program. */
export interface ShippedRegulation {
  ruleSets: readonly DecreeSet[]
  formSets: readonly FormSet[]
}

const { ruleSets, gaps: decreeGaps } = readDecrees(decreeData)
const { formSets, gaps: formGaps } = readFormSets(formData)

/**
 * Adds the instruments that come with the program and that the database does not have yet; run for the first office
 * and after each update. What is there stays as it is, and settings of the administrator go on in what is added.
 */
export async function seedRegulation(
  { db, now, record }: Work,
  shipped: ShippedRegulation = { ruleSets, formSets }
): Promise<void> {
  for (const set of arrivals(await listDecreeSets(db), shipped.ruleSets)) {
    await insertDecreeSet(db, set, now)
    record('regulation.shipped', { kind: 'decree', name: set.name, ...versionOf(set) })
  }
  for (const set of arrivals(await listFormSets(db), shipped.formSets)) {
    await insertFormSet(db, set, now)
    record('regulation.shipped', { kind: 'forms', name: set.name, ...versionOf(set) })
  }
}

/**
 * The rules in force on `day`, for a dossier that is received on it.
 *
 * @throws NO_RULES_IN_FORCE for a day before the first decree or the first forms
 */
export async function regulationOn(db: Db, day: string): Promise<Regulation> {
  const lines = await listLines(db)
  const decree = ruleSetInForce(linesOf(lines, 'decree'), day)
  const forms = formSetInForce(linesOf(lines, 'forms'), day)
  return regulationById(db, {
    decreeId: decree.id,
    version: decree.version,
    formsId: forms.id,
    formsVersion: forms.version
  })
}

/** The rules that a dossier was received under, as they were then. @throws NOT_FOUND */
export async function regulationById(
  db: Db,
  { decreeId, version, formsId, formsVersion }: RegulationKey
): Promise<Regulation> {
  const decree = await findDecreeSet(db, { id: decreeId, version })
  const set = await findFormSet(db, { id: formsId, version: formsVersion })
  if (!decree || !set) throw new DomainError('NOT_FOUND')
  const { id, name, parameters, head } = set
  return {
    decree: { id: decreeId, version, name: decree.name, parameters: decree.parameters },
    forms: { id, version: formsVersion, name, parameters, head, forms: printedForms(set) }
  }
}

/**
 * The rules of a day for people to read, each with its name. There are days with a decree and no forms, as the forms
 * before TT 01/2018 are not shipped.
 *
 * @throws NO_RULES_IN_FORCE for a day before the first decree
 */
export async function describeRegulation(db: Db, on: string): Promise<RegulationInForce> {
  const decree = ruleSetInForce(await listDecreeSets(db), on)
  const forms = findInForce(await listFormSets(db), on)
  return {
    on,
    decree: { ...headOf(decree), parameters: namedDecree(decree) },
    forms: forms
      ? { ...headOf(forms), parameters: namedForms(forms), head: forms.head, forms: printedForms(forms) }
      : null
  }
}

/** What is unsure about the rules of a day. @throws NO_RULES_IN_FORCE */
export async function describeOpenPoints(db: Db, on: string): Promise<OpenPoint[]> {
  const decree = ruleSetInForce(await listDecreeSets(db), on)
  const forms = formSetInForce(await listFormSets(db), on)
  return openPoints({ decree, forms }, [...decreeGaps, ...formGaps])
}

/**
 * Sets a rule from a day on. It makes new versions and changes none, so that dossiers keep the rules under which they
 * were received; the day of effect of a circular's forms may be put right to a day that is past.
 *
 * @throws FORBIDDEN for an office that is not the lead office
 * @throws VALIDATION for a rule, a value or a day that cannot be
 */
export async function setRule(work: Work, given: NewSetting): Promise<SettingMade> {
  const { db, officeId } = work
  await assertLeadOffice(db, officeId)
  const { id, ...rest } = given
  const setting = { ...rest, value: normalValue(rest.value), basis: normalText(rest.basis) }
  const made =
    setting.kind === 'decree' ? await setInDecree(work, setting) : await setInForms(work, { id, setting })
  recordSetting(work, { setting, made })
  return { versions: made.map(versionOf) }
}

async function setInDecree({ db, now }: Work, setting: Setting): Promise<DecreeSet[]> {
  requireFromToday(setting, now)
  const made = versionsAfterSetting(await listDecreeSets(db), setting)
  for (const set of made) await insertDecreeSet(db, set, now)
  return made
}

async function setInForms(
  { db, now }: Work,
  { id, setting }: { id: string | undefined; setting: Setting }
): Promise<FormSet[]> {
  const sets = await listFormSets(db)
  if (setting.key !== IN_FORCE_KEY) requireFromToday(setting, now)
  const made =
    setting.key === IN_FORCE_KEY ? movedForms(sets, { id, setting }) : versionsAfterSetting(sets, setting)
  for (const set of made) await insertFormSet(db, set, now)
  return made
}

function movedForms(
  sets: readonly FormSet[],
  { id, setting }: { id: string | undefined; setting: Setting }
): FormSet[] {
  if (id === undefined) throw invalid('/id', regulationText.formsNeeded)
  if (setting.value !== setting.effectiveFrom)
    throw invalid('/effectiveFrom', regulationText.effectiveIsValue)
  return versionsAfterMove(sets, { id, setting })
}

function recordSetting({ record }: Work, { setting, made }: { setting: Setting; made: AnyRuleSet[] }): void {
  const { kind, key, effectiveFrom, basis } = setting
  const [first] = made
  if (!first) throw new Error(`The setting of ${key} made no version`)
  const parameters = first.parameters as Parameters
  const label = 'forms' in first ? formLabel(key, first.forms) : decreeLabel(key as keyof DecreeValues)
  const parameter = parameters[key] as Parameter
  record('regulation.amended', {
    kind,
    key,
    label,
    parameter,
    effectiveFrom,
    basis,
    versions: made.map(versionOf)
  })
}

function linesOf<Line extends { kind: string }>(lines: readonly Line[], kind: Line['kind']): Line[] {
  return lines.filter((line) => line.kind === kind)
}

function arrivals<Set extends AnyRuleSet>(present: readonly Set[], shipped: readonly Set[]): Set[] {
  const added: Set[] = []
  for (const set of shipped) {
    if (present.some(({ id }) => id === set.id)) continue
    const shippedParent = shipped.find(({ id }) => id === set.inherits)
    added.push(...versionsOnArrival([...present, ...added], { set, shippedParent }))
  }
  return added
}

/** A rule cannot be set for days on which dossiers were received under another one. */
function requireFromToday({ effectiveFrom }: Setting, now: string): void {
  const today = dayInVietnam(now)
  if (effectiveFrom < today) throw invalid('/effectiveFrom', regulationText.effectiveInPast(today))
}

function invalid(path: string, message: string): DomainError {
  return new DomainError('VALIDATION').withErrors([{ path, message }])
}

function normalValue(value: unknown): unknown {
  return typeof value === 'string' ? normalText(value) : value
}

function versionOf({ id, version, effectiveFrom, replaces }: AnyRuleSet) {
  return { id, version, effectiveFrom, replaces }
}

function headOf({ id, version, name, effectiveFrom, basis }: AnyRuleSet) {
  return { id, version, name, effectiveFrom, basis }
}

function namedDecree({ parameters }: DecreeSet): Record<string, NamedParameter> {
  return named(parameters, (key) => decreeLabel(key as keyof DecreeValues))
}

function namedForms({ parameters, forms }: FormSet): Record<string, NamedParameter> {
  return named(parameters, (key) => formLabel(key, forms))
}

function named(parameters: Parameters, labelOf: (key: string) => string): Record<string, NamedParameter> {
  const entries = Object.entries(parameters).map(([key, parameter]) => [
    key,
    { label: labelOf(key), ...parameter }
  ])
  return Object.fromEntries(entries)
}
