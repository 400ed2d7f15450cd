import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { hostileTexts, hostileValue, spoiled } from '@/lib/domain/fixtures/hostile-values'
import { roles } from '@/lib/domain/permissions'
import type { Result } from '@/lib/domain/result'
import { wordFailure } from '@/lib/i18n/failures'
import { getAssessment } from '@/lib/queries/assessments'
import { getChainState } from '@/lib/queries/events'
import { getVerdict } from '@/lib/queries/verdict'
import type { SignedInViewer } from '@/lib/queries/viewer'
import * as administration from '@/lib/schemas/administration'
import * as assessments from '@/lib/schemas/assessments'
import * as comments from '@/lib/schemas/comments'
import * as evidence from '@/lib/schemas/evidence'
import * as itemChanges from '@/lib/schemas/item-changes'
import * as exceptions from '@/lib/schemas/finding-exceptions'
import * as items from '@/lib/schemas/items'
import * as policies from '@/lib/schemas/policy'
import * as views from '@/lib/schemas/saved-views'
import * as tasks from '@/lib/schemas/tasks'
import * as tokenInputs from '@/lib/schemas/tokens'
import { addComment, removeComment, watchItem } from './comments'
import { configureAssessment } from './configure-assessment'
import { createAssessment } from './create-assessment'
import { endDelegation, setDelegation } from './delegations'
import { acceptEvidence, rejectEvidence, submitEvidence, withdrawEvidence } from './evidence'
import { removeGroupMapping, setGroupMapping } from './group-mappings'
import { changeItems } from './item-changes'
import { decideFindingException, requestFindingException } from './finding-exceptions'
import { changeStatus, decideNotApplicable, planItem } from './items'
import { decidePolicy, proposePolicy, withdrawPolicy } from './policy'
import { deleteView, listViews, saveView } from './saved-views'
import { endSession, endSessions } from './sessions'
import { updateTask } from './tasks'
import { createTeam, deleteTeam, renameTeam } from './teams'
import { addPerson, importShippedAssessment } from './testing/assessment'
import { createToken, revokeOwnToken, revokeToken } from './tokens'

const now = new Date('2026-11-24T15:00:00Z')
const slug = 'grupo-gad'
const seed = 20261124
const id = '00000000-0000-4000-8000-000000000000'
const both = { es: 'texto', en: 'text' }
let database: TestDatabase
/** May everything, so that no input is refused for who sends it. */
let viewer: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  const teams = await db().team.findMany()
  viewer = await addPerson('everybody', [...roles], teams.map(({ key }) => key), now)
})
afterAll(async () => {
  await disconnect()
  await database.drop()
})

interface Verb {
  input: z.ZodType
  run: (viewer: SignedInViewer, input: never, now: Date) => Promise<Result<unknown>>
  /** An input that the schema takes, from which the hostile ones are made. */
  valid: () => Promise<Record<string, unknown>> | Record<string, unknown>
}

const versionOf = async (code: string) => (await db().item.findFirstOrThrow({ where: { code } })).version
const review = { assessment: slug, revision: id, reason: 'x' }

const identity = { title: both, summary: both, startedOn: '2026-01-01', goLiveOn: '2026-12-31', timeZone: 'America/Lima' }
const verbs: Record<string, Verb> = {
  changeStatus: { input: items.ChangeStatus, run: changeStatus, valid: async () => ({ assessment: slug, item: 'OBS-02', version: await versionOf('OBS-02'), status: 'partial', notApplicable: { reason: 'x', until: '2027-01-01' } }) },
  planItem: { input: items.PlanItem, run: planItem, valid: async () => ({ assessment: slug, item: 'DR-01', version: await versionOf('DR-01'), assigneeId: null, reviewerId: null, dueOn: '2027-01-01', reason: 'x' }) },
  decideNotApplicable: { input: items.DecideNotApplicable, run: decideNotApplicable, valid: () => ({ assessment: slug, claim: id, approve: true }) },
  requestFindingException: { input: exceptions.RequestFindingException, run: requestFindingException, valid: () => ({ assessment: slug, item: 'OBS-02', check: 'fly/tls', reason: 'x', until: '2027-01-01' }) },
  decideFindingException: { input: exceptions.DecideFindingException, run: decideFindingException, valid: () => ({ assessment: slug, exception: id, approve: true }) },
  changeItems: { input: itemChanges.ChangeItems, run: changeItems, valid: () => ({ assessment: slug, changes: [{ item: 'SEC-02', version: 1, status: 'partial', ownerTeams: ['sre'], assigneeId: null, dueOn: '2027-01-01', reason: 'x' }] }) },
  updateTask: { input: tasks.UpdateTask, run: updateTask, valid: async () => ({ assessment: slug, task: 'TASK-01', version: (await db().task.findFirstOrThrow({ where: { code: 'TASK-01' } })).version, state: 'in_progress', startOn: '2026-11-01', dueOn: '2027-01-01', reason: 'x' }) },
  submitEvidence: {
    input: evidence.SubmitEvidence, run: submitEvidence,
    valid: async () => ({
      assessment: slug, requirement: (await db().evidenceRequirement.findFirstOrThrow()).id, effectiveOn: '2026-11-20', note: 'x', service: 'api', environment: 'staging', uploads: [], link: 'https://example.org/x',
    }),
  },
  acceptEvidence: { input: evidence.AcceptEvidence, run: acceptEvidence, valid: () => review },
  rejectEvidence: { input: evidence.RejectEvidence, run: rejectEvidence, valid: () => review },
  withdrawEvidence: { input: evidence.WithdrawEvidence, run: withdrawEvidence, valid: () => review },
  addComment: { input: comments.AddComment, run: addComment, valid: () => ({ assessment: slug, item: 'OBS-02', body: `@[${id}] x` }) },
  removeComment: { input: comments.RemoveComment, run: removeComment, valid: () => ({ assessment: slug, comment: id }) },
  watchItem: { input: comments.WatchItem, run: watchItem, valid: () => ({ assessment: slug, item: 'OBS-02', watch: true }) },
  createAssessment: { input: assessments.CreateAssessment, run: createAssessment, valid: () => ({ template: 'otra', slug, ...identity }) },
  configureAssessment: {
    input: assessments.ConfigureAssessment, run: configureAssessment,
    valid: async () => ({
      assessment: slug, revision: (await db().assessment.findFirstOrThrow({ where: { slug } })).revision, ...identity, workingDays: [1, 2], holidays: [{ date: '2026-12-25', name: both }], moveDates: true, reason: 'x',
    }),
  },
  proposePolicy: { input: policies.ProposePolicy, run: proposePolicy, valid: () => ({ assessment: slug, baseVersion: 1, gates: ['OBS-01'], critical: ['SEC-02'], closeWithinDays: 30, horizonDays: 90, decisionDays: 30, extensions: 1, reason: 'x' }) },
  decidePolicy: { input: policies.DecidePolicy, run: decidePolicy, valid: () => ({ assessment: slug, proposal: id, approve: true, reason: 'x' }) },
  withdrawPolicy: { input: policies.WithdrawPolicy, run: withdrawPolicy, valid: () => ({ assessment: slug, proposal: id }) },
  listViews: { input: views.ListViews, run: listViews, valid: () => ({ assessment: slug }) },
  saveView: { input: views.SaveView, run: saveView, valid: () => ({ assessment: slug, name: 'x', query: '?q=x', replace: true }) },
  deleteView: { input: views.DeleteView, run: deleteView, valid: () => ({ assessment: slug, view: id }) },
  endSession: { input: administration.EndSession, run: endSession, valid: () => ({ session: 'a'.repeat(64) }) },
  endSessions: { input: administration.EndSessions, run: endSessions, valid: () => ({ person: id }) },
  createToken: { input: tokenInputs.CreateToken, run: createToken, valid: () => ({ name: 'x', scopes: ['read', 'items'], days: 30 }) },
  revokeOwnToken: { input: tokenInputs.RevokeToken, run: revokeOwnToken, valid: () => ({ token: id }) },
  revokeToken: { input: tokenInputs.RevokeToken, run: revokeToken, valid: () => ({ token: id }) },
  setGroupMapping: { input: administration.SetGroupMapping, run: setGroupMapping, valid: () => ({ group: 'x', role: 'auditor', teamKey: 'sre' }) },
  removeGroupMapping: { input: administration.RemoveGroupMapping, run: removeGroupMapping, valid: () => ({ group: 'x' }) },
  createTeam: { input: administration.CreateTeam, run: createTeam, valid: () => ({ key: 'sre', name: both }) },
  renameTeam: { input: administration.RenameTeam, run: renameTeam, valid: () => ({ key: 'sre', name: both }) },
  deleteTeam: { input: administration.DeleteTeam, run: deleteTeam, valid: () => ({ key: 'sre' }) },
  setDelegation: { input: administration.SetDelegation, run: setDelegation, valid: () => ({ absentId: id, delegateId: viewer.userId, from: '2026-11-25', until: '2026-11-26', reason: 'x' }) },
  endDelegation: { input: administration.EndDelegation, run: endDelegation, valid: () => ({ delegation: id }) },
}

/** As a door does it: what the schema refuses is refused, what it takes the operation answers. */
async function answer({ input, run }: Verb, sent: unknown): Promise<string> {
  const parsed = input.safeParse(sent)
  if (!parsed.success) return 'invalid_input'
  const result = await run(viewer, parsed.data as never, now)
  if (result.ok) return 'ok'
  for (const language of ['es', 'en'] as const) expect(wordFailure(result.failure, language).message).toMatch(/\p{L}/u)
  return result.failure.code
}

test('every action that there is stands in the table', () => {
  const exported = readdirSync('lib/actions').flatMap(file => [...readFileSync(`lib/actions/${file}`, 'utf8').matchAll(/export const (\w+) = actionDoor/g)].map(match => match[1]))
  expect(Object.keys(verbs).sort()).toEqual([...exported, 'changeStatus'].sort())
})

test.each(Object.entries(verbs))('%s takes or refuses each hostile text in each of its fields', async (name, verb) => {
  const valid = await verb.valid()
  expect(verb.input.safeParse(valid).success, 'the input that the hostile ones are made from').toBe(true)
  for (const field of Object.keys(valid))
    for (const text of hostileTexts)
      for (const value of [text, { es: text, en: text }])
        expect(await answer(verb, { ...await verb.valid(), [field]: value }), `${name}.${field} = ${JSON.stringify(value).slice(0, 80)}`).toEqual(expect.any(String))
})

test.each(Object.entries(verbs))('%s takes or refuses whatever is made of its input', async (_, verb) => {
  const valid = await verb.valid()
  const sent = fc.oneof({ weight: 9, arbitrary: spoiled(valid) }, hostileValue)
  await fc.assert(fc.asyncProperty(sent, async value => void await answer(verb, value)), { numRuns: 250, seed })
})

test('after all of it the chain holds and the assessment can still be judged', async () => {
  const assessment = await getAssessment(viewer, slug)
  if (!assessment) throw new Error('the assessment is gone')
  expect(await getChainState(assessment)).toEqual({ holds: true })
  const { verdict } = await getVerdict(assessment, now)
  expect(verdict.items.size).toBeGreaterThan(0)
  expect(verdict.nextChangeAt?.getTime()).not.toBeNaN()
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})
