import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { addPerson } from '@/lib/operations/testing/assessment'
import { getAssessment } from '@/lib/queries/assessments'
import { getChainState } from '@/lib/queries/events'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { startFront, type RunningFront } from './testing/running-front'

const now = new Date('2026-11-24T15:00:00Z')
const pairs = 1_000
const path = '/api/v1/assessments/grupo-gad/items/OBS-02'
let front: RunningFront
let viewer: SignedInViewer

beforeAll(async () => {
  front = await startFront(() => now)
  viewer = await addPerson('ana', ['owner'], ['sre'], now)
  await addPerson('berta', ['owner'], ['sre'], now)
})
afterAll(() => front.stop())

interface Answer {
  status: number
  body: { version?: number; declaredStatus?: string; code?: string; current?: { version: number; declaredStatus: string } }
}

async function declare(name: string, version: number, status: string): Promise<Answer> {
  const response = await fetch(front.origin + path, {
    method: 'PATCH', headers: { cookie: `dictamen.session=${name}`, 'content-type': 'application/json', 'if-match': `"${version}"` }, body: JSON.stringify({ status }),
  })
  return { status: response.status, body: await response.json() as Answer['body'] }
}

test('of a thousand pairs who write one item at once, one of each wins and the other is told what is stored', async () => {
  const before = await db().assessment.findUniqueOrThrow({ where: { slug: 'grupo-gad' } })
  for (let pair = 0; pair < pairs; pair += 1) {
    const version = pair + 1
    // Neither is what is stored already, or both would be right.
    const [one, other] = pair % 2 === 0 ? ['in_progress', 'partial'] : ['done', 'not_started']
    const answers = await Promise.all([declare('ana', version, one), declare('berta', version, other)])
    const [won, lost] = answers.sort((a, b) => a.status - b.status)
    expect(won, `pair ${pair}`).toMatchObject({ status: 200, body: { version: version + 1 } })
    expect(lost, `pair ${pair}`).toMatchObject({
      status: 412, body: { code: 'conflict', current: { version: version + 1, declaredStatus: won?.body.declaredStatus } },
    })
  }
  const item = await db().item.findFirstOrThrow({ where: { code: 'OBS-02' } })
  expect(item.version).toBe(pairs + 1)
  const assessment = await getAssessment(viewer, 'grupo-gad')
  if (!assessment) throw new Error('the assessment is gone')
  expect(assessment.revision).toBe(before.revision + pairs)
  expect(await db().event.count({ where: { verb: 'item.statusChanged', subjectId: item.id } })).toBe(pairs)
  expect(await getChainState(assessment)).toEqual({ holds: true })
})

test('of a hundred who write at once, one wins', async () => {
  const { version } = await db().item.findFirstOrThrow({ where: { code: 'OBS-02' } })
  const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => declare(index % 2 ? 'ana' : 'berta', version, index % 2 ? 'partial' : 'in_progress')))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 412)).toHaveLength(99)
})
