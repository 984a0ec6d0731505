import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchemaValidationError
} from 'fastify'
import { validationText } from '../kiosk-ui/src/text/validation.ts'
import { isDatabaseAway } from './database/failures.ts'
import { DomainError, type FieldError } from './errors.ts'
import { notFoundPage } from './page.ts'

/** What is answered when something is refused, RFC 9457. */
interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: string
  errors?: readonly FieldError[]
}

/**
 * The one place where an error becomes an answer. Refusals say what to do; everything else is a defect, is logged
 * whole, and tells the caller no more than a number to quote.
 */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = afterWriting(asRefusal(error, request), request)
    if (refusal.status >= 500) request.log.error({ err: error }, 'request failed')
    return answer(reply, refusal)
  })
  app.setNotFoundHandler((request, reply) => {
    if (!isPageWanted(request)) return answer(reply, new DomainError('NOT_FOUND'))
    return reply.code(404).type('text/html; charset=utf-8').send(notFoundPage(app.config))
  })
}

/** What Fastify itself refuses before a route is found: an address that cannot be read. */
export function answerUnreadable(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void answer(reply, new DomainError('BAD_REQUEST'))
}

/** Whether a person with a browser asked for a page, rather than a program for data. */
function isPageWanted({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html')
}

function answer(reply: FastifyReply, refusal: DomainError) {
  const { code, status, title, message, errors } = refusal
  const problem: Problem = { type: 'about:blank', title, status, code, detail: message }
  if (errors.length > 0) problem.errors = errors
  if (refusal.code === 'TOO_MANY_REQUESTS') {
    const [{ seconds }] = refusal.facts as DomainError<'TOO_MANY_REQUESTS'>['facts']
    reply.header('retry-after', seconds)
  }
  return reply.code(status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}

/** A defect on the way to the answer undoes nothing: whoever is told that nothing was written does it twice. */
function afterWriting(refusal: DomainError, { hasWritten, id }: FastifyRequest): DomainError {
  return hasWritten && refusal.status >= 500 ? new DomainError('ANSWER_LOST', { requestId: id }) : refusal
}

function asRefusal(error: FastifyError | DomainError, request: FastifyRequest): DomainError {
  if (error instanceof DomainError) return error
  if ('validation' in error && error.validation) {
    const faults = deepest(error.validation).map(asFieldError)
    return new DomainError('VALIDATION').withErrors(firstOfEach(faults))
  }
  if (error.statusCode === 413) return new DomainError('BODY_TOO_LARGE')
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new DomainError('BAD_REQUEST')
  }
  if (isDatabaseAway(error)) return new DomainError('DATABASE_UNAVAILABLE')
  return new DomainError('INTERNAL', { requestId: request.id })
}

/** More than this nobody mends at once. */
const MOST_ERRORS = 50

/** One thing to mend for each place: the first says enough, and the second may only follow from it. */
function firstOfEach(errors: FieldError[]): FieldError[] {
  const byPath = new Map<string, FieldError>()
  for (const error of errors) if (!byPath.has(error.path)) byPath.set(error.path, error)
  return [...byPath.values()].slice(0, MOST_ERRORS)
}

/** Words that a choice of forms says about the whole, when what is wrong is in a part of it. */
const OF_THE_WHOLE = new Set(['anyOf', 'oneOf', 'type'])

/** What only follows from something further inside is not said: nobody can mend the whole. */
function deepest(errors: readonly FastifySchemaValidationError[]): FastifySchemaValidationError[] {
  return errors.filter(
    ({ keyword, instancePath }) =>
      !OF_THE_WHOLE.has(keyword) || !errors.some((other) => other.instancePath.startsWith(`${instancePath}/`))
  )
}

function asFieldError({ instancePath, keyword, params }: FastifySchemaValidationError): FieldError {
  const facts = params as Record<string, unknown>
  const missing = keyword === 'required' ? `/${facts.missingProperty}` : ''
  if (instancePath === '' && keyword === 'type') return { path: '', message: validationText.body }
  return { path: `${instancePath}${missing}`, message: messageFor(keyword, facts) }
}

const CHOICES = new Set(['enum', 'const', 'anyOf', 'oneOf'])
const WITH_LIMIT = new Set(['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'])

function messageFor(keyword: string, facts: Record<string, unknown>): string {
  if (CHOICES.has(keyword)) return validationText.choice
  if (WITH_LIMIT.has(keyword)) return validationText[keyword as 'minLength'](Number(facts.limit))
  if (keyword === 'type') return validationText.type(String(facts.type))
  if (keyword === 'additionalProperties') return validationText.unknownField(String(facts.additionalProperty))
  if (keyword === 'pattern') return validationText.pattern(String(facts.pattern))
  if (keyword === 'required' || keyword === 'uniqueItems') return validationText[keyword]
  return validationText.other
}
