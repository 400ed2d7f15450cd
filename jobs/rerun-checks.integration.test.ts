import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { addDays, endOfDay } from '@/lib/domain/dates'
import { acceptEvidence } from '@/lib/operations/evidence'
import { addPerson, handIn, importShippedAssessment } from '@/lib/operations/testing/assessment'
import type { Storage } from '@/lib/platform/storage'
import { localStorage } from '@/lib/platform/storage-local'
import { listChainStates } from '@/lib/queries/events'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { getVerdictOf } from '@/lib/queries/verdict'
import { rerunChecks } from './rerun-checks'

const today = '2026-11-24'
const tomorrow = '2026-11-25'
const zone = 'America/Argentina/Buenos_Aires'
const midnight = endOfDay(today, zone)
let now: Date
let database: TestDatabase
let folder: string
let store: Storage
let owner: SignedInViewer
let reviewer: SignedInViewer

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-rerun-'))
  store = localStorage(folder)
})

beforeEach(async () => {
  now = new Date(`${today}T15:00:00Z`)
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  owner = await addPerson('owner', ['owner'], (await db().team.findMany()).map(({ key }) => key), now)
  reviewer = await addPerson('reviewer', ['reviewer'], [], now)
  return async () => {
    await disconnect()
    await database.drop()
  }
})

afterAll(() => rm(folder, { recursive: true }))

/** What `fly certs show` says; the baseline asks that a certificate hold for 21 days. */
const certificate = (end: string, host = 'portal.example.org') =>
  JSON.stringify({ Hostname: host, ClientStatus: 'Ready', Issued: { Nodes: [{ Type: 'rsa', ExpiresAt: `${end}T00:00:00Z` }] } })
/** Holds long enough today, and no longer tomorrow. */
const lastDay = certificate(addDays(today, 21))
const fresh = certificate('2027-06-01')

interface Handed {
  item?: string
  text: string
  environment?: string
}

/** Hands a file in for the first requirement of an item, each after the one before; gives the file's id. */
async function hand({ item = 'DEP-09', text, environment }: Handed): Promise<{ file: string; revision: string }> {
  now = new Date(now.getTime() + 1_000)
  const requirement = await db().evidenceRequirement.findFirstOrThrow({ where: { item: { code: item } }, orderBy: { position: 'asc' } })
  const revision = await handIn(owner, requirement, store, now, { text, environment, effectiveOn: today })
  return { file: (await db().evidenceFile.findFirstOrThrow({ where: { revisionId: revision } })).id, revision }
}

async function handAccepted(handed: Handed): Promise<string> {
  const { file, revision } = await hand(handed)
  expect(await acceptEvidence(reviewer, { assessment: 'grupo-gad', revision, reason: null }, now, store)).toMatchObject({ ok: true })
  return file
}

const run = (fileId: string) => db().checkRun.findUnique({ where: { fileId } })
const keysOf = async (fileId: string) => ((await run(fileId))?.findings as { key: string }[] | undefined)?.map(({ key }) => key)
const revisionNow = async () => (await db().assessment.findFirstOrThrow()).revision
const events = () => db().event.findMany({ where: { verb: 'evidence.checked', actorId: null } })
const rerun = (at: Date) => rerunChecks(at, { store })
const fails = async (code: string, at: Date) =>
  (await getVerdictOf('grupo-gad', at))?.items.get(code)?.failedChecks.map(({ check }) => check) ?? []

/** Has a file look as a release left it that checked other things. */
async function ofOlderRelease(id: string): Promise<void> {
  const file = await db().evidenceFile.findUniqueOrThrow({ where: { id } })
  await db().evidenceFile.update({ where: { id }, data: { checkedAgainst: file.checkedAgainst?.replace(/\S+$/, '0123456789abcdef') } })
}

test('a certificate that becomes too old overnight refutes from the first run of the day, and says so in one event', async () => {
  const file = await handAccepted({ text: lastDay })
  const revision = await revisionNow()
  await rerun(new Date(midnight.getTime() - 1))
  expect(await fails('DEP-09', now)).toEqual([])
  expect(await revisionNow()).toBe(revision)

  await rerun(midnight)
  expect(await fails('DEP-09', midnight)).toEqual(['fly-listing/certificates'])
  expect(await keysOf(file)).toEqual(['expiring'])
  expect(await revisionNow()).toBe(revision + 1)
  const [event, ...others] = await events()
  expect(others).toEqual([])
  expect(event).toMatchObject({ number: revision + 1, subjectType: 'assessment' })
  expect(JSON.parse(event?.body ?? '')).toMatchObject({
    before: { files: [{ format: 'fly-certificates', outcome: 'pass', failed: [] }] },
    after: { files: [{ format: 'fly-certificates', outcome: 'fail', failed: ['fly-listing/certificates'] }], requirements: [] },
  })
  expect((await listChainStates()).every(({ state }) => state.holds)).toBe(true)
})

test('where nothing differs there is no event and no revision, and what was found stays as it was stored', async () => {
  const file = await handAccepted({ text: fresh })
  const [revision, stored] = [await revisionNow(), await run(file)]
  await rerun(midnight)
  expect(await db().evidenceFile.findUnique({ where: { id: file } })).toMatchObject({ checkedAgainst: expect.stringMatching(`^${tomorrow} 1 `) })
  expect(await run(file)).toEqual(stored)
  expect(await revisionNow()).toBe(revision)
  expect(await events()).toEqual([])
})

test('however many run at once, one writes', async () => {
  await handAccepted({ text: lastDay })
  await hand({ text: lastDay, environment: 'staging' })
  const revision = await revisionNow()
  await Promise.all([rerun(midnight), rerun(midnight), rerun(new Date(midnight.getTime() + 60_000))])
  expect(await revisionNow()).toBe(revision + 1)
  const [event, ...others] = await events()
  expect(others).toEqual([])
  expect(JSON.parse(event?.body ?? '')).toMatchObject({ after: { files: [{ outcome: 'fail' }, { outcome: 'fail' }] } })
})

test('a clock that was set back is waited for', async () => {
  const file = await handAccepted({ text: lastDay })
  await rerun(midnight)
  await rerun(now)
  expect(await keysOf(file)).toEqual(['expiring'])
  expect(await events()).toHaveLength(1)
})

test('what waits for its review is checked as when it was handed in, and refutes too', async () => {
  await handAccepted({ text: fresh })
  const { file } = await hand({ item: 'NET-01', text: lastDay })
  await rerun(midnight)
  expect(await keysOf(file)).toEqual(['expiring'])
  expect(await fails('DEP-09', midnight)).toEqual(['fly-listing/certificates'])
})

test('what was overtaken in its kind by another evidence grows old as well', async () => {
  const overtaken = await handAccepted({ text: lastDay })
  const newer = await handAccepted({ item: 'NET-01', text: fresh })
  await rerun(midnight)
  expect(await keysOf(overtaken)).toEqual(['expiring'])
  expect(await keysOf(newer)).toEqual([])
  // The latest of its kind speaks; the proof of the other's own requirement is gone.
  expect(await fails('DEP-09', midnight)).toEqual([])
  expect((await getVerdictOf('grupo-gad', midnight))?.items.get('DEP-09')?.requirements.find(({ key }) => key === 'certs-list')?.state).toBe('failed')
})

test('accepted files are held against each other, of each kind the latest', async () => {
  const addresses = JSON.stringify([{ ID: 'ip_1', Address: '66.241.124.1', Type: 'shared_v4', Region: 'global', CreatedAt: '2026-11-20T10:00:00Z' }])
  const app = (services: string) => `app = "portal"\nprimary_region = "dfw"\n${services}`
  await handAccepted({ item: 'DEP-01', text: app('[env]\nA = "1"') })
  await handAccepted({ item: 'DEP-03', text: app('[http_service]\ninternal_port = 8000\nforce_https = true') })
  const listing = await handAccepted({ item: 'SEC-03', text: addresses })
  expect(await keysOf(listing)).toEqual(['web'])
  await rerun(midnight)
  expect(await keysOf(listing)).toEqual(['web'])
  expect(await events()).toEqual([])
})

test('another baseline is held against at once', async () => {
  const file = await handAccepted({ text: lastDay })
  await rerun(midnight)
  const { assessmentId, body } = await db().baseline.findFirstOrThrow()
  await db().baseline.create({ data: { assessmentId, version: 2, createdAt: midnight, body: { ...body as object, certificateDays: 7 } } })
  await rerun(new Date(midnight.getTime() + 60_000))
  expect(await keysOf(file)).toEqual([])
  expect(await fails('DEP-09', midnight)).toEqual([])
  expect(await events()).toHaveLength(2)
})

test('what a release found that checked other things gives way to what this one finds', async () => {
  const renamed = await handAccepted({ text: fresh })
  const unknown = await handAccepted({ item: 'DEP-03', text: 'app = "portal"\nprimary_region = "gru"\n[http_service]\ninternal_port = 8000\nforce_https = false\n' })
  const noLonger = await handAccepted({ item: 'OBS-02', text: 'We promise that it is secure.\n' })
  const gone = { check: 'fly/gone', outcome: 'fail', subjects: [], items: ['DEP-09'] }
  const found = { check: 'fly/gone', key: 'gone', severity: 'fail', place: { line: 1, column: 1 }, values: {}, items: ['DEP-09'] }
  const other = { format: 'fly-certificates', outcome: 'fail' as const, checks: [gone], findings: [found] }
  await db().checkRun.update({ where: { fileId: renamed }, data: other })
  await db().checkRun.delete({ where: { fileId: unknown } })
  await db().checkRun.create({ data: { fileId: noLonger, ranAt: now, ...other } })
  for (const file of [renamed, noLonger]) await ofOlderRelease(file)
  await db().evidenceFile.update({ where: { id: unknown }, data: { checkedAgainst: null } })

  await rerun(new Date(now.getTime() + 60_000))
  expect(await run(renamed)).toMatchObject({ format: 'fly-certificates', outcome: 'pass', findings: [] })
  expect(await run(unknown)).toMatchObject({ format: 'fly-toml', outcome: 'fail' })
  expect(await run(noLonger)).toBeNull()
  expect(await events()).toHaveLength(1)
  expect(await fails('DEP-03', now)).toContain('fly/force-https')
})

test('a file that the store does not give keeps what it came to, and is tried again', async () => {
  const file = await handAccepted({ text: lastDay })
  const other = await handAccepted({ item: 'SEC-02', text: 'We promise that it is secure.\n' })
  const { sha256, size } = await db().evidenceFile.findUniqueOrThrow({ where: { id: file } })
  const stream = await store.read(sha256)
  if (!stream) throw new Error('it is not stored')
  const bytes = await buffer(stream)
  await store.remove(sha256)
  await rerun(midnight)
  expect(await keysOf(file)).toEqual([])
  expect(await db().evidenceFile.findUnique({ where: { id: file } })).toMatchObject({ checkedAgainst: expect.stringMatching(`^${today} `) })
  expect(await db().evidenceFile.findUnique({ where: { id: other } })).toMatchObject({ checkedAgainst: expect.stringMatching(`^${tomorrow} `) })

  await store.put(Readable.from([bytes]), size)
  await rerun(new Date(midnight.getTime() + 60_000))
  expect(await keysOf(file)).toEqual(['expiring'])
})

test('what is checked of the kinds that a requirement names is asked of what was proven without it', async () => {
  await db().evidenceRequirement.updateMany({ where: { key: 'certs-list' }, data: { checks: [] } })
  for (const requirement of await db().evidenceRequirement.findMany({ where: { item: { code: 'DEP-09' } } })) {
    const revision = await handIn(owner, requirement, store, now, { text: `We have seen ${requirement.key}.\n` })
    expect(await acceptEvidence(reviewer, { assessment: 'grupo-gad', revision, reason: null }, now, store)).toMatchObject({ ok: true })
  }
  expect((await getVerdictOf('grupo-gad', now))?.items.get('DEP-09')?.status).toBe('proven')

  const revision = await revisionNow()
  await rerun(new Date(now.getTime() + 60_000))
  await rerun(new Date(now.getTime() + 120_000))
  expect((await db().evidenceRequirement.findFirstOrThrow({ where: { key: 'certs-list' } })).checks).toEqual(['fly-listing/certificates'])
  const { status, requirements } = (await getVerdictOf('grupo-gad', now))?.items.get('DEP-09') ?? {}
  expect(status).toBe('partial')
  expect(requirements?.find(({ key }) => key === 'certs-list')).toMatchObject({ reason: 'check_not_run', checks: ['fly-listing/certificates'] })
  expect(await revisionNow()).toBe(revision + 1)
  const [event] = await events()
  expect(JSON.parse(event?.body ?? '')).toMatchObject({
    before: { requirements: [{ code: 'DEP-09', requirement: 'certs-list', checks: [] }] },
    after: { requirements: [{ code: 'DEP-09', requirement: 'certs-list', checks: ['fly-listing/certificates'] }] },
  })
})

test('what people do while files are checked is left to the next run', async () => {
  const accepted = await handAccepted({ text: lastDay })
  const read = store.read.bind(store)
  let interrupted = false
  const slow: Storage = {
    ...store,
    read: async sha256 => {
      if (!interrupted) {
        interrupted = true
        await hand({ item: 'NET-01', text: fresh })
      }
      return read(sha256)
    },
  }
  await rerunChecks(midnight, { store: slow })
  expect(await keysOf(accepted)).toEqual([])
  await rerun(midnight)
  expect(await keysOf(accepted)).toEqual(['expiring'])
})

test('a file that takes too much goes on failing, and keeps no other from being checked', async () => {
  const heavy = `[${'0,'.repeat(4_000_000)}0]`
  const light = await handAccepted({ text: lastDay })
  const tooMuch = await handAccepted({ item: 'DEP-01', text: heavy })
  expect(await keysOf(tooMuch)).toEqual(['too-much-memory'])
  expect(await keysOf(light)).toEqual([])

  // As a release found that took less.
  await db().checkRun.update({ where: { fileId: tooMuch }, data: { format: 'fly-toml', outcome: 'fail', findings: [] } })
  await rerun(midnight)
  expect(await keysOf(light)).toEqual(['expiring'])
  expect(await run(tooMuch)).toMatchObject({ format: 'fly-toml', outcome: 'fail' })

  await db().checkRun.update({ where: { fileId: tooMuch }, data: { outcome: 'pass' } })
  await ofOlderRelease(tooMuch)
  await rerun(midnight)
  expect(await run(tooMuch)).toMatchObject({ format: null, outcome: 'error' })
}, 240_000)
