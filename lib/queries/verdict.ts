import { LRUCache } from 'lru-cache'
import { db } from '@/lib/db/client'
import { fromUtcDate } from '@/lib/domain/dates'
import { decide, type Verdict } from '@/lib/domain/verdict'
import { getSnapshot, type Snapshot, type SnapshotSubject } from './snapshot'

/** An assessment at one revision, judged now. */
export interface Judged {
  snapshot: Snapshot
  verdict: Verdict
}

/** The verdict on the assessment of a slug, for the command line of the installation; null where there is none. */
export async function getVerdictOf(slug: string, now: Date): Promise<Verdict | null> {
  const row = await db().assessment.findUnique({ where: { slug } })
  if (!row) return null
  const { id, revision, timeZone } = row
  const { facts, policy } = await getSnapshot({ id, revision, timeZone, startedOn: row.startedOn && fromUtcDate(row.startedOn) })
  return decide(facts, policy, now)
}

const verdicts = new LRUCache<string, { verdict: Verdict; since: Date }>({ max: 16 })

/**
 * The verdict on an assessment now. Between its moment and `nextChangeAt` time cannot change it, so it is
 * judged once a revision and boundary.
 */
export async function getVerdict(assessment: SnapshotSubject, now: Date): Promise<Judged> {
  const snapshot = await getSnapshot(assessment)
  const key = `${assessment.id}@${assessment.revision}`
  const kept = verdicts.get(key)
  if (kept && kept.since <= now && (kept.verdict.nextChangeAt === null || now < kept.verdict.nextChangeAt))
    return { snapshot, verdict: kept.verdict }
  const verdict = decide(snapshot.facts, snapshot.policy, now)
  verdicts.set(key, { verdict, since: now })
  return { snapshot, verdict }
}
