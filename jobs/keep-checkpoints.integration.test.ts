import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connect, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { openCheckpoint, type SignedCheckpoint } from '@/lib/domain/checkpoint'
import { changeStatus } from '@/lib/operations/items'
import { addPerson, importShippedAssessment } from '@/lib/operations/testing/assessment'
import { loggedLines } from '@/lib/platform/log'
import { localStorage } from '@/lib/platform/storage-local'
import { checkpointPrefix } from '@/lib/queries/checkpoints'
import { listChainHeads } from '@/lib/queries/events'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { keepCheckpoints } from './keep-checkpoints'

const now = new Date('2026-11-24T15:00:00Z')
const hour = 3_600_000
const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const privateKey = () => Promise.resolve(key)
let database: TestDatabase
let folder: string
let sre: SignedInViewer
let version = 1

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  database = await createTestDatabase()
  connect(database.url)
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-checkpoints-'))
  await importShippedAssessment(now)
  sre = await addPerson('sre', ['owner'], ['sre'], now)
})
afterAll(async () => {
  vi.useRealTimers()
  await disconnect()
  await database.drop()
  await rm(folder, { recursive: true })
})

async function moveTheTrail(): Promise<void> {
  const status = version % 2 ? 'in_progress' : 'partial'
  expect(await changeStatus(sre, { assessment: 'grupo-gad', item: 'OBS-02', version: version++, status }, now)).toMatchObject({ ok: true })
}

test('a checkpoint is kept at the start, for each hour in which the trail moved, and at the end', async () => {
  const files = localStorage(path.join(folder, 'store'))
  const texts = async () => (await files.readRecords(checkpointPrefix)).map(({ text }) => text)
  const checkpoints = await keepCheckpoints({ files, privateKey })
  expect(await texts()).toHaveLength(1)
  vi.advanceTimersByTime(hour)
  await moveTheTrail()
  vi.advanceTimersByTime(hour)
  await expect.poll(async () => (await texts()).length).toBe(2)
  await moveTheTrail()
  await checkpoints.stop()
  const kept = await texts()
  expect(kept).toHaveLength(3)
  expect(openCheckpoint(JSON.parse(kept.at(-1) ?? '') as SignedCheckpoint, key)?.heads).toEqual(await listChainHeads())
  await moveTheTrail()
  vi.advanceTimersByTime(hour)
  expect(await texts()).toHaveLength(3)
})

test('one that the store did not take is kept at the next turn, though the trail has not moved', async () => {
  const place = path.join(folder, 'away')
  // A file where the folder would be.
  await writeFile(place, '')
  const files = localStorage(place)
  const failures = () => loggedLines().get('error') ?? 0
  const before = failures()
  const checkpoints = await keepCheckpoints({ files, privateKey })
  expect(failures()).toBe(before + 1)
  await rm(place)
  vi.advanceTimersByTime(hour)
  await expect.poll(async () => (await files.readRecords(checkpointPrefix)).length).toBe(1)
  await checkpoints.stop()
})
