import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { rejectEvidence } from '@/lib/operations/evidence'
import { decideFindingException, requestFindingException } from '@/lib/operations/finding-exceptions'
import { changeStatus, decideNotApplicable } from '@/lib/operations/items'
import { addPerson, handIn, importShippedAssessment } from '@/lib/operations/testing/assessment'
import { localStorage } from '@/lib/platform/storage-local'
import type { Storage } from '@/lib/platform/storage'
import { getAssessment } from './assessments'
import { listWaitingRequests } from './requests'
import { getSnapshot } from './snapshot'
import type { SignedInViewer } from './viewer'

const now = new Date('2026-11-24T15:00:00Z')
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const assessment = 'grupo-gad'
let database: TestDatabase
let folder: string
let files: Storage
let owner: SignedInViewer
let chair: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-requests-'))
  files = localStorage(folder)
  await importShippedAssessment(now)
  const { owners } = await db().item.findFirstOrThrow({ where: { code: 'DEP-03' }, include: { owners: true } })
  owner = await addPerson('owner', ['owner'], ['sre', ...owners.map(one => one.teamKey)], now)
  chair = await addPerson('chair', ['cab_chair'], [], now)
})
afterAll(async () => {
  await disconnect()
  await database.drop()
  await rm(folder, { recursive: true })
})

async function waitingFor(viewer: SignedInViewer, today = '2026-11-24') {
  const found = await getAssessment(viewer, assessment)
  if (!found) throw new Error('the assessment was not imported')
  return listWaitingRequests(viewer, found, await getSnapshot(found), today)
}
const codesFor = async (viewer: SignedInViewer, today?: string) => (await waitingFor(viewer, today)).map(({ item, check }) => [item.code, check])

test('what asks for a second person waits for those who may decide it, oldest first, until it is decided or has passed', async () => {
  const requirement = await db().evidenceRequirement.findFirstOrThrow({ where: { item: { code: 'DEP-03' }, kind: 'configuration' } })
  const text = 'app = "portal"\nprimary_region = "gru"\n[http_service]\ninternal_port = 8000\nforce_https = false\n'
  const failing = await handIn(owner, requirement, files, now, { text, environment: 'production' })
  const asked = { assessment, item: 'DEP-03', check: 'fly/force-https', reason: 'Lo compensa el borde', until: '2026-12-31' }
  expect(await requestFindingException(owner, asked, after(1))).toMatchObject({ ok: true })
  const { version } = await db().item.findFirstOrThrow({ where: { code: 'REC-26' } })
  expect(await changeStatus(owner, {
    assessment, item: 'REC-26', status: 'not_applicable', version, notApplicable: { reason: 'No hay caos que ejercitar', until: '2026-12-01' },
  }, after(2))).toMatchObject({ ok: true })

  expect(await waitingFor(chair)).toMatchObject([
    { item: { code: 'DEP-03' }, check: 'fly/force-https', requesterId: owner.userId, requestedAt: after(1), reason: 'Lo compensa el borde', until: '2026-12-31' },
    { item: { code: 'REC-26' }, check: null, requesterId: owner.userId, requestedAt: after(2), reason: 'No hay caos que ejercitar', until: '2026-12-01' },
  ])
  // Neither who asked, nor who owns it too, nor who stands in for them, nor who decides nothing.
  expect(await waitingFor(owner)).toEqual([])
  expect(await waitingFor({ ...chair, teams: owner.teams })).toEqual([])
  expect(await waitingFor({ ...chair, standsInFor: [owner.userId] })).toEqual([])
  expect(await waitingFor({ ...chair, roles: ['auditor'] })).toEqual([])
  expect(await codesFor(chair, '2026-12-02')).toEqual([['DEP-03', 'fly/force-https']])

  const { id: claim } = await db().notApplicableClaim.findFirstOrThrow({ where: { item: { code: 'REC-26' } } })
  expect(await decideNotApplicable(chair, { assessment, claim, approve: true }, after(3))).toMatchObject({ ok: true })
  expect(await codesFor(chair)).toEqual([['DEP-03', 'fly/force-https']])

  // What no file says any more is nothing to set aside.
  expect(await rejectEvidence(await addPerson('reviewer', ['reviewer'], [], now), { assessment, revision: failing, reason: 'no' }, after(4))).toMatchObject({ ok: true })
  expect(await waitingFor(chair)).toEqual([])
  await handIn(owner, requirement, files, after(5), { text: `${text}\n`, environment: 'production' })
  expect(await codesFor(chair)).toEqual([['DEP-03', 'fly/force-https']])
  const { id: exception } = await db().findingException.findFirstOrThrow()
  expect(await decideFindingException(chair, { assessment, exception, approve: false }, after(6))).toMatchObject({ ok: true })
  expect(await waitingFor(chair)).toEqual([])
})
