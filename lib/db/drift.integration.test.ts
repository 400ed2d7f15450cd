import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schemaDiff } from '@/scripts/schema-diff'
import { createTestDatabase, type TestDatabase } from './testing/database'

const schema = path.resolve('prisma/schema.prisma')
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

test('the migrations make exactly what schema.prisma says', async () => {
  expect(await schemaDiff(database.url, schema)).toEqual({ forward: '', back: '' })
})

test('a change of schema.prisma alone is found', async () => {
  const changed = path.join(tmpdir(), `dictamen-drift-${process.pid}.prisma`)
  await writeFile(changed, `${await readFile(schema, 'utf8')}\nmodel Drift {\n  id Int @id\n}\n`)
  const { forward, back } = await schemaDiff(database.url, changed).finally(() => rm(changed))
  expect(forward).toContain('CREATE TABLE "Drift"')
  expect(back).toMatch(/DROP TABLE .*"Drift"/)
})
