import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { mentionToken } from '@/lib/domain/comments'
import { getAssessment, type Assessment } from '@/lib/queries/assessments'
import { countComments, getFollowing, listComments, listFollowedItems, listMentions } from '@/lib/queries/comments'
import { listActivityOn, listEventsOf } from '@/lib/queries/events'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { addComment, removeComment, watchItem } from './comments'
import { changeStatus } from './items'
import { addPerson, importShippedAssessment } from './testing/assessment'

const now = new Date('2026-11-24T15:00:00Z')
const later = new Date(now.getTime() + 60_000)
const since = new Date(now.getTime() - 14 * 86_400_000)
const assessment = 'grupo-gad'
const nobody = '00000000-0000-4000-8000-000000000000'
let database: TestDatabase
let sre: SignedInViewer
let netops: SignedInViewer
let executive: SignedInViewer
let auditor: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  sre = await addPerson('sre', ['owner'], ['sre'], now)
  netops = await addPerson('netops', ['owner'], ['netops'], now)
  executive = await addPerson('executive', ['executive'], [], now)
  auditor = await addPerson('auditor', ['auditor'], [], now)
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

async function opened(viewer: SignedInViewer): Promise<Assessment> {
  const found = await getAssessment(viewer, assessment)
  if (!found) throw new Error('the assessment was not imported')
  return found
}
const itemId = async (code: string) => (await db().item.findFirstOrThrow({ where: { code } })).id
const lastEvent = () => db().event.findFirstOrThrow({ where: { chain: { not: 'instance' } }, orderBy: { number: 'desc' } })
const revision = async () => (await db().assessment.findFirstOrThrow()).revision

async function say(viewer: SignedInViewer, item: string, body: string, at = now): Promise<string> {
  const result = await addComment(viewer, { assessment, item, body }, at)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value.commentId
}

test('a comment is one event, which holds whom it names and a hash of the words, not the words', async () => {
  const before = await revision()
  const body = `Ask ${mentionToken(netops.userId)} about the proxy <b>today</b>`
  const id = await say(executive, 'OBS-01', body)
  const event = await lastEvent()
  expect(await revision()).toBe(before + 1)
  expect(event).toMatchObject({ verb: 'item.commented', actorId: executive.userId, subjectId: await itemId('OBS-01') })
  expect(JSON.parse(event.body).after).toEqual({
    code: 'OBS-01', comment: id, mentions: [netops.userId], bodySha256: createHash('sha256').update(body).digest('hex'),
  })
  expect(event.body).not.toContain('proxy')
})

test('who only reads says nothing and watches nothing, and leaves no event', async () => {
  const before = await revision()
  expect(await addComment(auditor, { assessment, item: 'OBS-01', body: 'x' }, now)).toMatchObject({ failure: { code: 'role' } })
  expect(await watchItem(auditor, { assessment, item: 'OBS-01', watch: true }, now)).toMatchObject({ failure: { code: 'role' } })
  expect(await addComment(sre, { assessment, item: 'NO-99', body: 'x' }, now)).toMatchObject({ failure: { code: 'not_found' } })
  expect(await addComment(sre, { assessment: 'nil', item: 'OBS-01', body: 'x' }, now)).toMatchObject({ failure: { code: 'not_found' } })
  expect(await revision()).toBe(before)
})

test('nobody is named who is not known, and then nothing is kept', async () => {
  const body = `${mentionToken(sre.userId)} and ${mentionToken(nobody)}`
  const counted = await db().comment.count()
  expect(await addComment(sre, { assessment, item: 'OBS-01', body }, now))
    .toMatchObject({ failure: { code: 'invalid_input', fields: { body: 'unknown_person' } } })
  expect(await db().comment.count()).toBe(counted)
})

test('only the author takes a comment back; its words are gone and its place stays', async () => {
  const id = await say(sre, 'OBS-02', `the secret of ${mentionToken(netops.userId)}`)
  expect(await removeComment(netops, { assessment, comment: id }, later)).toMatchObject({ failure: { code: 'not_author' } })
  expect(await removeComment(auditor, { assessment, comment: id }, later)).toMatchObject({ failure: { code: 'role' } })
  expect(await removeComment(sre, { assessment, comment: nobody }, later)).toMatchObject({ failure: { code: 'not_found' } })
  expect(await removeComment(sre, { assessment, comment: id }, later)).toMatchObject({ ok: true })
  expect(await listComments(await opened(sre), await itemId('OBS-02'), 10))
    .toEqual([{ id, authorId: sre.userId, body: '', createdAt: now, removedAt: later }])
  expect((await lastEvent()).verb).toBe('item.commentRemoved')
  expect(await listMentions(netops, await opened(netops), since, 10)).not.toContainEqual(expect.objectContaining({ id }))

  const before = await revision()
  expect(await removeComment(sre, { assessment, comment: id }, later)).toMatchObject({ ok: true })
  expect(await revision()).toBe(before)
})

test('comments of an item come newest first, and its events without the talk', async () => {
  const first = await say(sre, 'OBS-03', 'first')
  const second = await say(netops, 'OBS-03', 'second', later)
  await watchItem(netops, { assessment, item: 'OBS-03', watch: true }, later)
  const { version } = await db().item.findFirstOrThrow({ where: { code: 'OBS-03' } })
  await changeStatus(sre, { assessment, item: 'OBS-03', version, status: 'partial' }, later)
  const item = await itemId('OBS-03')
  expect((await listComments(await opened(sre), item, 10)).map(({ id }) => id)).toEqual([second, first])
  expect((await listComments(await opened(sre), item, 1)).map(({ id }) => id)).toEqual([second])
  expect(await countComments(await opened(sre), item)).toBe(2)
  await removeComment(sre, { assessment, comment: first }, later)
  expect(await countComments(await opened(sre), item)).toBe(1)
  expect((await listEventsOf(sre, await opened(sre), { type: 'item', id: item }, 10)).map(({ verb }) => verb)).toEqual(['item.statusChanged'])
})

test('a mention is found by whom it names, since a moment', async () => {
  const id = await say(sre, 'NET-01', `${mentionToken(netops.userId)} look`, later)
  const old = await say(sre, 'NET-01', `${mentionToken(netops.userId)} long ago`, new Date(since.getTime() - 1))
  const found = await listMentions(netops, await opened(netops), since, 10)
  expect(found[0]).toMatchObject({ id, authorId: sre.userId, item: { code: 'NET-01' } })
  expect(found.map(mention => mention.id)).not.toContain(old)
  expect(await listMentions(executive, await opened(executive), since, 10)).toEqual([])
  const standingIn = { ...executive, standsInFor: [netops.userId] }
  expect((await listMentions(standingIn, await opened(standingIn), since, 10))[0]).toMatchObject({ id })
})

test('who watches hears, who is assigned or spoke need not watch, and nobody hears of themselves', async () => {
  const watch = (on: boolean) => watchItem(executive, { assessment, item: 'DR-01', watch: on }, now)
  const item = await itemId('DR-01')
  expect(await getFollowing(executive, item)).toBeNull()
  await watch(true)
  const before = await revision()
  await watch(true)
  expect(await revision()).toBe(before)
  expect(await getFollowing(executive, item)).toBe('watched')
  await say(sre, 'DR-01', 'from sre', later)
  await say(executive, 'DR-01', 'from the executive', later)
  expect(await getFollowing(executive, item)).toBe('commented')
  await db().item.update({ where: { id: item }, data: { assigneeId: sre.userId } })
  expect(await getFollowing(sre, item)).toBe('assigned')
  expect(await listFollowedItems(sre, await opened(sre))).toContain(item)

  const heard = await listActivityOn(executive, await opened(executive), [item], since, 10)
  expect(heard.map(({ verb, actorId }) => ({ verb, actorId }))).toEqual([{ verb: 'item.commented', actorId: sre.userId }])
  expect(await listActivityOn(executive, await opened(executive), [item], new Date(later.getTime() + 1), 10)).toEqual([])
  await watch(false)
  await db().comment.updateMany({ where: { authorId: executive.userId, itemId: item }, data: { removedAt: later } })
  expect(await getFollowing(executive, item)).toBeNull()
})
