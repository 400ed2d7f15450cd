import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { connect, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { importShippedAssessment } from '@/lib/operations/testing/assessment'
import { completeEnvironment } from '@/lib/platform/env'
import * as groupMap from './group-map'
import * as importFile from './import'
import * as verdict from './verdict'
import * as verifyAudit from './verify-audit'

let database: TestDatabase
let folder: string
let printed = ''

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(new Date('2026-11-24T15:00:00Z'))
  await disconnect()
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-commands-'))
  // The folder of the data is not there yet, as on a machine that only asks a database.
  completeEnvironment({ DATABASE_URL: database.url, DATA_DIR: path.join(folder, 'data') })
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation(text => { printed += String(text); return true })
})

afterEach(() => { printed = '' })

afterAll(async () => {
  vi.restoreAllMocks()
  await database.drop()
  await rm(folder, { recursive: true })
})

const asImported = {
  ceiling: 'no_go', effective: 'no_go', rule: 'R4',
  blockers: {
    gates: ['DR-01', 'OBS-01', 'OBS-02'], critical: ['ALR-01', 'SEC-02'],
    standard: ['AUT-01', 'CMP-01', 'CST-01', 'DAT-01', 'NET-01', 'OBS-03', 'SEC-01', 'SEC-03'],
  },
  nextChangeAt: null,
}

test.each(['grupo-gad', 'assessments/grupo-gad.yaml'])('verdict %s is a no-go that a pipeline can gate on', async subject => {
  expect(await verdict.run([subject, '--json'])).toBe(3)
  expect(JSON.parse(printed)).toMatchObject(asImported)
})

test('the verdict of a file opens no database', async () => {
  completeEnvironment({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' })
  expect(await verdict.run(['assessments/grupo-gad.yaml'])).toBe(3)
  expect(printed).toContain('gates     DR-01 OBS-01 OBS-02')
  completeEnvironment({ DATABASE_URL: database.url })
})

test('an assessment that is not there is said so', async () => {
  await expect(verdict.run(['nowhere'])).rejects.toThrow('there is no assessment nowhere')
})

test('a bad file is refused by line and field, and nothing is imported', async () => {
  const file = path.join(folder, 'bad.yaml')
  await writeFile(file, 'slug: second\ntitle: { es: Uno }\nstartedOn: 2026-02-30\n')
  expect(await importFile.run([file])).toBe(1)
  expect(printed).toContain(`${file}:2 title.en`)
  expect(printed).toContain(`${file}:3 startedOn a day that exists`)
  await expect(verdict.run(['second'])).rejects.toThrow('there is no assessment second')
})

test('an assessment is imported once', async () => {
  await expect(importFile.run(['assessments/grupo-gad.yaml'])).rejects.toThrow('slug_taken')
})

test('a second file is a second assessment, with a chain of its own', async () => {
  const file = path.join(folder, 'second.yaml')
  await writeFile(file, (await readFile('assessments/grupo-gad.yaml', 'utf8')).replace('slug: grupo-gad', 'slug: second'))
  expect(await importFile.run([file])).toBe(0)
  expect(await verdict.run(['second', '--json'])).toBe(3)
  expect(await verifyAudit.run()).toBe(0)
  expect(printed).toContain('second: holds, 1 events')
})

test('a group is mapped to what its members are', async () => {
  expect(await groupMap.run(['sre-people', '--role', 'owner', '--team', 'sre'])).toBe(0)
  await expect(groupMap.run(['sre-people', '--role', 'king'])).rejects.toThrow('--role is one of')
})

test('verify-audit names the first broken link and exits 1', async () => {
  expect(await verifyAudit.run()).toBe(0)
  const superuser = new pg.Client({ connectionString: database.url })
  await superuser.connect()
  await superuser.query(`SET session_replication_role = 'replica'`)
  await superuser.query(`UPDATE "Event" SET body = replace(body, 'GRUPO_GAD', 'GRUPO_GAB') WHERE chain <> 'instance'`)
  await superuser.end()
  expect(await verifyAudit.run()).toBe(1)
  expect(printed).toContain('grupo-gad: event 1 edited')
})
