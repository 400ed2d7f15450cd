import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import type { Storage } from '@/lib/platform/storage'
import { localStorage } from '@/lib/platform/storage-local'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { getVerdictOf } from '@/lib/queries/verdict'
import { acceptEvidence, rejectEvidence } from './evidence'
import { addPerson, handIn, importShippedAssessment } from './testing/assessment'

let now = new Date('2026-11-24T15:00:00Z')
let database: TestDatabase
let folder: string
let files: Storage
let owner: SignedInViewer
let reviewer: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-checks-'))
  files = localStorage(folder)
  await importShippedAssessment(now)
  const { owners } = await db().item.findFirstOrThrow({ where: { code: 'DEP-03' }, include: { owners: true } })
  owner = await addPerson('owner', ['owner'], owners.map(one => one.teamKey), now)
  reviewer = await addPerson('reviewer', ['reviewer'], [], now)
})

afterAll(async () => {
  await disconnect()
  await database.drop()
  await rm(folder, { recursive: true })
})

const plain = 'app = "portal"\nprimary_region = "gru"\n[http_service]\ninternal_port = 8000\nforce_https = false\n'
const forced = plain.replace('false', 'true')

const statusOf = async (code: string) => (await getVerdictOf('grupo-gad', now))?.items.get(code)

async function hand(text: string, environment = 'production'): Promise<string> {
  // Each comes after the one before.
  now = new Date(now.getTime() + 60_000)
  const requirement = await db().evidenceRequirement.findFirstOrThrow({ where: { item: { code: 'DEP-03' }, kind: 'configuration' } })
  return handIn(owner, requirement, files, now, { text, environment })
}

async function accept(revision: string): Promise<void> {
  expect(await acceptEvidence(reviewer, { assessment: 'grupo-gad', revision, reason: null }, now, files)).toMatchObject({ ok: true })
}

async function failsOf(code: string): Promise<string[]> {
  return (await statusOf(code))?.failedChecks.map(({ check }) => check) ?? []
}

test('a file that fails refutes its item, and the checklist item that this supports, as soon as it is handed in', async () => {
  await accept(await hand(forced))
  expect(await failsOf('DEP-03')).not.toContain('fly/force-https')

  const failing = await hand(plain)
  const run = await db().checkRun.findFirstOrThrow({ where: { file: { revisionId: failing } } })
  expect(run).toMatchObject({ format: 'fly-toml', outcome: 'fail' })
  expect(run.findings).toContainEqual(expect.objectContaining({ check: 'fly/force-https', key: 'plain-http', severity: 'fail', items: ['DEP-03'], place: { line: 5, column: 1 } }))
  expect(await failsOf('DEP-03')).toContain('fly/force-https')
  expect(await statusOf('NET-01')).toMatchObject({ status: 'refuted', refutedBy: expect.arrayContaining(['DEP-03']) })

  expect(await rejectEvidence(reviewer, { assessment: 'grupo-gad', revision: failing, reason: 'no' }, now)).toMatchObject({ ok: true })
  expect(await failsOf('DEP-03')).not.toContain('fly/force-https')
})

test('a newer file that passes counts once it is accepted', async () => {
  await accept(await hand(plain))
  expect(await failsOf('DEP-03')).toContain('fly/force-https')
  const better = await hand(forced)
  expect(await failsOf('DEP-03')).toContain('fly/force-https')
  await accept(better)
  expect(await failsOf('DEP-03')).not.toContain('fly/force-https')
})

test('what speaks of staging says nothing of production', async () => {
  await accept(await hand(plain, 'staging'))
  expect(await failsOf('DEP-03')).not.toContain('fly/force-https')
})

test('a broken file is no pass, and its reason is kept', async () => {
  const broken = await hand('primary_region = \n[http_service]\n')
  expect(await db().checkRun.findFirstOrThrow({ where: { file: { revisionId: broken } } })).toMatchObject({ format: 'fly-toml', outcome: 'error' })
})

test('what is no known kind leaves no trace', async () => {
  const prose = await hand('We promise that it is secure.\n')
  expect(await db().checkRun.count({ where: { file: { revisionId: prose } } })).toBe(0)
})

test('each check of files is an event that names what failed', async () => {
  const failing = await hand(plain)
  const event = await db().event.findFirstOrThrow({ where: { verb: 'evidence.checked' }, orderBy: { number: 'desc' } })
  expect(JSON.parse(event.body)).toMatchObject({ after: { revision: failing, files: [{ format: 'fly-toml', outcome: 'fail' }] } })
})
