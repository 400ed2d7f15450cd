import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodFile } from '@/lib/checks/testing/good-system'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { localDateAt } from '@/lib/domain/dates'
import { localStorage } from '@/lib/platform/storage-local'
import type { Storage } from '@/lib/platform/storage'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { getVerdictOf } from '@/lib/queries/verdict'
import { acceptEvidence } from './evidence'
import { addPerson, handIn, importShippedAssessment } from './testing/assessment'

const now = new Date('2026-11-24T15:00:00Z')
let database: TestDatabase
let folder: string
let files: Storage
let reviewer: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-proving-'))
  files = localStorage(folder)
  await importShippedAssessment(now)
  reviewer = await addPerson('reviewer', ['reviewer'], [], now)
})

afterAll(async () => {
  await disconnect()
  await database.drop()
  await rm(folder, { recursive: true })
})

const standard = ['AUT-01', 'CMP-01', 'CST-01', 'DAT-01', 'NET-01', 'OBS-03', 'SEC-01', 'SEC-03']
const controls = [
  'DEP-06', 'PLT-01', 'REC-01', 'REC-13', 'REC-14', 'REC-15', 'REC-16', 'REC-26', 'REC-27', 'REC-28', 'TST-02', 'TST-05',
]

/** Written by hand: what is proven next, and what the verdict then says. Every list is what is still open. */
const steps: { prove: string; rule: string; ceiling: string; gates: string[]; critical: string[]; standard: string[]; controls: string[] }[] = [
  { prove: 'OBS-01', rule: 'R4', ceiling: 'no_go', gates: ['DR-01', 'OBS-02'], critical: ['ALR-01', 'SEC-02'], standard, controls },
  { prove: 'OBS-02', rule: 'R4', ceiling: 'no_go', gates: ['DR-01'], critical: ['ALR-01', 'SEC-02'], standard, controls },
  { prove: 'DR-01', rule: 'R4', ceiling: 'no_go', gates: [], critical: ['ALR-01', 'SEC-02'], standard, controls },
  { prove: 'ALR-01', rule: 'R4', ceiling: 'no_go', gates: [], critical: ['SEC-02'], standard, controls },
  // Gates and critical items are proven; the board has agreed no date for the rest, so it may still not go.
  { prove: 'SEC-02', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard, controls },
  { prove: 'SEC-01', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: ['AUT-01', 'CMP-01', 'CST-01', 'DAT-01', 'NET-01', 'OBS-03', 'SEC-03'], controls },
  { prove: 'SEC-03', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: ['AUT-01', 'CMP-01', 'CST-01', 'DAT-01', 'NET-01', 'OBS-03'], controls },
  { prove: 'NET-01', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: ['AUT-01', 'CMP-01', 'CST-01', 'DAT-01', 'OBS-03'], controls },
  { prove: 'DAT-01', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: ['AUT-01', 'CMP-01', 'CST-01', 'OBS-03'], controls },
  { prove: 'OBS-03', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: ['AUT-01', 'CMP-01', 'CST-01'], controls },
  { prove: 'CMP-01', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: ['AUT-01', 'CST-01'], controls },
  { prove: 'AUT-01', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: ['CST-01'], controls },
  { prove: 'CST-01', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: [], controls },
  { prove: 'DEP-06', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: [], controls: ['PLT-01', 'REC-01', 'REC-13', 'REC-14', 'REC-15', 'REC-16', 'REC-26', 'REC-27', 'REC-28', 'TST-02', 'TST-05'] },
  { prove: 'PLT-01', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: [], controls: ['REC-01', 'REC-13', 'REC-14', 'REC-15', 'REC-16', 'REC-26', 'REC-27', 'REC-28', 'TST-02', 'TST-05'] },
  { prove: 'REC-01', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: [], controls: ['REC-13', 'REC-14', 'REC-15', 'REC-16', 'REC-26', 'REC-27', 'REC-28', 'TST-02', 'TST-05'] },
  { prove: 'REC-13', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: [], controls: ['REC-14', 'REC-15', 'REC-16', 'REC-26', 'REC-27', 'REC-28', 'TST-02', 'TST-05'] },
  { prove: 'REC-14', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: [], controls: ['REC-15', 'REC-16', 'REC-26', 'REC-27', 'REC-28', 'TST-02', 'TST-05'] },
  { prove: 'REC-15', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: [], controls: ['REC-16', 'REC-26', 'REC-27', 'REC-28', 'TST-02', 'TST-05'] },
  { prove: 'REC-16', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: [], controls: ['REC-26', 'REC-27', 'REC-28', 'TST-02', 'TST-05'] },
  { prove: 'REC-26', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: [], controls: ['REC-27', 'REC-28', 'TST-02', 'TST-05'] },
  { prove: 'REC-27', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: [], controls: ['REC-28', 'TST-02', 'TST-05'] },
  { prove: 'REC-28', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: [], controls: ['TST-02', 'TST-05'] },
  { prove: 'TST-02', rule: 'R5', ceiling: 'no_go', gates: [], critical: [], standard: [], controls: ['TST-05'] },
  { prove: 'TST-05', rule: 'R3', ceiling: 'go', gates: [], critical: [], standard: [], controls: [] },
]

test('as imported it is a no-go by R4, with three gates, two critical items and the rest open', async () => {
  const verdict = await getVerdictOf('grupo-gad', now)
  expect(verdict).toMatchObject({
    ceiling: 'no_go', effective: 'no_go', rule: 'R4',
    blockers: { gates: ['DR-01', 'OBS-01', 'OBS-02'], critical: ['ALR-01', 'SEC-02'], standard, controls },
  })
})

test.each(steps)('then $prove is proven by files that another person accepts: $ceiling by $rule', async step => {
  const { prove, rule, ceiling, gates, critical, standard, controls } = step
  await proveByFiles(prove)
  expect(await getVerdictOf('grupo-gad', now)).toMatchObject({
    // Without a decision of the board nothing goes, however much is proven.
    ceiling, rule, effective: 'no_go', blockers: { gates, critical, standard, controls },
  })
})

/** Everything that an item asks for, handed in by one of its owners and accepted by the reviewer. */
async function proveByFiles(code: string): Promise<void> {
  const item = await db().item.findFirstOrThrow({
    where: { code }, include: { owners: true, requirements: { orderBy: { position: 'asc' } } },
  })
  const [team] = item.owners
  if (!team) throw new Error(`${code} has no owner`)
  const owner = await addPerson(`owner of ${code}`, ['owner'], [team.teamKey], now)
  for (const requirement of item.requirements) {
    // A listing of addresses names no application; the fly.toml beside it does.
    const kinds = requirement.formats.includes('fly-ips') ? [...requirement.formats, 'fly-toml'] : requirement.formats
    const revision = await handIn(owner, requirement, files, now, kinds.length > 0 ? { files: kinds.map(kind => goodFile(kind, localDateAt(now, 'UTC'))) } : {})
    expect(await acceptEvidence(reviewer, { assessment: 'grupo-gad', revision, reason: null }, now, files)).toMatchObject({ ok: true })
  }
}
