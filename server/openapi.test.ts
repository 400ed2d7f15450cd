import { expect, test } from 'vitest'
import { describeApi, type Operation, type Parameter } from '@/lib/doors/openapi'
import { statusOf } from '@/lib/doors/node-answer'
import { languages, type Language } from '@/lib/domain/language'
import { apiScopes } from '@/lib/domain/tokens'
import { wordFailure } from '@/lib/i18n/failures'
import { commonProblems, endpointIds, endpoints } from '@/lib/schemas/api'
import { apiHandler } from './api'

const origin = 'https://dictamen.example'
const operationsOf = (language: Language) => Object.entries(describeApi(language, origin).paths)
  .flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => ({ path, method, operation })))

test('every address that is answered is described, and nothing else', () => {
  const described = operationsOf('en').map(({ path, method }) => `${method.toUpperCase()} ${path}`)
  expect(described.sort()).toEqual(endpointIds.map(id => `${endpoints[id].method} ${endpoints[id].path}`).sort())
  for (const { path, method } of operationsOf('en')) {
    const url = new URL(origin + path.replaceAll(/\{\w+\}/g, 'x'))
    expect(apiHandler(method.toUpperCase(), url)).toHaveProperty('handler')
  }
  expect(apiHandler('GET', new URL(`${origin}/api/v1/other`))).toEqual({ allowed: [] })
})

test.each(languages)('the description in %s has the shape of OpenAPI 3.1', language => {
  const description = describeApi(language, origin)
  expect(description.openapi).toBe('3.1.0')
  expect(Object.keys(description).sort()).toEqual(['components', 'info', 'openapi', 'paths', 'security', 'servers'])
  const schemes = Object.keys(description.components.securitySchemes)
  const ids = new Set<string>()
  for (const { path, method, operation } of operationsOf(language)) {
    const where = `${method} ${path}`
    expect(['get', 'patch', 'post'], where).toContain(method)
    expect(path, where).toMatch(/^\/(?:[\w.-]+|\{\w+\})(?:\/(?:[\w.-]+|\{\w+\}))*$/)
    expect(ids.has(operation.operationId), where).toBe(false)
    ids.add(operation.operationId)
    expectOperation(operation, path, where)
    for (const requirement of operation.security) expect(schemes, where).toEqual(expect.arrayContaining(Object.keys(requirement)))
  }
  expectReferences(description, description)
  // What cannot be written as JSON is no description.
  expect(JSON.parse(JSON.stringify(description))).toEqual(description)
})

function expectOperation({ summary, description, parameters, requestBody, responses }: Operation, path: string, where: string): void {
  for (const text of [summary, description]) expect(text.trim(), where).not.toBe('')
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1])
  expect(parameters.filter(parameter => parameter.in === 'path').map(({ name }) => name).sort(), where).toEqual(inPath.sort())
  expect(new Set(parameters.map((parameter: Parameter) => `${parameter.in} ${parameter.name}`)).size, where).toBe(parameters.length)
  for (const { name, in: place, required, description: about, schema } of parameters) {
    if (place === 'path') expect(required, `${where} ${name}`).toBe(true)
    expect(about, `${where} ${name}`).not.toMatch(/^api\./)
    expect(schema, `${where} ${name}`).toBeTypeOf('object')
  }
  for (const { schema } of Object.values(requestBody?.content ?? {}))
    expect(Object.keys(schema.properties), where).toEqual(expect.arrayContaining(schema.required ?? []))
  expect(Object.keys(responses).every(status => /^[1-5]\d\d$/.test(status)), where).toBe(true)
  for (const response of Object.values(responses)) expect(response.description, where).not.toBe('')
}

/** Every reference leads somewhere within the document. */
function expectReferences(node: unknown, root: unknown): void {
  if (typeof node !== 'object' || node === null) return
  if ('$ref' in node) {
    const found = String(node.$ref).split('/').slice(1).reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], root)
    expect(found, String(node.$ref)).toBeDefined()
  }
  for (const value of Object.values(node)) expectReferences(value, root)
}

test('the description says what a token needs, what is sent where, and what comes back', () => {
  const { paths } = describeApi('en', origin)
  const push = paths['/api/v1/assessments/{assessment}/evidence']?.post
  expect(push?.security).toEqual([{ token: ['evidence'] }, { session: [] }])
  const form = push?.requestBody?.content['multipart/form-data']?.schema
  expect(form?.required).toEqual(['item', 'file'])
  expect(Object.keys(form?.properties ?? {}).sort()).toEqual(['effectiveOn', 'environment', 'evidence', 'file', 'item', 'note', 'requirement', 'secrets', 'service'])
  expect(form?.properties.effectiveOn).toMatchObject({ type: 'string', format: 'date' })
  expect(push?.responses['201']?.content?.['application/json']?.schema).toMatchObject({ required: expect.arrayContaining(['evidence', 'files']) })
  const change = paths['/api/v1/assessments/{assessment}/items/{item}']?.patch
  expect(change?.parameters).toContainEqual(expect.objectContaining({ name: 'If-Match', in: 'header', required: true }))
  expect(Object.keys(change?.requestBody?.content['application/json']?.schema.properties ?? {})).toEqual(['status', 'notApplicable'])
  const list = paths['/api/v1/assessments/{assessment}/items']?.get
  expect(list?.parameters.filter(parameter => parameter.in === 'query').map(({ name }) => name)).toEqual(['kind', 'limit', 'cursor'])
  expect(Object.keys(push?.responses ?? {})).toEqual(expect.arrayContaining(['201', '400', '401', '403', '404', '405', '409', '413', '415', '422', '429', '500', '503', '507']))
})

test('every problem that is promised has words and a status in both languages', () => {
  const codes = new Set([...commonProblems, ...endpointIds.flatMap(id => endpoints[id].problems as readonly string[])])
  const values = { seconds: 1, limit: 1, extension: 'pdf', found: 'x', requestId: 'x', scope: 'read', count: 1, lines: '1' }
  for (const code of codes) {
    expect(statusOf(code)).toBeGreaterThanOrEqual(400)
    for (const language of languages) expect(wordFailure({ code, values }, language).message).not.toMatch(/^failure\./)
  }
})

test('every address asks for a permission that a scope stands for', () => {
  for (const id of endpointIds) expect(apiScopes).toHaveProperty([endpoints[id].permission])
})
