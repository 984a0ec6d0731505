import { commonText } from '../text/common.ts'
import { noteAnswer, noteSilence, noteUnanswered } from './connection.ts'

/** One thing to mend in what was sent, where it stands (`/legalBasis`), and how. */
interface FieldError {
  path: string
  message: string
}

/** A refusal by the server, or no answer from it (`code` is `NETWORK`), in words for the person at the screen. */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly errors: readonly FieldError[]

  constructor({ code, status, title, detail, errors }: ProblemFacts) {
    super(detail)
    this.name = 'ApiProblem'
    this.code = code
    this.status = status
    this.title = title
    this.errors = errors ?? []
  }
}

interface ProblemFacts {
  code: string
  status: number
  title: string
  detail: string
  errors?: readonly FieldError[]
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

interface RequestOptions {
  body?: unknown
  /** The key of one action of a person: the same again when the same action is sent again. */
  key?: string
  /** The version that the change is made against: refused when somebody else was faster. */
  ifMatch?: number | string | undefined
  signal?: AbortSignal
}

/** The name of one action. Made without `randomUUID`, which browsers keep back on a plain http address in the office. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

let ahead = 0

/** The server's time, in milliseconds: this machine's own clock may be minutes out. */
export function serverNow(): number {
  return Date.now() + ahead
}

/**
 * Sends a request below `/api/v1` and gives its answer, or throws an `ApiProblem`. Unsafe methods carry the header
 * that another site's page cannot send.
 */
export async function request<Answer>(
  method: Method,
  path: string,
  options: RequestOptions = {}
): Promise<Answer> {
  const response = await send(method, path, options)
  noteAnswer()
  keepTime(response)
  if (response.status === 204) return undefined as Answer
  const answer = await response.json().catch(() => undefined)
  if (!response.ok) throw problemOf(response.status, answer)
  if (answer === undefined) throw strangeAnswer(response.status)
  return answer as Answer
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const { body, key, ifMatch, signal } = options
  const headers = new Headers({ accept: 'application/json' })
  if (method !== 'GET') headers.set('x-motcua', '1')
  // A kiosk and a display have sessions of their own, also where somebody tries them out in one browser.
  headers.set('x-motcua-screen', document.documentElement.dataset.screen ?? 'staff')
  if (key) headers.set('idempotency-key', key)
  if (ifMatch !== undefined) headers.set('if-match', `"${ifMatch}"`)
  if (body !== undefined) headers.set('content-type', 'application/json')
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {})
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    noteSilence(serverNow())
    if (method !== 'GET') noteUnanswered()
    const detail = method === 'GET' ? commonText.networkRead : commonText.networkWrite
    throw new ApiProblem({ code: 'NETWORK', status: 0, title: commonText.networkTitle, detail })
  }
}

// The header has whole seconds: half of one is the best guess at the rest.
function keepTime({ headers }: Response): void {
  const stated = Date.parse(headers.get('date') ?? '')
  if (Number.isFinite(stated)) ahead = stated + 500 - Date.now()
}

function problemOf(status: number, answer: unknown): ApiProblem {
  if (!isProblem(answer)) return strangeAnswer(status)
  return new ApiProblem({ ...answer, status })
}

function isProblem(answer: unknown): answer is ProblemFacts {
  if (typeof answer !== 'object' || answer === null) return false
  return ['code', 'title', 'detail'].every(
    (name) => typeof (answer as Record<string, unknown>)[name] === 'string'
  )
}

function strangeAnswer(status: number): ApiProblem {
  return new ApiProblem({
    code: 'STRANGE_ANSWER',
    status,
    title: commonText.strangeAnswerTitle,
    detail: commonText.strangeAnswer
  })
}
