import { readFileSync } from 'node:fs'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { endpointIds, endpoints } from '../lib/schemas/api'
import { addresses } from './addresses'
import { expect, test } from './people'

/** The accounts of the matrix, one a role, and nobody. What each may do is written down here, not read from the code. */
const accounts = ['sre', 'reviewer', 'cab-chair', 'cab-security', 'executive', 'auditor', 'admin'] as const
type Account = (typeof accounts)[number]

const everyone = [...accounts]
const allButAuditor = accounts.filter(account => account !== 'auditor')

/** Every server action, and who gets past its door. An action that is not listed fails. */
const actions: Record<string, readonly Account[] | 'open'> = {
  'account.setLanguage': everyone,
  // Whoever is outside signs in, and whoever has lost every role may still leave.
  'account.signIn': 'open',
  'account.signOut': 'open',
  // A person's own tokens.
  'account.createToken': everyone,
  'account.revokeOwnToken': everyone,
  'items.planItem': ['sre'],
  'items.decideNotApplicable': ['reviewer', 'cab-chair', 'cab-security'],
  'finding-exceptions.requestFindingException': ['sre'],
  'finding-exceptions.decideFindingException': ['reviewer', 'cab-chair', 'cab-security'],
  'item-changes.changeItems': ['sre'],
  // A person's own views of a list.
  'saved-views.listViews': everyone,
  'saved-views.saveView': everyone,
  'saved-views.deleteView': everyone,
  'evidence.submitEvidence': ['sre'],
  'evidence.acceptEvidence': ['sre', 'reviewer'],
  'evidence.rejectEvidence': ['sre', 'reviewer'],
  'evidence.withdrawEvidence': ['reviewer'],
  'tasks.updateTask': ['sre'],
  'comments.addComment': allButAuditor,
  'comments.removeComment': allButAuditor,
  'comments.watchItem': allButAuditor,
  'assessments.createAssessment': ['admin'],
  'assessments.configureAssessment': ['admin'],
  'policy.proposePolicy': ['admin'],
  'policy.decidePolicy': ['admin'],
  'policy.withdrawPolicy': ['admin'],
  'administration.endSession': ['admin'],
  'administration.endSessions': ['admin'],
  'administration.revokeToken': ['admin'],
  'administration.setGroupMapping': ['admin'],
  'administration.removeGroupMapping': ['admin'],
  'administration.createTeam': ['admin'],
  'administration.renameTeam': ['admin'],
  'administration.deleteTeam': ['admin'],
  'administration.setDelegation': ['admin'],
  'administration.endDelegation': ['admin'],
}

/** The header that once let requests past a middleware. */
const throughMiddleware = { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' }

/** A whole page, a part of one, a prefetch, a prefetch of a segment, and each with that header. */
const forms: Record<string, string>[] = [
  {},
  throughMiddleware,
  { rsc: '1', ...throughMiddleware },
  { rsc: '1', 'next-router-prefetch': '1', ...throughMiddleware },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree', ...throughMiddleware },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/__PAGE__', ...throughMiddleware },
]

const nothing = '00000000-0000-4000-8000-000000000000'

/** Every route, an address of it, and who may open it; `missing` where who may finds nothing there. A route that is not listed fails. */
const pages: Record<string, { address: string; opens: readonly Account[] | 'open'; missing?: true }> = {
  '/': { address: '/', opens: everyone },
  '/account': { address: '/account', opens: everyone },
  '/[assessment]': { address: '/grupo-gad', opens: everyone },
  '/[assessment]/mine': { address: '/grupo-gad/mine', opens: everyone },
  '/[assessment]/review': { address: '/grupo-gad/review', opens: everyone },
  '/[assessment]/items': { address: '/grupo-gad/items', opens: everyone },
  '/[assessment]/items/export': { address: '/grupo-gad/items/export?format=csv', opens: everyone },
  '/[assessment]/items/import': { address: '/grupo-gad/items/import', opens: ['sre'] },
  '/[assessment]/items/[code]': { address: '/grupo-gad/items/DR-01', opens: everyone },
  '/[assessment]/configuration': { address: '/grupo-gad/configuration', opens: everyone },
  '/[assessment]/alert-routing': { address: '/grupo-gad/alert-routing?labels=severity%3Dcritical', opens: everyone },
  '/api-reference': { address: '/api-reference', opens: everyone },
  '/checks/[family]/[name]': { address: '/checks/fly/force-https', opens: everyone },
  '/[assessment]/dimensions': { address: '/grupo-gad/dimensions', opens: everyone },
  '/[assessment]/dimensions/[key]': { address: '/grupo-gad/dimensions/security', opens: everyone },
  '/[assessment]/roadmap': { address: '/grupo-gad/roadmap', opens: everyone },
  '/[assessment]/roadmap/[code]': { address: '/grupo-gad/roadmap/TASK-01', opens: everyone },
  '/[assessment]/verdict/what-if': { address: '/grupo-gad/verdict/what-if?proven=OBS-01,NO-99', opens: everyone },
  '/[assessment]/verdict': { address: '/grupo-gad/verdict', opens: everyone },
  '/[assessment]/events': { address: '/grupo-gad/events', opens: everyone },
  '/[assessment]/settings': { address: '/grupo-gad/settings', opens: ['auditor', 'admin'] },
  '/[assessment]/settings/policy': { address: '/grupo-gad/settings/policy', opens: everyone },
  '/new': { address: '/new', opens: ['admin'] },
  '/admin': { address: '/admin', opens: ['auditor', 'admin'] },
  '/admin/people/[id]': { address: `/admin/people/${nothing}`, opens: ['auditor', 'admin'], missing: true },
  '/admin/groups': { address: '/admin/groups', opens: ['auditor', 'admin'] },
  '/admin/teams': { address: '/admin/teams', opens: ['auditor', 'admin'] },
  '/admin/absences': { address: '/admin/absences', opens: ['auditor', 'admin'] },
  '/admin/assessments': { address: '/admin/assessments', opens: ['auditor', 'admin'] },
  '/sign-in': { address: '/sign-in', opens: 'open' },
  '/signed-out': { address: '/signed-out', opens: 'open' },
  '/refused': { address: '/refused?reason=no_group', opens: 'open' },
}

/** Every route that takes something in, and who may send it. */
const intakes: Record<string, { address: string; takes: readonly Account[] }> = {
  '/[assessment]/items/import/preview': { address: '/grupo-gad/items/import/preview', takes: ['sre'] },
  '/[assessment]/items/import/apply': { address: '/grupo-gad/items/import/apply', takes: ['sre'] },
}

interface FrontDoor {
  ask: (request: APIRequestContext, headers: Record<string, string>) => Promise<APIResponse>
  /** The code that an account is refused with, and nobody; the status where there is none. */
  answers: (account: Account | null) => string | number
}

const own = { origin: addresses.app }
const read = (address: string) => (request: APIRequestContext, headers: Record<string, string>) => request.get(address, { headers })
const forAll = (passed: string | number) => (account: Account | null) => account === null ? 'signed_out' : passed
const forOwners = (passed: string) => (account: Account | null) => account === null ? 'signed_out' : account === 'sre' ? passed : 'role'

/** Every door of the server in front, which answers without Next, and what each account gets there. A door that is not listed fails. */
const frontDoors: Record<string, FrontDoor> = {
  'PATCH /api/v1/assessments/{assessment}/items/{item}': {
    ask: (request, headers) => request.patch('/api/v1/assessments/grupo-gad/items/DR-01', { headers: { ...own, ...headers, 'if-match': '"1"' }, data: {} }),
    answers: forOwners('invalid_input'),
  },
  // Where the palette leads; what of it a role is offered is told by the palette's own story.
  'POST /api/v1/assessments/{assessment}/evidence': {
    ask: (request, headers) => request.post('/api/v1/assessments/grupo-gad/evidence', { headers: { ...own, ...headers }, multipart: { item: 'DR-01' } }),
    answers: forOwners('invalid_input'),
  },
  'GET /api/v1/assessments/{assessment}/verdict': { ask: read('/api/v1/assessments/grupo-gad/verdict'), answers: forAll(200) },
  'GET /api/v1/assessments/{assessment}/items': { ask: read('/api/v1/assessments/grupo-gad/items'), answers: forAll(200) },
  'GET /api/v1/openapi.json': { ask: read('/api/v1/openapi.json'), answers: forAll(200) },
  'GET /api/v1/destinations': { ask: read('/api/v1/destinations'), answers: forAll(200) },
  'GET /api/v1/assessments/{assessment}/destinations': { ask: read('/api/v1/assessments/grupo-gad/destinations'), answers: forAll(200) },
  '/api/v1/': { ask: read('/api/v1/nothing'), answers: () => 'not_found' },
  '/api/uploads': { ask: (request, headers) => request.post('/api/uploads?assessment=grupo-gad&name=x.txt', { headers: { ...own, ...headers }, data: '' }), answers: forOwners('empty_file') },
  '/api/files/': { ask: read(`/api/files/grupo-gad/${nothing}`), answers: forAll('not_found') },
  // Of an assessment that there is, the answer would not end.
  '/live': { ask: read('/live?assessment=otra'), answers: forAll('not_found') },
  // These show nothing of an assessment: whether this runs, what a script holds, how a sign-in goes on.
  '/healthz': { ask: read('/healthz'), answers: () => 200 },
  '/readyz': { ask: read('/readyz'), answers: () => 200 },
  '/_next/': { ask: read('/_next/nothing'), answers: () => 404 },
  '/_next/static/': { ask: read('/_next/static/nothing.js'), answers: () => 404 },
  '/api/auth/': { ask: read('/api/auth/session'), answers: () => 404 },
  '/sign-in': { ask: (request, headers) => request.post('/sign-in', { headers: { ...headers, origin: 'https://evil.example' }, data: '' }), answers: () => 'other_origin' },
  // Behind a token, which no person has, and which this server was not given.
  '/metrics': { ask: read('/metrics'), answers: () => 404 },
}

/** Routes that belong to the framework or to the handshake, and show nothing of an assessment. */
const unguarded = ['/_not-found', '/_global-error', '/icon.svg', '/favicon.ico', '/api/auth/callback/oidc']

interface ServerReference {
  filename: string
  exportedName: string
  workers: Record<string, unknown>
}

const references = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as { node: Record<string, ServerReference> }
const routes = Object.values(JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>)

function nameOf({ filename, exportedName }: ServerReference): string {
  return `${filename.replace(/^.*lib\/actions\//, '').replace(/\.ts$/, '')}.${exportedName}`
}

test('the matrix lists every action and every route that there is', () => {
  expect(Object.values(references.node).map(nameOf).sort()).toEqual(Object.keys(actions).sort())
  expect(routes.filter(route => !unguarded.includes(route)).sort()).toEqual([...Object.keys(pages), ...Object.keys(intakes)].sort())
  const front = [...readFileSync('server/front.ts', 'utf8').matchAll(/pathname(?: === |\.startsWith\()'([^']+)'/g)].map(match => match[1])
  const api = endpointIds.map(id => `${endpoints[id].method} ${endpoints[id].path}`)
  expect([...new Set([...front, ...api])].sort()).toEqual(Object.keys(frontDoors).sort())
})

/** Calls an action with an input that no schema takes; the code of the refusal tells how far the call came. */
async function callAction(request: APIRequestContext, id: string, { workers }: ServerReference): Promise<string> {
  const worker = Object.keys(workers)[0] ?? ''
  const route = worker.replace(/^app/, '').replaceAll(/\/\([^)]*\)/g, '').replace(/\/page$/, '') || '/'
  const response = await request.post(pages[route]?.address ?? route, {
    headers: { 'next-action': id, origin: addresses.app, 'content-type': 'text/plain;charset=UTF-8', 'x-middleware-subrequest': 'middleware:middleware:middleware' },
    data: '[{}]', maxRedirects: 0,
  })
  return /"code":"(\w+)"/.exec(await response.text())?.[1] ?? `status ${response.status()}`
}

const judged = Object.entries(references.node).filter(([, reference]) => actions[nameOf(reference)] !== 'open' && nameOf(reference) !== 'account.setLanguage')

for (const account of accounts) {
  test(`${account} passes the doors of that role and no others`, async ({ signInAs }) => {
    const { request } = (await signInAs(account)).context()
    for (const [id, reference] of judged) {
      const passes = (actions[nameOf(reference)] as readonly Account[]).includes(account)
      expect(await callAction(request, id, reference), nameOf(reference)).toBe(passes ? 'invalid_input' : 'role')
    }
    for (const [route, { address, opens, missing }] of Object.entries(pages)) {
      const opened = missing ? 404 : 200
      const expected = opens === 'open' || opens.includes(account) ? opened : 403
      for (const headers of forms) {
        const response = await request.get(address, { headers })
        const text = await response.text()
        const form = `${route} ${JSON.stringify(headers)}`
        // The status of a part of a page goes ahead of it, so it says in its body how it ended; a prefetch holds nothing of a page.
        const ended = Number(/NEXT_HTTP_ERROR_FALLBACK;(\d+)/.exec(text)?.[1] ?? response.status())
        if (!('next-router-prefetch' in headers)) expect(ended, form).toBe(expected)
        if (expected === 403) expect(text, form).not.toMatch(/Último ingreso|dictamen-role-|Integrantes|Nombrar suplente|Días laborables|sirve de modelo|Ver los cambios/)
      }
    }
    for (const [route, { address, takes }] of Object.entries(intakes)) {
      const answer = await request.post(address, { headers: { origin: addresses.app }, data: 'x' })
      expect(answer.status(), route).toBe(takes.includes(account) ? 400 : 403)
    }
    await expectFrontDoors(request, account)
  })
}

async function expectFrontDoors(request: APIRequestContext, account: Account | null): Promise<void> {
  for (const [door, { ask, answers }] of Object.entries(frontDoors)) {
    for (const headers of [{}, throughMiddleware]) {
      const response = await ask(request, headers)
      const { code } = await response.json().catch(() => ({})) as { code?: string }
      expect(code ?? response.status(), `${door} ${JSON.stringify(headers)}`).toBe(answers(account))
    }
  }
}

test('nobody passes a door without a session, in any of its forms', async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: addresses.app })
  for (const [id, reference] of judged)
    expect(await callAction(request, id, reference), nameOf(reference)).toBe('signed_out')
  for (const [route, { address, opens }] of Object.entries(pages)) {
    for (const headers of forms) {
      // The framework leads a request for a part of a page to an address of its own first.
      const response = await request.get(address, { headers })
      const text = await response.text()
      expect(response.status(), route).toBe(200)
      if (opens === 'open') continue
      // A part of a page says where to go in its body, a whole page leads there; a prefetch holds nothing of a page.
      const leads = new URL(response.url()).pathname === '/sign-in' || /NEXT_REDIRECT;[^;]*;\/sign-in/.test(text)
      expect(leads || 'next-router-prefetch' in headers, `${route} ${JSON.stringify(headers)}`).toBe(true)
      expect(text).not.toMatch(/Plan de DR|restauración probada|preparación para producción|SecOps/)
    }
  }
  for (const { address } of Object.values(intakes))
    expect((await request.post(address, { headers: { origin: addresses.app }, data: 'x' })).status()).toBe(401)
  await expectFrontDoors(request, null)
  await request.dispose()
})

