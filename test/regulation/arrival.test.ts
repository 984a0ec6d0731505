import { describe, expect, it } from 'vitest'
import { versionsOnArrival } from '../../server/regulation/arrival.ts'
import { type DecreeSet, ruleSetInForce, timeline } from '../../server/regulation/rule-set.ts'
import { type Setting, versionsAfterSetting } from '../../server/regulation/setting.ts'
import { decreeSet, ruleSets } from './shipped.ts'

const setting = (given: Partial<Setting>): Setting => ({
  kind: 'decree',
  key: 'apologyMaxNewDates',
  value: 2,
  effectiveFrom: '2025-10-01',
  basis: 'Quyết định 1/QĐ-UBND',
  ...given
})

/** What an office has that was set up before an instrument came with the program. */
const presentBefore = (id: string) => ruleSets.slice(0, ruleSets.indexOf(decreeSet(id)))

function arrive(sets: readonly DecreeSet[], id: string): DecreeSet[] {
  const set = decreeSet(id)
  const shippedParent = ruleSets.find((other) => other.id === set.inherits)
  return [...sets, ...versionsOnArrival(sets, { set, shippedParent })]
}

describe('an instrument that comes with an update', () => {
  it('is as it is shipped where nothing was set', () => {
    expect(arrive(presentBefore('nd-309-2026'), 'nd-309-2026').at(-1)).toEqual(decreeSet('nd-309-2026'))
  })

  it('takes over what the administrator had set', () => {
    const present = presentBefore('nd-367-2025')
    const all = arrive([...present, ...versionsAfterSetting(present, setting({}))], 'nd-367-2025')
    expect(ruleSetInForce(all, '2025-12-31')).toMatchObject({
      id: 'nd-367-2025',
      version: 1,
      parameters: { apologyMaxNewDates: { value: 2 } }
    })
  })

  it('settles what it settles, whatever the administrator had set', () => {
    const present = presentBefore('nd-309-2026')
    const set = versionsAfterSetting(present, setting({ key: 'receptionElsewhere', value: 'none' }))
    const { parameters } = ruleSetInForce(arrive([...present, ...set], 'nd-309-2026'), '2026-08-05')
    expect(parameters.receptionElsewhere.value).toBe('nation')
  })

  it('lets a setting that waits for a later day go on in it', () => {
    const present = presentBefore('nd-309-2026')
    const set = versionsAfterSetting(present, setting({ effectiveFrom: '2026-09-01' }))
    const all = arrive([...present, ...set], 'nd-309-2026')
    expect(ruleSetInForce(all, '2026-08-31')).toMatchObject({ id: 'nd-309-2026', version: 1 })
    expect(ruleSetInForce(all, '2026-08-31').parameters.apologyMaxNewDates.value).toBe(1)
    expect(ruleSetInForce(all, '2026-09-01')).toMatchObject({
      id: 'nd-309-2026',
      version: 2,
      basis: 'Quyết định 1/QĐ-UBND'
    })
    expect(ruleSetInForce(all, '2026-09-01').parameters).toMatchObject({
      apologyMaxNewDates: { value: 2 },
      clockStart: { value: 'complete_and_correct' }
    })
  })

  it('ends the decree before it, also where a setting of that one waits for a later day', () => {
    const present = presentBefore('nd-118-2025')
    const set = versionsAfterSetting(present, setting({ effectiveFrom: '2025-07-20' }))
    const all = arrive([...present, ...set], 'nd-118-2025')
    expect(timeline(all).at(-1)?.id).toBe('nd-118-2025')
    expect(ruleSetInForce(all, '2025-07-20').id).toBe('nd-118-2025')
    expect(ruleSetInForce(all, '2025-06-30').id).toBe('nd-61-2018')
  })
})
