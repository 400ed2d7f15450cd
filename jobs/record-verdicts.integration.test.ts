import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { addDays, endOfDay } from '@/lib/domain/dates'
import { acceptEvidence } from '@/lib/operations/evidence'
import { addPerson, handIn, importShippedAssessment } from '@/lib/operations/testing/assessment'
import { localStorage } from '@/lib/platform/storage-local'
import { listAllAssessments } from '@/lib/queries/assessments'
import { listChainStates } from '@/lib/queries/events'
import { listReadings } from '@/lib/queries/verdict-points'
import { recordVerdicts } from './record-verdicts'

const now = new Date('2026-11-24T15:00:00Z')
const zone = 'America/Argentina/Buenos_Aires'
const minutes = (count: number) => count * 60_000
let database: TestDatabase
let folder: string
/** The first instant at which the proof of CST-01 no longer holds. */
let expiry: Date

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-verdicts-'))
  await importShippedAssessment(now)
})

afterAll(async () => {
  await disconnect()
  await database.drop()
  await rm(folder, { recursive: true })
})

async function theAssessment() {
  const [assessment] = await listAllAssessments()
  if (!assessment) throw new Error('no assessment')
  return assessment
}

const points = () => db().verdictPoint.findMany({ orderBy: { date: 'asc' } })
const movements = () => db().event.findMany({ where: { verb: 'verdict.timeMoved' } })

test('the first run keeps how the assessment stands, and the next ones leave it', async () => {
  await recordVerdicts(now)
  await recordVerdicts(new Date(now.getTime() + minutes(1)))
  expect(await points()).toEqual([expect.objectContaining({
    date: new Date('2026-11-24'), at: now, revision: 1, ceiling: 'no_go', effective: 'no_go', rule: 'R4', applicable: 13, proven: 0,
  })])
  expect((await theAssessment()).revision).toBe(1)
})

test('a write of the same day replaces the reading', async () => {
  const files = localStorage(folder)
  const item = await db().item.findFirstOrThrow({
    where: { code: 'CST-01' }, include: { owners: true, requirements: { orderBy: { position: 'asc' } } },
  })
  const owner = await addPerson('owner', ['owner'], [item.owners[0]?.teamKey ?? ''], now)
  const reviewer = await addPerson('reviewer', ['reviewer'], [], now)
  for (const requirement of item.requirements) {
    const revision = await handIn(owner, requirement, files, now, { effectiveOn: '2026-11-24' })
    expect(await acceptEvidence(reviewer, { assessment: 'grupo-gad', revision, reason: null }, now)).toMatchObject({ ok: true })
  }
  const shortest = Math.min(...item.requirements.map(({ validityDays }) => validityDays))
  expiry = endOfDay(addDays('2026-11-24', shortest), zone)

  await recordVerdicts(new Date(now.getTime() + minutes(2)))
  expect(await points()).toEqual([expect.objectContaining({ proven: 1, revision: (await theAssessment()).revision })])
})

test('a day has its own reading from its first instant where the assessment is', async () => {
  const midnight = endOfDay('2026-11-24', zone)
  await recordVerdicts(new Date(midnight.getTime() - 1))
  expect(await points()).toHaveLength(1)
  await recordVerdicts(midnight)
  expect((await points()).map(({ date }) => date)).toEqual([new Date('2026-11-24'), new Date('2026-11-25')])
  expect(await listReadings(await theAssessment(), '2026-11-25')).toMatchObject([{ date: '2026-11-24', proven: 1, total: 13 }])
})

test('an expiry is recorded once, however many run at once, and moves the revision', async () => {
  const { revision } = await theAssessment()
  await recordVerdicts(new Date(expiry.getTime() - 1))
  expect(await movements()).toEqual([])

  await Promise.all([recordVerdicts(expiry), recordVerdicts(expiry), recordVerdicts(new Date(expiry.getTime() + minutes(1)))])
  await recordVerdicts(new Date(expiry.getTime() + minutes(2)))
  const events = await movements()
  expect(events).toHaveLength(1)
  expect(events[0]).toMatchObject({ actorId: null, number: revision + 1, subjectType: 'assessment' })
  expect(JSON.parse(events[0]?.body ?? '')).toMatchObject({
    before: { rule: 'R4', items: { 'CST-01': 'proven' } }, after: { rule: 'R4', items: { 'CST-01': 'stale' } },
  })
  expect((await theAssessment()).revision).toBe(revision + 1)
  expect((await points()).at(-1)).toMatchObject({ proven: 0, revision: revision + 1 })
  expect((await listChainStates()).every(({ state }) => state.holds)).toBe(true)
})

test('a clock that was set back rewrites nothing', async () => {
  const before = await points()
  await recordVerdicts(new Date(expiry.getTime() - minutes(60 * 24 * 10)))
  expect(await points()).toEqual(before)
  expect(await movements()).toHaveLength(1)
})
