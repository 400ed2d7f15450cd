import { readdirSync, readFileSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { hostileTexts, hostileValue, pathsWithin, spoiled, withValueAt } from '@/lib/domain/fixtures/hostile-values'
import { roles } from '@/lib/domain/permissions'
import type { Result } from '@/lib/domain/result'
import { wordFailure } from '@/lib/i18n/failures'
import { watchForStalls } from '@/lib/platform/testing/stalls'
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
import {
  arrivedUpload, savedView, standingComment, standingDelegation, standingToken, waitingClaim, waitingEvidence, waitingException, waitingProposal,
} from './testing/waiting-rows'
import { createToken, revokeOwnToken, revokeToken } from './tokens'

const now = new Date('2026-11-24T15:00:00Z')
const slug = 'grupo-gad'
const seed = 20261124
const mostMilliseconds = 200
// Up to a thousand inputs, most of them transactions, on a machine that may be busy.
const patience = 300_000
const both = { es: 'texto', en: 'text' }
let database: TestDatabase
/** May everything, so that no input is refused for who sends it. */
let viewer: SignedInViewer
/** The same, but of no team, for what nobody decides whose team it concerns. */
let outsider: SignedInViewer
/** Asks for what the others decide. */
let asker: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  const teams = await db().team.findMany()
  viewer = await addPerson('everybody', [...roles], teams.map(({ key }) => key), now)
  outsider = await addPerson('outsider', [...roles], [], now)
  asker = await addPerson('asker', [...roles], [], now)
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
  /** Who sends it, where the one who may everything may not. */
  sender?: () => SignedInViewer
}

const versionOf = async (code: string) => (await db().item.findFirstOrThrow({ where: { code } })).version
const review = async (state: 'in_review' | 'accepted') => ({ assessment: slug, revision: await waitingEvidence(state, asker.userId, now), reason: 'x' })
const evidenceOf = { assessment: slug, effectiveOn: '2026-11-20', note: 'x', service: 'api', environment: 'staging' }
const requirementId = async () => (await db().evidenceRequirement.findFirstOrThrow()).id
const person = () => asker.userId
/** A team of which nothing and nobody is, and its key where there is no such team. */
const freeTeam = () => db().team.upsert({ where: { key: 'free' }, create: { key: 'free', name: both }, update: {} })
const freeKey = async () => {
  await db().team.deleteMany({ where: { key: 'free' } })
  return 'free'
}
const mappedGroup = () => db().groupMapping.upsert({ where: { group: 'x' }, create: { group: 'x', role: 'auditor' }, update: {} })
const openSession = () => db().session.upsert({
  where: { tokenHash: 'a'.repeat(64) }, update: {}, create: { tokenHash: 'a'.repeat(64), userId: person(), createdAt: now, lastSeenAt: now, expiresAt: new Date('2027-01-01') },
})
const itemWithoutException = async () => {
  await db().findingException.deleteMany({ where: { requesterId: viewer.userId } })
  return db().item.findFirstOrThrow({ where: { code: 'DEP-03' } })
}
const presentPerson = async () => {
  await db().delegation.deleteMany()
  return person()
}
const slugWithoutViews = async () => {
  await db().savedView.deleteMany()
  return slug
}
const versionInForce = async () => {
  await db().policyProposal.deleteMany({ where: { decidedAt: null } })
  return (await db().policy.findFirstOrThrow({ orderBy: { version: 'desc' } })).version
}

const identity = { title: both, summary: both, startedOn: '2026-01-01', goLiveOn: '2026-12-31', timeZone: 'America/Lima' }
const verbs: Record<string, Verb> = {
  changeStatus: { input: items.ChangeStatus, run: changeStatus, valid: async () => ({ assessment: slug, item: 'OBS-02', version: await versionOf('OBS-02'), status: 'partial', notApplicable: { reason: 'x', until: '2027-01-01' } }) },
  planItem: { input: items.PlanItem, run: planItem, valid: async () => ({ assessment: slug, item: 'DR-01', version: await versionOf('DR-01'), assigneeId: null, reviewerId: null, dueOn: '2027-01-01', reason: 'x' }) },
  decideNotApplicable: { input: items.DecideNotApplicable, run: decideNotApplicable, sender: () => outsider, valid: async () => ({ assessment: slug, claim: await waitingClaim(asker.userId, now), approve: true }) },
  requestFindingException: { input: exceptions.RequestFindingException, run: requestFindingException, valid: async () => ({ assessment: slug, item: (await itemWithoutException()).code, check: 'fly/tls', reason: 'x', until: '2027-01-01' }) },
  decideFindingException: { input: exceptions.DecideFindingException, run: decideFindingException, sender: () => outsider, valid: async () => ({ assessment: slug, exception: await waitingException(asker.userId, now), approve: true }) },
  changeItems: { input: itemChanges.ChangeItems, run: changeItems, valid: async () => ({ assessment: slug, changes: [{ item: 'SEC-02', version: await versionOf('SEC-02'), status: 'partial', ownerTeams: ['sre'], assigneeId: null, dueOn: '2027-01-01', reason: 'x' }] }) },
  updateTask: { input: tasks.UpdateTask, run: updateTask, valid: async () => ({ assessment: slug, task: 'TASK-01', version: (await db().task.findFirstOrThrow({ where: { code: 'TASK-01' } })).version, state: 'in_progress', startOn: '2026-11-01', dueOn: '2027-01-01', reason: 'x' }) },
  submitEvidence: {
    input: evidence.SubmitEvidence, run: submitEvidence, valid: async () => ({ ...evidenceOf, requirement: await requirementId(), uploads: [], link: 'https://example.org/x' }),
  },
  'submitEvidence of files': {
    input: evidence.SubmitEvidence, run: submitEvidence,
    valid: async () => ({ ...evidenceOf, requirement: await requirementId(), uploads: [await arrivedUpload(viewer.userId, now)], link: null }),
  },
  acceptEvidence: { input: evidence.AcceptEvidence, run: acceptEvidence, sender: () => outsider, valid: () => review('in_review') },
  rejectEvidence: { input: evidence.RejectEvidence, run: rejectEvidence, sender: () => outsider, valid: () => review('in_review') },
  withdrawEvidence: { input: evidence.WithdrawEvidence, run: withdrawEvidence, sender: () => outsider, valid: () => review('accepted') },
  addComment: { input: comments.AddComment, run: addComment, valid: () => ({ assessment: slug, item: 'OBS-02', body: `@[${person()}] x` }) },
  removeComment: { input: comments.RemoveComment, run: removeComment, valid: async () => ({ assessment: slug, comment: await standingComment(viewer.userId, now) }) },
  watchItem: { input: comments.WatchItem, run: watchItem, valid: () => ({ assessment: slug, item: 'OBS-02', watch: true }) },
  createAssessment: { input: assessments.CreateAssessment, run: createAssessment, valid: () => ({ template: 'otra', slug, ...identity }) },
  configureAssessment: {
    input: assessments.ConfigureAssessment, run: configureAssessment,
    valid: async () => ({
      assessment: slug, revision: (await db().assessment.findFirstOrThrow({ where: { slug } })).revision, ...identity, workingDays: [1, 2], holidays: [{ date: '2026-12-25', name: both }], moveDates: true, reason: 'x',
    }),
  },
  proposePolicy: { input: policies.ProposePolicy, run: proposePolicy, valid: async () => ({ assessment: slug, baseVersion: await versionInForce(), gates: ['OBS-01'], critical: ['SEC-02'], closeWithinDays: 30, horizonDays: 90, decisionDays: 30, extensions: 1, reason: 'x' }) },
  decidePolicy: { input: policies.DecidePolicy, run: decidePolicy, valid: async () => ({ assessment: slug, proposal: await waitingProposal(asker.userId, now), approve: true, reason: 'x' }) },
  withdrawPolicy: { input: policies.WithdrawPolicy, run: withdrawPolicy, valid: async () => ({ assessment: slug, proposal: await waitingProposal(viewer.userId, now) }) },
  listViews: { input: views.ListViews, run: listViews, valid: () => ({ assessment: slug }) },
  saveView: { input: views.SaveView, run: saveView, valid: async () => ({ assessment: await slugWithoutViews(), name: 'x', query: '?q=x', replace: true }) },
  deleteView: { input: views.DeleteView, run: deleteView, valid: async () => ({ assessment: slug, view: await savedView(viewer.userId, now) }) },
  endSession: { input: administration.EndSession, run: endSession, valid: async () => ({ session: (await openSession()).tokenHash }) },
  endSessions: { input: administration.EndSessions, run: endSessions, valid: () => ({ person: person() }) },
  createToken: { input: tokenInputs.CreateToken, run: createToken, valid: () => ({ name: 'x', scopes: ['read', 'items'], days: 30 }) },
  revokeOwnToken: { input: tokenInputs.RevokeToken, run: revokeOwnToken, valid: async () => ({ token: await standingToken(viewer.userId, now) }) },
  revokeToken: { input: tokenInputs.RevokeToken, run: revokeToken, valid: async () => ({ token: await standingToken(asker.userId, now) }) },
  setGroupMapping: { input: administration.SetGroupMapping, run: setGroupMapping, valid: () => ({ group: 'x', role: 'auditor', teamKey: 'sre' }) },
  removeGroupMapping: { input: administration.RemoveGroupMapping, run: removeGroupMapping, valid: async () => ({ group: (await mappedGroup()).group }) },
  createTeam: { input: administration.CreateTeam, run: createTeam, valid: async () => ({ key: await freeKey(), name: both }) },
  renameTeam: { input: administration.RenameTeam, run: renameTeam, valid: () => ({ key: 'sre', name: both }) },
  deleteTeam: { input: administration.DeleteTeam, run: deleteTeam, valid: async () => ({ key: (await freeTeam()).key }) },
  setDelegation: { input: administration.SetDelegation, run: setDelegation, valid: async () => ({ absentId: await presentPerson(), delegateId: viewer.userId, from: '2026-11-25', until: '2026-11-26', reason: 'x' }) },
  endDelegation: { input: administration.EndDelegation, run: endDelegation, valid: async () => ({ delegation: await standingDelegation(asker.userId, viewer.userId, now) }) },
}

// Thousands of assessments would take minutes: its texts are refused for the template, which is not there.
const refusedAsMade: readonly string[] = ['createAssessment']

/** As a door does it: what the schema refuses is refused, what it takes the operation answers. */
async function answer({ input, run, sender = () => viewer }: Verb, sent: unknown): Promise<string> {
  // The loop has its turn, so that a stall is one of this input.
  await nextTurn()
  const parsed = input.safeParse(sent)
  if (!parsed.success) return 'invalid_input'
  const result = await run(sender(), parsed.data as never, now)
  if (result.ok) return 'ok'
  for (const language of ['es', 'en'] as const) expect(wordFailure(result.failure, language).message).toMatch(/\p{L}/u)
  return result.failure.code
}

test('every action that there is stands in the table', () => {
  const exported = readdirSync('lib/actions').flatMap(file => [...readFileSync(`lib/actions/${file}`, 'utf8').matchAll(/export const (\w+) = actionDoor/g)].map(match => match[1]))
  const listed = new Set(Object.keys(verbs).map(name => name.split(' ')[0]))
  expect([...listed].sort()).toEqual([...exported, 'changeStatus'].sort())
})

test.each(Object.entries(verbs))('%s does what it is asked where nothing is hostile', async (name, verb) => {
  // Otherwise what is made of that input would be refused before it reaches the database.
  if (!refusedAsMade.includes(name)) expect(await answer(verb, await verb.valid())).toBe('ok')
})

test.each(Object.entries(verbs))('%s takes or refuses each hostile text wherever a value may stand', async (name, verb) => {
  const valid = await verb.valid()
  expect(verb.input.safeParse(valid).success, 'the input that the hostile ones are made from').toBe(true)
  const stalls = watchForStalls()
  for (const path of pathsWithin(valid))
    for (const text of hostileTexts)
      expect(await answer(verb, withValueAt(await verb.valid(), path, text)), `${name}.${path.join('.')} = ${JSON.stringify(text).slice(0, 80)}`).toEqual(expect.any(String))
  expect(stalls.stop()).toBeLessThan(mostMilliseconds)
}, patience)

test.each(Object.entries(verbs))('%s takes or refuses whatever is made of its input', async (_, verb) => {
  const valid = await verb.valid()
  const sent = fc.oneof({ weight: 9, arbitrary: spoiled(valid) }, hostileValue)
  const stalls = watchForStalls()
  await fc.assert(fc.asyncProperty(sent, async value => void await answer(verb, value)), { numRuns: 250, seed })
  expect(stalls.stop()).toBeLessThan(mostMilliseconds)
}, patience)

test('after all of it the chain holds and the assessment can still be judged', async () => {
  const assessment = await getAssessment(viewer, slug)
  if (!assessment) throw new Error('the assessment is gone')
  expect(await getChainState(assessment)).toEqual({ holds: true })
  const { verdict } = await getVerdict(assessment, now)
  expect(verdict.items.size).toBeGreaterThan(0)
  expect(verdict.nextChangeAt?.getTime()).not.toBeNaN()
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})
