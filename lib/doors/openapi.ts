import { z } from 'zod'
import type { Language } from '@/lib/domain/language'
import { apiScopes } from '@/lib/domain/tokens'
import { wordFailure } from '@/lib/i18n/failures'
import { problemTitle } from '@/lib/i18n/problems'
import { translator, type Translate } from '@/lib/i18n/translate'
import { commonProblems, endpointIds, endpoints, type Endpoint, type EndpointId } from '@/lib/schemas/api'
import { statusOf } from './node-answer'

/** As much of OpenAPI 3.1 as is written here. */
export interface ApiDescription {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  security: Record<string, string[]>[]
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: Record<string, unknown>; schemas: Record<string, unknown> }
}

export interface Operation {
  operationId: EndpointId
  summary: string
  description: string
  security: Record<string, string[]>[]
  parameters: Parameter[]
  requestBody?: { required: true; content: Record<string, { schema: JsonSchema }> }
  responses: Record<string, { description: string; headers?: Record<string, unknown>; content?: Record<string, { schema: unknown }> }>
}

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description: string
  schema: unknown
}

interface JsonSchema {
  type: 'object'
  properties: Record<string, unknown>
  required?: string[]
  additionalProperties?: unknown
}

/** The programming interface in OpenAPI 3.1, made of the schemas that its doors parse by. */
export function describeApi(language: Language, origin: string): ApiDescription {
  const t = translator(language)
  const paths: ApiDescription['paths'] = {}
  for (const id of endpointIds) {
    const { method, path } = endpoints[id]
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeEndpoint(id, endpoints[id], language) }
  }
  return {
    openapi: '3.1.0',
    info: { title: `Dictamen: ${t('api.title')}`, version: '1', description: t('api.lead') },
    servers: [{ url: origin }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'dct_…', description: t('api.accessLead') },
        session: { type: 'apiKey', in: 'cookie', name: 'dictamen.session', description: t('api.sessionNote') },
      },
      schemas: { Problem: problemSchema },
    },
  }
}

function describeEndpoint(id: EndpointId, endpoint: Endpoint, language: Language): Operation {
  const t = translator(language)
  const scope = apiScopes[endpoint.permission]
  const { path, query, body } = placesOf(endpoint)
  const parameter = (place: Parameter['in'], required: readonly string[] = []) => ([name, schema]: [string, unknown]): Parameter =>
    ({ name, in: place, required: place === 'path' || required.includes(name), description: about(name, t), schema })
  return {
    operationId: id,
    summary: t(`api.endpoint.${id}.title`),
    description: t(`api.endpoint.${id}.lead`),
    security: [{ token: scope === null ? [] : [scope] }, { session: [] }],
    parameters: [
      ...Object.entries(path.properties).map(parameter('path')),
      ...Object.entries(query.properties).map(parameter('query', query.required)),
      ...headersOf(endpoint).map(({ name, required, schema }) => parameter('header', required ? [name] : [])([name, schema])),
    ],
    ...(body && { requestBody: { required: true as const, content: { [endpoint.takes === 'form' ? 'multipart/form-data' : 'application/json']: { schema: described(body, t) } } } }),
    responses: {
      [endpoint.status]: {
        description: t('api.answerOk'),
        content: { 'application/json': { schema: schemaOf(endpoint.answer) } },
      },
      ...Object.fromEntries(problemsByStatus(endpoint).map(([status, codes]) => [status, {
        description: `${problemTitle(status, language)}: ${codes.join(', ')}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }])),
    },
  }
}

/** Every problem that the interface may answer with, as it is worded for an example. */
export function listProblems(language: Language): { code: string; status: number; message: string }[] {
  const codes = [...new Set([...commonProblems, ...endpointIds.flatMap((id): readonly string[] => endpoints[id].problems)])]
  const values = { seconds: 30, limit: 50, extension: 'pdf', found: 'image/png', scope: 'evidence', count: 2, lines: '3, 8', requestId: '…' }
  return codes.map(code => ({ code, status: statusOf(code), message: wordFailure({ code, values }, language).message }))
    .sort((a, b) => a.status - b.status || a.code.localeCompare(b.code))
}

/** Where each part of the input is sent. */
function placesOf({ path, input, method, takes }: Endpoint): { path: JsonSchema; query: JsonSchema; body: JsonSchema | null } {
  const whole = schemaOf(input) as unknown as JsonSchema
  const isInPath = (name: string) => path.includes(`{${name}}`)
  const part = (isOf: (name: string) => boolean): JsonSchema => ({
    type: 'object',
    properties: Object.fromEntries(Object.entries(whole.properties).filter(([name]) => isOf(name))),
    required: (whole.required ?? []).filter(isOf),
    additionalProperties: false,
  })
  // A version is sent as If-Match.
  const rest = part(name => !isInPath(name) && (takes !== 'json' || name !== 'version'))
  const body = takes === 'form' ? { ...rest, properties: { ...rest.properties, file: files }, required: [...rest.required ?? [], 'file'] } : rest
  return { path: part(isInPath), query: method === 'GET' ? rest : part(() => false), body: takes ? body : null }
}

const files = { type: 'array', minItems: 1, maxItems: 20, items: { type: 'string', contentMediaType: 'application/octet-stream' } }

function headersOf({ takes, method }: Endpoint): { name: string; required: boolean; schema: unknown }[] {
  if (takes === 'json') return [{ name: 'If-Match', required: true, schema: { type: 'string', pattern: '^"\\d{1,9}"$' } }]
  if (takes === 'form') return [{ name: 'Idempotency-Key', required: false, schema: { type: 'string', pattern: '^[\\x20-\\x7e]{1,255}$' } }]
  return method === 'GET' ? [{ name: 'If-None-Match', required: false, schema: { type: 'string' } }] : []
}

/** The problems of an endpoint, its own and those of all, by their status in ascending order. */
function problemsByStatus({ problems }: Endpoint): [number, string[]][] {
  const codes = [...new Set([...problems, ...commonProblems])]
  const statuses = [...new Set(codes.map(statusOf))].sort((a, b) => a - b)
  return statuses.map(status => [status, codes.filter(code => statusOf(code) === status)])
}

function described(body: JsonSchema, t: Translate): JsonSchema {
  const properties = Object.entries(body.properties).map(([name, schema]) => [name, { ...schema as object, description: about(name, t) }])
  return { ...body, properties: Object.fromEntries(properties) as Record<string, unknown> }
}

/** What is sent under a name. */
function about(name: string, t: Translate): string {
  return t(`api.about.${name}` as 'api.about.item')
}

function schemaOf(schema: z.ZodType): Record<string, unknown> {
  const described: Record<string, unknown> = { ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) }
  // OpenAPI 3.1 names the dialect for the whole document.
  delete described.$schema
  return described
}

const problemSchema = schemaOf(z.looseObject({
  type: z.string(), title: z.string(), status: z.int(), detail: z.string(), instance: z.string(), code: z.string(),
  fields: z.record(z.string(), z.string()).optional(), current: z.unknown().optional(),
}))
