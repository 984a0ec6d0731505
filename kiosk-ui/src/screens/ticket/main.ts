import type { FollowedTicket } from '../../../../server/queue/schemas.ts'
import { createBell } from './bell.ts'

/**
 * What the page of a ticket can do better than a page that is loaded anew: it is asked for every few seconds without flicker,
 * less often while nobody answers, and not at all once nothing can change. Its words come from the server. Written for the
 * oldest browser that still opens the page: no framework, no fetch.
 */

/** Milliseconds. */
const PATIENCE = 8000
const FIRST_PAUSE = 10_000
const LONGEST_PAUSE = 60_000

/** A long pull that is felt in a pocket: on, off, on … in milliseconds. */
const CALL = [600, 250, 600, 250, 600]

const bell = createBell()
let state = stateIn(element('ve').getAttribute('data-state')) as FollowedTicket
let told = state.call
let failures = 0
let timer = 0
let asking = false
let armed = false

show()
schedule()
element('bao').hidden = false
element('bao-nut').addEventListener('click', arm)
element('chuong').addEventListener('click', turnBellOn)
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return
  stayAwake()
  askNow()
})
window.addEventListener('online', askNow)
window.addEventListener('offline', showAge)

/** Nobody looks and nobody wants to be told: the phone rests, and asks as soon as somebody looks. */
function schedule() {
  clearTimeout(timer)
  if (state.askAgainSeconds === null || (document.hidden && !armed)) return
  timer = window.setTimeout(ask, pause(state.askAgainSeconds))
}

/** A little chance in it, so that the phones of a hall do not all come back at the same moment. */
function pause(seconds: number): number {
  if (failures === 0) return seconds * (900 + Math.random() * 100)
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1)) * (1 - Math.random() * 0.2)
}

function askNow() {
  if (state.askAgainSeconds !== null && !asking) ask()
}

function ask() {
  clearTimeout(timer)
  asking = true
  const request = new XMLHttpRequest()
  request.open('GET', `${location.pathname.replace(/\/$/, '')}/state`)
  request.timeout = PATIENCE
  request.onloadend = () => {
    asking = false
    if (request.status === 404) return location.reload()
    const answer = request.status === 200 && stateIn(request.responseText)
    failures = answer ? 0 : failures + 1
    if (answer) take(answer)
    showAge()
    schedule()
  }
  request.send()
}

/** A network that wants a sign-in answers everything with a page of its own. */
function stateIn(body: string | null): FollowedTicket | null {
  try {
    return JSON.parse(body ?? '') as FollowedTicket
  } catch {
    return null
  }
}

function take(answer: FollowedTicket) {
  state = answer
  show()
  const { call } = state
  if (armed && call !== null && call !== told) alarm()
  told = call
}

function alarm() {
  if (navigator.vibrate) navigator.vibrate(CALL)
  bell.ring()
}

function arm() {
  armed = true
  stayAwake()
  const vibrates = 'vibrate' in navigator
  element(vibrates ? 'se-rung' : 'se-keu').hidden = false
  element('chuong').hidden = !vibrates
  if (!vibrates) bell.turnOn()
  element('bao-nut').hidden = true
  element('bao-loi').focus()
}

function turnBellOn() {
  bell.turnOn()
  element('chuong').hidden = true
  element('da-keu').hidden = false
  element('bao-loi').focus()
}

/** A dark screen asks for nothing, so it stays on where the browser lets a page ask for that. */
function stayAwake() {
  if (!armed || state.askAgainSeconds === null || !navigator.wakeLock) return
  navigator.wakeLock.request('screen').catch(() => undefined)
}

function show() {
  const { words, serviceName, asOfText, emergencyText } = state
  document.body.className = words.tone
  document.title = words.title
  put('khan-loi', emergencyText ?? '')
  element('khan').hidden = emergencyText === null
  put('tin', words.headline)
  put('noi', words.place)
  put('uoc', words.estimate)
  put('loi', words.note)
  put('viec', serviceName)
  put('luc', asOfText)
  showAge()
}

function showAge() {
  const ended = state.askAgainSeconds === null
  const lost = !ended && (failures > 0 || !navigator.onLine)
  element('mat').hidden = !lost
  element('mat-mang').hidden = !lost
  element('cap-nhat').hidden = ended
  if (ended) element('bao').hidden = true
}

/** Only what has changed: a screen reader reads out again whatever is written again. */
function put(id: string, words: string) {
  const place = element(id)
  if (place.textContent !== words) place.textContent = words
}

function element(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement
}
