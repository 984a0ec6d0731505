import { channelText, feeWords, termText } from '../../kiosk-ui/src/text/procedures.ts'
import { normalText } from '../text-key.ts'
import type { ProcedureComponent, TermVariant } from './edition.ts'
import type { Changes, Decided, StoredEdition } from './edition-change.ts'
import type { Amendment, Procedure, ProcedureDetail } from './schemas.ts'

/**
 * A procedure as the contract gives it: the stored edition with the words that people read, and with ids by which
 * a dossier names its papers. An id is the place in the list of this edition.
 */
export function listed(edition: StoredEdition): Procedure {
  const { code, name, field, level, agency, term, termSource, cutOff, fee, feeText, channels } = edition
  const { immediate, result, effectiveFrom, decision } = edition
  return {
    code,
    name,
    field,
    level,
    agency,
    term,
    termText: termSource ?? termText(term),
    cutOff,
    variants: edition.variants.map((variant, index) => ({
      id: String(index + 1),
      ...variant,
      termText: termText(variant.term)
    })),
    fee,
    feeText: feeText ?? feeWords(fee),
    components: edition.components.map((component, index) => ({ id: String(index + 1), ...component })),
    channels,
    postal: channels.includes('post'),
    online: channels.includes('online'),
    immediate,
    result,
    effectiveFrom,
    decision
  }
}

/** The same with remarks and legal basis, and for an administrator with what wants attention. */
export function describeProcedure(
  edition: StoredEdition,
  { attention }: { attention: boolean }
): ProcedureDetail {
  const { notes, legalBasis } = edition
  const detail = { ...listed(edition), notes, legalBasis }
  return attention ? { ...detail, attention: edition.attention } : detail
}

/** What a person's form changes: text composed and trimmed, empty words as none, lists whole. */
export function changesOf({ effectiveFrom, decision, ...given }: Amendment): {
  decided: Decided
  changes: Changes
} {
  const { components, variants, notes, feeText, ...plain } = given
  const changes: Changes = Object.fromEntries(
    Object.entries(plain).map(([field, value]) => [
      field,
      typeof value === 'string' ? normalText(value) : value
    ])
  )
  if (components) changes.components = components.map(componentOf)
  if (variants) changes.variants = variants.map(variantOf)
  if (notes) changes.notes = notes.map(normalText)
  if (feeText !== undefined) changes.feeText = normalText(feeText) || null
  return { decided: { effectiveFrom, decision: normalText(decision) }, changes }
}

function componentOf(given: NonNullable<Amendment['components']>[number]): ProcedureComponent {
  const { name, originals, copies, group, presented = false } = given
  return {
    name: normalText(name),
    originals,
    copies,
    group: normalText(group ?? '') || null,
    presented,
    detail: null
  }
}

function variantOf({ name, channel = null, term }: NonNullable<Amendment['variants']>[number]): TermVariant {
  if (channel) return { kind: 'channel', name: channelText[channel], channel, term }
  return { kind: 'case', name: normalText(name), channel: null, term }
}
