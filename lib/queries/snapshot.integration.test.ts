import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { acceptEvidence, rejectEvidence } from '@/lib/operations/evidence'
import { changeStatus, planItem } from '@/lib/operations/items'
import { updateTask } from '@/lib/operations/tasks'
import { addPerson, handIn, importShippedAssessment } from '@/lib/operations/testing/assessment'
import { localStorage } from '@/lib/platform/storage-local'
import { getAssessment } from './assessments'
import { getSnapshot } from './snapshot'
import type { SignedInViewer } from './viewer'

const now = new Date('2026-11-24T15:00:00Z')
const assessment = 'grupo-gad'
let database: TestDatabase
let folder: string
let sre: SignedInViewer
let reviewer: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-snapshot-'))
  await importShippedAssessment(now)
  const teams = await db().team.findMany()
  sre = await addPerson('sre', ['owner'], teams.map(({ key }) => key), now)
  reviewer = await addPerson('reviewer', ['reviewer'], [], now)
})
afterAll(async () => {
  await disconnect()
  await database.drop()
  await rm(folder, { recursive: true })
})

async function current() {
  const found = await getAssessment(sre, assessment)
  if (!found) throw new Error('not imported')
  return found
}

/** What is read from an earlier snapshot and the events since is what a reading of everything gives. */
async function expectRenewed(): Promise<void> {
  const subject = await current()
  const renewed = await getSnapshot(subject)
  const whole = await getSnapshot({ ...subject, revision: -1 })
  expect(renewed.items).toEqual(whole.items)
  expect(renewed.tasks).toEqual(whole.tasks)
  expect(renewed.facts.items).toBe(renewed.items)
  expect(renewed.facts.assessment.revision).toBe(subject.revision)
}

test('a renewed snapshot is the whole one, whatever was written', async () => {
  const first = await getSnapshot(await current())
  const files = localStorage(folder)
  const requirementOf = (code: string) => {
    const requirement = first.items.find(item => item.code === code)?.requirements[0]
    if (!requirement) throw new Error(`${code} asks for nothing`)
    return requirement
  }
  const writes = [
    () => changeStatus(sre, { assessment, item: 'OBS-02', version: 1, status: 'in_progress' }, now),
    () => planItem(sre, { assessment, item: 'OBS-02', version: 2, assigneeId: sre.userId, reviewerId: null, dueOn: '2027-01-10', reason: 'later' }, now),
    async () => acceptEvidence(reviewer, { assessment, revision: await handIn(sre, requirementOf('OBS-02'), files, now), reason: null }, now),
    async () => rejectEvidence(reviewer, { assessment, revision: await handIn(sre, requirementOf('OBS-01'), files, now), reason: 'no' }, now),
    async () => {
      const task = first.tasks.find(({ ownerTeams }) => ownerTeams.includes('sre'))
      if (!task) throw new Error('no task of the team')
      return updateTask(sre, { assessment, task: task.code, version: task.version, state: 'in_progress', startOn: null, dueOn: task.dueOn, reason: 'none yet' }, now)
    },
  ]
  for (const write of writes) {
    expect(await write()).toMatchObject({ ok: true })
    await expectRenewed()
  }
  const before = await getSnapshot(await current())
  await changeStatus(sre, { assessment, item: 'OBS-01', version: 1, status: 'partial' }, now)
  await changeStatus(sre, { assessment, item: 'OBS-02', version: 3, status: 'done' }, now)
  await expectRenewed()
  const after = await getSnapshot(await current())
  expect(after.items.filter((item, index) => item !== before.items[index]).map(({ code }) => code).sort()).toEqual(['OBS-01', 'OBS-02'])
})

test('an item that is gone is gone from the next snapshot too', async () => {
  const subject = await current()
  const before = await getSnapshot(subject)
  const gone = before.items.find(({ code }) => code === 'DR-01')
  await db().item.delete({ where: { id: gone?.id } })
  await db().event.create({
    data: {
      chain: subject.id, number: subject.revision + 1, at: now, verb: 'item.removed', subjectType: 'item', subjectId: gone?.id ?? '',
      body: '{}', hash: '0'.repeat(64),
    },
  })
  const after = await getSnapshot({ ...subject, revision: subject.revision + 1 })
  expect(after.items.map(({ code }) => code)).toEqual(before.items.map(({ code }) => code).filter(code => code !== 'DR-01'))
})
