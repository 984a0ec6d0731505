import { html } from 'ghtml'
import { dayText, longDayText, shortDayText } from '../../kiosk-ui/src/text/common.ts'
import {
  channelText,
  feeWords,
  levelText,
  procedureListText as listText,
  procedurePageText as pageText,
  termText,
  unnamedCase
} from '../../kiosk-ui/src/text/procedures.ts'
import { publicPageText } from '../../kiosk-ui/src/text/public-page.ts'
import type { CutOff } from '../calendar/due-date.ts'
import { clock } from '../calendar/plain-date.ts'
import { isCase } from './component-headings.ts'
import type { Channel, ProcedureComponent, TermVariant } from './edition.ts'
import type { StoredEdition } from './edition-change.ts'
import type { DueDateAnswer } from './schemas.ts'
import type { Moment, TypedFault } from './typed-moment.ts'

const dueText = pageText.dueDate

/** Words longer than this go behind a fold. In characters. */
const LONG = 200

/** Terms of more days than this show their days behind a fold. */
const MANY_DAYS = 16

export interface ListView {
  query: string
  field: string
  fields: readonly string[]
  /** How many were found; `items` is one page of them. */
  count: number
  page: number
  pages: number
  items: readonly StoredEdition[]
}

/** The search box and what it finds. */
export function listPage({ query, field, fields, ...found }: ListView): string {
  return html`<h1>${listText.title}</h1>
<form class="form search" action="/thu-tuc" role="search">
<p class="field"><label for="q">${listText.search}</label><small id="q-hint">${listText.searchHint}</small>
<input type="search" id="q" name="q" value="${query}" aria-describedby="q-hint" autocomplete="off" maxlength="200"></p>
<p class="field"><label for="field">${listText.field}</label>
<select id="field" name="field"><option value="">${listText.everyField}</option>
!${fields.map((name) => html`<option !${name === field ? 'selected' : ''}>${name}</option>`)}</select></p>
<button>${listText.submit}</button>
</form>
!${found.count === 0 ? nothingFound(query || field) : results({ query, field, ...found })}`
}

function nothingFound(words: string): string {
  return html`<section class="notice form"><h2>${words ? listText.noneFound(words) : listText.noneOnOffer}</h2>
<ul>!${listText.next.map((step) => html`<li>${step}</li>`)}</ul>
<p><a href="/thu-tuc">${listText.all}</a></p></section>`
}

function results({ query, field, count, items, ...paging }: Omit<ListView, 'fields'>): string {
  return html`<h2>${query ? listText.found(count, query) : listText.count(count)}</h2>
<ul class="results">!${items.map(
    (item) => html`<li><a href="${addressOf(item.code)}">${item.name}</a>
<small>${item.field} · ${termText(item.term)}${item.level === 'province' ? ` · ${levelText.province}` : ''}</small></li>`
  )}</ul>
!${pager({ query, field, ...paging })}`
}

function pager({ query, field, page, pages }: Pick<ListView, 'query' | 'field' | 'page' | 'pages'>): string {
  if (pages === 1) return ''
  const link = (to: number, words: string) =>
    html`<a href="/thu-tuc?${String(new URLSearchParams({ q: query, field, trang: String(to) }))}">${words}</a>`
  return html`<nav class="pages" aria-label="${listText.pageOf(page, pages)}">
!${page > 1 ? link(page - 1, listText.before) : ''}
!${page < pages ? link(page + 1, listText.after) : ''}
<p class="small">${listText.pageOf(page, pages)}</p></nav>`
}

/** What was typed into the form, and what came of it. */
export interface DueDateView {
  day: string
  time: string
  case: string
  channel: Channel
  faults: readonly TypedFault[]
  /** Why no day can be told although nothing that was typed is at fault. */
  refusal?: string
  answer?: DueDateAnswer & { received: Moment; due: Moment }
}

export interface ProcedureView {
  /** The edition for the day of receipt that was typed, else that of today. */
  procedure: StoredEdition
  /** The edition of today. */
  present: StoredEdition
  /** The day of receipt, once it can be read. */
  day: string | undefined
  due: DueDateView
}

/** A procedure: term, what to bring, fee, channels, result, and a due date worked out. */
export function procedurePage({ procedure, present, day, due }: ProcedureView): string {
  return html`<p><a class="back" href="/thu-tuc">${pageText.back}</a></p>
<p class="what">${procedure.field}</p>
<h1>${procedure.name}</h1>
!${day ? otherEdition(procedure, present, day) : ''}
!${termBox(procedure)}
<h2>${pageText.papers}</h2>
!${papers(procedure.components)}
!${notes(procedure.notes)}
<h2>${pageText.fee}</h2>
!${fee(procedure)}
<h2>${pageText.channels}</h2>
!${channels(procedure)}
!${fact(pageText.result, procedure.result)}
!${fact(pageText.agency, procedure.agency)}
!${[procedure, present].some(hasTerm) ? dueDateForm(procedure, due) : ''}
!${source(procedure)}`
}

/** What stands at an address that leads nowhere. */
export function missingPage(): string {
  return html`<h1>${publicPageText.notFoundTitle}</h1>
<p>${publicPageText.notFound}</p>
<p><a href="/thu-tuc">${publicPageText.home}</a></p>`
}

/** A dossier keeps the rules of its day of receipt, so the page of another day says that it is one. */
function otherEdition({ code, effectiveFrom }: StoredEdition, present: StoredEdition, day: string): string {
  const from = dayText(effectiveFrom)
  const early = day < effectiveFrom
  if (!early && effectiveFrom === present.effectiveFrom) return ''
  const words = early ? pageText.beforeCatalogue(from) : pageText.ofAnotherDay(dayText(day), from)
  return html`<div class="due soon">${words} <a href="${addressOf(code)}">${pageText.today}</a></div>`
}

function hasTerm({ term, variants }: StoredEdition): boolean {
  return term !== null || variants.length > 0
}

function termBox({ term, cutOff, variants }: StoredEdition): string {
  const others = variants.map((variant) => html`<span>${variantLine(variant)}</span>`)
  if (!term) {
    return html`<div class="due soon">${pageText.term}<b>${pageText.noTerm}</b><span>${pageText.noTermNext}</span>!${others}</div>`
  }
  return html`<div class="due">${pageText.term}<b>${sentence(termText(term))}</b>!${cutOff ? cutOffLine(cutOff) : ''}!${others}</div>`
}

/** A case that nobody has named yet is its term and nothing else. */
function variantLine({ name, term }: TermVariant): string {
  const title = name === unnamedCase(term) ? pageText.someCase : sentence(name)
  return pageText.variant(title, termText(term))
}

function cutOffLine(cutOff: CutOff): string {
  const words =
    cutOff.kind === 'hour' ? pageText.afterHour(clock(cutOff.minute)) : pageText.lastHours(cutOff.hours)
  return html`<span>${words}</span>`
}

function papers(components: readonly ProcedureComponent[]): string {
  if (components.length === 0) return html`<p>${pageText.noPapers}</p>`
  const groups = [...Map.groupBy(components, ({ group }) => group ?? '')]
  return groups
    .map(
      ([group, own]) => html`!${group && (groups.length > 1 || isCase(group)) ? html`<h3>${group}</h3>` : ''}
<ul class="papers">!${own.map(paper)}</ul>`
    )
    .join('')
}

function paper({ name, originals, copies, presented, detail }: ProcedureComponent): string {
  const counts = [pageText.counts(originals, copies), presented ? pageText.presented : '']
    .filter(Boolean)
    .join(', ')
  return html`<li><i aria-hidden="true"></i><div>${name}<small>${counts}</small>!${detail ? folded(pageText.whole, detail) : ''}</div></li>`
}

function notes(all: readonly string[]): string {
  if (all.length === 0) return ''
  const list = html`<ul class="plain">!${all.map((note) => html`<li>${note}</li>`)}</ul>`
  const long = all.length > 4 || all.some((note) => note.length > LONG)
  if (!long) return html`<h3>${pageText.notes}</h3>!${list}`
  return html`<details><summary>${pageText.moreNotes(all.length)}</summary>!${list}</details>`
}

/** Words of our own stand alone; a source that goes on and on comes after the sum, behind a fold. */
function fee({ fee: dong, feeText }: StoredEdition): string {
  if (!feeText) return html`<p>${feeWords(dong)}</p>`
  if (feeText.length <= LONG && !/^miễn phí \(/i.test(feeText)) return html`<p>${feeText}</p>`
  return html`<p>${feeWords(dong)}</p>!${folded(pageText.source, feeText)}`
}

function channels({ channels: all }: StoredEdition): string {
  if (all.length === 0) return html`<p>${pageText.noChannels}</p>`
  return html`<ul class="plain">!${all.map((channel) => html`<li>${sentence(channelText[channel])}</li>`)}</ul>`
}

function fact(title: string, words: string | null): string {
  return words ? html`<h2>${title}</h2><p>${words}</p>` : ''
}

function source({ code, effectiveFrom, decision, legalBasis }: StoredEdition): string {
  return html`<div class="age">!${legalBasis.length > 0 ? folded(pageText.legalBasis, legalBasis.join('; ')) : ''}
<p>${pageText.since(dayText(effectiveFrom), decision.replace(/\.$/, ''))}</p><p>${pageText.code(code)}</p></div>`
}

function folded(title: string, words: string): string {
  return html`<details><summary>${title}</summary><p class="small">${words}</p></details>`
}

function dueDateForm({ code, variants, effectiveFrom }: StoredEdition, due: DueDateView): string {
  const cases = variants.filter(({ kind }) => kind === 'case')
  const own = variants.filter(({ kind }) => kind === 'channel')
  return html`<h2 id="tinh">${dueText.title}</h2>
!${faultSummary(due)}
<form class="form" action="${addressOf(code)}#tinh">
<div class="pair">
!${typed(due, { id: 'ngay', label: dueText.day, hint: dueText.dayHint, value: due.day })}
!${typed(due, { id: 'gio', label: dueText.time, hint: dueText.timeHint, value: due.time })}
</div>
!${cases.length > 0 ? caseChoice(due, ['', ...cases.map(({ name }) => name)]) : ''}
!${own.length > 0 ? channelChoice(due.channel) : ''}
<button>${dueText.submit}</button>
</form>
!${due.answer ? dueAnswer(due.answer, effectiveFrom) : ''}
!${due.refusal ? html`<div class="due soon form" role="status">${dueText.answer}<b>${dueText.noAnswer}</b><span>${due.refusal}</span></div>` : ''}`
}

interface TypedField {
  id: 'ngay' | 'gio'
  label: string
  hint: string
  value: string
}

function typed({ faults }: DueDateView, { id, label, hint, value }: TypedField): string {
  const message = messageAt(faults, id)
  return html`<p class="field short !${message ? 'wrong' : ''}"><label for="${id}">${label}</label><small id="${id}-hint">${hint}</small>
!${faultLine(id, message)}
<input type="text" id="${id}" name="${id}" value="${value}" inputmode="numeric" autocomplete="off" maxlength="20"
 aria-describedby="${id}-hint!${message ? ` ${id}-fault` : ''}" !${message ? 'aria-invalid="true"' : ''}></p>`
}

function caseChoice({ case: chosen, faults }: DueDateView, names: readonly string[]): string {
  const id = 'truong-hop'
  const message = messageAt(faults, id)
  return html`<fieldset class="field!${message ? ' wrong' : ''}" id="${id}"!${message ? ` aria-describedby="${id}-fault"` : ''}><legend>${dueText.case}</legend>
!${faultLine(id, message)}
!${names.map(
    (
      name,
      index
    ) => html`<div class="choice"><input type="radio" id="${id}-${index}" name="${id}" value="${name}" !${name === chosen ? 'checked' : ''}>
<label for="${id}-${index}">${name || dueText.ordinary}</label></div>`
  )}</fieldset>`
}

function messageAt(faults: readonly TypedFault[], id: TypedFault['field']): string | undefined {
  return faults.find(({ field }) => field === id)?.message
}

function faultLine(id: string, message: string | undefined): string {
  return message ? html`<span class="fault" id="${id}-fault">${message}</span>` : ''
}

function channelChoice(chosen: string): string {
  const options = Object.entries(channelText).map(
    ([channel, words]) =>
      html`<option value="${channel}" !${channel === chosen ? 'selected' : ''}>${sentence(words)}</option>`
  )
  return html`<p class="field"><label for="cach-nop">${dueText.channel}</label>
<select id="cach-nop" name="cach-nop">!${options}</select></p>`
}

function dueAnswer(
  { received, due, steps, provisional }: NonNullable<DueDateView['answer']>,
  effectiveFrom: string
): string {
  const days = html`<ol class="days">!${steps.map(
    ({ day, counted, reason }) =>
      html`<li !${counted ? '' : 'class="off"'}><span>${shortDayText(day)}</span><span>${reason}</span></li>`
  )}</ol>`
  const fold = steps.length > MANY_DAYS
  return html`<div class="due form !${provisional ? 'soon' : ''}" role="status">${dueText.answer}
<b>${dueText.when(clock(due.minute), longDayText(due.day))}</b>
<span>${dueText.received(clock(received.minute), longDayText(received.day))}</span>
<span>${dueText.by(dayText(effectiveFrom))}</span>
!${provisional ? html`<span>${dueText.provisional}</span>` : ''}</div>
!${fold ? html`<details><summary>${dueText.days}</summary>!${days}</details>` : html`<h3>${dueText.days}</h3>!${days}`}
<p class="small">${dueText.notPromise}</p>`
}

function faultSummary({ faults }: DueDateView): string {
  if (faults.length === 0) return ''
  return html`<div class="errors" role="alert"><h3>${dueText.errors}</h3>
<ul>!${faults.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}</ul></div>`
}

function addressOf(code: string): string {
  return `/thu-tuc/${encodeURIComponent(code)}`
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
