import { html } from 'ghtml'
import { lookUpText, trackingText as text } from '../../kiosk-ui/src/text/tracking.ts'
import type { TrackedDossier } from './service.ts'
import type { Standing } from './standing.ts'

/** Standings in which the office has something to say sorry for. */
const SORRY: ReadonlySet<Standing> = new Set(['will_be_late', 'late_with_new_date', 'late', 'late_again'])

const LATE: ReadonlySet<Standing> = new Set(['late_with_new_date', 'late', 'late_again'])

/** A dossier as the citizen sees it: one sentence that answers, the date, what to do, where it is, whom to ask. */
export function dossierPage(dossier: TrackedDossier): string {
  const { procedure, applicant, standing, asOf, shortCode } = dossier
  const sorry = SORRY.has(standing)
  const short = shortened(procedure)
  return html`<p class="what">${short} · ${applicant}</p>
<h1>${headlineOf(dossier)}</h1>
!${box(dossier)}
!${sorry ? `${apology(dossier)}${contact(dossier)}` : ''}
!${task(dossier)}
!${sorry ? '' : contact(dossier)}
!${steps(dossier)}
<div class="age">!${short === procedure ? '' : html`<p>${procedure}</p>`}
<p>${text.asOf(asOf)} ${text.code(shortCode)}. ${text.privacy}</p></div>`
}

/** Longer names of procedures are told in full at the foot: the answer has to stand on the first screen. Characters. */
const LONGEST_NAME = 64

function shortened(name: string): string {
  if (name.length <= LONGEST_NAME) return name
  const cut = name.slice(0, LONGEST_NAME)
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,;(–-]+$/, '')}…`
}

/** The title of the window; it names no one. */
export function titleOf(dossier: TrackedDossier): string {
  return headlineOf(dossier).replace(/\.$/, '')
}

function headlineOf({ standing, status, supplement }: TrackedDossier): string {
  if (standing === 'will_be_late') return text.willBeLate
  if (SORRY.has(standing)) return text.late
  return supplement ? text.toBring(supplement.items.length) : text.headline[status]
}

/** What matters most, in a box of its colour. */
function box(dossier: TrackedDossier): string {
  const { status, standing, due, days, ready, ended, paymentAmount } = dossier
  const shown = (kind: string, lead: string, strong: string, line = '') =>
    html`<div class="due ${kind}">${lead}<b>${strong}</b>!${line ? html`<span>${line}</span>` : ''}</div>`
  if (standing === 'late') return shown('late', text.due, text.when(due), text.daysLate(days))
  if (standing === 'late_again') return shown('late', text.dueAgain, text.when(due), text.daysLate(days))
  if (SORRY.has(standing)) return shown('late', text.dueAgain, text.when(due), promisedBefore(dossier))
  if (status === 'awaiting_supplement') return shown('soon', text.termWaits, text.termAnew)
  if (status === 'awaiting_payment') {
    return shown(
      'soon',
      text.due,
      text.when(due),
      paymentAmount === null ? text.amountAsk : text.amount(paymentAmount)
    )
  }
  if (status === 'ready') return ready ? shown('done', text.readySince, text.when(ready)) : ''
  if (ended)
    return shown(
      status === 'returned' ? 'done' : '',
      status === 'returned' ? text.returnedAt : text.closedAt,
      text.when(ended)
    )
  return shown('', text.due, text.when(due), text.daysLeft(days))
}

function promisedBefore({ firstDue, firstDueIsOriginal }: TrackedDossier): string {
  return firstDueIsOriginal ? text.dueFirst(firstDue) : text.dueBefore(firstDue)
}

/** Sorry comes first, then why; nothing is said that no letter says. */
function apology({ standing, apology: letter }: TrackedDossier): string {
  if (!letter) return html`<p>${text.noReasonYet}</p>`
  return html`<p>${text.reason(letter.reason)}</p>
<p>${text.letter(letter.number, letter.signedOn)}!${standing === 'late_again' ? html` ${text.lateAgain}` : ''}</p>`
}

function contact({ officeName, officePhone }: TrackedDossier): string {
  if (officePhone === null) return html`<p>${text.visit(officeName)}</p>`
  return html`<a class="call" href="tel:${officePhone.replace(/[^\d+]/g, '')}">!${PHONE}${text.call(officePhone)}</a>`
}

const PHONE =
  '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M5 3h3l1.3 3.6-1.8 1.3a9 9 0 0 0 4.6 4.6l1.3-1.8L17 12v3a2 2 0 0 1-2.2 2A13 13 0 0 1 3 5.2 2 2 0 0 1 5 3z"/></svg>'

/** What the citizen has to do now, and that it is nothing where it is nothing. */
function task(dossier: TrackedDossier): string {
  const { status, supplement, delivery, officeName, closingReason } = dossier
  const say = (title: string, words: string) => html`<h2>${title}</h2><p>${words}</p>`
  if (supplement) return toBring(supplement)
  if (status === 'awaiting_supplement') return say(text.toDo, text.supplementHow)
  if (status === 'awaiting_payment') return say(text.toDo, text.paymentHow)
  if (status === 'ready') return say(text.toDo, text.ready[delivery](officeName))
  if (status === 'received' || status === 'processing' || status === 'submitted') {
    return say(text.nothingToDo, text.whenReady[delivery](officeName))
  }
  return html`!${closingReason ? html`<p>${text.reason(closingReason)}</p>` : ''}<p>${text.keep}</p>`
}

function toBring({ items, reason }: NonNullable<TrackedDossier['supplement']>): string {
  return html`<h2>${text.papers}</h2>
<ul class="papers">!${items.map((item) => html`<li><i aria-hidden="true"></i><div>${item}</div></li>`)}</ul>
!${reason ? html`<p>${text.reason(reason)}</p>` : ''}
<p>${text.supplementHow}</p>`
}

interface Step {
  words: string
  note?: string
  state: 'done' | 'at' | 'todo'
}

function steps(dossier: TrackedDossier): string {
  const tone = LATE.has(dossier.standing) ? ' late' : dossier.status.startsWith('awaiting') ? ' soon' : ''
  return html`<h2>${text.steps}</h2>
<ol class="steps">!${stepsOf(dossier).map(({ words, note, state }) => {
    const mark = state === 'done' ? CHECK : '<i class="dot"></i>'
    const said = state === 'at' ? html`<b>${words}</b>` : html`${words}`
    const spoken =
      state === 'todo' ? '' : html`<span class="spoken"> (${state === 'done' ? text.done : text.now})</span>`
    return html`<li class="${state}${state === 'at' ? tone : ''}"!${state === 'at' ? ' aria-current="step"' : ''}>!${mark}!${said}!${spoken}!${note ? html`<small>${note}</small>` : ''}</li>`
  })}</ol>`
}

const CHECK = '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M4.5 10.5l3.8 3.8 7.2-8"/></svg>'

function stepsOf(dossier: TrackedDossier): Step[] {
  const { status, received, ready, ended, delivery } = dossier
  const first: Step = { words: text.step.received, note: text.shortly(received), state: 'done' }
  const result: Step = { words: text.step.result, state: 'todo' }
  const last: Step = { words: text.step[delivery], state: 'todo' }
  if (status === 'ready' || status === 'returned') {
    const handled: Step = { words: text.step.handled, state: 'done' }
    const had: Step = { ...result, ...(ready ? { note: text.shortly(ready) } : {}), state: 'done' }
    const given: Step = {
      ...last,
      ...(ended ? { note: text.shortly(ended) } : {}),
      state: ended ? 'done' : 'at'
    }
    return [first, handled, had, given]
  }
  if (ended) return [first, { words: text.step.ended, note: text.shortly(ended), state: 'at' }]
  return [first, current(dossier), result, last]
}

function current({ status, standing, holder, supplement }: TrackedDossier): Step {
  if (status === 'awaiting_supplement') {
    return {
      words: text.step.supplement,
      ...(supplement ? { note: text.askedOn(supplement.asked) } : {}),
      state: 'at'
    }
  }
  if (status === 'awaiting_payment') return { words: text.step.payment, state: 'at' }
  const words = LATE.has(standing) ? text.step.handlingLate : text.step.handling
  return { words, note: holder, state: 'at' }
}

/** One page for every address that opens nothing, so that it tells nobody why. */
export function missingDossierPage(): string {
  const [scan, ...others] = text.missingNext
  return html`<h1>${text.missingTitle}</h1>
<p>${text.missing}</p>
<div class="notice"><ul>!${[scan, ...others].map((step) => html`<li>${step}</li>`)}</ul></div>
<p><a href="/tra-cuu">${text.lookUpLink}</a></p>`
}

export interface LookUpView {
  code: string
  faults: readonly { field: 'ma' | 'so'; message: string }[]
}

/** The way for those who cannot scan. What was typed stays, but for the digits. */
export function lookUpPage({ code, faults }: LookUpView): string {
  return html`<h1>${lookUpText.title}</h1>
<p>${lookUpText.intro}</p>
!${summary(faults)}
<form class="form" method="post" action="/tra-cuu" novalidate>
!${typed({ id: 'ma', label: lookUpText.code, hint: lookUpText.codeHint, value: code, more: 'autocapitalize="characters" maxlength="60"' }, faults)}
!${typed({ id: 'so', label: lookUpText.digits, hint: lookUpText.digitsHint, value: '', more: 'inputmode="numeric" maxlength="10"' }, faults)}
<button>${lookUpText.submit}</button>
</form>`
}

function summary(faults: LookUpView['faults']): string {
  if (faults.length === 0) return ''
  return html`<div class="errors" role="alert"><h2>${lookUpText.errors}</h2>
<ul>!${faults.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}</ul></div>`
}

interface TypedField {
  id: 'ma' | 'so'
  label: string
  hint: string
  value: string
  /** Attributes; nothing in them comes from outside. */
  more: string
}

function typed({ id, label, hint, value, more }: TypedField, faults: LookUpView['faults']): string {
  const message = faults.find(({ field }) => field === id)?.message
  return html`<p class="field !${message ? 'wrong' : ''}"><label for="${id}">${label}</label><small id="${id}-hint">${hint}</small>
!${message ? html`<span class="fault" id="${id}-fault">${message}</span>` : ''}
<input type="text" id="${id}" name="${id}" value="${value}" autocomplete="off" spellcheck="false" !${more}
 aria-describedby="${id}-hint!${message ? ` ${id}-fault` : ''}" !${message ? 'aria-invalid="true"' : ''}></p>`
}
