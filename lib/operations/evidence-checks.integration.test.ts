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
import { acceptEvidence, rejectEvidence, withdrawEvidence } from './evidence'
import { decideFindingException, requestFindingException } from './finding-exceptions'
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

test('the same bytes are judged by what stands beside them: an acceptance elsewhere leaves them alone', async () => {
  const addresses = JSON.stringify([{ ID: 'ip_1', Address: '66.241.124.1', Type: 'shared_v4', Region: 'global', CreatedAt: '2026-11-20T10:00:00Z' }])
  await accept(await hand(forced))
  const listing = await hand(addresses)
  await accept(listing)
  const findings = async () => (await db().checkRun.findFirstOrThrow({ where: { file: { revisionId: listing } } })).findings
  expect(await findings()).toMatchObject([{ key: 'web' }])
  await accept(await hand(addresses, 'elsewhere'))
  expect(await findings()).toMatchObject([{ key: 'web' }])
})

test('a finding names another file as people do', async () => {
  const toml = await hand(forced)
  await accept(toml)
  const image = await hand('FROM python:3.12-slim\nEXPOSE 9999\nCMD ["python", "-m", "portal"]\n')
  const { name } = await db().evidenceFile.findFirstOrThrow({ where: { revisionId: toml } })
  const { findings } = await db().checkRun.findFirstOrThrow({ where: { file: { revisionId: image } } })
  expect(findings).toContainEqual(expect.objectContaining({ check: 'docker/port', key: 'exposed', values: { file: name, expected: '8000' } }))
})

test('what no database takes is kept as what stands for it', async () => {
  const odd = await hand(JSON.stringify([{ name: 'A\0B\ud800', digest: '0123456789abcdef', CreatedAt: '2020-01-01T00:00:00Z' }]))
  expect(await db().checkRun.findFirstOrThrow({ where: { file: { revisionId: odd } } })).toMatchObject({
    format: 'fly-secrets', findings: [{ key: 'old', values: { name: 'A\ufffdB\ufffd' } }],
  })
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

test('an owner asks to set a finding aside, and another person approves it: a risk, not a proof', async () => {
  await accept(await hand(plain))
  const input = { assessment: 'grupo-gad', item: 'DEP-03', check: 'fly/force-https', reason: 'The proxy of the ministry redirects.', until: '2026-12-15' }
  expect(await requestFindingException(reviewer, input, now)).toMatchObject({ ok: false, failure: { code: 'role' } })
  expect(await requestFindingException(owner, { ...input, until: '2026-11-01' }, now)).toMatchObject({ ok: false, failure: { fields: { until: 'in_past' } } })
  expect(await requestFindingException(owner, input, now)).toMatchObject({ ok: true })
  expect(await requestFindingException(owner, input, now)).toMatchObject({ ok: false, failure: { code: 'already_requested' } })

  const { id: exception } = await db().findingException.findFirstOrThrow({ where: { check: 'fly/force-https' } })
  const decide = (viewer: SignedInViewer, approve: boolean) => decideFindingException(viewer, { assessment: 'grupo-gad', exception, approve }, now)
  expect(await decide(owner, true)).toMatchObject({ ok: false, failure: { code: 'role' } })
  expect(await decide(reviewer, true)).toMatchObject({ ok: true })
  expect(await decide(reviewer, true)).toMatchObject({ ok: false, failure: { code: 'already_decided' } })
  // What it supports stays refuted: an exception on a control lifts nothing else.
  expect(await statusOf('NET-01')).toMatchObject({ status: 'refuted' })
  expect((await statusOf('DEP-03'))?.status).not.toBe('proven')
  expect(await decide(reviewer, false)).toMatchObject({ ok: true })
  expect(await statusOf('DEP-03')).toMatchObject({ status: 'refuted' })
})

test('nothing is set aside from a gate or a critical item', async () => {
  const { owners } = await db().item.findFirstOrThrow({ where: { code: 'DR-01' }, include: { owners: true } })
  const gatekeeper = await addPerson('gatekeeper', ['owner'], owners.map(one => one.teamKey), now)
  const input = { assessment: 'grupo-gad', item: 'DR-01', check: 'fly/force-https', reason: 'no', until: '2026-12-15' }
  expect(await requestFindingException(gatekeeper, input, now)).toMatchObject({ ok: false, failure: { code: 'blocking_item' } })
})

test('nothing is read or checked for who may not hand in or review', async () => {
  const read: string[] = []
  const watched: Storage = { ...files, read: sha256 => { read.push(sha256); return files.read(sha256) } }
  const stranger = await addPerson('stranger', ['owner'], [], now)
  const requirement = await db().evidenceRequirement.findFirstOrThrow({ where: { item: { code: 'DEP-03' } } })
  await expect(handIn(stranger, requirement, watched, now, { text: plain })).rejects.toThrow('not_owner_team')
  const revision = await hand(forced)
  expect(await acceptEvidence(owner, { assessment: 'grupo-gad', revision, reason: null }, now, watched)).toMatchObject({ ok: false })
  expect(await withdrawEvidence(reviewer, { assessment: 'grupo-gad', revision, reason: 'x' }, now, watched)).toMatchObject({ ok: false })
  expect(read).toEqual([])
})
