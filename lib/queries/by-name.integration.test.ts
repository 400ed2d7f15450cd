import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { createAssessment } from '@/lib/operations/testing/evidence-rows'
import { addPerson, importShippedAssessment } from '@/lib/operations/testing/assessment'
import { listMembers, listTeams } from './administration'
import { listAssessments } from './assessments'
import { listPeople } from './people'
import type { SignedInViewer } from './viewer'

let database: TestDatabase
let admin: SignedInViewer
const now = new Date('2026-11-24T12:00:00Z')
const limits = { idleMinutes: 60 }

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  admin = await addPerson('zoe', ['admin'], [], now)
  for (const name of ['Zoe', 'ana', 'Álvaro', 'Ñusta', 'Nieves'])
    await addPerson(name, ['owner'], ['sre'], now)
  await db().user.update({ where: { id: admin.userId }, data: { name: null } })
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

const ordered = ['Álvaro', 'ana', 'Nieves', 'Ñusta', 'Zoe']

test('people come by name as a dictionary has them, wherever they are listed', async () => {
  const namesOf = (people: readonly { name: string | null }[]) => people.map(({ name }) => name)
  expect(namesOf(await listPeople(admin))).toEqual([...ordered, null])
  expect(namesOf(await listMembers(admin, now, limits))).toEqual([...ordered, null])
  const sre = (await listTeams(admin)).find(({ key }) => key === 'sre')
  expect(namesOf(sre?.members ?? [])).toEqual(ordered)
})

test('teams and assessments come by what they are called in the reader’s language, not by key', async () => {
  await db().team.update({ where: { key: 'sre' }, data: { name: { es: 'Álamo', en: 'Poplar' } } })
  await createAssessment('aaa')
  await db().assessment.update({ where: { slug: 'aaa' }, data: { title: { es: 'Último', en: 'Another' } } })
  for (const language of ['es', 'en'] as const) {
    const viewer = { ...admin, language }
    const teams = (await listTeams(viewer)).map(({ name }) => name[language])
    expect(teams).toEqual(teams.toSorted(new Intl.Collator(language).compare))
    const slugs = (await listAssessments(viewer)).map(({ slug }) => slug)
    expect(slugs).toEqual(language === 'es' ? ['grupo-gad', 'aaa'] : ['aaa', 'grupo-gad'])
  }
  expect((await listTeams(admin))[0]?.key).toBe('sre')
})
