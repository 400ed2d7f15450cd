import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { localDateAt } from '@/lib/domain/dates'
import { sortWork } from '@/lib/domain/my-work'
import { watchItem } from '@/lib/operations/comments'
import { acceptEvidence, rejectEvidence } from '@/lib/operations/evidence'
import { addPerson, handIn, importShippedAssessment } from '@/lib/operations/testing/assessment'
import { localStorage } from '@/lib/platform/storage-local'
import type { Storage } from '@/lib/platform/storage'
import { getAssessment, type Assessment } from './assessments'
import { ownedWork } from './my-work'
import { findReviewCase, listWaiting } from './review'
import { getSnapshot } from './snapshot'
import { getVerdict } from './verdict'
import type { SignedInViewer } from './viewer'

const now = new Date('2026-11-24T15:00:00Z')
const assessment = 'grupo-gad'
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
let database: TestDatabase
let folder: string
let files: Storage
let sre: SignedInViewer
let netops: SignedInViewer
let reviewer: SignedInViewer
let auditor: SignedInViewer
let named: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-my-work-'))
  files = localStorage(folder)
  await importShippedAssessment(now)
  sre = await addPerson('sre', ['owner'], ['sre'], now)
  netops = await addPerson('netops', ['owner'], ['netops'], now)
  reviewer = await addPerson('reviewer', ['reviewer'], [], now)
  auditor = await addPerson('auditor', ['auditor'], [], now)
  named = await addPerson('named', ['owner'], ['qa'], now)
})
afterAll(async () => {
  await disconnect()
  await database.drop()
  await rm(folder, { recursive: true })
})

async function opened(): Promise<Assessment> {
  const found = await getAssessment(sre, assessment)
  if (!found) throw new Error('the assessment was not imported')
  return found
}
const requirementsOf = (code: string) => db().evidenceRequirement.findMany({
  where: { OR: [{ item: { code } }, { task: { code } }] }, orderBy: { position: 'asc' },
})
async function prove(viewer: SignedInViewer, code: string, at: Date): Promise<string> {
  const [requirement] = await requirementsOf(code)
  if (!requirement) throw new Error(`${code} asks for nothing`)
  return handIn(viewer, requirement, files, at)
}
async function worksOf(viewer: SignedInViewer) {
  const judged = await getVerdict(await opened(), now)
  return ownedWork(judged, viewer, localDateAt(now, 'America/Caracas'))
}
async function waitingFor(viewer: SignedInViewer): Promise<string[]> {
  const current = await opened()
  return (await listWaiting(viewer, current, await getSnapshot(current))).map(({ revision }) => revision.id)
}

test('work is what the teams own, items and tasks, and what is assigned', async () => {
  const codes = (await worksOf(sre)).map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['DR-01', 'OBS-02', 'TASK-04']))
  expect(codes).not.toContain('NET-01')
  expect(await worksOf(auditor)).toEqual([])
})

test('work is late where its own page says so: an item by its date, a task by its start too', async () => {
  const late = async (today: string) => {
    const works = ownedWork(await getVerdict(await opened(), now), sre, today)
    return new Map(works.map(({ code, isLate, startOn }) => [code, { isLate, startOn }]))
  }
  expect((await late('2026-11-16')).get('TASK-03')).toEqual({ isLate: false, startOn: '2026-11-16' })
  expect((await late('2026-11-17')).get('TASK-03')).toEqual({ isLate: true, startOn: '2026-11-16' })
  const { id } = await db().item.findFirstOrThrow({ where: { code: 'REC-04' } })
  await db().item.update({ where: { id }, data: { dueOn: new Date('2026-11-20') } })
  await watchItem(sre, { assessment, item: 'REC-04', watch: true }, now)
  expect((await late('2026-11-20')).get('REC-04')).toEqual({ isLate: false, startOn: null })
  expect((await late('2026-11-21')).get('REC-04')).toEqual({ isLate: true, startOn: null })
})

test('what was assigned is its assignee’s, whatever their teams', async () => {
  // Through an event, as the snapshot learns of it.
  const { id } = await db().item.findFirstOrThrow({ where: { code: 'SEC-01' } })
  await db().item.update({ where: { id }, data: { assigneeId: named.userId } })
  await prove(await addPerson('secops', ['owner'], (await db().itemOwner.findMany({ where: { itemId: id } })).map(({ teamKey }) => teamKey), now), 'SEC-01', now)
  expect(await worksOf(named)).toContainEqual(expect.objectContaining({ code: 'SEC-01', assignedTo: 'viewer' }))
  expect(await worksOf(reviewer)).toEqual([])
  // It is also that of who stands in for them, and said to be so.
  expect(await worksOf({ ...reviewer, standsInFor: [named.userId] })).toEqual([expect.objectContaining({ code: 'SEC-01', assignedTo: 'absent' })])
})

test('the queue is oldest first, and each sees what they may review', async () => {
  const second = await prove(sre, 'DR-01', after(2))
  const first = await prove(sre, 'OBS-02', after(1))
  const third = await prove(sre, 'TASK-04', after(3))
  const theirs = await prove(netops, 'NET-01', after(4))
  const seen = await waitingFor(reviewer)
  expect(seen.filter(id => [first, second, third, theirs].includes(id))).toEqual([first, second, third, theirs])

  // Nobody reviews their own team's, an owner nothing of others unless named, an auditor nothing.
  expect(await waitingFor(sre)).toEqual([])
  expect(await waitingFor(auditor)).toEqual([])
  expect(await waitingFor(netops)).toEqual([])
  const { id } = await db().item.findFirstOrThrow({ where: { code: 'DR-01' } })
  await db().item.update({ where: { id }, data: { reviewerId: netops.userId } })
  const [, another] = await requirementsOf('DR-01')
  if (!another) throw new Error('DR-01 asks for two')
  const fifth = await handIn(sre, another, files, after(5))
  expect(await waitingFor(netops)).toEqual([second, fifth])

  // What was ruled on waits no more, and is still found.
  expect(await acceptEvidence(reviewer, { assessment, revision: first, reason: null }, after(6))).toMatchObject({ ok: true })
  expect(await waitingFor(reviewer)).not.toContain(first)
  const snapshot = await getSnapshot(await opened())
  expect(findReviewCase(reviewer, snapshot, first)).toMatchObject({
    subject: { kind: 'item', code: 'OBS-02' }, revision: { state: 'accepted' }, allowance: { allowed: false, reason: 'not_in_review' },
  })
  expect(findReviewCase(sre, snapshot, second)?.allowance).toEqual({ allowed: false, reason: 'own_submission' })
  expect(findReviewCase(reviewer, snapshot, sre.userId)).toBeNull()
})

test('what was rejected comes back to its owner', async () => {
  const revision = await prove(sre, 'REC-26', after(10))
  const state = async () => {
    const groups = sortWork(await worksOf(sre), localDateAt(now, 'America/Caracas'))
    return Object.entries(groups).find(([, works]) => works.some(({ code }) => code === 'REC-26'))?.[0]
  }
  expect(await state()).toBe('waiting')
  await rejectEvidence(reviewer, { assessment, revision, reason: 'No metrics in it' }, after(11))
  expect(await state()).toBe('rejected')
})
