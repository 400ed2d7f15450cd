import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { fromUtcDate } from '@/lib/domain/dates'
import { roles, type Role } from '@/lib/domain/permissions'
import { getAssessment } from '@/lib/queries/assessments'
import { getChainState } from '@/lib/queries/events'
import { readTemplate } from '@/lib/queries/template'
import { getVerdict } from '@/lib/queries/verdict'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { ConfigureAssessment, CreateAssessment } from '@/lib/schemas/assessments'
import { configureAssessment } from './configure-assessment'
import { createAssessment } from './create-assessment'
import { changeStatus } from './items'
import { addPerson, importShippedAssessment } from './testing/assessment'

let database: TestDatabase
let admin: SignedInViewer
const now = new Date('2026-11-24T12:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  admin = await addPerson('admin', ['admin'], [], now)
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

const wish = (rest: Partial<CreateAssessment> = {}): CreateAssessment => ({
  template: 'grupo-gad', slug: 'portal', title: { es: 'Portal', en: 'Portal' }, summary: { es: 'Trámites', en: 'Services' },
  startedOn: '2027-02-01', goLiveOn: '2027-04-02', timeZone: 'America/Bogota', ...rest,
})

test('a new assessment asks for the same, and nobody has said or proven anything of it', async () => {
  const item = await db().item.findFirstOrThrow({ where: { code: 'OBS-01' }, include: { owners: true } })
  const owner = await addPerson('owner', ['owner'], item.owners.map(({ teamKey }) => teamKey), now)
  expect(await changeStatus(owner, { assessment: 'grupo-gad', item: 'OBS-01', version: item.version, status: 'done' }, now)).toMatchObject({ ok: true })
  expect(await createAssessment(admin, wish(), now)).toMatchObject({ ok: true, value: { slug: 'portal' } })

  const [template, made] = [await found('grupo-gad'), await found('portal')]
  const [asked, asks] = [await readTemplate(template), await readTemplate(made)]
  expect(asks).toEqual(asked)
  expect(asks.items.length).toBeGreaterThan(20)
  expect(asks.items.some(one => one.dueInDays !== undefined)).toBe(true)
  const { snapshot, verdict } = await getVerdict(made, now)
  expect(new Set(snapshot.items.map(one => one.declaredStatus))).toEqual(new Set(['not_started']))
  expect(snapshot.items.every(one => one.assigneeId === null && one.agreedDueOn === null && one.sourceStatus === null)).toBe(true)
  expect(snapshot.items.flatMap(one => one.requirements.flatMap(requirement => requirement.revisions))).toEqual([])
  expect(verdict.effective).toBe('no_go')
  const where = { assessmentId: made.id }
  expect(await Promise.all([db().gap.count({ where }), db().discrepancy.count({ where })])).toEqual([0, 0])
  const events = await db().event.findMany({ where: { chain: made.id } })
  expect(events.map(({ verb, actorId }) => [verb, actorId])).toEqual([['assessment.created', admin.userId]])
  expect(await getChainState(made)).toEqual({ holds: true })
})

test('its dates lie as far from its own T0', async () => {
  await createAssessment(admin, wish({ slug: 'later' }), now)
  const due = async (slug: string) => {
    const { startedOn } = await found(slug)
    const row = await db().item.findFirstOrThrow({ where: { assessment: { slug }, dueOn: { not: null } }, orderBy: { position: 'asc' } })
    const task = await db().task.findFirstOrThrow({ where: { assessment: { slug } }, orderBy: { position: 'asc' } })
    const days = (date: Date | null) => (date ? (date.getTime() - new Date(`${startedOn}T00:00:00Z`).getTime()) / 86_400_000 : null)
    return [row.code, days(row.dueOn), days(task.startOn), days(task.dueOn)]
  }
  expect(await due('later')).toEqual(await due('grupo-gad'))
})

test('a date that lies too far for a file is left out, and the rest is a template all the same', async () => {
  const { id } = await db().item.findFirstOrThrow({ where: { assessment: { slug: 'later' }, dueOn: { not: null } } })
  const { code } = await db().item.update({ where: { id }, data: { dueOn: new Date('2999-12-31') } })
  expect(await createAssessment(admin, wish({ template: 'later', slug: 'from-later' }), now)).toMatchObject({ ok: true })
  expect(await db().item.findFirstOrThrow({ where: { assessment: { slug: 'from-later' }, code } })).toMatchObject({ dueOn: null })
  expect(await db().item.count({ where: { assessment: { slug: 'from-later' }, dueOn: { not: null } } })).toBeGreaterThan(0)
})

test('a slug that is taken or reserved, and a template that is not there, are refused with nothing made', async () => {
  expect(await createAssessment(admin, wish({ slug: 'grupo-gad' }), now)).toMatchObject({ failure: { fields: { slug: 'taken' } } })
  expect(await createAssessment(admin, wish({ slug: 'another', template: 'nowhere' }), now)).toMatchObject({ failure: { code: 'not_found' } })
  expect(CreateAssessment.safeParse(wish({ slug: 'admin' })).error?.issues[0]).toMatchObject({ path: ['slug'], message: 'not_a_slug' })
  expect(CreateAssessment.safeParse(wish({ goLiveOn: '2027-01-31' })).error?.issues[0]).toMatchObject({ path: ['goLiveOn'] })
  expect(await db().assessment.count({ where: { slug: 'another' } })).toBe(0)
})

async function settings(rest: Partial<ConfigureAssessment> = {}): Promise<ConfigureAssessment> {
  const { revision, title, summary, startedOn, goLiveOn, timeZone } = await found('grupo-gad')
  return {
    assessment: 'grupo-gad', revision, title, summary, startedOn: startedOn ?? '', goLiveOn: goLiveOn ?? '', timeZone,
    workingDays: [1, 2, 3, 4, 5], holidays: [], moveDates: false, reason: null, ...rest,
  }
}

test('settings change with one event; a moved date asks for its reason', async () => {
  const before = await found('grupo-gad')
  expect(await configureAssessment(admin, await settings({ timeZone: 'America/Lima', goLiveOn: '2027-03-01' }), now))
    .toMatchObject({ failure: { fields: { reason: 'required' } } })
  const input = await settings({
    timeZone: 'America/Lima', goLiveOn: '2027-03-01', reason: 'La licitación se demoró', workingDays: [5, 1, 1],
    holidays: [{ date: '2026-12-25', name: { es: 'Navidad', en: 'Christmas' } }, { date: '2026-12-08', name: { es: 'Inmaculada', en: 'Immaculate Conception' } }],
  })
  expect(await configureAssessment(admin, input, now)).toEqual({ ok: true, value: null })
  const after = await found('grupo-gad')
  expect(after).toMatchObject({ timeZone: 'America/Lima', goLiveOn: '2027-03-01', revision: before.revision + 1 })
  const { calendar } = await db().assessment.findUniqueOrThrow({ where: { id: after.id } })
  expect(calendar).toMatchObject({ workingDays: [1, 5], holidays: [{ date: '2026-12-08' }, { date: '2026-12-25' }] })
  const event = await db().event.findFirstOrThrow({ where: { chain: after.id }, orderBy: { number: 'desc' } })
  expect(JSON.parse(event.body)).toMatchObject({ verb: 'assessment.configured', before: { goLiveOn: before.goLiveOn }, after: { goLiveOn: '2027-03-01', reason: 'La licitación se demoró' } })
  // The same again changes nothing; from before that change it is a conflict.
  expect(await configureAssessment(admin, { ...input, revision: after.revision }, now)).toEqual({ ok: true, value: null })
  expect((await found('grupo-gad')).revision).toBe(after.revision)
  expect(await configureAssessment(admin, input, now)).toMatchObject({ failure: { code: 'conflict' } })
})

test('T0 takes the plan with it where asked, but neither what the board agreed nor what is done', async () => {
  const { id, startedOn } = await found('grupo-gad')
  const where = { assessmentId: id, dueOn: { not: null } }
  const [agreed, free] = await db().item.findMany({ where, orderBy: { position: 'asc' }, take: 2 })
  const [done, open] = await db().task.findMany({ where: { assessmentId: id }, orderBy: { position: 'asc' }, take: 2 })
  if (!agreed || !free || !done || !open || !startedOn) throw new Error('too little to move')
  await db().item.update({ where: { id: agreed.id }, data: { agreedDueOn: agreed.dueOn } })
  await db().task.update({ where: { id: done.id }, data: { state: 'done' } })
  const moved = new Date(`${startedOn}T00:00:00Z`).getTime() + 10 * 86_400_000
  const input = await settings({ startedOn: fromUtcDate(new Date(moved)), moveDates: true, reason: 'Empezó después' })
  expect(await configureAssessment(admin, input, now)).toEqual({ ok: true, value: null })
  const dates = async () => [
    (await db().item.findUniqueOrThrow({ where: { id: agreed.id } })).dueOn, (await db().item.findUniqueOrThrow({ where: { id: free.id } })).dueOn,
    (await db().task.findUniqueOrThrow({ where: { id: done.id } })).dueOn, (await db().task.findUniqueOrThrow({ where: { id: open.id } })).dueOn,
  ]
  const later = (date: Date | null) => date && new Date(date.getTime() + 10 * 86_400_000)
  expect(await dates()).toEqual([agreed.dueOn, later(free.dueOn), done.dueOn, later(open.dueOn)])
  const event = await db().event.findFirstOrThrow({ where: { subjectId: free.id }, orderBy: { number: 'desc' } })
  expect(JSON.parse(event.body)).toMatchObject({ verb: 'item.planned', after: { code: free.code, reason: 'Empezó después' } })
  expect(await getChainState(await found('grupo-gad'))).toEqual({ holds: true })
})

test.each(roles.filter(role => role !== 'admin'))('%s neither makes nor sets one', async role => {
  const viewer = { ...admin, roles: [role] as Role[] }
  expect(await createAssessment(viewer, wish({ slug: 'mine' }), now)).toEqual({ ok: false, failure: { code: 'role' } })
  expect(await configureAssessment(viewer, await settings(), now)).toEqual({ ok: false, failure: { code: 'role' } })
})

async function found(slug: string) {
  const assessment = await getAssessment(admin, slug)
  if (!assessment) throw new Error(`no assessment ${slug}`)
  return assessment
}
